"""ETag, If-None-Match and Cache-Control."""

from __future__ import annotations

import pytest

from souverain.files import Project
from souverain.query.engine import InProcess
from souverain.source import Source

LABELS = "SELECT ?l { ?s skos:prefLabel ?l }"


def get(client, text=LABELS, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get("/sparql", query_string={"query": text}, headers=named)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("form", ["{}", '{}, W/"other"', '"other",{}'])
def test_a_known_tag_is_answered_without_running_the_query(in_flask, monkeypatch, method, form):
    tag = get(in_flask).headers["ETag"]
    monkeypatch.setattr(InProcess, "answer", None)
    response = in_flask.open(
        "/sparql",
        method=method,
        query_string={"query": LABELS},
        headers={"If-None-Match": form.format(tag)},
    )
    assert (response.status_code, response.data) == (304, b"")
    assert response.headers["ETag"] == tag
    assert response.headers["Vary"] == "Accept, Accept-Encoding"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Content-Type" not in response.headers


def test_the_weakness_of_a_tag_does_not_count(client):
    tag = get(client).headers["ETag"].removeprefix("W/")
    assert get(client, If_None_Match=tag).status_code == 304


@pytest.mark.parametrize("tag", ['W/"other"', "*", "", "nonsense"])
def test_an_unknown_tag_gets_the_answer(client, tag):
    assert get(client, If_None_Match=tag).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        {"text": LABELS + " "},
        {"Accept": "text/csv"},
        {"text": "ASK {}"},
    ],
    ids=str,
)
def test_another_query_or_media_type_has_another_tag(client, change):
    assert get(client, **change).headers["ETag"] != get(client).headers["ETag"]


def test_other_graphs_have_another_tag(client):
    asked = {"query": LABELS, "default-graph-uri": "x:y"}
    other = client.get("/sparql", query_string=asked).headers["ETag"]
    assert other != get(client).headers["ETag"]


def test_other_data_have_another_tag(client, project: Project, flask_client):
    other = flask_client(Source(str(project.root)).load())
    assert get(other).headers["ETag"] != get(client).headers["ETag"]


@pytest.mark.parametrize("method", ["GET", "HEAD", "QUERY"])
@pytest.mark.parametrize("form", ["{}", '{}, W/"other"', '"other",{}'])
def test_a_known_tag_is_304_with_the_headers_of_the_answer(client, method, form):
    tag = get(client).headers["ETag"]
    asked = (
        {"data": LABELS.encode(), "content_type": "application/sparql-query"}
        if method == "QUERY"
        else {"query_string": {"query": LABELS}}
    )
    headers = {"If-None-Match": form.format(tag)}
    response = client.open("/sparql", method=method, headers=headers, **asked)
    assert (response.status_code, response.data) == (304, b"")
    assert response.headers["ETag"] == tag
    assert response.headers["Vary"] == "Accept, Accept-Encoding"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Content-Type" not in response.headers


@pytest.mark.parametrize("text", ["SELECT (NOW() AS ?n) {}", "SELECT (RAND() AS ?n) {}"])
def test_what_changes_by_itself_has_no_tag(client, text):
    headers = get(client, text).headers
    assert "ETag" not in headers
    assert headers["Cache-Control"] == "no-store"


def test_what_is_posted_has_no_tag(client):
    headers = client.post("/sparql", data={"query": LABELS}).headers
    assert "ETag" not in headers


@pytest.mark.parametrize("text", ["nonsense", "DROP ALL"])
def test_a_problem_is_not_kept(client, text):
    assert get(client, text).headers["Cache-Control"] == "no-store"
