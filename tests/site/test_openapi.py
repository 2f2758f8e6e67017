"""What `/openapi.json` tells of the site: its addresses, its questions, what they answer."""

from __future__ import annotations

import json
import re
from dataclasses import asdict

import jsonschema_rs
import pytest
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from souverain import question
from souverain.pages.media import JSON
from souverain.pages.routes import ROUTES
from souverain.settings import Settings
from souverain.source import Summary
from souverain.web import openapi, siteapi
from souverain.web.served import Served

SCHEMED = {
    "/questions.json": "Questions",
    "/questions/cap-table.json": "QuestionAnswer",
    "/questions/completed-purchase.json": "QuestionAnswer",
    "/search.json?q=orange": "SearchAnswer",
    "/search.json?q=zzzqqq": "SearchAnswer",
    "/suggest.json?q=o": "Suggestions",
}


@pytest.fixture(scope="module")
def document(project):
    questions = {name: asdict(row) for name, row in question.load(project).items()}
    summary = Summary("v", 1, 1, {}, True, "", questions)
    return json.loads(openapi.document(Served(Settings(), summary)))


def test_the_document_is_openapi(document):
    OPENAPI_31_VALIDATOR.validate(document)


@pytest.mark.parametrize("route", ROUTES, ids=lambda row: row.pattern)
def test_every_route_of_the_site_is_told(document, route, get):
    path, parts = siteapi.template(route)
    told = document["paths"][path]["get"]
    assert not re.search(r"[()\[\]*+?]", path)
    assert set(told["responses"]["200"]["content"]) == set(route.media_types)
    for name, value in parts.items():
        path = path.replace(f"{{{name}}}", value)
    assert re.fullmatch(route.pattern, path)


def test_every_question_is_told_with_its_parameters(document, question_file):
    asked = question.read(question_file.read_text("utf-8"), question_file.stem)
    told = document["paths"][f"/questions/{asked.name}"]["get"]
    assert told["summary"] == asked.words["en"]
    rows = {row["name"]: row for row in told["parameters"] if row["name"] != "lang"}
    assert rows.keys() == asked.parameters.keys()
    for name, row in rows.items():
        assert row["schema"]["default"] == asked.parameters[name].default
        assert (row["schema"].get("format") == "date") == (asked.parameters[name].kind == "date")


@pytest.mark.parametrize(("target", "name"), SCHEMED.items())
@pytest.mark.parametrize("language", ["en", "fr"])
def test_json_is_as_its_schema_says(document, get, target, name, language):
    found = get(target, language)
    assert found.media_type == JSON
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    jsonschema_rs.Draft202012Validator(schema).validate(json.loads(found.content))
