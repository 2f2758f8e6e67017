"""How many entries of each suite pass in each format, and the table that shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .asking import COLUMNS, Faults, columns
from .manifest import SUITES, Suite, entries

PROPERTY = "w3c"
HEAD = ("Suite", "Format", "Entries", "Souverain", "oxigraph server")


@dataclass(frozen=True)
class Count:
    """How many entries of a suite are asked in a format, and on which server how many pass."""

    suite: str
    column: str
    asked: int
    ours: int
    theirs: int


def asked(suite: Suite) -> dict[str, int]:
    """In how many entries of a suite each format is asked for."""
    found = Counter(column for entry in entries(suite) for column in columns(entry))
    return {column: found[column] for column in COLUMNS if found[column]}


def passed(suite: Suite, faults: Faults, column: str) -> int:
    """How many entries of a suite pass in a format."""
    return sum(
        column not in faults[entry.name] for entry in entries(suite) if column in columns(entry)
    )


def of(suite: Suite, column: str, ours: Faults, theirs: Faults) -> Count:
    """The count of one format."""
    total = asked(suite)[column]
    return Count(
        suite.name, column, total, passed(suite, ours, column), passed(suite, theirs, column)
    )


def markdown(counts: Iterable[Count]) -> Iterator[str]:
    """The counts as lines of a table, in the order of suites and formats."""
    order = {name: place for place, name in enumerate((*SUITES, *COLUMNS))}
    yield f"| {' | '.join(HEAD)} |"
    yield f"|{'---|' * len(HEAD)}"
    for row in sorted(counts, key=lambda row: (order[row.suite], order[row.column])):
        title = SUITES[row.suite].title
        yield f"| {title} | {row.column} | {row.asked} | {row.ours} | {row.theirs} |"
