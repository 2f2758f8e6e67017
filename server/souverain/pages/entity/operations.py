"""Purchases and mergers as they stand on a page: the claims about one, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from souverain.explanation.facts import local
from souverain.explanation.kinds import STAGES
from souverain.pages.entity.values import Value, called
from souverain.pages.page import Page
from souverain.pages.telling import Told

OBSERVATION = "StatusObservation"
# The stakes that would follow, by the property of the operation.
OUTCOMES = ("wouldGive", "wouldEnd")


@dataclass(frozen=True)
class Operation:
    """The claims about one real transaction, and its states in the order of time.

    `iri` is that of the operation that groups them, `stage` the state that it was last in; both
    are empty where no rule has grouped them.
    """

    iri: str
    name: str
    stage: str
    stage_name: str
    claims: list[Told]
    history: list[Told]
    outcomes: list[tuple[str, list[Value]]]


def operations(page: Page, things: Iterable[str]) -> list[Operation]:
    """The transactions, and the observations of their states, each with what it belongs to."""
    groups: dict[str, list[str]] = {}
    for iri in things:
        groups.setdefault(_operation(page, iri), []).append(iri)
    return [_shown(page, iri, members) for iri, members in groups.items()]


def _operation(page: Page, iri: str) -> str:
    """The operation that a claim belongs to, or else the transaction itself."""
    facts = page.site.facts
    found = [row.iri for row in facts.by(iri, "premise") if "Operation" in row.kinds]
    return next(iter(found), "") or facts.node(iri).one("observes") or iri


def _shown(page: Page, iri: str, members: list[str]) -> Operation:
    node = page.site.facts.node(iri)
    told = [page.told(member) for member in members]
    stage = local(node.one("latestStatus"))
    outcomes = [
        (name, [Value(called(page, row), page.href(row)) for row in node.texts(name)])
        for name in OUTCOMES
        if node.all(name)
    ]
    return Operation(
        iri=iri if "Operation" in node.kinds else "",
        name=_name(page, iri),
        stage=stage if stage in STAGES else "",
        stage_name=page.label(node.one("latestStatus")) if stage else "",
        claims=[row for row in told if row.kind != OBSERVATION],
        history=[row for row in told if row.kind == OBSERVATION],
        outcomes=outcomes,
    )


def _name(page: Page, iri: str) -> str:
    """What is bought or merged, and by whom."""
    node = page.site.facts.node(iri)
    parties = [called(page, row) for row in node.texts("mergingParty")]
    if parties:
        return page.t("entity.merger", parties=", ".join(parties))
    targets = ", ".join(called(page, row) for row in node.texts("target"))
    buyers = ", ".join(called(page, row) for row in node.texts("acquirer"))
    return page.t("entity.purchase", target=targets, buyer=buyers or page.t("entity.unnamed"))
