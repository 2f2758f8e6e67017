"""What a server of a store can be asked besides: its history, and writes to it (OpenAPI 3.1)."""

from __future__ import annotations

from souverain.commit.outcome import LONGEST_MESSAGE_CHARACTERS
from souverain.formats import GRAPH_FORMATS
from souverain.web import protocol
from souverain.web.schemas import GRAPH, IRI, Schema, answers, many, parameter, refused, text, types

# What comes with a store that can be written to.
WRITTEN = [
    parameter("dry-run", "only try it", text()) | {"allowEmptyValue": True},
    parameter("message", "why, for the history", text(maxLength=LONGEST_MESSAGE_CHARACTERS)),
    parameter("parent", "the version that must be the current one", {"type": "integer"}),
]
CHANGED: Schema = {
    "200": {
        "description": "what was changed, or would be",
        "headers": {"Souverain-Version": {"schema": {"type": "integer"}}},
        "content": {"application/json": {}, "application/rdf-patch": {}},
    },
    "201": {"description": "the graph is new"},
    "204": {"description": "the graph is changed"},
    **refused("400", "401", "403", "404", "409", "412", "413", "415", "422", "503"),
}
DOCUMENT = {
    "required": True,
    "content": {name: {} for name in (*types(*GRAPH_FORMATS), "multipart/form-data")},
}
PATCHES = {"required": True, "content": {protocol.UPDATE: {}, "application/rdf-patch": {}}}
HISTORY: dict[str, dict[str, Schema]] = {
    "/versions": {
        "get": {
            "summary": "The versions of the store, the newest first",
            "parameters": [
                parameter("before", "go on below that version", {"type": "integer", "minimum": 1})
            ],
            "responses": answers("the versions", ["text/html", "application/json"], "400", "406"),
        }
    },
    "/diff/{old}..{new}": {
        "get": {
            "summary": "What changed from one version to another",
            "parameters": [
                parameter(name, "a version", {"type": "integer", "minimum": 0}, "path")
                | {"required": True}
                for name in ("old", "new")
            ],
            "responses": answers(
                "the change",
                ["text/html", "application/rdf-patch", "application/json", "text/plain"],
                *("404", "406", "422"),
            ),
        }
    },
}
WRITING: dict[str, dict[str, Schema]] = {
    "/store": {
        method: {
            "summary": words,
            "parameters": [*GRAPH, *WRITTEN],
            **({"requestBody": body} if body else {}),
            "responses": CHANGED,
            "security": [{"token": []}],
        }
        for method, words, body in (
            ("put", "Replace a graph", DOCUMENT),
            ("post", "Add to a graph; without a name, to a new one", DOCUMENT),
            ("delete", "Remove a graph", None),
            ("patch", "Update a graph, or apply an RDF Patch to the store", PATCHES),
        )
    },
}
SECURITY = {"token": {"type": "http", "scheme": "bearer"}}


def with_versions(paths: dict[str, dict[str, Schema]]) -> dict[str, dict[str, Schema]]:
    """The same addresses, where what reads the data can name a version of them."""
    version = parameter("version", "the number of an earlier version", {"type": "integer"})
    told = dict(paths)
    for path, method in (("/sparql", "get"), ("/sparql", "post"), ("/store", "get")):
        row = told[path][method]
        row = {**row, "parameters": [*row["parameters"], version]}
        told[path] = {**told[path], method: row}
    return told


def updating(asking: dict[str, Schema], body: Schema) -> dict[str, Schema]:
    """The methods of the address of queries, where updates are taken too."""
    post = asking["post"]
    content = body["content"] | {protocol.UPDATE: {"schema": text()}}
    graphs = [
        parameter("using-graph-uri", "graphs that make up the default graph", many(IRI)),
        parameter("using-named-graph-uri", "graphs that can be named", many(IRI)),
    ]
    told = {
        **post,
        "summary": "Ask a query, or do an update, in the body",
        "parameters": [*post["parameters"], *graphs, *WRITTEN],
        "requestBody": {"required": True, "content": content},
        "responses": post["responses"] | refused("401", "409"),
        "security": [{}, {"token": []}],
    }
    return {**asking, "post": told}
