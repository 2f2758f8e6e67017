"""The ontology opens in the OWL tools, whole."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import OWL, RDF, Graph

from souverain import ttl
from souverain.errors import NothingSelected
from souverain.export.origin import Origin
from souverain.vocab import SOV

KINDS = {
    "get_classes": OWL.Class,
    "get_object_properties": OWL.ObjectProperty,
    "get_data_properties": OWL.DatatypeProperty,
    "get_annotation_properties": OWL.AnnotationProperty,
}


@pytest.fixture(scope="module")
def core(project) -> Graph:
    return ttl.read(project.ontology / "core.ttl")


def ours(core, kind) -> set[str]:
    return {str(term) for term in core.subjects(RDF.type, kind) if term in SOV}


@pytest.mark.parametrize(
    ("name", "serialization"), [("owl-rdfxml", "rdf"), ("owl-functional", "ofn")]
)
@pytest.mark.parametrize("asked", KINDS)
def test_horned_owl_finds_every_term(whole, exported, core, name, serialization, asked):
    import pyhornedowl

    text = exported(whole, name).decode("utf-8")
    ontology = pyhornedowl.open_ontology_from_string(text, serialization)
    assert ours(core, KINDS[asked]) <= set(getattr(ontology, asked)())


def test_both_forms_have_the_same_axioms(whole, exported):
    import pyhornedowl

    read = pyhornedowl.open_ontology_from_string
    one = read(exported(whole, "owl-rdfxml").decode("utf-8"), "rdf")
    other = read(exported(whole, "owl-functional").decode("utf-8"), "ofn")
    assert sorted(map(str, one.get_axioms())) == sorted(map(str, other.get_axioms()))


def test_owlready_finds_every_class_with_its_labels(whole, exported, core, tmp_path):
    import owlready2

    path = tmp_path / "ontology.owl"
    path.write_bytes(exported(whole, "owl-rdfxml"))
    ontology = owlready2.World().get_ontology(path.as_uri()).load()
    found = {kind.iri: kind for kind in ontology.classes()}
    assert ours(core, OWL.Class) <= found.keys()
    labels = found[str(SOV.Stake)].label
    assert {str(label): label.lang for label in labels} == {"participation": "fr", "stake": "en"}


def test_nothing_of_the_graph_of_the_ontology_is_lost_in_rdf_xml(whole, exported):
    read = {quad.triple for quad in parse(exported(whole, "owl-rdfxml"), format=RdfFormat.RDF_XML)}
    graph = NamedNode(f"{whole.base}graph/ontology")
    named = {quad.triple for quad in whole.quads(graph=graph)}
    plain = {t for t in named if "_:" not in str(t)}
    assert plain <= read
    assert len(read) == len(named)


def test_data_without_an_ontology_are_refused(exported):
    store = Store()
    term = NamedNode("http://a.example/a")
    store.add(Quad(term, term, term))
    with pytest.raises(NothingSelected):
        exported(Origin((store,)), "owl-rdfxml")
