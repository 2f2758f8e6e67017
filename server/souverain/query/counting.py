"""How many rows an answer has, counted on its bytes as they pass: pyoxigraph tells no one.

What a format puts between rows may stand inside a value too. In JSON and CSV every double quote
that is not escaped opens or closes a value, so what stands outside of values is every second part
between quotes; XML and HTML escape `<` in values, and TSV writes a line end in a value as `\\n`.
"""

from __future__ import annotations

from collections.abc import Callable


class Marks:
    """Counts marks that stand between rows and never in a value, less some that stand elsewhere."""

    def __init__(self, mark: bytes, others: int = 0) -> None:
        self._mark = mark
        self._tail = b""
        self._found = -others

    @property
    def rows(self) -> int:
        """The rows that have begun."""
        return max(self._found, 0)

    def feed(self, data: bytes) -> None:
        """Count in what comes next; a mark may be cut between two calls."""
        text = self._tail + data
        self._found += text.count(self._mark)
        self._tail = text[-(len(self._mark) - 1) :] if len(self._mark) > 1 else b""


class _Quoted:
    """Counts marks that stand outside of double quotes; a subclass takes escaped quotes out."""

    def __init__(self, *marks: Marks) -> None:
        self._marks = marks
        self._inside = 0

    @property
    def rows(self) -> int:
        """The rows that have begun."""
        return sum(mark.rows for mark in self._marks)

    def feed(self, data: bytes) -> None:
        """Count in what comes next."""
        parts = self._unescaped(data).split(b'"')
        outside = b"".join(parts[self._inside :: 2])
        self._inside ^= (len(parts) - 1) & 1
        for mark in self._marks:
            mark.feed(outside)

    def _unescaped(self, data: bytes) -> bytes:
        raise NotImplementedError


class Csv(_Quoted):
    """A quote in a value is doubled, which closes the value and opens it again."""

    def __init__(self) -> None:
        super().__init__(Marks(b"\r\n", others=1))

    def _unescaped(self, data: bytes) -> bytes:
        return data


class Json(_Quoted):
    """A row is an object, the first or a further one of an array; no other object is."""

    def __init__(self) -> None:
        super().__init__(Marks(b"[{"), Marks(b",{"))
        self._cut = b""

    def _unescaped(self, data: bytes) -> bytes:
        text = (self._cut + data).replace(b"\\\\", b"")
        self._cut = b"\\" if text.endswith(b"\\") else b""
        return text.removesuffix(b"\\").replace(b'\\"', b"")


COUNTERS: dict[str, Callable[[], Marks | _Quoted]] = {
    "json": Json,
    "xml": lambda: Marks(b"<result>"),
    "csv": Csv,
    "tsv": lambda: Marks(b"\n", others=1),
    "html": lambda: Marks(b"<tr>", others=1),
}
