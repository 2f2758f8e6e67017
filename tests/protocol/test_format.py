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


def test_an_empty_format_is_none(client):
    response = client.post("/sparql", data={"query": ASK, "format": ""}, headers=JSON)
    assert response.mimetype == "application/json"


@pytest.mark.parametrize("query", ["&format=docx", "&format=csv&format=xml"])
def test_what_is_no_format_is_refused(client, query):
    response = client.get(f"/sparql?query={ASK}{query}", headers=JSON)
    assert response.status_code == 400
    assert "names no format" in response.get_json()["detail"]


def test_a_format_of_another_kind_of_answer_is_not_acceptable(client):
    asked = {"query": ASK, "format": "turtle"}
    assert client.get("/sparql", query_string=asked, headers=JSON).status_code == 406
