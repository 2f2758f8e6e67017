"""Each way to ask, and the status that it gets."""

from __future__ import annotations

from urllib.parse import quote

import pytest

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
ASK = "query=ASK%7B%7D"
GRAPH = "https%3A%2F%2Fw3id.org%2Fsouverain%2Fgraph%2F"
# What the service says of itself is left out: its size is not what these are about.
COUNT = """SELECT (COUNT(*) AS ?n) {
  ?s ?p ?o FILTER NOT EXISTS { GRAPH <https://w3id.org/souverain/graph/service> { ?s ?p ?o } }
}"""
LABELS = """SELECT (COUNT(*) AS ?n) {
  GRAPH ?g { ?s ?p ?o } FILTER (?g != <https://w3id.org/souverain/graph/service>)
}"""

REQUESTS = [
    ("a query by GET", "GET", ASK, None, b"", 200),
    ("a query by HEAD", "HEAD", ASK, None, b"", 200),
    ("a query by POST form", "POST", "", FORM, ASK.encode(), 200),
    ("a form with a charset", "POST", "", f"{FORM}; charset=UTF-8", ASK.encode(), 200),
    ("a query by POST body", "POST", "", QUERY, b"ASK {}", 200),
    ("a body with a charset", "POST", "", f"{QUERY};charset=utf-8", b"ASK {}", 200),
    ("a type in capitals", "POST", "", QUERY.upper(), b"ASK {}", 200),
    ("no query", "GET", "", None, b"", 200),
    ("the head of no query", "HEAD", "", None, b"", 200),
    ("options", "OPTIONS", "", None, b"", 204),
    ("a space as a plus", "GET", "query=ASK+%7B+%7D", None, b"", 200),
    ("raw UTF-8", "POST", "", FORM, "query=ASK{'é'a?x}".encode(), 200),
    ("UTF-8 in a body", "POST", "", QUERY, "ASK {?s ?p 'é'}".encode(), 200),
    ("UTF-8 in escapes", "GET", "query=ASK%7B%3Fs%3Fp%27%C3%A9%27%7D", None, b"", 200),
    ("a query by QUERY body", "QUERY", "", QUERY, b"ASK {}", 200),
    ("a query by QUERY form", "QUERY", "", FORM, ASK.encode(), 200),
    ("a parameter that is unknown", "GET", f"{ASK}&format=x", None, b"", 200),
    ("a time that a client waits", "GET", f"{ASK}&timeout=3.5", None, b"", 200),
    ("a time beyond the limit", "GET", f"{ASK}&timeout=99999", None, b"", 200),
    ("a time that is none", "GET", f"{ASK}&timeout=soon", None, b"", 400),
    ("no time at all", "GET", f"{ASK}&timeout=0", None, b"", 400),
    ("a time below none", "GET", f"{ASK}&timeout=-1", None, b"", 400),
    ("two times", "GET", f"{ASK}&timeout=1&timeout=2", None, b"", 400),
    ("a QUERY without a type", "QUERY", "", None, b"ASK {}", 415),
    ("a QUERY with an update", "QUERY", "", "application/sparql-update", b"DROP ALL", 403),
    ("parameters without a query", "GET", "default-graph-uri=x:y", None, b"", 400),
    ("an empty query", "GET", "query=", None, b"", 400),
    ("an empty body", "POST", "", QUERY, b"", 400),
    ("an empty form", "POST", "", FORM, b"", 400),
    ("two queries", "GET", f"{ASK}&{ASK}", None, b"", 400),
    ("two queries in a form", "POST", "", FORM, f"{ASK}&{ASK}".encode(), 400),
    ("a query in address and form", "POST", ASK, FORM, ASK.encode(), 400),
    ("a query in address and body", "POST", ASK, QUERY, b"ASK {}", 400),
    ("a syntax error", "GET", "query=ASK", None, b"", 400),
    ("the head of a syntax error", "HEAD", "query=ASK", None, b"", 400),
    ("an update as a query", "GET", "query=DROP+ALL", None, b"", 400),
    ("SERVICE", "GET", "query=ASK%7BSERVICE%3Cx:y%3E%7B%7D%7D", None, b"", 400),
    ("a graph that is no IRI", "GET", f"{ASK}&default-graph-uri=graph", None, b"", 400),
    ("an escape that is cut", "GET", "query=ASK%7B%7", None, b"", 400),
    ("an escape that is none", "GET", "query=%zz", None, b"", 400),
    ("Latin-1 in escapes", "GET", "query=ASK%7B%3Fs%3Fp%27%E9%27%7D", None, b"", 400),
    ("Latin-1 in a form", "POST", "", FORM, b"query=\xe9", 400),
    ("Latin-1 in a body", "POST", "", QUERY, b"ASK {?s ?p '\xe9'}", 400),
    ("UTF-16 in a body", "POST", "", QUERY, "ASK {}".encode("utf-16"), 400),
    ("a null", "POST", "", QUERY, b"ASK {}\0", 400),
    ("an update by GET", "GET", "update=DROP+ALL", None, b"", 403),
    ("an update by POST form", "POST", "", FORM, b"update=DROP+ALL", 403),
    ("an update by POST body", "POST", "", "application/sparql-update", b"DROP ALL", 403),
    ("query and update", "GET", f"{ASK}&update=DROP+ALL", None, b"", 403),
    ("PUT", "PUT", "", QUERY, b"ASK {}", 405),
    ("DELETE", "DELETE", "", None, b"", 405),
    ("PATCH", "PATCH", ASK, None, b"", 405),
    ("TRACE", "TRACE", "", None, b"", 405),
    ("a body over the limit", "POST", "", QUERY, b"ASK {}" + b" " * 2000, 413),
    ("a body at the limit", "POST", "", QUERY, b"ASK {}" + b" " * 1994, 200),
    ("a body without a type", "POST", "", None, b"ASK {}", 415),
    ("a body of another type", "POST", "", "text/plain", b"ASK {}", 415),
    ("a body in JSON", "POST", "", "application/json", b'{"query": "ASK {}"}', 415),
]


def asked(client, method, address, media_type, body, **headers):
    headers = {"Content-Type": media_type, **headers} if media_type else headers
    return client.open("/sparql", method=method, query_string=address, data=body, headers=headers)


@pytest.mark.parametrize(
    ("method", "address", "media_type", "body", "status"),
    [row[1:] for row in REQUESTS],
    ids=[row[0] for row in REQUESTS],
)
def test_a_request_and_its_status(client, method, address, media_type, body, status):
    assert asked(client, method, address, media_type, body).status_code == status


@pytest.mark.parametrize(
    ("method", "address", "media_type", "body"),
    [row[1:5] for row in REQUESTS],
    ids=[row[0] for row in REQUESTS],
)
def test_every_response_can_be_read_by_any_page_and_is_not_guessed_at(
    client, method, address, media_type, body
):
    headers = asked(client, method, address, media_type, body).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in headers
    assert headers["Vary"] == "Accept, Accept-Encoding"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_an_unheard_method_is_refused(client):
    assert client.open("/sparql", method="BREW").status_code in (405, 501)


def test_the_types_that_a_query_may_have_are_told(client):
    assert "application/sparql-query" in client.options("/sparql").headers["Accept-Query"]


@pytest.mark.parametrize("method", ["OPTIONS", "PUT"])
def test_the_methods_are_told(client, method):
    response = client.open("/sparql", method=method)
    assert response.headers["Allow"] == "GET, HEAD, POST, QUERY, OPTIONS"


def test_a_browser_may_post_from_anywhere(client):
    headers = client.options("/sparql", headers={"Access-Control-Request-Method": "POST"}).headers
    assert "POST" in headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in headers["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("address", [ASK, "", "query=ASK"])
def test_head_gives_the_headers_of_get_and_no_body(client, address):
    head, get = (asked(client, method, address, None, b"") for method in ("HEAD", "GET"))
    assert head.data == b""
    assert head.status_code == get.status_code
    assert dict(head.headers) == dict(get.headers)
    assert int(head.headers["Content-Length"]) == len(get.data) > 0


@pytest.mark.parametrize(
    ("query", "graphs", "count"),
    [
        (COUNT, "", 10),
        (COUNT, f"&default-graph-uri={GRAPH}entities", 3),
        (COUNT, f"&default-graph-uri={GRAPH}entities&default-graph-uri={GRAPH}002", 9),
        (COUNT, f"&default-graph-uri={GRAPH}none", 0),
        (LABELS, "", 11),
        (LABELS, f"&named-graph-uri={GRAPH}entities", 3),
        (LABELS, f"&named-graph-uri={GRAPH}entities&named-graph-uri={GRAPH}002", 9),
        (LABELS, f"&default-graph-uri={GRAPH}entities", 0),
    ],
)
@pytest.mark.parametrize("way", ["GET", "form", "body"])
def test_the_graphs_of_a_request(client, way, query, graphs, count):
    given = "query=" + quote(query)
    if way == "GET":
        response = asked(client, "GET", given + graphs, None, b"")
    elif way == "form":
        response = asked(client, "POST", "", FORM, (given + graphs).encode())
    else:
        response = asked(client, "POST", graphs.lstrip("&"), QUERY, query.encode())
    (row,) = response.get_json(force=True)["results"]["bindings"]
    assert row["n"]["value"] == str(count)
