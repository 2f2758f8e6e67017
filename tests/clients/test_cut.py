"""An answer past its limit is a failure for every client, and never a short table."""

from __future__ import annotations

import http.client
import subprocess

import pytest
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TSV, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

LIMIT_ROWS = 20_000
FAILURES = (http.client.HTTPException, OSError, ValueError, SPARQLWrapperException)
SHORT = "SELECT ?a { ?a ?b ?c } LIMIT 10"
LONG = "SELECT ?a ?d { { SELECT * { ?a ?b ?c } LIMIT 200 } { SELECT * { ?d ?e ?f } LIMIT 200 } }"


@pytest.fixture(scope="module")
def limited(launch, project):
    """An endpoint whose answers have 20,000 rows at most."""
    server = launch("--project", project.root, "serve", "--port", 0, "--answer-rows", LIMIT_ROWS)
    yield f"{server.url}/sparql"
    server.stop()


def wrapped(endpoint, query, format):
    wrapper = SPARQLWrapper(endpoint, returnFormat=format)
    wrapper.setQuery(query)
    return wrapper.queryAndConvert()


@pytest.mark.parametrize("option", ["--no-compressed", "--compressed", "--http1.0"])
@pytest.mark.parametrize(
    ("query", "is_whole"), [(SHORT, True), (LONG, False)], ids=["a short one", "a long one"]
)
def test_curl(limited, option, query, is_whole):
    told = ["curl", "-sSf", option, limited, "--data-urlencode", f"query={query}"]
    assert (subprocess.run(told, capture_output=True).returncode == 0) == is_whole


@pytest.mark.parametrize("format", [JSON, XML, CSV, TSV])
def test_sparqlwrapper(limited, format):
    assert wrapped(limited, SHORT, format)
    with pytest.raises(FAILURES):
        wrapped(limited, LONG, format)


@pytest.mark.parametrize("format", ["xml", "json", "csv", "tsv"])
def test_sparqlstore(limited, format):
    graph = Graph(SPARQLStore(limited, returnFormat=format))
    assert len(graph.query(SHORT)) == 10
    with pytest.raises(FAILURES):
        len(graph.query(LONG))


@pytest.mark.needs("node")
def test_comunica(limited, node):
    told = {"sources": [limited], "queries": {"short": SHORT, "long": LONG}}
    found = node("comunica.mjs", told)
    assert len(found["short"]["results"]["bindings"]) == 10
    assert "error" in found["long"]
