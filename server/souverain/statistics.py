"""How much of what a dataset holds, in VoID: classes, properties, and which class has which.

The partitions of a class are those that editors and query planners read: for each property, what
classes and datatypes its values have (VoID, section 4.5, with `void-ext` for datatypes).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyoxigraph import QuerySolutions, Store

from souverain.store import Dataset
from souverain.vocab import PREFIXES

VOID_EXT = "http://ldf.fi/void-ext#"
HEAD = f"@prefix void: <{PREFIXES['void']}> .\n@prefix void-ext: <{VOID_EXT}> .\n"

WHOLE = """
SELECT (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects)
  (COUNT(DISTINCT ?p) AS ?properties) { ?s ?p ?o }
"""
CLASSES = "SELECT ?class (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class"
PROPERTIES = """
SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects)
{ ?s ?p ?o } GROUP BY ?p ORDER BY ?p
"""
OF_CLASSES = """
SELECT ?class ?p (COUNT(*) AS ?n) { ?s a ?class ; ?p ?o } GROUP BY ?class ?p ORDER BY ?class ?p
"""
VALUE_CLASSES = """
SELECT DISTINCT ?class ?p ?value { ?s a ?class ; ?p ?o . ?o a ?value } ORDER BY ?class ?p ?value
"""
DATATYPES = """
SELECT DISTINCT ?class ?p ?value {
  ?s a ?class ; ?p ?o FILTER (ISLITERAL(?o)) BIND (DATATYPE(?o) AS ?value)
}
ORDER BY ?class ?p ?value
"""


def turtle(dataset: Dataset) -> str:
    """The statistics of the default graph, called `#default`, whose parts are `#class-…`.

    The IRIs are relative: the document that they stand in is their base.
    """
    return HEAD + "\n".join(_lines(dataset.store)) + "\n"


def _lines(store: Store) -> Iterator[str]:
    (whole,) = _rows(store, WHOLE)
    classes = {row[0]: f"#class-{number}" for number, row in enumerate(_rows(store, CLASSES))}
    yield f"<#default> void:classes {len(classes)} ;"
    yield f"  void:distinctSubjects {whole[0]} ; void:distinctObjects {whole[1]} ;"
    yield f"  void:properties {whole[2]} ."
    for iri, count in _rows(store, CLASSES):
        yield f"<#default> void:classPartition <{classes[iri]}> ."
        yield f"<{classes[iri]}> void:class {iri} ; void:entities {count} ."
    for number, (iri, count, subjects, objects) in enumerate(_rows(store, PROPERTIES)):
        yield f"<#default> void:propertyPartition <#property-{number}> ."
        yield f"<#property-{number}> void:property {iri} ; void:triples {count} ;"
        yield f"  void:distinctSubjects {subjects} ; void:distinctObjects {objects} ."
    yield from _class_lines(store, classes)


def _class_lines(store: Store, classes: dict[str, str]) -> Iterator[str]:
    names: dict[tuple[str, str], str] = {}
    for number, (kind, iri, count) in enumerate(_rows(store, OF_CLASSES)):
        names[kind, iri] = f"{classes[kind]}-property-{number}"
        yield f"<{classes[kind]}> void:propertyPartition <{names[kind, iri]}> ."
        yield f"<{names[kind, iri]}> void:property {iri} ; void:triples {count} ."
    for query, part, term in (
        (VALUE_CLASSES, "void:classPartition", "void:class"),
        (DATATYPES, "void-ext:datatypePartition", "void-ext:datatype"),
    ):
        word = term.rpartition(":")[2]
        for number, (kind, iri, value) in enumerate(_rows(store, query)):
            name = f"{names[kind, iri]}-{word}-{number}"
            yield f"<{names[kind, iri]}> {part} <{name}> ."
            yield f"<{name}> {term} {value} ."


def _rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    """Each row as Turtle terms; blank nodes, which have no name outside, are left out."""
    solutions = store.query(query)
    assert isinstance(solutions, QuerySolutions)
    for solution in solutions:
        terms = [_term(term) for term in solution]
        if all(terms):
            yield tuple(terms)


def _term(term: Any) -> str:
    if term is None or str(term).startswith("_:"):
        return ""
    datatype = getattr(term, "datatype", None)
    return str(term.value) if datatype is not None else str(term)
