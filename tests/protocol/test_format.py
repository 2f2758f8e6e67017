"""The parameter `format`, for forms and links, which set no header."""

from __future__ import annotations

import pytest

from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS

ASK = "ASK {}"
DESCRIBE = "DESCRIBE ?s { ?s ?p ?o }"
KINDS = [(ASK, row) for row in RESULT_FORMATS] + [(DESCRIBE, row) for row in GRAPH_FORMATS]
JSON = {"Accept": "application/json"}


@pytest.mark.parametrize(
    ("query", "format"), KINDS, ids=[f"{query[:3]}-{row.name}" for query, row in KINDS]
)
def test_the_format_counts_more_than_accept(client, query, format):
    asked = {"query": query, "format": format.name}
    for response in (
        client.get("/sparql", query_string=asked, headers={"Accept": "text/html"}),
        client.post("/sparql", data=asked, headers={"Accept": "text/html"}),
    ):
        assert response.status_code == 200
        assert response.mimetype == format.media_type


@pytest.mark.parametrize(
    "given", ["", "docx", "rdf+xml", ["csv", "xml"]], ids=["empty", "unknown", "of others", "two"]
)
def test_what_names_no_format_of_ours_says_nothing(client, given):
    response = client.post("/sparql", data={"query": ASK, "format": given}, headers=JSON)
    assert response.mimetype == "application/json"


def test_a_format_that_cannot_hold_the_answer_leaves_it_to_accept(client):
    asked = {"query": ASK, "format": "turtle"}
    response = client.get("/sparql", query_string=asked, headers=JSON)
    assert response.mimetype == "application/json"
