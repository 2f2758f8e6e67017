"""What the server can be asked, as an OpenAPI 3.1 document; each route is a row.

Where there is a site, its pages and the questions of the project are told too.
"""

from __future__ import annotations

import json

from souverain import __version__
from souverain.formats import BY_NAME, GRAPH_FORMATS, PAGE, RESULT_FORMATS
from souverain.web import protocol, reconcileapi, siteapi, storeapi
from souverain.web.schemas import GRAPH, IRI, Schema, answers, many, parameter, text, types
from souverain.web.served import Served

QUERY = parameter("query", "a SPARQL query", text())
DATASET = [
    parameter("default-graph-uri", "graphs that make up the default graph", many(IRI)),
    parameter("named-graph-uri", "graphs that can be named", many(IRI)),
    parameter(
        "timeout",
        "seconds that the query may take, fewer than the server's limit",
        {"type": "number", "exclusiveMinimum": 0, "maximum": 3600},
    ),
    parameter(
        "format", "the format of the answer, whatever Accept says", text(examples=[*BY_NAME])
    ),
]
FORM = {
    "type": "object",
    "required": ["query"],
    "properties": {row["name"]: row["schema"] for row in (QUERY, *DATASET)},
}
BODY: Schema = {
    "required": True,
    "content": {protocol.QUERY: {"schema": text()}, protocol.FORM: {"schema": FORM}},
}
ASKED = ("400", "403", "406", "413", "415", "422", "429", "502", "503", "504")
FOUND = answers("the answer", types(*RESULT_FORMATS, PAGE, *GRAPH_FORMATS), *ASKED)
READ = answers("the graph", types(*GRAPH_FORMATS), *("400", "404", "406", "422", "429", "503"))
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
            "responses": answers("a page", ["text/html"]),
        }
    },
    "/health": {
        "get": {
            "summary": "Whether the server can answer, and from which data",
            "responses": answers("it can", ["application/json"], "503"),
        }
    },
    "/metrics": {
        "get": {
            "summary": "Counters, for Prometheus",
            "responses": answers("the counters", ["text/plain"]),
        }
    },
    "/openapi.json": {
        "get": {
            "summary": "This document",
            "responses": answers("the document", ["application/json"]),
        }
    },
}
SCHEMAS: dict[str, Schema] = {
    "Problem": {
        "type": "object",
        "description": "RFC 9457",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": text(format="uri-reference"),
            "title": text(),
            "status": {"type": "integer"},
            "detail": text(),
            "hint": text(),
            "line": {"type": "integer"},
            "column": {"type": "integer"},
            "token": text(),
            "limit": {"type": "number"},
            "endpoint": text(),
            "offered": many(text()),
        },
    }
}


def paths(served: Served) -> dict[str, dict[str, Schema]]:
    """Each address and each method that there is for what is served."""
    told = dict(ROUTES)
    if served.has_pages:
        told |= reconcileapi.posted(siteapi.paths(served.summary.questions))
    if served.settings.store:
        told = storeapi.with_versions(told) | storeapi.HISTORY
    if served.is_writable:
        asking = storeapi.updating(told["/sparql"], BODY)
        told = told | {"/store": told["/store"] | storeapi.WRITING["/store"], "/sparql": asking}
    return told


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
        "components": {
            "schemas": SCHEMAS
            | (siteapi.SCHEMAS | reconcileapi.SCHEMAS if served.has_pages else {}),
            **({"securitySchemes": storeapi.SECURITY} if served.is_writable else {}),
        },
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8")
