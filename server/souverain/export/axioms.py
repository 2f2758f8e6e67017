"""The ontology for OWL tools, as axioms in functional-style syntax (OWL 2)."""

from __future__ import annotations

import pyhornedowl
from pyoxigraph import RdfFormat, serialize

from souverain.export import ontology
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target
from souverain.vocab import PREFIXES


def write(selection: Selection, target: Target) -> Counts:
    """The axioms of the ontology's graph; raises `NothingSelected` without one."""
    triples = ontology.triples(selection)
    content = serialize(triples, format=RdfFormat.RDF_XML)
    assert content is not None
    read = pyhornedowl.open_ontology_from_string(content.decode("utf-8"), "rdf")
    for prefix, namespace in PREFIXES.items():
        read.prefix_mapping.add_prefix(prefix, namespace)
    target.stream.write(read.save_to_string("ofn").encode("utf-8"))
    return Counts({"triples": len(triples)}, {"axioms": len(read.get_components())})
