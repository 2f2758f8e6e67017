"""The log of requests and queries: one line of JSON each, with the client's address hashed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
import sys
import time
from functools import lru_cache
from typing import IO

from souverain.errors import UsageError

STANDARD_ERROR = "-"
QUERY_CHARACTERS = 4096
HASH_BYTES = 8


class Journal:
    """Lines of JSON, written to a file a moment after they come.

    The hash of an address is keyed with a secret of this run: it tells clients apart, and nobody
    can go back from it to an address. What cannot be written (a full disk) is dropped and counted.
    """

    def __init__(self, name: str) -> None:
        self.dropped = 0
        self._name = name
        self._secret = secrets.token_bytes(32)
        self._lines: list[str] = []
        self._is_broken = False
        self._stream = self._open()
        self.hashed = lru_cache(maxsize=4096)(self._hashed)

    @property
    def is_kept(self) -> bool:
        """Whether there is a log at all."""
        return self._stream is not None

    def note(self, client: str, **told: object) -> None:
        """Add a line; a query text that is very long is cut, and its length told."""
        if self._stream is None:
            return
        query = told.get("query")
        if isinstance(query, str) and len(query) > QUERY_CHARACTERS:
            told |= {"query": query[:QUERY_CHARACTERS], "query_characters": len(query)}
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        line = {"time": stamp, "client": self.hashed(client), **told}
        self._lines.append(json.dumps(line, ensure_ascii=True))

    def flush(self) -> None:
        """Write what was noted."""
        if not self._lines or self._stream is None:
            return
        lines, self._lines = self._lines, []
        content = b"\n" * self._is_broken + ("\n".join(lines) + "\n").encode("ascii")
        written = 0
        try:
            # A disk that is nearly full takes a part.
            while written < len(content):
                written += self._stream.write(content[written:])
            self._stream.flush()
        except (OSError, ValueError):
            self.dropped += content.count(b"\n", max(written, self._is_broken))
        if written:
            self._is_broken = content[written - 1 : written] != b"\n"

    def reopen(self) -> None:
        """Go on in a new file of the same name, where the old one was moved away."""
        self.flush()
        if self._stream is not sys.stderr.buffer:
            self.close()
            self._stream, self._is_broken = self._open(), False

    def close(self) -> None:
        """Write what was noted, and no more."""
        self.flush()
        if self._stream and self._stream is not sys.stderr.buffer:
            with contextlib.suppress(OSError):
                self._stream.close()
        self._stream = None

    def _open(self) -> IO[bytes] | None:
        if self._name == STANDARD_ERROR:
            return sys.stderr.buffer
        try:
            return open(self._name, "ab", buffering=0) if self._name else None
        except OSError as fault:
            raise UsageError(
                f"the log {self._name} cannot be written: {fault.strerror}",
                hint="name a file in a folder that you may write to, or - for standard error",
            ) from None

    def _hashed(self, client: str) -> str:
        digest = hashlib.blake2b(client.encode(), digest_size=HASH_BYTES, key=self._secret)
        return digest.hexdigest()
