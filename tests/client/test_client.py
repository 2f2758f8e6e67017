"""The client against a server of this project, and against another over the same graph."""

from __future__ import annotations

import ast
import datetime
import socket
import sys
from decimal import Decimal
from pathlib import Path

import pandas
import pytest
import rdflib

import souverain.client
from souverain.client import (
    BadQuery,
    BlankNode,
    Busy,
    Client,
    ClientError,
    Cut,
    Iri,
    Literal,
    Malformed,
    MissingPackage,
    NotFound,
    OverLimit,
    Refused,
    Text,
    TimedOut,
    Unreachable,
)

ID = "https://w3id.org/souverain/id/"
STAKE = "stake-002-16d66caa05"
QUOTE = "Cloudwatt, qui s’appuie quant à lui sur Orange pour 44,4 %"
HELD = """SELECT ?holder ?percentage ?printed {
  ?stake a sov:Stake ; sov:holder ?holder ; sov:target ?target ; sov:percentage ?percentage ;
    sov:percentageText ?printed
} ORDER BY DESC(?percentage)"""


def test_rows_have_values_by_the_names_of_their_columns(client):
    rows = client.select(HELD, target="id:numergy")
    assert rows.columns == ("holder", "percentage", "printed")
    assert rows[0] == {"holder": f"{ID}sfr", "percentage": Decimal(47), "printed": "47 %"}
    assert isinstance(rows[0]["holder"], Iri)
    assert isinstance(rows[0]["printed"], Text)
    assert rows[0]["printed"].language == "fr"


MORNING = datetime.datetime(2012, 10, 2, 8, 30)
TERMS = [
    ("<urn:x>", Iri("urn:x"), Iri),
    ('"x"', "x", str),
    ('"x"@fr', "x", Text),
    ("true", True, bool),
    ("7", 7, int),
    ("44.4", Decimal("44.4"), Decimal),
    ("1e3", 1000.0, float),
    ('"2012-10-02"^^xsd:date', datetime.date(2012, 10, 2), datetime.date),
    ('"2012-10-02T08:30:00"^^xsd:dateTime', MORNING, datetime.datetime),
    ('"2012"^^xsd:gYear', "2012", Literal),
    ('"soon"^^xsd:date', "soon", Literal),
    ('"x"^^<urn:mine>', "x", Literal),
    ("BNODE()", None, BlankNode),
]


@pytest.mark.parametrize(("term", "value", "kind"), TERMS, ids=lambda row: str(row)[:30])
def test_a_term_is_a_value_of_python(client, term, value, kind):
    found = client.select(f"SELECT ({term} AS ?x) {{}}")[0]["x"]
    assert type(found) is kind
    assert value is None or found == value


@pytest.mark.parametrize(("value", "kind"), [row[1:] for row in TERMS if row[1] is not None])
def test_a_value_that_is_given_is_the_same_term(client, value, kind):
    if kind is Text:
        value = Text(str(value), "fr")
    if kind is Literal:
        value = Literal(str(value), "urn:mine")
    found = client.select("SELECT ?x { BIND (1 AS ?one) FILTER (isIRI(?x) || true) }", x=value)
    assert found[0]["x"] == value
    assert type(found[0]["x"]) is type(value)


def test_an_unbound_variable_is_none(client):
    query = "SELECT ?x ?y { BIND (1 AS ?x) OPTIONAL { ?y a <urn:nothing> } }"
    assert client.select(query) == [{"x": 1, "y": None}]


@pytest.mark.parametrize(
    "text", ['"', "\\", "a\nb", "l’« é » \U0001f600", "?x }", "# no comment", "'''", '"""']
)
def test_any_text_goes_there_and_back(client, text):
    assert client.select("SELECT ?x {}", x=text)[0]["x"] == text


def test_a_variable_in_a_text_or_comment_is_none(client):
    query = 'SELECT ?x ("?x" AS ?text) { # ?x\n BIND (?x AS ?y) } GROUP BY ?x'
    assert client.select(query, x=7)[0] == {"x": 7, "text": "?x"}


@pytest.mark.parametrize(("target", "answer"), [("id:cloudwatt", True), ("id:nothing", False)])
def test_a_question_of_yes_or_no(client, target, answer):
    assert client.ask("ASK { ?stake sov:target ?target }", target=target) is answer


def test_a_table_of_pandas(client):
    frame = client.frame(HELD, target="id:numergy")
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == ["holder", "percentage", "printed"]
    assert sum(frame["percentage"]) == Decimal(100)
    assert list(client.frame("SELECT ?s { ?s a <urn:nothing> }").columns) == ["s"]


def test_a_graph_of_rdflib(client):
    graph = client.graph("CONSTRUCT { ?s skos:prefLabel ?l } { ?s skos:prefLabel ?l }", s="id:sfr")
    assert isinstance(graph, rdflib.Graph)
    labels = set(graph.objects(rdflib.URIRef(f"{ID}sfr"), rdflib.SKOS.prefLabel))
    assert rdflib.Literal("SFR", lang="fr") in labels


@pytest.mark.parametrize("name", [STAKE, f"id:{STAKE}", ID + STAKE])
def test_a_claim_has_its_sources(client, name):
    (quote,) = client.sources(name)
    assert quote.text == QUOTE
    assert (quote.start, quote.end) == (534, 592)
    assert quote.article.endswith("/articles/002")
    assert client.sources("nothing") == []


def test_a_named_question_has_an_answer(server):
    names = {row.name: row for row in server.questions()}
    assert names["cap-table"].parameters[0]["name"] == "target"
    rows = server.question("cap-table", target="Numergy")
    assert rows[0]["holder"] == "SFR"
    assert rows[0]["percentage"] == Decimal(47)


def test_a_thing_is_explained(server):
    told = server.explain(STAKE)
    assert told["quotes"][0]["text"] == QUOTE
    assert server.explain("Cloudwatt", "fr")["count"] > 10


@pytest.mark.parametrize(
    "call",
    [
        lambda client: client.questions(),
        lambda client: client.question("cap-table"),
        lambda client: client.explain("cloudwatt"),
    ],
)
def test_another_endpoint_has_no_questions(oxigraph, call):
    with pytest.raises(NotFound, match="no server of this project"):
        call(Client(oxigraph))


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (lambda client: client.select("SELEC"), BadQuery),
        (lambda client: client.select("ASK {}"), Malformed),
        (lambda client: client.ask("SELECT * {}"), Malformed),
        (lambda client: client.graph("ASK {}"), ClientError),
        (lambda client: client.select("DESCRIBE id:sfr"), ClientError),
        (lambda client: client.select("SELECT * { ?s ?p ?o }", x=1), BadQuery),
        (lambda client: client.select("SELECT * { ?s ?p ?o }", s=object()), BadQuery),
        (lambda client: client.select("SELECT * { ?s ?p ?o }", s=BlankNode("b")), BadQuery),
        (lambda client: client.select("SELECT * { ?s ?p ?o }", s=Iri("no iri")), BadQuery),
    ],
)
def test_what_is_asked_wrongly_is_an_error(client, call, kind):
    with pytest.raises(kind) as caught:
        call(client)
    assert str(caught.value)


def test_a_syntax_error_says_where(server):
    with pytest.raises(BadQuery) as caught:
        server.select("SELECT ?s {\n ?s ?p }")
    assert (caught.value.line, caught.value.column) == (2, 8)
    assert caught.value.token == "}"
    assert caught.value.status == 400
    assert caught.value.hint


def test_a_question_that_there_is_not(server):
    with pytest.raises(NotFound) as caught:
        server.question("cap-tabel")
    assert caught.value.hint


PROBLEM = b'{"type": "https://x/problems/%s", "title": "T", "detail": "D", "hint": "H", "limit": 5}'
TOLD = "application/problem+json"
FAILURES = [
    (503, PROBLEM % b"busy", TOLD, {"Retry_After": "7"}, Busy),
    (429, PROBLEM % b"over-budget", TOLD, {"Retry_After": "7"}, Busy),
    (503, PROBLEM % b"out-of-time", TOLD, {}, OverLimit),
    (422, PROBLEM % b"too-many-rows", TOLD, {}, OverLimit),
    (404, b"nothing", "text/plain", {}, NotFound),
    (500, b"<html>", "text/html", {}, Refused),
    (500, b"{", TOLD, {}, Refused),
    (401, b"", "text/plain", {}, Refused),
    (302, b"", "text/plain", {"Location": "http://127.0.0.1:1/"}, Refused),
    (200, b"<html>", "text/html", {}, Malformed),
    (200, b"{", "application/sparql-results+json", {}, Malformed),
    (200, b"{}", "application/sparql-results+json", {}, Malformed),
    (200, b"[]", "application/sparql-results+json", {}, Malformed),
    (200, b'{"head": {', "application/sparql-results+json", {"Content_Length": "900"}, Cut),
]


@pytest.mark.parametrize(("status", "body", "media_type", "headers", "kind"), FAILURES)
def test_a_failure_of_the_server_is_an_error_of_its_class(
    play, status, body, media_type, headers, kind
):
    client = Client(play(status, body, media_type, **headers), timeout_seconds=5)
    with pytest.raises(ClientError) as caught:
        client.select("SELECT * {}")
    assert type(caught.value) is kind
    if media_type == TOLD and len(body) > 1:
        assert (str(caught.value), caught.value.hint) == ("D", "H")
    if kind is Busy:
        assert caught.value.retry_seconds == 7
    if kind is OverLimit:
        assert caught.value.limit == 5


def test_a_server_that_says_nothing_is_too_late():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client = Client(f"http://127.0.0.1:{silent.getsockname()[1]}", timeout_seconds=0.2)
        with pytest.raises(TimedOut, match=r"0\.2 seconds"):
            client.select("SELECT * {}")


def test_where_nobody_listens_nothing_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(Unreachable):
        Client(f"http://127.0.0.1:{port}").select("SELECT * {}")


@pytest.mark.parametrize(("name", "method"), [("pandas", "frame"), ("rdflib", "graph")])
def test_a_package_that_is_missing_is_named(monkeypatch, name, method):
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingPackage, match=name):
        getattr(Client("http://127.0.0.1:1"), method)("SELECT * {}")


@pytest.mark.parametrize(
    ("url", "endpoint"),
    [
        ("http://x", "http://x/sparql"),
        ("http://x/", "http://x/sparql"),
        ("http://x/sparql", "http://x/sparql"),
        ("http://x/query", "http://x/query"),
    ],
)
def test_the_address_of_a_server_is_that_of_its_endpoint(url, endpoint):
    assert Client(url).endpoint == endpoint


def test_it_imports_nothing_of_the_server():
    folder = Path(souverain.client.__file__).parent
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("souverain"):
                assert node.module.startswith("souverain.client"), file
