"""A set of texts, in order, that needs little memory however many they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

# So many are kept in memory; more lie on the disk.
MOST_IN_MEMORY = 100_000
BATCH = 50_000
CACHE_KIBIBYTES = 32_768


class Shelf:
    """Texts, each once, in the order of their code points.

    Where they are many they lie in a private file of SQLite, which is gone with the shelf.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._few: set[str] = set()
        self._table: sqlite3.Connection | None = None
        self.update(texts)

    def update(self, texts: Iterable[str]) -> None:
        """Put texts in."""
        rows = iter(texts)
        while batch := {*islice(rows, BATCH)}:
            self._few |= batch
            if self._table is not None or len(self._few) > MOST_IN_MEMORY:
                self._put_down()

    def _put_down(self) -> None:
        """Put what is in memory on the disk."""
        if self._table is None:
            self._table = sqlite3.connect("", isolation_level=None)
            self._table.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
            self._table.execute("PRAGMA journal_mode = OFF")
            self._table.execute("CREATE TABLE shelf (text TEXT PRIMARY KEY) WITHOUT ROWID")
        self._table.execute("BEGIN")
        rows = ((text,) for text in sorted(self._few))
        self._table.executemany("INSERT OR IGNORE INTO shelf VALUES (?)", rows)
        self._table.execute("COMMIT")
        self._few = set()

    def __contains__(self, text: str) -> bool:
        if text in self._few or self._table is None:
            return text in self._few
        found = self._table.execute("SELECT 1 FROM shelf WHERE text = ?", (text,))
        return found.fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        if self._table is None:
            yield from sorted(self._few)
            return
        for (text,) in self._table.execute("SELECT text FROM shelf ORDER BY text"):
            yield text

    def __len__(self) -> int:
        if self._table is None:
            return len(self._few)
        (count,) = self._table.execute("SELECT COUNT(*) FROM shelf").fetchone()
        return int(count)
