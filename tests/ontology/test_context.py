"""The JSON-LD context is made from the ontology, and documents that use it keep their meaning."""

from __future__ import annotations

import json

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph
from rdflib.compare import isomorphic

from souverain import ttl
from souverain.build.context import context
from souverain.files import Project
from souverain.vocab import SOV

DOCUMENT = {
    "@id": "id:stake-1",
    "@type": "Stake",
    "holder": "id:orange",
    "target": "id:cloudwatt",
    "status": "InForce",
    "percentage": "44.4",
    "percentageText": {"@value": "44,4 %", "@language": "fr"},
    "validFrom": {"@id": "id:stake-1-from", "earliest": "2012-10-01", "edtf": "2012-10"},
    "rule": {"@id": "https://w3id.org/souverain/rules#remainder", "@type": "Rule"},
    "evidence": {"@id": "id:evidence-1", "oa:hasSource": "article:002"},
    "splitKnown": False,
    "skos:closeMatch": "wd:Q1",
}
TURTLE = """
PREFIX article: <https://w3id.org/souverain/articles/>
PREFIX id: <https://w3id.org/souverain/id/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sov: <https://w3id.org/souverain/ontology#>
PREFIX rule: <https://w3id.org/souverain/rules#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
id:stake-1 a sov:Stake ;
  sov:holder id:orange ; sov:target id:cloudwatt ; sov:status sov:InForce ;
  sov:percentage 44.4 ; sov:percentageText "44,4 %"@fr ; sov:validFrom id:stake-1-from ;
  sov:rule rule:remainder ; sov:evidence id:evidence-1 ; sov:splitKnown false ;
  skos:closeMatch wd:Q1 .
id:stake-1-from sov:earliest "2012-10-01"^^xsd:date ; sov:edtf "2012-10" .
rule:remainder a sov:Rule .
id:evidence-1 oa:hasSource article:002 .
"""
TYPED = {
    "holder": "@id",
    "status": "@vocab",
    "channel": "@vocab",
    "percentage": "http://www.w3.org/2001/XMLSchema#decimal",
    "earliest": "http://www.w3.org/2001/XMLSchema#date",
    "partial": "http://www.w3.org/2001/XMLSchema#boolean",
    "oa:hasSource": "@id",
}
# rdflib's own JSON-LD parser makes one (rdflib 7.6).
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
PLAIN = ["percentageText", "edtf", "Stake", "skos:prefLabel", "oa:SpecificResource"]


@pytest.fixture(scope="module")
def core(project: Project) -> Graph:
    return ttl.read(project.ontology / "core.ttl")


@pytest.fixture(scope="module")
def published(project: Project) -> str:
    return (project.ontology / "context.jsonld").read_text("utf-8")


@pytest.fixture(scope="module")
def names(published: str) -> dict[str, str | dict[str, str]]:
    return json.loads(published)["@context"]


def read(document: object) -> Graph:
    return Graph().parse(data=json.dumps(document), format="json-ld")


def test_the_context_is_what_the_ontology_gives(core, published):
    assert published == context(core)


def test_every_class_and_property_is_in_the_context(core, names):
    kinds = [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty]
    defined = {row if isinstance(row, str) else row["@id"] for row in names.values() if row != 1.1}
    assert {str(term) for kind in kinds for term in core.subjects(RDF.type, kind)} <= defined


def test_every_property_of_ours_has_its_bare_name(core, names):
    kinds = [OWL.ObjectProperty, OWL.DatatypeProperty]
    ours = {term for kind in kinds for term in core.subjects(RDF.type, kind) if term in SOV}
    assert len(ours) > 100
    assert {name for name in names if SOV[name] in ours} == {term[len(SOV) :] for term in ours}


@pytest.mark.parametrize("name", TYPED)
def test_a_value_is_read_as(names, name):
    assert names[name]["@type"] == TYPED[name]


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_value_stays_plain(names, name):
    assert isinstance(names[name], str)


def test_a_coded_property_takes_bare_concepts(core, names):
    coded = {
        term[len(SOV) :]
        for kind in core.subjects(RDFS.subClassOf, SKOS.Concept)
        for term in core.subjects(RDFS.range, kind)
    }
    typed = {name: row["@type"] for name, row in names.items() if isinstance(row, dict)}
    assert {name for name, kind in typed.items() if kind == "@vocab"} == coded


def test_a_document_says_what_its_turtle_says(published):
    document = {**json.loads(published), **DOCUMENT}
    assert isomorphic(read(document), Graph().parse(data=TURTLE))


def test_a_graph_goes_to_json_ld_and_back(published):
    graph = Graph().parse(data=TURTLE)
    text = graph.serialize(
        format="json-ld", context=json.loads(published)["@context"], auto_compact=True
    )
    assert '"percentage": "44.4"' in text
    assert isomorphic(Graph().parse(data=text, format="json-ld"), graph)
