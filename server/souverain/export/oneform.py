"""Turtle in the one form in which the project writes it, which is rdflib's."""

from __future__ import annotations

from pyoxigraph import RdfFormat, serialize
from rdflib import Graph

from souverain import ttl
from souverain.errors import Unwritable
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target


def write(selection: Selection, target: Target) -> Counts:
    """The triples as one Turtle text; raises `Unwritable` for those of RDF 1.2."""
    content = serialize(selection.triples(), format=RdfFormat.N_TRIPLES)
    assert content is not None
    if b"<<(" in content:
        raise Unwritable("Turtle in the one form has no triple terms", hint="choose trig")
    graph = Graph(bind_namespaces="none")
    graph.parse(data=content, format="ntriples")
    target.stream.write(ttl.write(graph, is_canonical=True).encode("utf-8"))
    return Counts({"triples": len(graph)}, {"triples": len(graph)})
