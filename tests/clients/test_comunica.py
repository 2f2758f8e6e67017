"""Comunica, which parses each query itself and plans by what it learns of the endpoint."""

from __future__ import annotations

import json
import urllib.request
from urllib.parse import urlencode

import pytest

pytestmark = pytest.mark.needs("node")

SOV = "https://w3id.org/souverain/ontology#"
SFR = "https://w3id.org/souverain/id/sfr"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
JSON = "application/sparql-results+json"
SOURCES = {
    "told that it is SPARQL": lambda endpoint: {"type": "sparql", "value": endpoint},
    "left to find out": lambda endpoint: endpoint,
}
NOTES = {
    "type": "serialized",
    "mediaType": "text/turtle",
    "value": f'<{SFR}> <https://notes.example/says> "bought in 2014" .',
}
NOTED = f"""SELECT ?holder ?share ?note {{
  ?stake <{SOV}target> <https://w3id.org/souverain/id/numergy> ; <{SOV}holder> ?holder ;
    <{SOV}percentage> ?share .
  ?holder <https://notes.example/says> ?note
}}"""
OFFERED = """PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?question ?text { ?question a sh:SPARQLExecutable ; sh:select|sh:ask|sh:construct ?text }"""
PATTERNS = {
    "every triple": [None, None, None],
    "of a class": [None, TYPE, f"{SOV}Stake"],
    "of a property": [None, f"{SOV}holder", None],
    "of a class that is not there": [None, TYPE, f"{SOV}NotThere"],
}


def get(url, accept):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": accept})) as answer:
        return answer.read().decode()


def select(endpoint, query):
    return json.loads(get(f"{endpoint}?{urlencode({'query': query})}", JSON))


def values(found):
    """The rows of a result in JSON, as text."""
    assert "error" not in found, found["error"]
    names = found["head"]["vars"]
    return [
        tuple(row[name]["value"] if name in row else "" for name in names)
        for row in found["results"]["bindings"]
    ]


@pytest.fixture(scope="module", params=SOURCES)
def answers(request, endpoint, node, examples):
    """What Comunica answers to each of the README's queries."""
    told = {"sources": [SOURCES[request.param](endpoint)]}
    return node("comunica.mjs", {**told, "queries": {row.query: row.query for row in examples}})


def test_there_are_three_examples(examples):
    assert len(examples) == 3


def test_an_example(answers, example):
    assert values(answers[example.query]) == example.rows


@pytest.fixture(scope="module")
def forms(endpoint, node):
    """What it answers to a query of each other form."""
    pattern = f"{{ ?stake <{SOV}holder> <{SFR}> }}"
    queries = {form: f"{form} {pattern}" for form in ("ASK", "CONSTRUCT WHERE")}
    queries |= {"DESCRIBE": f"DESCRIBE <{SFR}>"}
    return node("comunica.mjs", {"sources": [endpoint], "queries": queries})


def test_an_ask(forms):
    assert forms["ASK"]["boolean"] is True


@pytest.mark.parametrize("form", ["CONSTRUCT WHERE", "DESCRIBE"])
def test_a_graph(forms, form):
    assert SFR in forms[form]


@pytest.mark.parametrize("source", SOURCES)
def test_a_join_with_what_another_source_says(endpoint, node, source):
    sources = [SOURCES[source](endpoint), NOTES]
    found = node("comunica.mjs", {"sources": sources, "queries": {"noted": NOTED}})["noted"]
    assert values(found) == [(SFR, "47", "bought in 2014")]


@pytest.fixture(scope="module")
def offered(endpoint):
    """The queries that the endpoint gives as examples, by the name of their question."""
    rows = values(select(endpoint, OFFERED))
    return {question.rpartition("/")[2]: text for question, text in rows}


@pytest.fixture(scope="module")
def answered(endpoint, node, offered):
    """What Comunica answers to each of them."""
    return node("comunica.mjs", {"sources": [endpoint], "queries": offered})


def test_a_question_that_the_endpoint_offers(endpoint, question_file, offered, answered):
    name = question_file.stem
    assert values(answered[name]) == values(select(endpoint, offered[name]))


@pytest.fixture(scope="module")
def strict(launch, project):
    """An endpoint over one file, in whose default graph is only what the file says."""
    path = project.root / "graph" / "002.ttl"
    server = launch(
        *("serve", "--port", 0, "--data", path, "--shapes", "none", "--default-graph", "strict")
    )
    yield f"{server.url}/sparql"
    server.stop()


def estimates(endpoint, node):
    """How many triples Comunica expects of each pattern, by the statistics that it takes in."""
    told = {"url": endpoint, "quads": get(endpoint, "application/n-triples"), "patterns": PATTERNS}
    by_dataset = node("statistics.mjs", told).values()
    assert by_dataset
    return {name: sum(row[name] for row in by_dataset) for name in PATTERNS}


def counts(endpoint):
    def terms(pattern):
        named = zip(pattern, "spo", strict=True)
        return " ".join(f"<{iri}>" if iri else f"?{name}" for iri, name in named)

    query = "SELECT (COUNT(*) AS ?n) {{ {} }}"
    found = {name: select(endpoint, query.format(terms(row))) for name, row in PATTERNS.items()}
    return {name: int(values(row)[0][0]) for name, row in found.items()}


def test_what_it_expects_of_a_strict_default_graph_is_what_is_there(strict, node):
    assert estimates(strict, node) == counts(strict)


def test_what_it_expects_of_a_union_is_what_is_there(endpoint, node):
    assert estimates(endpoint, node) == counts(endpoint)
