"""The reading side of the Graph Store HTTP Protocol."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from souverain.formats import DATASET_FORMATS, GRAPH_FORMATS

BASE = "https://w3id.org/souverain/graph/"
FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


def quads(response, format):
    return list(parse(response.data, format=FORMATS[format.name]))


@pytest.mark.parametrize("format", GRAPH_FORMATS, ids=lambda row: row.name)
@pytest.mark.parametrize(("name", "triples"), [("entities", 3), ("002", 6), ("history/old", 1)])
def test_a_named_graph_is_read(client, format, name, triples):
    response = client.get(
        "/store", query_string={"graph": BASE + name}, headers={"Accept": format.media_type}
    )
    assert (response.status_code, response.mimetype) == (200, format.media_type)
    assert len(quads(response, format)) == triples


def test_the_default_graph_is_read(client, dataset):
    response = client.get("/store?default", headers={"Accept": "application/n-triples"})
    assert response.data.count(b"\n") == dataset.triples


@pytest.mark.parametrize("format", DATASET_FORMATS, ids=lambda row: row.name)
def test_without_a_name_the_whole_dataset_is_read(client, dataset, format):
    response = client.get("/store", headers={"Accept": format.media_type})
    found = quads(response, format)
    assert len(found) == len(dataset.store)
    assert {
        str(quad.graph_name.value)
        for quad in found
        if quad.graph_name.__class__.__name__ == "NamedNode"
    } == set(dataset.named)


def test_an_address_below_the_store_is_the_name_of_a_graph(tmp_path, launch):
    (tmp_path / "data.nq").write_text("<x:s> <x:p> <x:o> <http://a.test/store/people/1> .\n")
    server = launch("serve", "--port", 0, "--data", tmp_path, "--shapes", "none")
    try:
        answers = [ask(server.url, path) for path in ("/store/people/1", "/store/people/2")]
    finally:
        server.stop()
    assert answers == [200, 404]


def ask(url, path):
    import http.client

    connection = http.client.HTTPConnection(url.removeprefix("http://"))
    connection.request("GET", path, headers={"Host": "a.test"})
    status = connection.getresponse().status
    connection.close()
    return status


REFUSED = [
    ("a graph that is not there", "GET", {"graph": "x:none"}, {}, 404),
    ("a graph by a relative IRI, and there is none", "GET", {"graph": "entities"}, {}, 404),
    ("a graph that is no IRI", "GET", {"graph": "x:a b"}, {}, 400),
    ("an empty name", "GET", {"graph": ""}, {}, 400),
    ("two graphs", "GET", {"graph": BASE + "002", "default": ""}, {}, 400),
    ("a type that no graph has", "GET", {"default": ""}, {"Accept": "text/csv"}, 406),
    ("a whole dataset as Turtle", "GET", {}, {"Accept": "text/turtle"}, 406),
    ("a write by PUT", "PUT", {"default": ""}, {}, 405),
    ("a write by POST", "POST", {"default": ""}, {}, 405),
    ("a write by DELETE", "DELETE", {"default": ""}, {}, 405),
    ("a write by PATCH", "PATCH", {"default": ""}, {}, 405),
]


@pytest.mark.parametrize(
    ("method", "query", "headers", "status"),
    [row[1:] for row in REFUSED],
    ids=[row[0] for row in REFUSED],
)
def test_what_is_refused(client, method, query, headers, status):
    response = client.open("/store", method=method, query_string=query, headers=headers)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_the_methods_are_told(client):
    assert client.options("/store").headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.put("/store?default").headers["Allow"] == "GET, HEAD, OPTIONS"


def test_head_gives_the_headers_of_get_and_no_body(client):
    asked = {"query_string": {"graph": BASE + "002"}}
    head, get = client.head("/store", **asked), client.get("/store", **asked)
    assert head.data == b""
    told = [{key: row for key, row in r.headers.items() if key != "Date"} for r in (head, get)]
    assert told[0] == told[1]


def test_a_graph_that_the_client_has_is_304(client):
    asked = {"query_string": {"graph": BASE + "002"}}
    tag = client.get("/store", **asked).headers["ETag"]
    assert client.get("/store", **asked, headers={"If-None-Match": tag}).status_code == 304
