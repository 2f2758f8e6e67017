"""Every statement of a document, laid out for people: thing by thing, property by property."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from souverain import ttl
from souverain.pages.linked.naming import called, short
from souverain.query import statements
from souverain.query.statements import BLANK, Row

if TYPE_CHECKING:
    from souverain.pages.page import Page

# A document of more things than this, or more statements, is not listed under a page about it.
MOST_THINGS = 50
MOST_ROWS = 400


class Value(NamedTuple):
    """What a property has: a text with its language or its datatype, or a name that leads on."""

    text: str
    href: str
    language: str
    datatype: str


class Line(NamedTuple):
    """A property with its values."""

    name: str
    label: str
    href: str
    values: tuple[Value, ...]


class Block(NamedTuple):
    """One thing of a document: its IRI's fragment, its short name and address, what is said."""

    fragment: str
    name: str
    href: str
    lines: tuple[Line, ...]


def listed(page: Page) -> list[Block]:
    """The document of the page, where something is said of its own thing, and it is not large."""
    return document(page) if page.site.library.is_said_of(page.iri) else []


def document(page: Page) -> list[Block]:
    """The document of the page, where it is not large."""
    library = page.site.library
    if len(library.iris(page.iri)) > MOST_THINGS:
        return []
    found = library.statements(page.iri)
    return blocks(page, statements.rows(found)) if len(found) <= MOST_ROWS else []


def blocks(page: Page, rows: Iterable[Row]) -> list[Block]:
    """Statements by subject and property; the thing itself comes before its parts."""
    named = sorted(row for row in rows if not row.subject.startswith(BLANK))
    return [
        Block(_fragment(page, iri), short(page, iri), page.href(iri), tuple(_lines(page, list(of))))
        for iri, of in groupby(named, lambda row: row.subject)
    ]


def _fragment(page: Page, iri: str) -> str:
    """The fragment of a part of the page's own thing: others' parts have their own pages."""
    whole, _, fragment = iri.partition("#")
    return fragment if whole == page.iri else ""


def _lines(page: Page, rows: list[Row]) -> list[Line]:
    return [
        Line(
            ttl.shorten(predicate),
            page.label(predicate) or ttl.shorten(predicate),
            page.href(predicate),
            tuple(_value(page, row) for row in of),
        )
        for predicate, of in groupby(rows, lambda row: row.predicate)
    ]


def _value(page: Page, row: Row) -> Value:
    if row.is_literal:
        return Value(row.object, "", row.language, _datatype(row.datatype))
    if row.object.startswith(BLANK):
        return Value("[ ]", "", "", "")
    return Value(called(page, row.object), page.href(row.object), "", "")


def _datatype(iri: str) -> str:
    name = ttl.shorten(iri)
    return "" if name == "xsd:string" else name
