"""Quads for people: each term short, with the prefixes of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from souverain import ttl
from souverain.patch import Patch
from souverain.versions import data

_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Row(NamedTuple):
    """One quad in words; `graph` is empty for the default graph."""

    graph: str
    subject: str
    predicate: str
    value: str


def iri(text: str) -> str:
    """An IRI as a prefixed name, or between angle brackets where no prefix fits."""
    short = ttl.shorten(text)
    return f"<{short}>" if short == text else short


def rows(lines: Iterable[str]) -> Iterator[Row]:
    """Lines of N-Quads in words, in their order."""
    for quad in data.quads(lines):
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else _term(quad.graph_name)
        yield Row(graph, _term(quad.subject), _term(quad.predicate), _term(quad.object))


def changes(patch: Patch) -> Iterator[tuple[str, Row]]:
    """Each row that went (`-`) or came (`+`), by graph and subject, what went before what came."""
    told = [("-", row) for row in rows(patch.removed)] + [("+", row) for row in rows(patch.added)]
    yield from sorted(told, key=lambda change: (*change[1][:3], change[0] == "+", change[1].value))


def _term(term: NamedNode | BlankNode | Literal | Triple) -> str:
    match term:
        case NamedNode():
            return iri(term.value)
        case Literal() if not term.language and term.datatype.value != _STRING:
            return f"{Literal(term.value)}^^{_term(term.datatype)}"
        case Triple():
            inner = " ".join(map(_term, (term.subject, term.predicate, term.object)))
            return f"<<( {inner} )>>"
    return str(term)
