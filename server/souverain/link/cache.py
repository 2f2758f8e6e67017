"""What other services answered, kept on disk with its date: one file, for every run."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from souverain.clock import stamp
from souverain.errors import UsageError

FILE = "answers.sqlite"
TABLE = """
CREATE TABLE IF NOT EXISTS answer (
  key TEXT PRIMARY KEY, request TEXT NOT NULL, at TEXT NOT NULL, body BLOB NOT NULL
) WITHOUT ROWID"""
# One write to the disk for each answer, and a file that a power cut leaves whole.
QUICK = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"
WAIT_SECONDS = 30


class Kept(NamedTuple):
    """An answer, and when it came (an `xsd:dateTime` in UTC)."""

    body: bytes
    at: str


class Cache:
    """Answers by the request that they answer; each is on disk before the next is asked for.

    The folder is made where it is not there. Raises `UsageError` where it cannot be, or where its
    file is no cache. Use it as a context, which closes the file.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise self._unusable(fault.strerror or "no folder") from fault
        try:
            self._file = sqlite3.connect(self.path, timeout=WAIT_SECONDS, isolation_level=None)
        except sqlite3.Error as fault:
            raise self._unusable(str(fault)) from fault
        try:
            self._file.executescript(f"{QUICK};{TABLE}")
        except sqlite3.Error as fault:
            self._file.close()
            raise self._unusable(str(fault)) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def get(self, address: str, parameters: Mapping[str, str]) -> Kept | None:
        """The answer that is kept to a request, if there is one."""
        key = _key(_request(address, parameters))
        sql = "SELECT body, at FROM answer WHERE key = ?"
        try:
            with closing(self._file.execute(sql, (key,))) as found:
                row = found.fetchone()
        except sqlite3.Error as fault:
            raise self._unusable(str(fault)) from fault
        return Kept(*row) if row else None

    def put(self, address: str, parameters: Mapping[str, str], body: bytes) -> Kept:
        """Keep an answer in the place of an older one; gives it with its date."""
        request, kept = _request(address, parameters), Kept(body, stamp())
        sql = "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)"
        try:
            self._file.execute(sql, (_key(request), request, kept.at, kept.body))
        except sqlite3.Error as fault:
            raise self._unusable(str(fault)) from fault
        return kept

    def __len__(self) -> int:
        with closing(self._file.execute("SELECT count(*) FROM answer")) as found:
            return int(found.fetchone()[0])

    def _unusable(self, reason: str) -> UsageError:
        return UsageError(
            f"{self.path} cannot be used as a cache of answers: {reason}",
            hint="remove that file, or name another folder with --cache DIR",
        )


def folder(named: str, environ: Mapping[str, str] = os.environ) -> Path:
    """The folder that was named, or the user's own (XDG Base Directory Specification)."""
    if named:
        return Path(named)
    home = environ.get("XDG_CACHE_HOME") or Path(environ.get("HOME", "~"), ".cache").expanduser()
    return Path(home, "souverain")


def _request(address: str, parameters: Mapping[str, str]) -> str:
    """A request as one text: its address, and its parameters in order."""
    return "\n".join([address, *(f"{name}={text}" for name, text in sorted(parameters.items()))])


def _key(request: str) -> str:
    return hashlib.sha256(request.encode("utf-8")).hexdigest()
