"""What a named graph holds: its triples where they are few, else the things that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from souverain import ttl
from souverain.query.statements import BLANK, Row
from souverain.vocab import PREFIXES

# So many triples of a graph are shown as they are; of a larger one, so many things and parts.
MOST_TRIPLES = 150
MOST_THINGS = 800
MOST_PARTS = 2500
RDF_TYPE = PREFIXES["rdf"] + "type"


class Part(NamedTuple):
    """A part of the graph's own document: its fragment, and its values in short."""

    fragment: str
    words: str


class Contents(NamedTuple):
    """What is shown of a graph; `things` come by class, and those left out are counted."""

    rows: tuple[Row, ...]
    things: tuple[tuple[str, tuple[str, ...]], ...]
    parts: tuple[Part, ...]
    left_out: int


def of(graph: str, rows: Sequence[Row]) -> Contents:
    """What is shown of a graph that holds these rows, which are sorted."""
    if len(rows) <= MOST_TRIPLES:
        return Contents(tuple(rows), (), (), 0)
    things = _things(graph, rows)
    parts = _parts(graph, rows)
    left_out = max(0, len(things) - MOST_THINGS) + max(0, len(parts) - MOST_PARTS)
    kinds = {row.subject: row.object for row in reversed(rows) if row.predicate == RDF_TYPE}
    shown = sorted((kinds.get(thing, ""), thing) for thing in things[:MOST_THINGS])
    grouped = groupby(shown, lambda row: row[0])
    by_kind = tuple((kind, tuple(thing for _, thing in of)) for kind, of in grouped)
    return Contents((), by_kind, tuple(parts[:MOST_PARTS]), left_out)


def _things(graph: str, rows: Sequence[Row]) -> list[str]:
    """The things that the rows are about, without their parts, and without the graph itself."""
    named = {row.subject for row in rows if not row.subject.startswith(BLANK)}
    whole = {thing for thing in named if thing.partition("#")[0] not in named - {thing}}
    return sorted(thing for thing in whole if thing.partition("#")[0] != graph)


def _parts(graph: str, rows: Sequence[Row]) -> list[Part]:
    own = [row for row in rows if row.subject.startswith(f"{graph}#")]
    by_subject = groupby(own, lambda row: row.subject)
    return [Part(subject.partition("#")[2], _words(graph, list(of))) for subject, of in by_subject]


def _words(graph: str, rows: list[Row]) -> str:
    """What a part has, besides other parts of the same document."""
    values = [row for row in rows if not row.object.startswith(f"{graph}#")]
    told = [row for row in values if row.predicate != RDF_TYPE] or values
    return " ".join(row.object if row.is_literal else ttl.shorten(row.object) for row in told)
