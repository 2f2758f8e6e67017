"""Good data for a class: the smallest of the examples, and a thing of the graph itself."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import RDF, Graph, Node, URIRef

from souverain import ttl
from souverain.pages.vocabulary.terms import Vocabulary


def smallest(vocabulary: Vocabulary, kind: URIRef) -> str:
    """The example of a class of which least is said, with its parts, as Turtle; empty if none."""
    named = [iri for iri in vocabulary.examples.subjects(RDF.type, kind) if isinstance(iri, URIRef)]
    graphs = [_about(vocabulary.examples, iri) for iri in sorted(set(named))]
    return ttl.write(min(graphs, key=len)) if graphs else ""


def _about(examples: Graph, iri: URIRef) -> Graph:
    found = Graph(bind_namespaces="none")
    for subject in (iri, *_parts(examples, iri)):
        for predicate, value in examples.predicate_objects(subject):
            found.add((subject, predicate, value))
    return found


def _parts(examples: Graph, iri: URIRef) -> Iterable[Node]:
    return [value for value in examples.objects(iri) if str(value).startswith(f"{iri}#")]
