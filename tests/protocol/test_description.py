"""What `/sparql` says of itself when nothing is asked."""

from __future__ import annotations

import dataclasses

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS
from souverain.settings import Settings
from souverain.web import description

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
ENDPOINT = URIRef("http://localhost/sparql")


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
        str(described.value(node, SD.name)): int(
            described.value(described.value(node, SD.graph), VOID.triples)
        )
        for node in described.objects(None, SD.namedGraph)
    }
    assert told == dataset.named


def test_the_default_graph_has_a_size(described, dataset):
    (graph,) = described.objects(None, SD.defaultGraph)
    assert int(described.value(graph, VOID.triples)) == dataset.triples


@pytest.mark.parametrize("is_union", [True, False])
def test_the_default_graph_is_called_a_union_only_where_it_is_one(dataset, is_union):
    changed = dataclasses.replace(dataset, is_union=is_union)
    told = Graph().parse(data=description.turtle(str(ENDPOINT), changed, Settings()))
    assert ((ENDPOINT, SD.feature, SD.UnionDefaultGraph) in told) is is_union


@pytest.mark.parametrize("host", ["x> <y", "a b", 'x"y', "x{y}", "évil", "x/../y", "user@host"])
def test_a_host_that_is_none_names_no_endpoint(dataset, host):
    told = Graph().parse(data=description.turtle(f"http://{host}/sparql", dataset, Settings()))
    (endpoint,) = told.objects(None, SD.endpoint)
    assert str(endpoint) in ("http://127.0.0.1:8000/sparql", f"http://{host}/sparql")


@pytest.mark.parametrize("url", ["http://[::1]:80/sparql", "https://a.test:8443/x/sparql"])
def test_an_endpoint_may_be_anywhere(dataset, url):
    told = Graph().parse(data=description.turtle(url, dataset, Settings()))
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
