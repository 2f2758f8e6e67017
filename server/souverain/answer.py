"""A whole answer as bytes, held in memory, or in a file of its own once it is large."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Protocol, Self

from souverain.errors import Unwritable
from souverain.formats import Format, Kind

CHUNK_BYTES = 64 * 1024
IN_MEMORY_BYTES = 4 * 1024 * 1024


class Writable(Protocol):
    """What a serialiser writes into."""

    def write(self, data: bytes, /) -> int:
        """Take the bytes; gives how many they were."""

    def flush(self) -> None:
        """Hold nothing back."""


class Answer:
    """The bytes of one answer: iterating gives them in chunks, closing frees them."""

    def __init__(self, kind: Kind, format: Format) -> None:
        self.kind = kind
        self.format = format
        self.length_bytes = 0
        self._content: Any = tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES)  # noqa: SIM115

    @contextmanager
    def filling(self) -> Iterator[Writable]:
        """The stream to write the answer into; when that fails, nothing of it is kept."""
        try:
            yield FILTERS.get(self.format.name, _Same)(self._content)
        except BaseException:
            self.close()
            raise
        self.length_bytes = self._content.tell()

    def __iter__(self) -> Iterator[bytes]:
        self._content.seek(0)
        while chunk := self._content.read(CHUNK_BYTES):
            yield chunk

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self) -> bytes:
        """All of it."""
        return b"".join(self)

    def close(self) -> None:
        """Free the memory or the file that holds it."""
        self._content.close()


class _Same:
    """A stream that passes on what it is given."""

    def __init__(self, content: Writable) -> None:
        self._content = content

    def write(self, data: bytes, /) -> int:
        """Pass the bytes on."""
        return self._content.write(data)

    def flush(self) -> None:
        """Nothing is held back."""


class _Xml(_Same):
    """A stream in which carriage returns are written so that XML readers keep them.

    pyoxigraph 0.5 writes them raw, and writes the characters that XML 1.0 has no way to write;
    here those raise `Unwritable`.
    """

    ILLEGAL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")

    def __init__(self, content: Writable) -> None:
        super().__init__(content)
        self._tail = b""

    def write(self, data: bytes, /) -> int:
        """Write the bytes; a character may be cut between two calls."""
        if found := self.ILLEGAL.search(self._tail + data):
            character = ord(found[0].decode("utf-8"))
            raise Unwritable(
                f"XML has no way to write the character U+{character:04X}",
                hint="ask for another format",
            )
        self._tail = data[-2:]
        self._content.write(data.replace(b"\r", b"&#13;"))
        return len(data)


class _Turtle(_Same):
    """A stream in which the prefixes are in order; pyoxigraph 0.5 shuffles them on every run."""

    HEADER = re.compile(rb"(?:@prefix [^\n]*\n)*")

    def __init__(self, content: Writable) -> None:
        super().__init__(content)
        self._begun = False

    def write(self, data: bytes, /) -> int:
        """Write the bytes; the header comes whole, within the first."""
        if not self._begun:
            header = self.HEADER.match(data)
            assert header
            self._content.write(b"".join(sorted(header[0].splitlines(keepends=True))))
            self._content.write(data[header.end() :])
            self._begun = True
            return len(data)
        return self._content.write(data)


FILTERS = {"xml": _Xml, "rdfxml": _Xml, "turtle": _Turtle, "trig": _Turtle}
