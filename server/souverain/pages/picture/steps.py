"""The dates of the slider: those at which a share is claimed, or something told to have happened.

Dates that an article leaves open are bounds: a step has the first day, and shows the range.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from souverain.explanation import Facts, Node
from souverain.explanation.facts import local
from souverain.pages.picture.stakes import Stake, Stakes
from souverain.vocab import SOV

HAPPENED = {
    "LifecycleEvent": ("eventWhen", "eventStatus", frozenset({"Completed", "UnderWay"})),
    "StatusObservation": ("observedWhen", "transactionStatus", frozenset()),
}
SURE = frozenset({"Stated", "Announced"})


@dataclass(frozen=True)
class Step:
    """A date of the slider.

    `whens` are the dates, as the articles give them, that begin on this day; `claims` are the
    shares said then, `events` what is told to have happened then.
    """

    date: str
    until: str
    whens: tuple[Node, ...]
    claims: tuple[str, ...]
    events: tuple[str, ...]

    @property
    def is_inferred(self) -> bool:
        """Whether no article prints this date whole."""
        return all(local(when.one("yearBasis")) != "StatedYear" for when in self.whens)

    @property
    def when(self) -> Node:
        """The date that names the step: one with its year printed, if any is."""
        return min(
            self.whens, key=lambda when: (local(when.one("yearBasis")) != "StatedYear", when.iri)
        )


def steps(told: Stakes) -> list[Step]:
    """The steps in the order of time; what happened within the range of a step is told there."""
    claimed = [(stake.since, stake.when, stake.iri) for stake in told.claims if stake.since]
    rows = [_step(date, list(group), "claims") for date, group in _by_date(claimed)]
    loose = []
    for date, when, iri in happened(told.facts):
        place = next((n for n, row in enumerate(rows) if row.date <= date <= row.until), None)
        if place is None:
            loose.append((date, when, iri))
        else:
            rows[place] = _with_event(rows[place], iri)
    rows += [_step(date, list(group), "events") for date, group in _by_date(loose)]
    return sorted(rows, key=lambda row: row.date)


def happened(facts: Facts) -> Iterator[tuple[str, Node, str]]:
    """What is told to have happened: the first day that it can mean, the date, and the claim.

    The state of a transaction that has no date of its own has that of its article.
    """
    for kind, (slot, status, states) in HAPPENED.items():
        for node in facts.by(str(SOV[kind]), "rdf:type"):
            when = facts.value(node, slot)
            if not when and kind == "StatusObservation":
                when = facts.value(node, "asOf")
            is_so = not states or local(node.one(status)) in states
            is_told = local(node.one("modality")) in SURE and not facts.by(node.iri, "withdraws")
            if is_so and is_told and when.one("earliest"):
                yield when.one("earliest"), when, node.iri


def reached(rows: Iterable[Step], date: str) -> Step | None:
    """The last step that is not after a date."""
    return max((row for row in rows if row.date <= date), key=lambda row: row.date, default=None)


def undated(told: Stakes) -> list[Stake]:
    """The claims that no date places, which no step shows."""
    return [stake for stake in told.claims if not stake.since]


def _by_date(
    rows: Iterable[tuple[str, Node, str]],
) -> Iterator[tuple[str, Iterator[tuple[str, Node, str]]]]:
    ordered = sorted(rows, key=lambda row: (row[0], row[2]))
    return groupby(ordered, key=lambda row: row[0])


def _step(date: str, rows: list[tuple[str, Node, str]], slot: str) -> Step:
    whens = tuple({when.iri: when for _, when, _ in rows}.values())
    found = {"claims": (), "events": (), slot: tuple(iri for _, _, iri in rows)}
    until = max((when.one("latest") for when in whens), default="") or date
    return Step(date, until, whens, **found)


def _with_event(step: Step, iri: str) -> Step:
    return Step(step.date, step.until, step.whens, step.claims, (*step.events, iri))
