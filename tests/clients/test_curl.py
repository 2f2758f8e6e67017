"""curl, in each way of asking and each format."""

from __future__ import annotations

import io
import subprocess

import pytest
from rdflib import Dataset
from rdflib.query import Result

SELECTED = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "*/*": "json",
}
WAYS = {
    "GET": lambda query: ["--get", "--data-urlencode", f"query={query}"],
    "POST form": lambda query: ["--data-urlencode", f"query={query}"],
    "POST body": lambda query: [
        *("--header", "Content-Type: application/sparql-query"),
        *("--data-binary", query),
    ],
    "QUERY": lambda query: [
        *("--request", "QUERY", "--header", "Content-Type: application/sparql-query"),
        *("--data-binary", query),
    ],
    "HTTP/1.0": lambda query: ["--http1.0", "--data-urlencode", f"query={query}"],
    "gzip": lambda query: ["--compressed", "--data-urlencode", f"query={query}"],
}
CONSTRUCTED = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "text/plain": "nt",
    "application/rdf+xml": "xml",
    "application/xml": "xml",
    "application/ld+json": "json-ld",
    "application/json": "json-ld",
    "application/trig": "trig",
    "application/n-quads": "nquads",
    "*/*": "turtle",
}
CONSTRUCT = """PREFIX sov: <https://w3id.org/souverain/ontology#>
PREFIX id: <https://w3id.org/souverain/id/>
CONSTRUCT { ?stake sov:holder ?holder } {
  ?stake a sov:Stake ; sov:holder ?holder ; sov:target id:numergy
}"""


def curl(*arguments: str) -> bytes:
    done = subprocess.run(["curl", "-sSf", *arguments], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows(body: bytes, format: str) -> list[tuple[str, ...]]:
    found = Result.parse(io.BytesIO(body), format=format)
    return [tuple("" if term is None else str(term) for term in row) for row in found]


@pytest.mark.parametrize("accept", SELECTED)
def test_an_example_in_each_format(endpoint, example, accept):
    body = curl(endpoint, "-H", f"Accept: {accept}", "--data-urlencode", f"query={example.query}")
    assert rows(body, SELECTED[accept]) == example.rows


@pytest.mark.parametrize("way", WAYS)
def test_an_example_in_each_way(endpoint, example, way):
    assert rows(curl(endpoint, *WAYS[way](example.query)), "json") == example.rows


@pytest.mark.parametrize("accept", CONSTRUCTED)
@pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")
def test_a_graph_in_each_format(endpoint, accept):
    body = curl(endpoint, "-H", f"Accept: {accept}", "--data-urlencode", f"query={CONSTRUCT}")
    found = Dataset(default_union=True)
    found.parse(data=body, format=CONSTRUCTED[accept])
    assert len(set(found.triples((None, None, None)))) == 4


@pytest.mark.parametrize(("accept", "answer"), [("text/csv", b"true"), ("*/*", b'"boolean":true')])
def test_a_yes(endpoint, accept, answer):
    body = curl(endpoint, "-H", f"Accept: {accept}", "--data-urlencode", "query=ASK {}")
    assert answer in body


def test_a_refusal_fails_and_names_the_place(endpoint):
    done = subprocess.run(
        ["curl", "-sS", "--fail-with-body", endpoint, "--data-urlencode", "query=ASK { ?s ?p }"],
        capture_output=True,
    )
    assert done.returncode == 22
    assert b'"column":' in done.stdout
