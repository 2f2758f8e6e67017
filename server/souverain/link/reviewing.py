"""Going through a review file: which row is next, and what a decision on it settles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from souverain.link.decisions import REJECT
from souverain.link.sheet import Row


class Reviewing:
    """The rows of a review file while a person decides on them, one after the other.

    A row is passed over once its entity is settled: linked, without anything, or put off.
    """

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows

    def __iter__(self) -> Iterator[tuple[int, Row]]:
        """Each row that waits, with its number; those that are settled meanwhile are left out."""
        for number in range(len(self.rows)):
            row = self.rows[number]
            if not row.decision and row.entity not in self._settled():
                yield number, row

    def decide(self, number: int, decision: str, reason: str = "") -> None:
        """Write a decision into a row."""
        self.rows[number] = replace(self.rows[number], decision=decision, reason=reason)

    @property
    def waiting(self) -> int:
        """How many entities are not settled."""
        return len({row.entity for _, row in self})

    def _settled(self) -> set[str]:
        return {row.entity for row in self.rows if row.decision not in {"", REJECT}}
