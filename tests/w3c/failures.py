"""The entries that are known to fail, and why: a table, kept in `failures.tsv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

ALL = "all"


@dataclass(frozen=True)
class Failure:
    """An entry that fails in some formats; `reason` says what the engine does."""

    suite: str
    entry: str
    formats: frozenset[str]
    reason: str


def _read() -> dict[tuple[str, str], Failure]:
    with Path(__file__).with_name("failures.tsv").open(encoding="utf-8", newline="") as stream:
        rows = [
            Failure(row["suite"], row["entry"], frozenset(row["formats"].split()), row["reason"])
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    found = {(row.suite, row.entry): row for row in rows}
    assert len(found) == len(rows), "an entry stands twice in failures.tsv"
    return found


FAILURES = _read()
