"""What the server can be asked, as an OpenAPI 3.1 document; each route is a row.

Where there is a site, its pages and the questions of the project are told too.
"""

from __future__ import annotations

import json
from typing import Any

from souverain import __version__
from souverain.formats import BY_NAME, GRAPH_FORMATS, PAGE, RESULT_FORMATS, Format
from souverain.web import protocol, siteapi
from souverain.web.problems import PROBLEM
from souverain.web.served import Served

Schema = dict[str, Any]


def _parameter(name: str, words: str, schema: Schema, place: str = "query") -> Schema:
    return {"name": name, "in": place, "description": words, "schema": schema}


def _text(**more: Any) -> Schema:
    return {"type": "string", **more}


def _many(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


IRI = _text(format="iri")
QUERY = _parameter("query", "a SPARQL query", _text())
DATASET = [
    _parameter("default-graph-uri", "graphs that make up the default graph", _many(IRI)),
    _parameter("named-graph-uri", "graphs that can be named", _many(IRI)),
    _parameter(
        "timeout",
        "seconds that the query may take, fewer than the server's limit",
        {"type": "number", "exclusiveMinimum": 0, "maximum": 3600},
    ),
    _parameter(
        "format", "the format of the answer, whatever Accept says", _text(examples=[*BY_NAME])
    ),
]
GRAPH = [
    _parameter("graph", "the IRI of a named graph", IRI),
    _parameter("default", "the default graph", _text(), "query") | {"allowEmptyValue": True},
]
FORM = {
    "type": "object",
    "required": ["query"],
    "properties": {row["name"]: row["schema"] for row in (QUERY, *DATASET)},
}
BODY = {
    "required": True,
    "content": {protocol.QUERY: {"schema": _text()}, protocol.FORM: {"schema": FORM}},
}
REFUSALS = {
    "400": "the request or its query is at fault",
    "403": "an update, where nothing can be written",
    "404": "there is no such graph or page",
    "405": "the method is not allowed",
    "406": "no media type fits",
    "413": "the body is too large",
    "415": "the body has another media type",
    "422": "the answer is over a limit",
    "429": "the client has used its share",
    "502": "another endpoint failed, which the query asks",
    "503": "the query is over a limit, or the server is busy",
    "504": "another endpoint did not answer in time, which the query asks",
}


def _answers(words: str, media_types: list[str], *refusals: str) -> Schema:
    problem = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}, "text/html": {}}
    return {
        "200": {"description": words, "content": {name: {} for name in media_types}},
        "304": {"description": "what the client has still holds"},
        **{code: {"description": REFUSALS[code], "content": problem} for code in refusals},
    }


def _types(*formats: Format) -> list[str]:
    return sorted({name for row in formats for name in (row.media_type, *row.aliases)})


ASKED = ("400", "403", "406", "413", "415", "422", "429", "502", "503", "504")
FOUND = _answers("the answer", _types(*RESULT_FORMATS, PAGE, *GRAPH_FORMATS), *ASKED)
READ = _answers("the graph", _types(*GRAPH_FORMATS), *("400", "404", "406", "422", "429", "503"))
# What every server answers. Each address, each method: words, parameters, body, answers.
ROUTES: dict[str, dict[str, Schema]] = {
    "/sparql": {
        "get": {
            "summary": "Ask a query; without one, the service description",
            "parameters": [QUERY, *DATASET],
            "responses": FOUND,
        },
        "post": {
            "summary": "Ask a query in the body",
            "parameters": DATASET,
            "requestBody": BODY,
            "responses": FOUND,
        },
    },
    "/store": {
        "get": {
            "summary": "Read a graph; without a name, the whole dataset",
            "parameters": GRAPH,
            "responses": READ,
        }
    },
    "/": {
        "get": {
            "summary": "What this is, for people",
            "responses": _answers("a page", ["text/html"]),
        }
    },
    "/health": {
        "get": {
            "summary": "Whether the server can answer, and from which data",
            "responses": _answers("it can", ["application/json"], "503"),
        }
    },
    "/metrics": {
        "get": {
            "summary": "Counters, for Prometheus",
            "responses": _answers("the counters", ["text/plain"]),
        }
    },
    "/openapi.json": {
        "get": {
            "summary": "This document",
            "responses": _answers("the document", ["application/json"]),
        }
    },
}
SCHEMAS: dict[str, Schema] = {
    "Problem": {
        "type": "object",
        "description": "RFC 9457",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": _text(format="uri-reference"),
            "title": _text(),
            "status": {"type": "integer"},
            "detail": _text(),
            "hint": _text(),
            "line": {"type": "integer"},
            "column": {"type": "integer"},
            "token": _text(),
            "limit": {"type": "number"},
            "endpoint": _text(),
            "offered": _many(_text()),
        },
    }
}


def paths(served: Served) -> dict[str, dict[str, Schema]]:
    """Each address and each method that there is for what is served."""
    return ROUTES | (siteapi.paths(served.summary.questions) if served.has_pages else {})


def document(served: Served) -> bytes:
    """The document, as JSON in UTF-8."""
    told = {
        "openapi": "3.1.0",
        "info": {
            "title": "Souverain",
            "version": __version__,
            "description": "An evidence-backed knowledge graph, and its SPARQL endpoint.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths(served),
        "components": {"schemas": SCHEMAS | (siteapi.SCHEMAS if served.has_pages else {})},
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8")
