"""XML, written an element at a time: nothing is kept of what was written but what is open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO
from xml.sax.saxutils import escape, quoteattr

# What no XML document may hold (XML 1.0, 2.2), not even by a reference.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
# Written as they are, a reader would take them for other white space (XML 1.0, 2.11 and 3.3.3).
_KEPT = {"\r": "&#13;"}
_KEPT_IN_ATTRIBUTES = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}


class Markup:
    """A document on a stream: elements with attributes, texts, and elements inside them."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._depth = 0
        self._write('<?xml version="1.0" encoding="UTF-8"?>\n')

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, str] | None = None) -> Iterator[None]:
        """An element around what is written in the block."""
        self._line(f"<{name}{_attributes(attributes or {})}>")
        self._depth += 1
        yield
        self._depth -= 1
        self._line(f"</{name}>")

    def text(self, name: str, attributes: Mapping[str, str], content: str) -> None:
        """An element with a text."""
        content = escape(_allowed(content), _KEPT)
        self._line(f"<{name}{_attributes(attributes)}>{content}</{name}>")

    def empty(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element without content."""
        self._line(f"<{name}{_attributes(attributes)}/>")

    def _line(self, text: str) -> None:
        self._write(f"{'  ' * self._depth}{text}\n")

    def _write(self, text: str) -> None:
        self._stream.write(text.encode("utf-8"))


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(
        f" {name}={quoteattr(_allowed(value), _KEPT_IN_ATTRIBUTES)}"
        for name, value in attributes.items()
    )


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub(_REPLACEMENT, text)
