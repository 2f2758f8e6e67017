"""What can be asked beside a name, and what is wrong with a batch."""

from __future__ import annotations

import json

import pytest

from souverain.errors import BadValue, TooManyAsked
from souverain.pages.reconcile.batch import MOST_QUERIES

FAULTY = [
    ('{"q0":', "line 1, column 7"),
    ("[1]", "no JSON object"),
    ("nonsense", "line 1, column 1"),
    ("[" * 5000, "no JSON"),
    ('{"q0": "Thales"}', '"q0" no object'),
    ('{"q0": {}}', "neither a query nor properties"),
    ('{"q0": {"query": "  "}}', "neither a query nor properties"),
    ('{"q0": {"query": 7}}', "the query 7"),
    ('{"q0": {"query": "%s"}}' % ("x" * 501), "the query"),
    ('{"q0": {"query": "x", "limit": 0}}', "the limit 0"),
    ('{"q0": {"query": "x", "limit": "3"}}', 'the limit "3"'),
    ('{"q0": {"query": "x", "limit": true}}', "the limit true"),
    ('{"q0": {"query": "x", "type": "Organisation"}}', 'the type "Organisation"'),
    ('{"q0": {"query": "x", "type": [1]}}', "the type 1"),
    ('{"q0": {"query": "x", "type_strict": "none"}}', 'the type_strict "none"'),
    ('{"q0": {"query": "x", "properties": {}}}', "no list"),
    ('{"q0": {"query": "x", "properties": [{"pid": "p1"}]}}', "the property"),
    ('{"q0": {"query": "x", "properties": [{"pid": "ownShareOf", "v": 1}]}}', '"ownShareOf"'),
    ('{"q0": {"query": "x", "properties": [{"pid": "ownsShareOf", "v": null}]}}', "value null"),
    ('{"q0": {"query": "x", "types": "Person"}}', 'the member "types"'),
    ('{"a": {"query": "x"}, "b": {"query": "y", "limit": -1}}', 'in "b"'),
]


@pytest.mark.parametrize(("text", "reason"), FAULTY)
def test_what_is_wrong_with_a_batch_is_named(refused, text, reason):
    fault = refused("", queries=text)
    assert isinstance(fault, BadValue)
    assert reason in str(fault)
    assert fault.hint


@pytest.mark.parametrize(
    ("member", "near"),
    [
        ({"type": "Organisation"}, "Organization"),
        ({"properties": [{"pid": "ownShareOf", "v": 1}]}, "ownsShareOf"),
    ],
)
def test_what_was_perhaps_meant_is_named(refused, member, near):
    fault = refused("", queries=json.dumps({"q0": {"query": "x", **member}}))
    assert near in fault.hint


def test_a_batch_that_is_too_large_says_how_large_one_may_be(refused):
    queries = {f"q{place}": {"query": "x"} for place in range(MOST_QUERIES + 1)}
    fault = refused("", queries=json.dumps(queries))
    assert isinstance(fault, TooManyAsked)
    assert str(MOST_QUERIES) in fault.hint


def test_a_batch_without_a_query_has_an_answer_without_a_result(told):
    assert told("", queries="{}") == {}


@pytest.mark.parametrize(
    ("types", "strictness", "found"),
    [
        ("Organization", "any", True),
        ("sov:Organization", "any", True),
        ("https://w3id.org/souverain/ontology#Organization", "any", True),
        ({"id": "Organization", "name": "organization"}, "any", True),
        ("Party", "any", True),
        ("Person", "any", False),
        (["Person", "Organization"], "any", True),
        (["Person", "Organization"], "all", False),
        (["Initiative", "Organization"], "all", True),
        ("Person", "should", True),
    ],
)
def test_a_type_chooses_among_candidates(ask, types, strictness, found):
    ids = {hit["id"] for hit in ask("Cloudwatt", type=types, type_strict=strictness)}
    assert ("cloudwatt" in ids) == found


def test_a_type_that_is_only_wished_for_costs_points(ask):
    plain = ask("Cloudwatt")[0]["score"]
    assert ask("Cloudwatt", type="Person", type_strict="should")[0]["score"] < plain


@pytest.mark.parametrize("limit", [1, 2, 3, 2.0])
def test_a_limit_is_kept(ask, limit):
    assert len(ask("Orange", limit=limit)) <= limit


HELD = "ownsShareOf"
FITTING = [
    {"id": "cloudwatt"},
    {"id": "cloudwatt", "name": "Cloudwatt"},
    {"id": "https://w3id.org/souverain/id/cloudwatt"},
    "Cloudwatt",
    "clodwatt",
    [{"id": "numergy"}, {"id": "cloudwatt"}],
]


@pytest.mark.parametrize("value", FITTING, ids=str)
def test_a_property_that_fits_is_a_feature(ask, value):
    first = ask("Thales", properties=[{"pid": HELD, "v": value}])[0]
    assert first["id"] == "thales"
    features = {row["id"]: row["value"] for row in first["features"]}
    assert features[HELD] > 80
    assert first["match"]


def test_a_property_that_contradicts_costs_points_and_leaves_nothing_sure(ask):
    plain = ask("Thales")[0]
    told = ask("Thales", properties=[{"pid": HELD, "v": {"id": "qwant"}}])[0]
    assert told["id"] == "thales"
    assert told["score"] < plain["score"]
    assert plain["match"]
    assert not told["match"]


def test_a_property_of_which_the_graph_says_nothing_is_no_feature(ask):
    told = ask("Cloudwatt", properties=[{"pid": HELD, "v": {"id": "qwant"}}])[0]
    assert HELD not in {row["id"] for row in told["features"]}
    assert told["match"]


def test_properties_alone_find_whoever_has_them(ask):
    ids = {hit["id"] for hit in ask(properties=[{"pid": HELD, "v": {"id": "cloudwatt"}}], limit=50)}
    assert {"orange", "thales", "caisse-des-depots"} <= ids
    assert "qwant" not in ids


def test_a_claim_that_names_an_entity_is_a_property_of_it(ask):
    hits = ask(properties=[{"pid": "^holder", "v": {"id": "stake-002-16d66caa05"}}])
    assert [hit["id"] for hit in hits] == ["orange"]


@pytest.mark.parametrize(("value", "fits"), [(True, False), (False, True), ("false", True)])
def test_a_truth_is_compared_as_one(ask, value, fits):
    hits = ask("Atos et Numericable", properties=[{"pid": "splitKnown", "v": value}])
    features = {row["id"]: row["value"] for row in hits[0]["features"]}
    assert (features["splitKnown"] == 100) == fits
