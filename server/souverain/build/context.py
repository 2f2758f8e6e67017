"""The JSON-LD context of the ontology: its own terms by their bare names.

A number whose range is a decimal is written as a string ("44.4"), since JSON-LD reads a JSON number
with a fraction as a double.
"""

from __future__ import annotations

import json

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, URIRef
from rdflib.term import Node

from souverain import ttl
from souverain.vocab import PREFIXES, SOV

KINDS = (OWL.Class, OWL.AnnotationProperty, OWL.DatatypeProperty, OWL.ObjectProperty)


def context(core: Graph) -> str:
    """The context as JSON text, sorted, with each class and property of the core ontology.

    Our terms go by their bare names, which win over a prefix of the same name, and those of
    others by their prefixed names. Any other bare name is one of ours too (`@vocab`), so that a
    misspelt one shows up as an undefined term instead of being dropped.
    """
    terms = {_name(term): _definition(core, term) for kind in KINDS for term in _all(core, kind)}
    body = {"@version": 1.1, "@vocab": str(SOV)} | PREFIXES | terms
    return json.dumps({"@context": body}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _all(core: Graph, kind: Node) -> list[URIRef]:
    return [term for term in core.subjects(RDF.type, kind) if isinstance(term, URIRef)]


def _name(term: URIRef) -> str:
    return ttl.shorten(term).removeprefix("sov:")


def _definition(core: Graph, term: URIRef) -> str | dict[str, str]:
    """The term's IRI, and how a bare string in its place is read."""
    coercion = _coercion(core, term)
    return {"@id": str(term), "@type": coercion} if coercion else str(term)


def _coercion(core: Graph, term: URIRef) -> str:
    """`@vocab` for a concept, `@id` for another resource, else the datatype, where it matters."""
    values = core.value(term, RDFS.range)
    if (term, RDF.type, OWL.ObjectProperty) in core:
        coded = values is not None and (values, RDFS.subClassOf, SKOS.Concept) in core
        return "@vocab" if coded else "@id"
    return str(values) if values not in (None, XSD.string) else ""
