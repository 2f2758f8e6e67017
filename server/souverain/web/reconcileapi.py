"""The reconciliation service in an OpenAPI document: what is posted to it, and what it answers."""

from __future__ import annotations

from typing import Any

from souverain.web import protocol, reconciling
from souverain.web.schemas import Schema, many, refused, text

ONE_VALUE: Schema = {
    "oneOf": [
        text(),
        {"type": "number"},
        {"type": "boolean"},
        {
            "type": "object",
            "required": ["id"],
            "properties": {"id": text(), "name": text()},
        },
    ]
}
QUERY: Schema = {
    "type": "object",
    "additionalProperties": False,
    "anyOf": [{"required": ["query"]}, {"required": ["properties"]}],
    "properties": {
        "query": text(minLength=1, maxLength=500),
        "type": {"oneOf": [text(), many(text())]},
        "type_strict": text(enum=["any", "all", "should"]),
        "limit": {"type": "number", "minimum": 1},
        "properties": many(
            {
                "type": "object",
                "required": ["pid", "v"],
                "properties": {"pid": text(), "v": {"oneOf": [ONE_VALUE, many(ONE_VALUE)]}},
            }
        ),
    },
}
CANDIDATE: Schema = {
    "type": "object",
    "required": ["id", "name", "score", "match", "type", "features"],
    "properties": {
        "id": text(),
        "name": text(),
        "description": text(),
        "score": {"type": "number", "minimum": 0, "maximum": 100},
        "match": {"type": "boolean"},
        "type": many({"type": "object", "required": ["id", "name"]}),
        "features": many({"type": "object", "required": ["id", "value"]}),
    },
}
SCHEMAS: dict[str, Schema] = {
    "ReconciliationQueries": {
        "type": "object",
        "additionalProperties": QUERY,
        "maxProperties": 100,
        "minProperties": 1,
    },
    "ReconciliationResults": {
        "type": "object",
        "additionalProperties": {
            "type": "object",
            "required": ["result"],
            "properties": {"result": many(CANDIDATE)},
        },
    },
    "DataExtension": {
        "type": "object",
        "required": ["meta", "rows"],
        "properties": {"meta": many({"type": "object"}), "rows": {"type": "object"}},
    },
}
FORM: Schema = {
    "type": "object",
    "properties": {
        "queries": text(description="a batch of queries in JSON"),
        "extend": text(description="a data extension query in JSON"),
    },
}
ANSWER: Schema = {
    "anyOf": [
        {"$ref": "#/components/schemas/ReconciliationResults"},
        {"$ref": "#/components/schemas/DataExtension"},
        {"type": "object", "required": ["versions", "name", "identifierSpace", "schemaSpace"]},
    ]
}
POST: dict[str, Any] = {
    "summary": "Ask a batch of reconciliation queries, or for columns of linked entities",
    "tags": ["pages"],
    "requestBody": {
        "required": True,
        "content": {
            protocol.FORM: {"schema": FORM},
            reconciling.JSON: {"schema": {"$ref": "#/components/schemas/ReconciliationQueries"}},
        },
    },
    "responses": {
        "200": {
            "description": "candidates, columns, or without a query the manifest",
            "content": {reconciling.JSON: {"schema": ANSWER}},
        },
        **refused("400", "404", "413", "415", "422", "429", "503"),
    },
}


def posted(paths: dict[str, dict[str, Schema]]) -> dict[str, dict[str, Schema]]:
    """The paths of the site, with what can be posted to them; a batch may be too large."""
    told = paths[reconciling.PATH]
    responses = told["get"]["responses"] | refused("413")
    get = told["get"] | {"responses": responses}
    return paths | {reconciling.PATH: {"get": get, "post": POST}}
