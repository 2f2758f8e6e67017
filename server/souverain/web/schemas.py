"""The pieces that descriptions of addresses are put together from (OpenAPI 3.1)."""

from __future__ import annotations

from typing import Any

from souverain.formats import Format
from souverain.web.problems import PROBLEM

Schema = dict[str, Any]


def parameter(name: str, words: str, schema: Schema, place: str = "query") -> Schema:
    """A parameter of a request."""
    return {"name": name, "in": place, "description": words, "schema": schema}


def text(**more: Any) -> Schema:
    """A text."""
    return {"type": "string", **more}


def many(schema: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": schema}


IRI = text(format="iri")
GRAPH = [
    parameter("graph", "the IRI of a named graph", IRI),
    parameter("default", "the default graph", text(), "query") | {"allowEmptyValue": True},
]
REFUSALS = {
    "400": "the request or its query is at fault",
    "401": "a write without a token that is worth something",
    "403": "a write, where nothing can be written, or not by this token",
    "404": "there is no such graph or page",
    "405": "the method is not allowed",
    "406": "no media type fits",
    "409": "the data have changed meanwhile",
    "412": "a condition of the request does not hold",
    "413": "the body is too large",
    "415": "the body has another media type",
    "422": "the answer is over a limit, or the graph would not be in order",
    "429": "the client has used its share",
    "500": "the server failed, or its store is damaged",
    "502": "another endpoint failed, which the query asks",
    "503": "the query is over a limit, or the server is busy",
    "504": "another endpoint did not answer in time, which the query asks",
}


def answers(words: str, media_types: list[str], *refusals: str) -> Schema:
    """The answers of what reads, with the statuses of its errors."""
    return {
        "200": {"description": words, "content": {name: {} for name in media_types}},
        "304": {"description": "what the client has still holds"},
        **refused(*refusals),
    }


def refused(*statuses: str) -> Schema:
    """Errors, by their statuses."""
    problem = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}, "text/html": {}}
    return {code: {"description": REFUSALS[code], "content": problem} for code in statuses}


def types(*formats: Format) -> list[str]:
    """The media types of some formats."""
    return sorted({name for row in formats for name in (row.media_type, *row.aliases)})
