"""What `/sparql` says of itself when nothing is asked."""

from __future__ import annotations

import dataclasses
import gzip

import pytest
import zstandard
from rdflib import RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS
from souverain.settings import SETTINGS, Settings
from souverain.source import Summary
from souverain.web import description
from souverain.web.served import Served

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
SOV = Namespace("https://w3id.org/souverain/ontology#")
ENDPOINT = URIRef("http://localhost/sparql")


@pytest.fixture
def served(loaded) -> Served:
    return Served(Settings(), Summary(**loaded.summary()))


def told_at(url: str, served: Served) -> Graph:
    return Graph().parse(data=description.document(url, GRAPH_FORMATS[0], served))


@pytest.fixture
def described(client) -> Graph:
    return Graph().parse(data=client.get("/sparql").data, format="turtle")


def test_the_service_names_its_endpoint_and_languages(described):
    assert set(described.subjects(RDF.type, SD.Service)) == {ENDPOINT}
    assert set(described.objects(ENDPOINT, SD.endpoint)) == {ENDPOINT}
    assert SD.SPARQL11Query in set(described.objects(ENDPOINT, SD.supportedLanguage))


def test_the_service_names_every_format(described):
    told = {str(iri) for iri in described.objects(ENDPOINT, SD.resultFormat)}
    assert told == {format.iri for format in (*RESULT_FORMATS, *GRAPH_FORMATS)}


def test_the_service_names_every_graph_with_its_size(described, dataset):
    told = {
        str(described.value(node, SD.name)): int(described.value(node, VOID.triples))
        for node in described.objects(None, SD.namedGraph)
    }
    assert told == dataset.named


def test_the_default_graph_has_a_size(described, dataset):
    (graph,) = described.objects(None, SD.defaultGraph)
    assert int(described.value(graph, VOID.triples)) == dataset.triples


@pytest.mark.parametrize("is_union", [True, False])
def test_the_default_graph_is_called_a_union_only_where_it_is_one(loaded, is_union):
    summary = dataclasses.replace(Summary(**loaded.summary()), is_union=is_union)
    told = Graph().parse(data=description.turtle(str(ENDPOINT), summary, Settings()))
    assert ((ENDPOINT, SD.feature, SD.UnionDefaultGraph) in told) is is_union


@pytest.mark.parametrize("host", ["x> <y", "a b", 'x"y', "x{y}", "évil", "x/../y", "user@host"])
def test_a_host_that_is_none_names_no_endpoint(served, host):
    told = told_at(f"http://{host}/sparql", served)
    (endpoint,) = told.objects(None, SD.endpoint)
    assert str(endpoint) in ("http://127.0.0.1:8000/sparql", f"http://{host}/sparql")


@pytest.mark.parametrize("url", ["http://[::1]:80/sparql", "https://a.test:8443/x/sparql"])
def test_an_endpoint_may_be_anywhere(served, url):
    told = told_at(url, served)
    assert set(told.objects(None, SD.endpoint)) == {URIRef(url)}


@pytest.mark.parametrize("format", GRAPH_FORMATS, ids=lambda row: row.name)
def test_the_description_comes_in_every_format(client, format):
    response = client.get("/sparql", headers={"Accept": format.media_type})
    assert response.mimetype == format.media_type
    assert b"sparql-service-description#" in response.data


def test_a_description_in_another_type_is_refused(client):
    response = client.get("/sparql", headers={"Accept": "text/csv"})
    assert response.status_code == 406
    assert "text/html" in response.get_json()["offered"]


@pytest.mark.parametrize("format", GRAPH_FORMATS, ids=lambda row: row.name)
def test_the_description_names_its_own_address_in_every_format(served, format):
    content = description.document("http://a.test/sparql", format, served)
    assert b"http://a.test/sparql" in content
    assert b"anywhere" not in content


@pytest.mark.parametrize("name", description.LIMITS)
def test_a_limit_is_told_with_its_value_and_its_meaning(described, name):
    term = URIRef(f"{ENDPOINT}#{name}")
    assert described.value(ENDPOINT, term) is not None
    assert described.value(term, RDFS.comment)


def test_every_limit_is_a_setting():
    assert set(description.LIMITS) <= {row.name for row in SETTINGS}


def test_the_default_graph_is_partitioned_by_class_and_by_property(described):
    (graph,) = described.objects(None, SD.defaultGraph)
    classes = {
        described.value(part, VOID["class"]): described.value(part, VOID.entities)
        for part in described.objects(graph, VOID.classPartition)
    }
    properties = {
        described.value(part, VOID.property): described.value(part, VOID.triples)
        for part in described.objects(graph, VOID.propertyPartition)
    }
    assert classes[SOV.Stake] == Literal(1)
    assert properties[SOV.holder] == Literal(1)
    assert properties[SKOS.prefLabel] == Literal(2)


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_the_description_is_coded_as_the_client_takes_it(client, coding):
    plain = client.get("/sparql").data
    response = client.get("/sparql", headers={"Accept-Encoding": coding})
    decode = {
        "gzip": gzip.decompress,
        "zstd": lambda data: zstandard.ZstdDecompressor().decompressobj().decompress(data),
    }
    assert response.headers["Content-Encoding"] == coding
    assert decode[coding](response.data) == plain
