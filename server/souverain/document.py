"""A document of the site: what is asked for, and what is given, wherever it is made.

The pages are made where the data are held, by whoever implements `Pages`; the server only passes on
what it was asked.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Asked(NamedTuple):
    """A request for a document.

    `path` and `query` are as they came, escapes and all; `accept` lists the media types that are
    taken, with commas between, the most wanted first; `language` is `en` or `fr`; `origin` is
    scheme and host, without a slash at the end.
    """

    path: str
    query: str
    accept: str
    language: str
    origin: str


class Document(NamedTuple):
    """What is given: status, media type, content, and headers besides."""

    status: int
    media_type: str
    content: bytes
    headers: tuple[tuple[str, str], ...] = ()


class Pages(Protocol):
    """Whoever makes the documents of one dataset."""

    def answer(self, asked: Asked) -> Document:
        """The document; raises `NoSuchPage`, `BadValue` or `NoFormat`."""
