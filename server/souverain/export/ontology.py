"""The ontology for OWL tools: in RDF/XML, and as axioms in functional syntax."""

from __future__ import annotations

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from souverain.errors import NothingSelected
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target
from souverain.store import ONTOLOGY
from souverain.vocab import PREFIXES


def write_rdfxml(selection: Selection, target: Target) -> Counts:
    """The graph of the ontology with its alignments; raises `NothingSelected` without one."""
    triples = _triples(selection)
    serialize(triples, target.stream, RdfFormat.RDF_XML, prefixes=dict(PREFIXES))
    return Counts({"triples": len(triples)}, {"triples": len(triples)})


def write_functional(selection: Selection, target: Target) -> Counts:
    """The same as OWL 2 axioms in functional-style syntax."""
    import pyhornedowl

    triples = _triples(selection)
    content = serialize(triples, format=RdfFormat.RDF_XML)
    assert content is not None
    ontology = pyhornedowl.open_ontology_from_string(content.decode("utf-8"), "rdf")
    for prefix, namespace in PREFIXES.items():
        ontology.prefix_mapping.add_prefix(prefix, namespace)
    text = ontology.save_to_string("ofn")
    target.stream.write(text.encode("utf-8"))
    return Counts({"triples": len(triples)}, {"axioms": len(ontology.get_components())})


def _triples(selection: Selection) -> list[Triple]:
    """In one order."""
    graph = NamedNode(f"{selection.origin.base}graph/{ONTOLOGY}")
    found = {quad.triple for quad in selection.origin.quads(graph=graph)}
    if not found:
        raise NothingSelected("the graph of the ontology")
    return sorted(found, key=str)
