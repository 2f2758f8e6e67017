"""Turtle in the one form in which the project writes it, which is rdflib's."""

from __future__ import annotations

import pyoxigraph as engine
from rdflib import BNode, Graph, Literal, URIRef

from souverain import ttl
from souverain.errors import Unwritable
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target
from souverain.vocab import PREFIXES


def write(selection: Selection, target: Target) -> Counts:
    """The triples as one Turtle text; raises `Unwritable` for those of RDF 1.2."""
    graph = Graph(bind_namespaces="none")
    for triple in selection.triples():
        graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    target.stream.write(ttl.write(graph, is_canonical=True).encode("utf-8"))
    return Counts({"triples": len(graph)}, {"triples": len(graph)})


def _term(term: object) -> URIRef | BNode | Literal:
    """A term of the engine as one of rdflib's, blank nodes by the names that they have."""
    if isinstance(term, engine.NamedNode):
        return URIRef(term.value)
    if isinstance(term, engine.BlankNode):
        return BNode(term.value)
    if isinstance(term, engine.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        return Literal(term.value, datatype=_datatype(term))
    raise Unwritable("Turtle in the one form has no triple terms", hint="choose trig")


def _datatype(term: engine.Literal) -> URIRef | None:
    """That of a literal; a plain text is written without."""
    name = term.datatype.value
    return None if name == f"{PREFIXES['xsd']}string" else URIRef(name)
