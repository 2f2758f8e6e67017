"""The ontology for OWL tools, in RDF/XML."""

from __future__ import annotations

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from souverain.errors import NothingSelected
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target
from souverain.store import ONTOLOGY
from souverain.vocab import PREFIXES


def write(selection: Selection, target: Target) -> Counts:
    """The graph of the ontology with its alignments; raises `NothingSelected` without one."""
    found = triples(selection)
    serialize(found, target.stream, RdfFormat.RDF_XML, prefixes=dict(PREFIXES))
    return Counts({"triples": len(found)}, {"triples": len(found)})


def triples(selection: Selection) -> list[Triple]:
    """What the graph of the ontology says, in one order."""
    graph = NamedNode(f"{selection.origin.base}graph/{ONTOLOGY}")
    found = {quad.triple for quad in selection.origin.quads(graph=graph)}
    if not found:
        raise NothingSelected("the graph of the ontology")
    return sorted(found, key=str)
