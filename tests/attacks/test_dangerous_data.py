"""The exact answer that the specification demands, and headers that keep it from being a page."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from .conftest import Attacked
from .dangerous import GRAPH, IRIS, SPACE, TEXTS, nquads
from .stranger import Reply, Stranger, assert_refused

RESULTS = "{http://www.w3.org/2005/sparql-results#}"
TYPES = {
    "application/sparql-results+json": "SELECT",
    "application/sparql-results+xml": "SELECT",
    "text/csv": "SELECT",
    "text/tab-separated-values": "SELECT",
    "text/html": "SELECT",
    "text/turtle": "CONSTRUCT",
    "application/n-triples": "CONSTRUCT",
    "application/trig": "CONSTRUCT",
    "application/n-quads": "CONSTRUCT",
    "application/rdf+xml": "CONSTRUCT",
    "application/ld+json": "CONSTRUCT",
}
FORMS = {
    "SELECT": "SELECT ?o { ?s ?p ?o }",
    "CONSTRUCT": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
}


@pytest.fixture(scope="module")
def attacked(
    tmp_path_factory: pytest.TempPathFactory, launch: Callable[..., Any]
) -> Iterator[Attacked]:
    file: Path = tmp_path_factory.mktemp("dangerous") / "data.nq"
    file.write_text(nquads(), "utf-8")
    options = ("--data", file, "--shapes", "none", "--default-graph", "strict")
    server = launch("serve", "--port", 0, *options)
    yield Attacked(server)
    assert server.stop() == (0, "")


@pytest.fixture
def stranger(attacked: Attacked) -> Stranger:
    return attacked.stranger()


def text_of(stranger: Stranger, name: str, media_type: str) -> Reply:
    subject = f"<{SPACE}{name.replace(' ', '-')}>"
    return stranger.query(
        f"SELECT ?o {{ {subject} <{SPACE}text> ?o }}", "", f"Accept: {media_type}"
    )


def from_json(reply: Reply) -> str:
    return reply.bindings[0]["o"]


def from_xml(reply: Reply) -> str:
    found = ElementTree.fromstring(reply.body).find(f".//{RESULTS}literal")
    assert found is not None
    return found.text or ""


def from_csv(reply: Reply) -> str:
    return list(csv.reader(io.StringIO(reply.body.decode(), newline="")))[1][0]


def from_tsv(reply: Reply) -> str:
    """A literal of Turtle, as SPARQL 1.1 Results in CSV and TSV, section 4.1, has it."""
    _, row, rest = reply.body.decode().split("\n")
    assert not rest
    (quad,) = parse(f"<urn:a> <urn:b> {row} .", format=RdfFormat.TURTLE)
    assert isinstance(quad.object, Literal)
    return quad.object.value


READERS = {
    "application/sparql-results+json": from_json,
    "application/sparql-results+xml": from_xml,
    "text/csv": from_csv,
    "text/tab-separated-values": from_tsv,
}


@pytest.mark.parametrize("media_type", READERS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_dangerous_text_comes_back_exactly(stranger, name, media_type):
    assert READERS[media_type](text_of(stranger, name, media_type)) == TEXTS[name]


@pytest.mark.parametrize(
    "media_type", [name for name, form in TYPES.items() if form == "CONSTRUCT"]
)
def test_dangerous_data_come_back_exactly_in_a_graph(stranger, media_type):
    reply = stranger.query(FORMS["CONSTRUCT"], "", f"Accept: {media_type}")
    expected = {(quad.subject, quad.predicate, quad.object) for quad in _default_graph()}
    got = parse(reply.body, format=RdfFormat.from_media_type(media_type))
    assert {(quad.subject, quad.predicate, quad.object) for quad in got} == expected


def _default_graph() -> list[Any]:
    quads = parse(nquads(), format=RdfFormat.N_QUADS)
    return [quad for quad in quads if not isinstance(quad.graph_name, NamedNode)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_shows_a_dangerous_text_as_text(stranger, name):
    page = text_of(stranger, name, "text/html").body.decode()
    rows = re.findall(r"<td[^>]*>(.*?)</td>", page, re.DOTALL)
    shown = [html.unescape(re.sub(r"<[^>]*>", "", row)) for row in rows]
    assert any(
        TEXTS[name].strip("\t\r\n") in row.replace("\r", "") or TEXTS[name] in row for row in shown
    )
    assert "<script" not in page


class _Page(HTMLParser):
    """The links of a page, and the names of all attributes in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]


@pytest.mark.parametrize("name", IRIS)
def test_a_page_has_no_link_to_a_dangerous_address(stranger, name):
    query = f"SELECT ?o {{ <{SPACE}{name}> <{SPACE}iri> ?o }}"
    reply = stranger.query(query, "", "Accept: text/html")
    assert IRIS[name] in html.unescape(reply.body.decode())
    links = re.findall(r"(?:href|src|action)\s*=\s*[\"']?([^\"'>\s]*)", reply.body.decode())
    assert not [link for link in links if link.lower().startswith(("javascript:", "data:"))]
    assert (
        "'onmouseover='" not in re.sub(r"&#\w+;", "", reply.body.decode())
        or "<a" not in reply.body.decode()
    )


@pytest.mark.parametrize("media_type", TYPES)
def test_an_answer_is_what_it_says_and_nothing_else(stranger, media_type):
    """No browser makes a page of it, runs what stands in it, or puts it into a frame."""
    reply = stranger.query(FORMS[TYPES[media_type]], "", f"Accept: {media_type}")
    assert reply.media_type == media_type
    assert reply.headers["x-content-type-options"] == "nosniff"
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "set-cookie" not in reply.headers
    if media_type.startswith("text/"):
        assert reply.headers["content-type"] == f"{media_type}; charset=utf-8"


@pytest.mark.parametrize(
    ("media_type", "name"),
    [("text/csv", "answer.csv"), ("text/tab-separated-values", "answer.tsv")],
)
def test_a_table_is_a_file_to_keep(stranger, media_type, name):
    """Formulas stay as they are: the specification has no way to write them otherwise."""
    reply = stranger.query(FORMS["SELECT"], "", f"Accept: {media_type}")
    assert reply.headers["content-disposition"] == f'attachment; filename="{name}"'


TARGETS = [
    f"/store?graph={quote(GRAPH, safe='')}",
    f"/store?graph={quote(GRAPH + chr(13) + chr(10) + 'Set-Cookie: a', safe='')}",
    "/store/%0d%0aSet-Cookie:%20a",
    "/%0d%0aSet-Cookie:%20a",
    "/sparql%0d%0aSet-Cookie:%20a",
    "/sparql?query=ASK%7B%7D%0d%0aSet-Cookie:%20a",
    "/assets/%0d%0aSet-Cookie:%20a",
    "/id/%0d%0aSet-Cookie:%20a",
]


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("accept", ["*/*", "text/html"])
def test_no_line_end_in_a_name_becomes_a_header(stranger, target, accept):
    reply = stranger.get(target, f"Accept: {accept}", "Host: a")
    assert reply.status in (200, 400, 404)
    assert "set-cookie" not in reply.headers


def test_a_graph_with_a_dangerous_name_can_be_read(stranger):
    reply = stranger.get(f"/store?graph={quote(GRAPH, safe='')}", "Accept: application/n-triples")
    assert reply.body == b"<urn:a> <urn:b> <urn:c> .\n"


QUERIES = {
    "script": "SELECT <script>alert(1)</script>",
    "a text": "ASK { '</pre><script>alert(1)</script>' }",
    "a prefix": "ASK { <script>:a ?p ?o }",
    "bidi": "ASK { \u202e\u2066 }",
    "lines": "ASK {\r\n\r\nSet-Cookie: a=b\r\n\r\n<p>",
    "a template": "ASK { {{ 7*7 }} {% raw %} ${7*7} }",
}


@pytest.mark.parametrize("name", QUERIES)
def test_a_page_about_a_wrong_query_shows_it_as_text(stranger, name):
    reply = stranger.query(QUERIES[name], "", "Accept: text/html")
    assert reply.status == 400
    assert reply.media_type == "text/html"
    assert b"<script" not in reply.body
    assert "set-cookie" not in reply.headers
    assert "default-src 'none'" in reply.headers["content-security-policy"]


@pytest.mark.parametrize("name", QUERIES)
def test_a_document_about_a_wrong_query_is_no_page(stranger, name):
    assert_refused(stranger.query(QUERIES[name]), 400)
