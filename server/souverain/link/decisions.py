"""The log of what people decided about links: `graph/links/decisions.tsv`, which only grows.

A row is never changed or taken out. What holds is read from all of them in their order: of an
entity and a target, the last link, or that there is none, and the items that were rejected. An
`undo` takes back the last row of the same entity, target and item that holds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from souverain import tsv
from souverain.errors import UsageError
from souverain.files import Project
from souverain.link.wikibase import Item

FILE = "links/decisions.tsv"
EXACT, CLOSE, REJECT, NONE, LATER, UNDO = "exact", "close", "reject", "none", "later", "undo"
LINKS = (EXACT, CLOSE)
# What can be decided of an entity at a review, with what it means.
ANSWERS: Mapping[str, str] = {
    EXACT: "the entity and the item are one",
    CLOSE: "they are nearly one, or one is a part of what the other is",
    REJECT: "the item is another thing",
    NONE: "the dataset has no item for the entity",
    LATER: "not now",
}
# Those that are about one item.
OF_AN_ITEM = frozenset({EXACT, CLOSE, REJECT})


@dataclass(frozen=True)
class Decision:
    """One row: who decided what of an entity, when and why.

    `evidence` is the public text or the reasons that support a link; `seen` is what the item was
    when it was linked, so that `souverain link check` can tell when it is that no more.
    """

    day: str
    by: str
    target: str
    entity: str
    item: str
    decision: str
    reason: str
    evidence: str = ""
    seen: Mapping[str, Any] = field(default_factory=dict)

    def row(self) -> tuple[str, ...]:
        """Its cells."""
        seen = json.dumps(self.seen, ensure_ascii=False, sort_keys=True) if self.seen else ""
        return (
            self.day,
            self.by,
            self.target,
            self.entity,
            self.item,
            self.decision,
            self.reason,
            self.evidence,
            seen,
        )


def known(text: str) -> str:
    """A decision by its name; raises `ValueError` for another word."""
    if text not in {*ANSWERS, UNDO}:
        raise ValueError(text)
    return text


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _seen(text: str) -> Mapping[str, Any]:
    found = json.loads(text or "{}")
    if not isinstance(found, dict):
        raise ValueError(text)
    return found


COLUMNS: dict[str, Callable[[str], Any]] = {
    "day": _day,
    "by": str,
    "target": str,
    "entity": str,
    "item": str,
    "decision": known,
    "reason": str,
    "evidence": str,
    "seen": _seen,
}


@dataclass(frozen=True)
class Log:
    """The decisions in their order."""

    rows: tuple[Decision, ...] = ()

    @classmethod
    def read(cls, project: Project) -> Self:
        """The log of a project; an empty one where nothing was decided.

        Raises `DataError` with a finding for each line that is no row.
        """
        path = project.graph / FILE
        if not path.exists():
            return cls()
        rows = tsv.read(path, project.name(path), **COLUMNS)
        return cls(tuple(Decision(*row) for row in rows))

    def text(self, more: Iterable[Decision] = ()) -> str:
        """The file, with more rows at its end."""
        return tsv.write(COLUMNS, (row.row() for row in (*self.rows, *more)))

    def standing(self, target: str, entity: str) -> list[Decision]:
        """The decisions of an entity that hold, in their order: none that was undone."""
        held: list[Decision] = []
        for row in self.rows:
            if (row.target, row.entity) != (target, entity):
                continue
            if row.decision != UNDO:
                held.append(row)
            elif taken := last(held, row.item):
                held.remove(taken)
        return held

    def rejected(self, target: str, entity: str) -> dict[str, str]:
        """The items that were rejected for an entity, with who did so, when and why."""
        return {
            row.item: f"{row.reason} ({row.by}, {row.day})"
            for row in self.standing(target, entity)
            if row.decision == REJECT
        }

    def settled(self, target: str) -> dict[str, Decision]:
        """The entities that were linked, or found to have nothing to be linked to."""
        found = {}
        for entity in dict.fromkeys(row.entity for row in self.rows if row.target == target):
            for row in self.standing(target, entity):
                if row.decision in {*LINKS, NONE}:
                    found[entity] = row
        return found


def last(rows: Sequence[Decision], item: str) -> Decision | None:
    """The last row about an item, or about any where none is named."""
    about = (row for row in reversed(rows) if not item or row.item == item)
    return next(about, None)


def demand_item(decision: str, item: str) -> None:
    """Raise `UsageError` where a decision needs an item and has none, or has one too many."""
    if (decision in OF_AN_ITEM) != bool(item) and decision != UNDO:
        needs = "names the item that it is about" if decision in OF_AN_ITEM else "is about no item"
        raise UsageError(
            f"the decision {decision!r} {needs}", hint=f"{decision}: {meaning(decision)}"
        )


def meaning(decision: str) -> str:
    """What a decision means."""
    return ANSWERS.get(decision, "the last decision is taken back")


def seen(item: Item, properties: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """What an item is, as far as a later check compares it."""
    kinds = sorted(item.values(*properties.get("kind", ())))
    ended = sorted(item.values(*properties.get("ended", ())))
    return {"label": item.label, "kinds": kinds, "ended": ended, "revision": item.revision}


def shown(rows: Iterable[Decision]) -> Iterator[tuple[str, ...]]:
    """Rows for a person: without what the item was."""
    for row in rows:
        yield row.row()[:7]
