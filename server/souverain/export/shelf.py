"""A set of texts, in order, that needs little memory however many they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

BATCH = 50_000
CACHE_KIBIBYTES = 32_768


class Shelf:
    """Texts, each once, in the order of their code points; beyond a cache they lie on the disk.

    The file is a private one of SQLite, which is gone with the shelf.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._table = sqlite3.connect("", isolation_level=None)
        self._table.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
        self._table.execute("PRAGMA journal_mode = OFF")
        self._table.execute("CREATE TABLE shelf (text TEXT PRIMARY KEY) WITHOUT ROWID")
        self.update(texts)

    def update(self, texts: Iterable[str]) -> None:
        """Put texts in."""
        rows = iter(texts)
        while batch := sorted({*islice(rows, BATCH)}):
            self._table.execute("BEGIN")
            self._table.executemany(
                "INSERT OR IGNORE INTO shelf VALUES (?)", ((text,) for text in batch)
            )
            self._table.execute("COMMIT")

    def __contains__(self, text: str) -> bool:
        return bool(self._table.execute("SELECT 1 FROM shelf WHERE text = ?", (text,)).fetchone())

    def __iter__(self) -> Iterator[str]:
        for (text,) in self._table.execute("SELECT text FROM shelf ORDER BY text"):
            yield text

    def __len__(self) -> int:
        (count,) = self._table.execute("SELECT COUNT(*) FROM shelf").fetchone()
        return int(count)
