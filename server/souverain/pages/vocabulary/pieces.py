"""Words in order, of which some name a term and some are code."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from rdflib import Literal, Node


class Piece(NamedTuple):
    """Some words; `iri` is the term that they name, `is_code` tells what is shown as written."""

    text: str
    iri: str = ""
    is_code: bool = False


Pieces = tuple[Piece, ...]


def plain(pieces: Iterable[Piece]) -> str:
    """The words alone."""
    return "".join(piece.text for piece in pieces)


def local(node: Node) -> str:
    """The last part of an IRI."""
    return str(node).rpartition("#")[2].rpartition("/")[2]


def word(text: str | None) -> Pieces:
    """A text that is part of the words."""
    return (Piece(text or ""),)


def code(text: str) -> Pieces:
    """A text that is shown as it is written."""
    return (Piece(text, is_code=True),)


def is_number(value: Node) -> bool:
    """Whether a term is a number."""
    return isinstance(value, Literal) and isinstance(value.value, int | float | Decimal)


def number(value: Node) -> str:
    """A number without the zeros that say nothing; other texts as they are."""
    try:
        exact = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    return f"{exact.normalize():f}" if exact.is_finite() else str(value)
