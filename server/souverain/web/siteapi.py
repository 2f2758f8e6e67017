"""The site for people as paths of an OpenAPI document: its map, and each question by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from souverain.pages.media import HTML, JSON, SUFFIXES
from souverain.pages.route import Route
from souverain.pages.routes import ROUTES
from souverain.question import KINDS
from souverain.web.problems import PROBLEM

Schema = dict[str, Any]
# What stands open in the pattern of a path, and what may be missing from its end.
_OPEN = re.compile(r"\([^()]*\)|\.\+")
_OPTIONAL = "/?"
QUESTION = "/questions/{name}"
LONGEST_VALUE = 500
# How a client gives a value of each kind of a question's parameters.
VALUES: dict[str, Schema] = {
    "iri": {"type": "string", "maxLength": LONGEST_VALUE},
    "date": {"type": "string", "format": "date"},
    "string": {"type": "string", "maxLength": LONGEST_VALUE},
    "decimal": {"type": "number"},
}
MEANT = {
    "iri": "a thing: its IRI, a short name such as id:cloudwatt, or its name in any spelling",
}
LANGUAGE: Schema = {
    "name": "lang",
    "in": "query",
    "description": "the language of words and names; else Accept-Language decides",
    "schema": {"type": "string", "enum": ["en", "fr"]},
}
MOVED = {
    "303": "it is to be read at another address",
    "308": "it has another address for good",
}
PROBLEMS = {
    "400": "a parameter makes no sense",
    "404": "there is no such page; near ones are named",
    "406": "no media type fits",
    "422": "the answer is over a limit",
    "429": "the client has used its share",
    "503": "the page is over a limit, or the server is busy",
}
# The schemas of what is answered in JSON, by path.
ANSWERS = {
    "/questions": "Questions",
    QUESTION: "QuestionAnswer",
    "/search": "SearchAnswer",
    "/suggest": "Suggestions",
}
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_WORDS: Schema = {"type": "object", "additionalProperties": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "required": [*properties], "properties": properties}


def _rows(**properties: Schema) -> Schema:
    return {"type": "array", "items": _object(**properties)}


_CELL: Schema = {
    **_object(value=_TEXT, type={"enum": ["iri", "literal", "blank", "triple"]}),
    "description": "what the graph has, and the words and address by which a page shows it",
}
_CELL["properties"] |= {"language": _TEXT, "datatype": _TEXT, "text": _TEXT, "href": _TEXT}
SCHEMAS: dict[str, Schema] = {
    "Questions": _rows(
        name=_TEXT,
        words=_WORDS,
        theme=_TEXT,
        parameters=_rows(name=_TEXT, kind={"enum": [*KINDS]}, default=_TEXT),
        path=_TEXT,
    ),
    "QuestionAnswer": _object(
        question=_TEXT,
        words=_WORDS,
        language=_TEXT,
        parameters=_rows(name=_TEXT, kind={"enum": [*KINDS]}, value=_TEXT),
        columns=_rows(name=_TEXT, label=_TEXT),
        count=_COUNT,
        rows={"type": "array", "items": {"type": "object", "additionalProperties": _CELL}},
        query=_TEXT,
        links=_WORDS,
    ),
    "SearchAnswer": _object(
        query=_TEXT,
        language=_TEXT,
        chosen=_WORDS,
        count=_COUNT,
        page=_COUNT,
        pages=_COUNT,
        next={"type": ["string", "null"]},
        partial={"type": "boolean"},
        facets={"type": "object", "additionalProperties": {"type": "object"}},
        results=_rows(
            what={"enum": ["entity", "claim", "quote"]},
            iri=_TEXT,
            path=_TEXT,
            text=_TEXT,
            classes=_TEXTS,
            status=_TEXT,
            articles=_TEXTS,
            years=_TEXTS,
        ),
    ),
    "Suggestions": _object(
        query=_TEXT,
        suggestions=_rows(name=_TEXT, spelling=_TEXT, text=_TEXT, path=_TEXT, **{"class": _TEXT}),
    ),
}


def paths(questions: Mapping[str, Any]) -> dict[str, dict[str, Schema]]:
    """Each path of the site, with its method; `questions` are those of a `Summary`."""
    told = {}
    for route in ROUTES:
        path, parts = template(route)
        told[path] = {"get": _page(route, path, parts)}
        if path == QUESTION:
            types = route.media_types
            told |= {f"/questions/{name}": _asked(row, types) for name, row in questions.items()}
    return told


def template(route: Route) -> tuple[str, dict[str, str]]:
    """The path of a route with what stands open in braces, and an example of each such part."""
    pattern = route.pattern.removesuffix(_OPTIONAL)
    count = len(_OPEN.findall(pattern))
    names = [f"name{number}" if number else "name" for number in range(count)]
    left = iter(names)
    path = _OPEN.sub(lambda _: f"{{{next(left)}}}", pattern)
    sample = route.sample
    stem, _, suffix = sample.rpartition(".")
    sample = stem if suffix in SUFFIXES else sample
    found = re.fullmatch(_OPEN.sub("(.+)", pattern), sample)
    return path, dict(zip(names, found.groups() if found else (), strict=False))


def _page(route: Route, path: str, parts: Mapping[str, str]) -> Schema:
    in_path = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", "minLength": 1},
            "example": example,
        }
        for name, example in parts.items()
    ]
    in_query = [
        {"name": row.name, "in": "query", "description": row.words, "schema": dict(row.schema)}
        for row in route.takes
    ]
    endings = ", ".join(name for name, kind in SUFFIXES.items() if kind in route.media_types)
    return {
        "summary": route.words,
        "description": f"By Accept, or by one of these endings of the path: {endings}",
        "tags": ["pages"],
        "parameters": [*in_path, *in_query, LANGUAGE],
        "responses": _responses("the page", path, route.media_types),
    }


def _asked(question: Mapping[str, Any], media_types: tuple[str, ...]) -> dict[str, Schema]:
    """One question: its words, its parameters with their kinds, and its answer."""
    words = question["words"]
    told = {
        "operationId": f"ask-{question['name']}",
        "summary": words.get("en", question["name"]),
        "description": "\n\n".join(filter(None, (words.get("fr"), question["note"]))),
        "tags": [question["theme"] or "questions"],
        "parameters": [*map(_parameter, question["parameters"].values()), LANGUAGE],
        "responses": _responses("the answer", QUESTION, media_types),
    }
    return {"get": told}


def _parameter(row: Mapping[str, Any]) -> Schema:
    kind = row["kind"]
    schema = dict(VALUES[kind])
    if row["default"]:
        schema["default"] = float(row["default"]) if kind == "decimal" else row["default"]
    return {
        "name": row["name"],
        "in": "query",
        "required": not row["default"],
        "description": MEANT.get(kind, f"a {kind}, as in {KINDS[kind].example}"),
        "schema": schema,
    }


def _responses(words: str, path: str, media_types: tuple[str, ...]) -> Schema:
    problem = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}, HTML: {}}
    content: Schema = {name: {} for name in media_types}
    if path in ANSWERS:
        content[JSON] = {"schema": {"$ref": f"#/components/schemas/{ANSWERS[path]}"}}
    return {
        "200": {"description": words, "content": content},
        "304": {"description": "what the client has still holds"},
        **{code: {"description": told} for code, told in MOVED.items()},
        **{code: {"description": told, "content": problem} for code, told in PROBLEMS.items()},
    }
