"""Where claims differ: what kind of difference it is, and all its sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from souverain.explanation import Node
from souverain.explanation.facts import local
from souverain.pages.entity.values import Value
from souverain.pages.page import Page
from souverain.pages.telling import Told

WEIGHT = ("Contradiction", "Rounding", "Wording", "Spelling", "Channel")


@dataclass(frozen=True)
class Difference:
    """A discrepancy: its kind, what differs in words of the project, and the claims."""

    iri: str
    kind: str
    note: str
    rule: Value
    sides: list[Told]


def differences(page: Page, discrepancies: Iterable[str]) -> list[Difference]:
    """The discrepancies, with all sides of each; what weighs most comes first."""
    nodes = sorted(map(page.site.facts.node, discrepancies), key=_weight)
    return [_difference(page, node.iri) for node in nodes]


def _weight(node: Node) -> int:
    kind = local(node.one("discrepancyKind"))
    return WEIGHT.index(kind) if kind in WEIGHT else len(WEIGHT)


def _difference(page: Page, iri: str) -> Difference:
    node = page.site.facts.node(iri)
    rule = node.one("rule")
    return Difference(
        iri=iri,
        kind=page.label(node.one("discrepancyKind")),
        note=page.explainer.writer.note(node, "discrepancyNote"),
        rule=Value(page.label(rule), page.href(rule)),
        sides=[page.told(side) for side in node.texts("between")],
    )
