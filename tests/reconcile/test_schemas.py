"""Every answer is as the schemas of the specification say (version 0.2)."""

from __future__ import annotations

import json

import pytest

QUERIES = {
    "plain": {"query": "Cloudwatt"},
    "typed": {"query": "Shadow", "type": ["Organization", "Service"], "type_strict": "should"},
    "constrained": {
        "query": "Thales",
        "limit": 2,
        "properties": [
            {"pid": "ownsShareOf", "v": {"id": "cloudwatt"}},
            {"pid": "splitKnown", "v": True},
            {"pid": "skos:altLabel", "v": ["Thalès", 7]},
        ],
    },
    "unnamed": {"properties": [{"pid": "plansShareOf", "v": "Cloudwatt"}]},
    "unknown": {"query": "zzzqqq"},
}
COLUMNS = (
    "ownsShareOf",
    "^holder",
    "skos:prefLabel",
    "skos:exactMatch",
    "splitKnown",
    "org:hasMember",
)
OF_CLAIMS = ("percentage", "asOf", "status", "assertedIn", "evidence", "percentageText")
LANGUAGES = ("en", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manifest(valid, told, language):
    valid("manifest", told("", language))


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_batch(valid, told, name, language):
    asked = {name: QUERIES[name]}
    valid("reconciliation-query-batch", asked)
    valid("reconciliation-result-batch", told("", language, queries=json.dumps(asked)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", ["", "o", "zzzqqq"])
@pytest.mark.parametrize(
    ("sort", "schema"), [("entity", "entities"), ("property", "properties"), ("type", "types")]
)
def test_suggestions(valid, told, sort, schema, prefix, language):
    answer = told(f"/suggest/{sort}", language, prefix=prefix)
    valid(f"suggest-{schema}-response", answer)


@pytest.mark.parametrize("kind", ["", "Organization", "Person", "Entity"])
def test_a_proposal(valid, told, kind):
    valid("data-extension-property-proposal", told("/properties", type=kind))


@pytest.mark.parametrize(
    ("ids", "columns"),
    [(["cloudwatt", "orange", "nobody"], COLUMNS), (["stake-002-16d66caa05"], OF_CLAIMS)],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_columns(valid, told, ids, columns, language):
    asked = {"ids": ids, "properties": [{"id": name} for name in columns]}
    valid("data-extension-query", asked)
    valid("data-extension-response", told("", language, extend=json.dumps(asked)))
