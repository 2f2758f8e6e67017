"""Content codings of an answer (RFC 9110, section 8.4.1)."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Protocol

import zstandard

# Quick rather than small: a worker is there for queries.
GZIP_LEVEL = 5
ZSTD_LEVEL = 3
WITH_GZIP_HEADER = 31


class Coder(Protocol):
    """Encodes bytes as they come."""

    def compress(self, data: bytes, /) -> bytes:
        """What can be given of it so far."""

    def flush(self) -> bytes:
        """The rest."""


CODERS: dict[str, Callable[[], Coder]] = {
    "gzip": lambda: zlib.compressobj(GZIP_LEVEL, wbits=WITH_GZIP_HEADER),
    "zstd": lambda: zstandard.ZstdCompressor(ZSTD_LEVEL).compressobj(),
}


class Identity:
    """Gives the bytes as they are."""

    def compress(self, data: bytes, /) -> bytes:
        """All of it."""
        return data

    def flush(self) -> bytes:
        """Nothing."""
        return b""


def encoded(content: bytes, coding: str) -> bytes:
    """All of some content at once."""
    coder = CODERS[coding]()
    return coder.compress(content) + coder.flush()
