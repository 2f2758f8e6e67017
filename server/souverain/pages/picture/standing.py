"""What stands at a date: the claims that had been made by then, one edge for what they agree on.

The rule, as the page says it in words:

- A claim counts from the first day on which it can have been made, and stays. Silence is no end.
- What is said of one holder and one target is of two lines: what is held (in force, ended,
  negated), and what is planned (planned, abandoned). In each line the newest claims say which
  state is drawn; where two of one day differ, both are.
- A plan is drawn until a later claim says that it is abandoned, or that a share which meets it is
  in force. A plan is never drawn as done.
- A share whose last day is printed has ended after that day.
- Of the claims of an edge, the newest that says how much decides; among those that agree with it,
  the one of the best rank is shown first, then the newest, then one whose date is printed. The
  others stay with the edge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from souverain.pages.picture.stakes import Stake

HELD, MEANT = "held", "meant"
LINES = {
    "InForce": HELD,
    "Ended": HELD,
    "Negated": HELD,
    "Planned": MEANT,
    "Abandoned": MEANT,
}


@dataclass(frozen=True)
class Edge:
    """What is drawn once: the claim that is shown, and those that say other or older things."""

    status: str
    shown: Stake
    others: tuple[Stake, ...]

    @property
    def holder(self) -> str:
        """Who holds."""
        return self.shown.holder

    @property
    def target(self) -> str:
        """What is held."""
        return self.shown.target

    @property
    def claims(self) -> tuple[Stake, ...]:
        """All its claims, the shown one first."""
        return (self.shown, *self.others)


def counted(stakes: Iterable[Stake], date: str) -> list[Stake]:
    """The claims that can have been made by a date; what has no date is not among them."""
    return [stake for stake in stakes if stake.since and stake.since <= date]


def at(stakes: Iterable[Stake], date: str) -> list[Edge]:
    """The edges of the picture at a date, the first said first."""
    lines: dict[tuple[str, str, str], list[Stake]] = {}
    for stake in counted(stakes, date):
        if line := LINES.get(stake.status):
            lines.setdefault((stake.holder, stake.target, line), []).append(stake)
    found = [edge for rows in lines.values() for edge in _edges(rows, date)]
    held = {(edge.holder, edge.target): edge for edge in found if edge.status == "InForce"}
    kept = [edge for edge in found if not _is_done(edge, held.get((edge.holder, edge.target)))]
    return sorted(kept, key=lambda edge: (min(row.since for row in edge.claims), edge.shown.iri))


def computed(stakes: Iterable[Stake], date: str) -> list[Edge]:
    """The shares that the project computed from claims that had been made by a date."""
    return [Edge(stake.status, stake, ()) for stake in counted(stakes, date)]


def _edges(line: list[Stake], date: str) -> list[Edge]:
    """An edge for each state that the newest claims of a line give, with all older claims."""
    states: dict[str, list[Stake]] = {}
    for stake in line:
        states.setdefault(state(stake, date), []).append(stake)
    newest = {status: max(row.since for row in rows) for status, rows in states.items()}
    last = max(newest.values())
    older = [row for status, rows in states.items() if newest[status] != last for row in rows]
    edges = []
    for status, rows in states.items():
        if newest[status] == last:
            shown = first(rows)
            others = sorted(
                (row for row in (*rows, *older) if row is not shown),
                key=lambda row: (row.since, row.iri),
            )
            older = []
            edges.append(Edge(status, shown, tuple(others)))
    return edges


def state(stake: Stake, date: str) -> str:
    """The state of a share at a date: as claimed, or ended where its last day is past."""
    is_past = stake.status == "InForce" and stake.ended and stake.ended < date
    return "Ended" if is_past else stake.status


def first(rows: list[Stake]) -> Stake:
    """The claim to show: of those that agree with the newest figure, the one of the best rank."""
    sized = [row for row in rows if row.least is not None] or rows
    newest = max(sized, key=lambda row: (row.since, -row.rank, row.is_dated, row.iri))
    agreeing = [row for row in sized if row.meets(newest)]
    return max(agreeing, key=lambda row: (-row.rank, row.since, row.is_dated, row.iri))


def _is_done(edge: Edge, held: Edge | None) -> bool:
    """Whether a plan has come true: later, a share that meets it is said to be in force."""
    if edge.status != "Planned" or held is None:
        return False
    planned = max(row.since for row in edge.claims)
    later = [row for row in held.claims if row.since > planned and row.least is not None]
    return any(row.meets(edge.shown) for row in later)
