"""What well-known clients say that they take, and what they get."""

from __future__ import annotations

import http.client
from urllib.parse import urlencode, urlsplit

import pytest

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
TURTLE = "text/turtle"
SELECT = "SELECT ?s { ?s a sov:Stake } LIMIT 1"
ASK = "ASK {}"
CONSTRUCT = "CONSTRUCT WHERE { ?s a sov:Stake }"

# A client that sends several Accept lines has several strings: RFC 9110, section 5.3.
CLIENTS = [
    ("curl", SELECT, ["*/*"], JSON),
    ("curl", CONSTRUCT, ["*/*"], TURTLE),
    ("no header", SELECT, [], JSON),
    (
        "Chromium's address line",
        SELECT,
        [
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
            "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7"
        ],
        "text/html",
    ),
    (
        "Firefox's address line",
        SELECT,
        ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"],
        "text/html",
    ),
    ("YASGUI", SELECT, [f"{JSON},*/*;q=0.9"], JSON),
    ("YASGUI", ASK, [f"{JSON},*/*;q=0.9"], JSON),
    ("YASGUI", CONSTRUCT, ["text/turtle,*/*;q=0.9"], TURTLE),
    ("SIB's editor", SELECT, [JSON], JSON),
    ("Comunica", SELECT, [f"{JSON};q=1.0,{XML};q=0.7"], JSON),
    (
        "Comunica, to find out",
        CONSTRUCT,
        [
            "application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,"
            "application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,"
            "text/n3;q=0.35,application/xml;q=0.3,image/svg+xml;q=0.3,text/xml;q=0.3,"
            "text/html;q=0.2,application/xhtml+xml;q=0.18,application/json;q=0.135"
        ],
        "application/n-quads",
    ),
    (
        "Jena",
        SELECT,
        [
            f"{JSON}, {XML};q=0.9, text/tab-separated-values;q=0.7, text/csv;q=0.5,"
            "application/json;q=0.2,application/xml;q=0.2,*/*;q=0.1"
        ],
        JSON,
    ),
    (
        "Jena",
        CONSTRUCT,
        [
            "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,"
            "application/rdf+xml;q=0.7,*/*;q=0.3"
        ],
        TURTLE,
    ),
    (
        "RDF4J",
        SELECT,
        [
            "application/x-binary-rdf-results-table;q=0.8",
            XML,
            "application/xml",
            f"{JSON};q=0.8",
            "application/json;q=0.8",
            "text/csv;q=0.8",
            "text/tab-separated-values;q=0.8",
        ],
        XML,
    ),
    ("RDF4J", ASK, ["text/boolean", f"{XML};q=0.8", f"{JSON};q=0.8"], JSON),
    ("Semantic MediaWiki", SELECT, [f"{XML},application/xml;q=0.8"], XML),
    (
        "SWI-Prolog",
        SELECT,
        [
            f"{XML}, application/n-triples, application/x-turtle; q=0.9, application/turtle; q=0.9,"
            f" text/turtle, {JSON}, application/rdf+xml, text/rdf+xml; q=0.8, */*; q=0.1"
        ],
        JSON,
    ),
    (
        "AtomGraph",
        SELECT,
        [
            "application/n-triples;q=0.9, application/rdf+xml;q=0.8, application/rdf+thrift, "
            f"text/turtle;q=0.8, application/ld+json;q=0.8, {XML};q=0.6, text/csv;q=0.5, "
            f"{JSON};q=0.6"
        ],
        JSON,
    ),
    ("SPARQLWrapper", SELECT, [f"{JSON},application/json,text/javascript"], JSON),
    ("SPARQLWrapper", CONSTRUCT, ["application/turtle,text/turtle"], TURTLE),
    ("rdflib", SELECT, [XML], XML),
    ("pandas", SELECT, ["text/csv"], "text/csv"),
    ("jQuery", SELECT, ["application/json, text/javascript, */*; q=0.01"], "application/json"),
]


def request(endpoint, method, headers, query=None, body=None):
    """The response, whose headers may repeat, as those of the request may."""
    address = urlsplit(endpoint)
    connection = http.client.HTTPConnection(address.netloc, timeout=30)
    target = address.path + (f"?{urlencode({'query': query})}" if query else "")
    connection.putrequest(method, target, skip_accept_encoding=True)
    for name, value in headers:
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    response = connection.getresponse()
    response.body = response.read()
    connection.close()
    return response


def names(rows):
    return [f"{name}: {query.split(maxsplit=1)[0]}" for name, query, *_ in rows]


@pytest.mark.parametrize(
    ("query", "accept", "media_type"), [row[1:] for row in CLIENTS], ids=names(CLIENTS)
)
def test_a_client_gets_what_it_takes_best(endpoint, query, accept, media_type):
    response = request(endpoint, "GET", [("Accept", line) for line in accept], query)
    assert response.status == 200
    assert response.getheader("Content-Type").partition(";")[0] == media_type


PREFLIGHTS = [
    ("YASGUI", "POST", "content-type"),
    ("SIB's editor", "GET", "accept"),
    ("a fetch with a type", "POST", "accept,content-type"),
    ("a fetch that has an answer", "GET", "if-none-match"),
    ("a QUERY", "QUERY", "content-type"),
    ("jQuery", "POST", "x-requested-with"),
    ("one that has a token", "POST", "authorization,content-type"),
]


@pytest.mark.parametrize(
    ("method", "headers"), [row[1:] for row in PREFLIGHTS], ids=[row[0] for row in PREFLIGHTS]
)
def test_a_browser_is_told_that_it_may_ask(endpoint, method, headers):
    asked = [
        ("Origin", "https://editor.example"),
        ("Access-Control-Request-Method", method),
        ("Access-Control-Request-Headers", headers),
    ]
    told = request(endpoint, "OPTIONS", asked)
    assert told.status == 204
    assert told.getheader("Access-Control-Allow-Origin") == "*"
    assert method in told.getheader("Access-Control-Allow-Methods").split(", ")
    allowed = told.getheader("Access-Control-Allow-Headers").lower().split(", ")
    assert set(headers.split(",")) <= set(allowed)


@pytest.mark.parametrize("query", [SELECT, "SELECT"], ids=["an answer", "a refusal"])
def test_a_page_from_elsewhere_may_read_what_it_gets(endpoint, query):
    told = request(endpoint, "GET", [("Origin", "https://editor.example")], query)
    assert told.getheader("Access-Control-Allow-Origin") == "*"


def test_a_client_that_can_query_by_query_is_told_that_it_may(endpoint):
    """Comunica from 5 on reads this where it finds out what the address is (RFC 10008)."""
    told = request(endpoint, "GET", [("Accept", "application/n-quads,text/turtle;q=0.6")])
    assert "application/sparql-query" in told.getheader("Accept-Query").split(", ")


def test_a_form_as_yasgui_sends_it_is_answered(endpoint):
    headers = [
        ("Accept", f"{JSON},*/*;q=0.9"),
        ("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
        ("Origin", "https://editor.example"),
        ("Sec-Fetch-Mode", "cors"),
    ]
    told = request(endpoint, "POST", headers, body=urlencode({"query": SELECT}).encode())
    assert (told.status, told.getheader("Content-Type")) == (200, JSON)
