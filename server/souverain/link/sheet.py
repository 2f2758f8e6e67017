"""The review file: a table of candidates that people go through, in a terminal or by hand.

A row is one candidate of one entity, the likeliest first; an entity without any has a row with no
item. Whoever reviews writes into the first two columns, a decision and its reason, and nothing
else. Searching again keeps what was written and not yet applied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from souverain import tsv
from souverain.errors import DataError, Finding, Unwritten
from souverain.link.decisions import ANSWERS, OF_AN_ITEM

NAME = "link-review-{target}.tsv"
PROPOSED = "proposed"


@dataclass(frozen=True)
class Row:
    """One candidate; `decision` and `reason` are what a person wrote of it.

    `note` says “proposed” where nothing speaks against it. `looked` tells which revision was looked
    at and when, and `seen` what it was, in JSON.
    """

    decision: str = ""
    reason: str = ""
    entity: str = ""
    name: str = ""
    item: str = ""
    label: str = ""
    description: str = ""
    score: int = 0
    note: str = ""
    breakdown: str = ""
    why: str = ""
    why_not: str = ""
    looked: str = ""
    seen: str = ""

    @property
    def evidence(self) -> str:
        """What supports a link to the item, in a sentence."""
        return f"{self.why} ({self.looked})" if self.why else ""


def answer(text: str) -> str:
    """A decision, or nothing; raises `ValueError` for another word."""
    if text and text not in ANSWERS:
        raise ValueError(text)
    return text


COLUMNS: dict[str, Callable[[str], Any]] = {
    "decision": answer,
    "reason": str,
    "entity": str,
    "name": str,
    "item": str,
    "label": str,
    "description": str,
    "score": int,
    "note": str,
    "breakdown": str,
    "why": str,
    "why_not": str,
    "looked": str,
    "seen": str,
}


def read(path: Path) -> list[Row]:
    """The rows of a review file; none where there is no file.

    Raises `DataError` with a finding, by line and column, for each cell that makes no sense.
    """
    if not path.exists():
        return []
    try:
        rows = [Row(*row) for row in tsv.read(path, str(path), **COLUMNS)]
    except DataError as fault:
        raise DataError(
            f"{path}: {len(fault.findings)} lines are at fault; nothing was changed",
            hint=f"a decision is one of {', '.join(ANSWERS)}, or empty",
            findings=fault.findings,
        ) from None
    if findings := list(_findings(path, rows)):
        raise DataError(
            f"{path}: {len(findings)} lines are at fault; nothing was changed", findings=findings
        )
    return rows


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write a review file whole, or leave the one that is there."""
    text = tsv.write(COLUMNS, (map(str, vars(row).values()) for row in rows))
    aside = path.with_name(f".{path.name}.new")
    try:
        aside.write_text(text, encoding="utf-8", newline="")
        aside.replace(path)
    except OSError as fault:
        raise Unwritten(str(path), fault.strerror) from fault
    finally:
        aside.unlink(missing_ok=True)


def joined(old: Sequence[Row], new: Sequence[Row]) -> list[Row]:
    """The new rows, each with what was decided of it, then what is left of the old ones.

    A decision on an item that is found no more keeps its row.
    """
    decided = {(row.entity, row.item): row for row in old if row.decision}
    found = {(row.entity, row.item) for row in new}
    searched = {row.entity for row in new}
    kept = [
        replace(row, decision=told.decision, reason=told.reason)
        if (told := decided.get((row.entity, row.item)))
        else row
        for row in new
    ]
    others = [
        row
        for row in old
        if (row.entity, row.item) not in found and (row.decision or row.entity not in searched)
    ]
    return [*kept, *others]


def _findings(path: Path, rows: Sequence[Row]) -> Iterator[Finding]:
    """What rows say that cannot hold together, each at its line."""
    decided: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        fault = ""
        if row.decision in OF_AN_ITEM and not row.item:
            fault = f"{row.decision!r} needs an item, in column 5"
        elif row.decision == "exact" and row.entity in decided:
            fault = f"{row.entity} has an exact match already, in line {decided[row.entity]}"
        if row.decision == "exact":
            decided.setdefault(row.entity, line)
        if fault:
            hint = "change the decision, in column 1"
            yield Finding(str(path), line, row.entity, "review", fault, hint)
