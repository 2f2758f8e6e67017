"""The statements that make a document of the graph: found, written, and read as plain rows."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple

from souverain.errors import TurtleError
from souverain.files import Project
from souverain.formats import Kind
from souverain.query.writing import write
from souverain.store import Dataset
from souverain.vocab import PREFIXES

Statement = Triple
# What the name of a blank node begins with.
BLANK = "_:"
LABELS = tuple(
    NamedNode(iri) for iri in (f"{PREFIXES['skos']}prefLabel", f"{PREFIXES['rdfs']}label")
)


class Row(NamedTuple):
    """A statement as texts; `language` and `datatype` are a literal's, which has one of the two.

    A blank node is written as `_:` and a name that holds in one answer only.
    """

    subject: str
    predicate: str
    object: str
    language: str = ""
    datatype: str = ""

    @property
    def is_literal(self) -> bool:
        """Whether the object is a text, and no thing."""
        return bool(self.language or self.datatype)


def shapes(project: Project) -> Dataset:
    """The shapes of a project as one graph; raises `TurtleError`."""
    store = Store()
    for path in project.shapes_files():
        try:
            store.bulk_load(project.read(path).encode("utf-8"), format=RdfFormat.TURTLE)
        except SyntaxError as fault:
            reason = fault.msg.partition(": ")[2] or fault.msg
            raise TurtleError(project.name(path), fault.lineno or 0, reason) from None
    return Dataset.of(store, is_union=True)


def names(data: Dataset) -> tuple[set[str], set[str]]:
    """Every IRI in any graph of the data, and those of them that are subjects."""
    subjects: set[str] = set()
    others: set[str] = set()
    for quad in data.store.quads_for_pattern(None, None, None, None):
        if isinstance(quad.subject, NamedNode):
            subjects.add(quad.subject.value)
        others.add(quad.predicate.value)
        if isinstance(quad.object, NamedNode):
            others.add(quad.object.value)
    return subjects | others, subjects


def about(data: Dataset, iris: Iterable[str]) -> list[Statement]:
    """What any graph says of some things, and of the blank nodes that this leads to."""
    waiting: list[NamedNode | BlankNode] = [NamedNode(iri) for iri in iris]
    found: dict[Statement, None] = {}
    seen = set(waiting)
    while waiting:
        for quad in data.store.quads_for_pattern(waiting.pop(0), None, None, None):
            found[quad.triple] = None
            if isinstance(quad.object, BlankNode) and quad.object not in seen:
                seen.add(quad.object)
                waiting.append(quad.object)
    return sorted(found, key=_place)


def naming(data: Dataset, iri: str, most: int) -> list[Statement]:
    """What any graph says by way of a thing, as predicate or object; at most so many."""
    node = NamedNode(iri)
    found = itertools.chain(
        data.store.quads_for_pattern(None, None, node, None),
        data.store.quads_for_pattern(None, node, None, None),
    )
    return sorted({quad.triple for quad in itertools.islice(found, most)}, key=_place)


def within(data: Dataset, graph: str) -> list[Statement]:
    """What one named graph says."""
    quads = data.store.quads_for_pattern(None, None, None, NamedNode(graph))
    return sorted((quad.triple for quad in quads), key=_place)


def subjects(of: Iterable[Statement]) -> set[str]:
    """The IRIs that some statements are about."""
    return {row.subject.value for row in of if isinstance(row.subject, NamedNode)}


def labels(data: Dataset, of: Iterable[Statement]) -> list[Statement]:
    """What the things are called that some statements have as their objects."""
    things = {row.object for row in of if isinstance(row.object, NamedNode)}
    found = (
        quad.triple
        for thing in things
        for name in LABELS
        for quad in data.store.quads_for_pattern(thing, name, None, None)
    )
    return sorted(set(found), key=_place)


def written(
    statements: Iterable[Statement], format_name: str, prefixes: Mapping[str, str]
) -> bytes:
    """The statements in a format of graphs; raises `Unwritable` where it cannot hold them."""
    content = BytesIO()
    write(Kind.GRAPH, format_name, statements, content, prefixes)
    return content.getvalue()


def rows(statements: Iterable[Statement]) -> Iterator[Row]:
    """The statements as texts."""
    for subject, predicate, object in statements:
        told = _text(subject), _text(predicate)
        if isinstance(object, Literal):
            language = object.language or ""
            yield Row(*told, object.value, language, "" if language else object.datatype.value)
        else:
            yield Row(*told, _text(object))


def _place(row: Statement) -> tuple[str, str, str]:
    """Where a statement stands among others: a thing comes before its parts."""
    return _text(row.subject), _text(row.predicate), str(row.object)


def _text(term: NamedNode | BlankNode | Literal | Triple) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
