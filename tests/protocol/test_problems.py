"""The shape of every error that can be sent (RFC 9457)."""

from __future__ import annotations

import inspect
import logging
import re

import pytest

from souverain import errors
from souverain.errors import QueryError, Unanswered
from souverain.query.engine import InProcess
from souverain.web import refusals
from souverain.web.problems import PROBLEMS
from souverain.web.refusals import RequestError

HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
TYPE = "https://w3id.org/souverain/problems/"


def classes(module, root):
    return [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, root) and kind.__module__ == module.__name__
    ]


@pytest.mark.parametrize(
    "kind",
    [
        *classes(errors, QueryError),
        *classes(errors, Unanswered),
        *(kind for kind in classes(refusals, RequestError) if kind is not RequestError),
    ],
    ids=lambda kind: kind.__name__,
)
def test_everything_a_request_may_be_refused_for_has_a_row(kind):
    assert kind in PROBLEMS


@pytest.mark.parametrize("kind", classes(refusals, RequestError), ids=lambda kind: kind.__name__)
def test_the_drawing_of_the_tree_shows_every_class(kind):
    assert re.search(rf"\b{kind.__name__} ", refusals.__doc__ or "")


def test_no_two_problems_share_a_type():
    slugs = {row.slug for row in PROBLEMS.values()}
    assert len(slugs) == len(set(PROBLEMS.values()))


@pytest.mark.parametrize("row", PROBLEMS.values(), ids=lambda row: row.slug)
def test_a_row_is_a_refusal_with_a_plain_name(row):
    # What is no fault of the request is one of the server's, of its store, or of another server.
    assert 400 <= row.status < 500 or row.status in (500, 502, 503, 504)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row.slug)


@pytest.mark.parametrize(
    ("request_", "status", "slug"),
    [
        ({"query_string": {"query": "ASK"}}, 400, "query-syntax"),
        ({"query_string": {"query": "DROP ALL"}}, 400, "query-refused"),
        ({"query_string": {"query": "ASK{SERVICE<x:y>{}}"}}, 400, "query-refused"),
        ({"query_string": {"query": "ASK{}", "default-graph-uri": "x"}}, 400, "query"),
        ({"query_string": "other=1"}, 400, "missing-query"),
        ({"query_string": "query=ASK{}&query=ASK{}"}, 400, "repeated-query"),
        ({"query_string": "query=%FF"}, 400, "encoding"),
        ({"query_string": "update=x"}, 403, "read-only"),
        ({"method": "PUT"}, 405, "method"),
        (
            {"query_string": {"query": "ASK{}"}, "headers": {"Accept": "text/turtle"}},
            406,
            "not-acceptable",
        ),
        (
            {
                "query_string": {"query": "SELECT ('\x01' AS ?x) {}"},
                "headers": {"Accept": "application/sparql-results+xml"},
            },
            406,
            "unwritable",
        ),
        ({"method": "POST", "data": b"x" * 2001, "content_type": "text/x"}, 413, "body-too-large"),
        ({"method": "POST", "data": b"x", "content_type": "text/x"}, 415, "unsupported-body"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_problem_document(client, request_, status, slug):
    response = client.open("/sparql", **request_)
    assert response.headers["Content-Type"] == "application/problem+json"
    body = response.get_json()
    assert (response.status_code, body["status"], body["type"]) == (status, status, TYPE + slug)
    assert body["title"]
    assert body["detail"]


def test_a_syntax_error_has_line_column_and_token(client):
    body = client.get("/sparql", query_string={"query": "ASK {\n ?s ?p }"}).get_json()
    assert (body["line"], body["column"], body["token"]) == (2, 8, "}")
    assert body["detail"] == "line 2, column 8: unexpected }"


def test_a_body_of_another_type_is_told_which_are_taken(client):
    response = client.post("/sparql", data=b"x", content_type="text/plain")
    assert "application/sparql-query" in response.headers["Accept-Post"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/problem+json"),
        ("*/*", "application/problem+json"),
        ("application/json", "application/problem+json"),
        ("text/csv", "application/problem+json"),
        ("text/csv, text/html;q=0.1", "text/html"),
        (HTML, "text/html"),
    ],
)
def test_a_browser_gets_a_page(client, accept, media_type):
    response = client.get("/sparql", query_string={"query": "<script>"}, headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (400, media_type)


def test_a_page_shows_the_query_s_own_words_as_words(client):
    response = client.get(
        "/sparql",
        query_string={"query": "ASK { ?s ?p '<script>alert(1)</script> }"},
        headers={"Accept": HTML},
    )
    assert "<script>" not in response.text
    assert "&lt;script&gt;" in response.text


@pytest.mark.parametrize("accept", ["*/*", HTML])
@pytest.mark.parametrize("path", ["/nothing", "/sparql/", "/static/no.css", "/static/../app.py"])
def test_an_address_with_nothing_is_a_problem_too(client, path, accept):
    response = client.get(path, headers={"Accept": accept})
    assert response.status_code == 404
    assert response.mimetype == ("text/html" if accept == HTML else "application/problem+json")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/health"])
def test_a_method_that_a_page_does_not_know(client, path):
    response = client.post(path)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert "method" in response.get_json()["title"].lower()


@pytest.mark.parametrize("path", ["/sparql?query=ASK{}", "/"])
def test_a_fault_of_ours_is_500_and_says_nothing_of_the_machine(
    in_flask, monkeypatch, caplog, path
):
    def broken(*_):
        raise OSError(2, "No such file", __file__)

    monkeypatch.setattr(InProcess, "answer", broken)
    response = in_flask.get(path)
    assert response.status_code == 500
    assert response.get_json() == {
        "type": "about:blank",
        "title": "Internal Server Error",
        "status": 500,
        "detail": "the server failed; the request may be in order",
    }
    (line,) = (row for row in caplog.records if row.levelno == logging.ERROR)
    assert line.exc_info
    assert line.exc_info[0] is FileNotFoundError


def test_a_problem_whose_page_cannot_be_made_is_told_all_the_same(in_flask, monkeypatch):
    def fail(*_: object, **__: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr("souverain.pages.rendering.render", fail)
    response = in_flask.get("/sparql?query=nonsense", headers={"Accept": HTML})
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")


@pytest.mark.parametrize("path", ["/blocks/held_by", "/id/cloudwat", "/questions/none", "/nothing"])
def test_a_missing_page_is_a_page_for_a_browser(client, path):
    response = client.get(path, headers={"Accept": HTML})
    assert response.status_code in (400, 404)
    assert response.mimetype == "text/html"
    assert "<h1>" in response.text
