"""Bad input: each is refused with a clear error, nothing is changed, and the next write works."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from souverain import tokens
from souverain.versions import folder

from .writable import STRICT, UPDATE, Reply, Writable, insert, known

G = "/store?graph=urn:g"
TURTLE = {"Content-Type": "text/turtle"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PATCH = {"Content-Type": "application/rdf-patch"}
LIMIT_BYTES = 65_536


@pytest.fixture(scope="module")
def server(
    launch: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Writable]:
    root = tmp_path_factory.mktemp("bad") / "store"
    server = Writable(launch, root, "--workers", 3, "--max-body-bytes", LIMIT_BYTES)
    assert server.update(insert("there")).status == 200
    yield server
    after = server.update(insert("after"))
    server.stop()
    assert after.status == 200, "after all that was refused, a write that is right is not done"


@pytest.fixture(autouse=True)
def unchanged(server: Writable) -> Iterator[None]:
    """No test of bad input makes a version."""
    before = folder.open(server.root).current
    yield
    assert folder.open(server.root).current == before


def header(server: Writable, kind: str) -> dict[str, str]:
    """The header by which somebody says who he is."""
    if kind == "none":
        return {"Authorization": ""}
    if kind in ("Basic", "Token"):
        return {"Authorization": f"{kind} {server.token}"}
    if kind in ("Bearer", "Bearer svr_1_2", "Bearer é"):
        return {"Authorization": kind}
    token, text = tokens.add(server.root, "write", days=1)
    if kind == "expired":
        path = server.root / tokens.FILE
        rows = json.loads(path.read_text())
        rows[-1]["expires"] = "2000-01-01T00:00:00Z"
        path.write_text(json.dumps(rows))
    elif kind == "revoked":
        tokens.revoke(server.root, token.id)
    return {"Authorization": f"Bearer {text[:-1] if kind == 'cut' else text}"}


WAYS = {
    "update": ("POST", "/sparql", insert("x"), {"Content-Type": UPDATE}),
    "form": ("POST", "/sparql", f"update={quote(insert('x'))}", FORM),
    "put": ("PUT", G, "<urn:a> <urn:p> 1 .", TURTLE),
    "post": ("POST", G, "<urn:a> <urn:p> 1 .", TURTLE),
    "delete": ("DELETE", "/store?default", "", {}),
    "patch": ("PATCH", "/store", "A <urn:a> <urn:p> <urn:o> .", PATCH),
}


def sent(server: Writable, way: str, headers: dict[str, str], more: str = "") -> Reply:
    method, target, body, own = WAYS[way]
    return server.send(method, f"{target}{more}", body, {**own, **headers})


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("none", "writing needs a token"),
        ("Basic", "only a Bearer token"),
        ("Token", "only a Bearer token"),
        ("Bearer", "only a Bearer token"),
        ("Bearer svr_1_2", "unknown"),
        ("Bearer é", "unknown"),
        ("cut", "unknown"),
        ("expired", "expired"),
        ("revoked", "revoked"),
    ],
)
def test_who_has_no_token_that_is_worth_something(server, kind, words):
    reply = sent(server, "update", header(server, kind))
    assert (reply.status, reply.slug) == (401, "unauthorized")
    assert words in reply.told["detail"]
    assert reply.headers["www-authenticate"].startswith('Bearer realm="souverain"')


@pytest.mark.parametrize("way", WAYS)
def test_each_way_to_write_needs_a_token(server, way):
    assert sent(server, way, {"Authorization": ""}).status == 401


@pytest.mark.parametrize("name", ["access_token", "token", "authorization"])
def test_a_token_in_the_address_says_nothing(server, name):
    target = f"/sparql?{name}={server.token}"
    headers = {"Authorization": "", "Content-Type": UPDATE}
    assert server.send("POST", target, insert("x"), headers).status == 401


@pytest.mark.parametrize(
    "text", ["CLEAR ALL", "drop silent named", "CREATE GRAPH <urn:n> ; DROP # x\n ALL"]
)
def test_to_empty_everything_is_for_a_larger_scope(server, text):
    headers = {**header(server, "write"), "Content-Type": UPDATE}
    reply = server.send("POST", "/sparql", text, headers)
    assert (reply.status, reply.slug) == (403, "scope")
    assert 'error="insufficient_scope"' in reply.headers["www-authenticate"]


def test_where_there_is_no_token_nobody_writes(launch, tmp_path):
    server = launch("serve", "--port", 0, "--store", tmp_path / "store", "--writable", *STRICT)
    try:
        stranger = Writable.__new__(Writable)
        stranger.server, stranger.token = server, "svr_1_2"
        reply = stranger.update(insert("x"))
    finally:
        server.stop()
    assert (reply.status, reply.slug) == (403, "read-only")
    assert "no token" in reply.told["detail"]


RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">'
    '<rdf:Description rdf:about="urn:a"><u:p>{}</u:p></rdf:Description></rdf:RDF>'
)
BOMB = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + RDF.format("&b;")
LONG = f'<!DOCTYPE r [<!ENTITY a "{"a" * 9000}">]>' + RDF.format("&a;" * 9000)
ELSEWHERE = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + RDF.format("&a;")
PARAMETER = "<!DOCTYPE r [<!ENTITY % a \"<!ENTITY b 'c'>\"> %a;]>" + RDF.format("&b;")
REMOTE = '{"@context": "http://127.0.0.1:9/c.jsonld", "@id": "urn:a", "p": 1}'


@pytest.mark.parametrize(
    ("media_type", "body", "status", "words"),
    [
        ("text/turtle", "<urn:a> <urn:p> 1 .\n<urn:a> <urn:p>", 400, "Turtle: line 2"),
        ("", "<urn:a>\n\n<urn:p>", 400, "Turtle: line"),
        ("text/turtle", b"<urn:a> <urn:p> '\xe9' .", 400, "Turtle"),
        ("text/turtle", "GRAPH <urn:g> { <urn:a> <urn:p> 1 }", 400, "Turtle: line 1"),
        ("application/n-triples", "<urn:a> <urn:p> <urn:o> .\n<a> <b> <c> .", 400, "line 2"),
        ("application/trig", "<urn:g> { <urn:a> <urn:p> 1 }", 400, "TriG"),
        ("application/n-quads", "<urn:a> <urn:p> <urn:o> <urn:g> .", 400, "N-Quads"),
        ("application/rdf+xml", "<r>\n<a></r>", 400, "RDF/XML"),
        ("application/rdf+xml", BOMB, 400, "entities"),
        ("application/rdf+xml", LONG, 400, "entities"),
        ("application/rdf+xml", ELSEWHERE, 400, "entities"),
        ("application/rdf+xml", PARAMETER, 400, "RDF/XML"),
        ("application/ld+json", '{"@id": \n "urn:a",, }', 400, "JSON-LD: line 2"),
        ("application/ld+json", REMOTE, 400, "JSON-LD"),
        ("application/ld+json", "[" * 50_000, 400, "JSON-LD"),
        ("text/csv", "a,b", 415, "text/csv"),
        ("text/turtle; charset=utf-16", "<urn:a> <urn:p> 1 .".encode("utf-16"), 400, "Turtle"),
        ("multipart/form-data", "--x--", 400, "multipart"),
        ("multipart/form-data; boundary=x", "--y\r\n\r\n", 400, "multipart"),
        ("text/turtle", "#" * (LIMIT_BYTES + 1), 413, "larger than"),
    ],
)
def test_a_document_that_cannot_be_taken(server, media_type, body, status, words):
    headers = {"Content-Type": media_type} if media_type else {}
    reply = server.send("PUT", G, body, headers)
    assert reply.status == status
    assert words in reply.told["detail"]


def test_a_part_that_cannot_be_taken_leaves_out_the_others(server):
    part = "--x\r\nContent-Disposition: form-data; name=a; filename=a\r\n"
    body = f"{part}\r\n<urn:a> <urn:p> 1 .\r\n{part}Content-Type: text/turtle\r\n\r\n<\r\n--x--"
    reply = server.send("POST", G, body, {"Content-Type": "multipart/form-data; boundary=x"})
    assert (reply.status, reply.slug) == (400, "query")


@pytest.mark.parametrize(
    ("method", "target", "status", "words"),
    [
        ("PUT", "/store", 400, "missing"),
        ("DELETE", "/store", 400, "missing"),
        ("PUT", "/store?graph=", 400, "empty"),
        ("PUT", "/store?graph=urn:g&default", 400, "another graph"),
        ("PUT", "/store?graph=urn:g&graph=urn:h", 400, "another graph"),
        ("PUT", "/store/x?graph=urn:g", 400, "another graph"),
        ("PUT", "/store?graph=http://[", 400, "no name of a graph"),
        ("PUT", "/store?graph=urn:a%20b", 400, "no IRI"),
        ("PUT", "/store?graph=%FF", 400, "percent-encoded"),
        ("DELETE", "/store?graph=urn:none", 404, "no graph <urn:none>"),
        ("PUT", f"{G}&parent=1x", 400, "parent"),
        ("PUT", f"{G}&parent=99", 409, "version 99"),
        ("PUT", f"{G}&dry-run=perhaps", 400, "dry-run"),
        ("PUT", f"{G}&message={'x' * 1001}", 400, "message"),
        ("PATCH", G, 415, "text/turtle"),
        ("MERGE", G, 405, "MERGE"),
        ("TRACE", G, 405, "TRACE"),
    ],
)
def test_an_address_that_makes_no_sense(server, method, target, status, words):
    reply = server.send(method, target, "", TURTLE)
    assert reply.status == status
    assert words in reply.told["detail"]


@pytest.mark.parametrize(
    ("headers", "target"),
    [
        ({"If-None-Match": "*"}, "/store?default"),
        ({"If-Match": "*"}, "/store?graph=urn:none"),
        ({"If-Match": '"1"'}, "/store?default"),
        ({"If-Match": 'W/"1"'}, "/store?default"),
    ],
)
def test_a_condition_that_is_not_met(server, headers, target):
    reply = server.send("PUT", target, "<urn:a> <urn:p> 1 .", {**TURTLE, **headers})
    assert (reply.status, reply.slug) == (412, "precondition")


@pytest.mark.parametrize(
    ("text", "status", "slug"),
    [
        ("INSERT DATA {", 400, "query-syntax"),
        ("SELECT * {}", 400, "query-syntax"),
        ("CLEARALL", 400, "query-syntax"),
        ("INSERT DATA { _:a <urn:p> 1 } ; INSERT DATA { _:a <urn:p> 2 }", 400, "query-syntax"),
        ("DELETE DATA { _:a <urn:p> 1 }", 400, "query-syntax"),
        ("LOAD <http://127.0.0.1:9/>", 400, "query-refused"),
        ("LOAD <file:///etc/passwd> INTO GRAPH <urn:g>", 400, "query-refused"),
        ("INSERT {} WHERE { SERVICE <http://127.0.0.1:9/> {} }", 400, "query-refused"),
        ("INSERT {} WHERE { SERVICE SILENT ?s { ?s ?p ?o } }", 400, "query-refused"),
        ("DROP GRAPH <urn:none>", 400, "query"),
        ("CREATE GRAPH <urn:n> ; CREATE GRAPH <urn:n>", 400, "query"),
        ("COPY <urn:none> TO DEFAULT", 400, "query"),
        (f"{insert('x')} ; DROP GRAPH <urn:none>", 400, "query"),
        (f"{insert('x')} #{'x' * LIMIT_BYTES}", 413, "body-too-large"),
    ],
)
def test_an_update_that_is_not_done(server, text, status, slug):
    reply = server.update(text)
    assert (reply.status, reply.slug) == (status, slug)


def test_an_error_of_syntax_is_told_with_its_place(server):
    told = server.update("INSERT DATA {\n  <urn:a> ! 1 }").told
    assert (told["line"], told["column"], told["token"]) == (2, 11, "!")


@pytest.mark.parametrize(
    ("method", "target", "body", "headers", "status"),
    [
        ("GET", "/sparql?update=CLEAR+ALL", "", {}, 400),
        ("POST", "/sparql?query=ASK%7B%7D", "update=CLEAR+ALL", FORM, 400),
        ("POST", "/sparql", "update=CLEAR+ALL&update=CLEAR+ALL", FORM, 400),
        ("POST", "/sparql", "CLEAR ALL", {"Content-Type": "application/sparql-query"}, 400),
        ("POST", "/sparql", "CLEAR ALL", {"Content-Type": "text/plain"}, 415),
        ("PUT", "/sparql", "CLEAR ALL", {"Content-Type": UPDATE}, 405),
        ("QUERY", "/sparql", "CLEAR ALL", {"Content-Type": UPDATE}, 400),
        ("POST", "/sparql", b"CLEAR ALL #\xff", {"Content-Type": UPDATE}, 400),
        ("POST", "/sparql", "update=CLEAR%20ALL%FF", FORM, 400),
        (
            "POST",
            "/sparql?using-graph-uri=urn:g",
            "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            {"Content-Type": UPDATE},
            400,
        ),
        (
            "POST",
            "/sparql?using-graph-uri=urn:g%3E%20WHERE%20%7B%7D%3B%20DROP%20ALL%20%23",
            "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            {"Content-Type": UPDATE},
            400,
        ),
    ],
)
def test_an_update_that_comes_in_a_wrong_way(server, method, target, body, headers, status):
    assert server.send(method, target, body, headers).status == status


def raw(server: Writable, head: str, body: bytes) -> socket.socket:
    """A connection on which so much of a write was sent."""
    host, _, port = urlsplit(server.server.url).netloc.partition(":")
    connection = socket.create_connection((host, int(port)), timeout=30)
    told = f"{head} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {server.token}\r\n"
    connection.sendall(told.encode() + body)
    return connection


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("PUT /store?default", b"Content-Length: 1000\r\n\r\n<urn:a> <urn:p> 1 ."),
        ("PUT /store?default", b"Transfer-Encoding: chunked\r\n\r\n13\r\n<urn:a> <urn:p> 1 .\r\n"),
        ("DELETE /store?default", b"Content-Length: 1000\r\n\r\n"),
        ("DELETE /store?default", b"Content-Type: text"),
    ],
)
def test_a_write_that_is_half_sent_is_none(server, head, body):
    raw(server, head, body).close()
    assert server.ask(known("there"))
