"""Suggestions, previews, and columns of values for entities that were linked."""

from __future__ import annotations

import json

import pytest

from souverain.errors import BadValue, NoSuchPage, TooManyAsked
from souverain.pages.reconcile.extending import MOST_THINGS


def extended(told, ids, *properties, language="en"):
    asked = {
        "ids": ids,
        "properties": [row if isinstance(row, dict) else {"id": row} for row in properties],
    }
    return told("", language, extend=json.dumps(asked))


@pytest.mark.parametrize(
    ("sort", "prefix", "first"),
    [
        ("entity", "clou", "cloudwatt"),
        ("entity", "cloudwatt", "cloudwatt"),
        ("entity", "clodwat", "cloudwatt"),
        ("entity", "caisse-des-depots", "caisse-des-depots"),
        ("type", "org", "Organization"),
        ("type", "Person", "Person"),
        ("property", "owns", "ownsShareOf"),
        ("property", "ownsShareOf", "ownsShareOf"),
        ("property", "^holder", "^holder"),
        ("property", "name", "skos:prefLabel"),
    ],
)
def test_what_was_typed_is_suggested_first(told, sort, prefix, first):
    found = told(f"/suggest/{sort}", prefix=prefix)["result"]
    assert first in [row["id"] for row in found][:3]
    if prefix == first:
        assert found[0]["id"] == first


@pytest.mark.parametrize("sort", ["entity", "property", "type"])
def test_a_cursor_leads_to_all_there_is_once(told, sort):
    seen, cursor = [], 0
    while found := told(f"/suggest/{sort}", prefix="", cursor=cursor)["result"]:
        seen += [row["id"] for row in found]
        cursor = len(seen)
    assert len(seen) == len(set(seen)) > 10
    assert told(f"/suggest/{sort}", prefix="", cursor=cursor)["result"] == []


@pytest.mark.parametrize("cursor", ["x", "-1", "1.5"])
def test_a_cursor_that_is_none_is_refused(refused, cursor):
    assert isinstance(refused("/suggest/entity", prefix="o", cursor=cursor), BadValue)


@pytest.mark.parametrize(
    ("sort", "given"), [("entity", "cloudwatt"), ("type", "Person"), ("property", "^holder")]
)
def test_a_flyout_shows_what_was_suggested(told, sort, given):
    found = told(f"/flyout/{sort}", id=given)
    assert found["id"] == given
    assert found["html"].startswith("<p><strong>")


@pytest.mark.parametrize("path", ["/flyout/entity", "/flyout/type", "/flyout/property", "/preview"])
@pytest.mark.parametrize("given", ["nobody", "", "<script>", "../x"])
def test_an_identifier_that_nothing_has_is_not_found(refused, path, given):
    fault = refused(path, id=given)
    assert isinstance(fault, NoSuchPage)
    assert fault.hint


@pytest.mark.parametrize(("language", "word"), [("en", "holds"), ("fr", "détient")])
def test_a_preview_says_who_says_so_in_which_words(get, language, word):
    page = get("/preview", language, id="cloudwatt").content.decode("utf-8")
    assert word in page
    assert "<blockquote" in page
    assert '<base target="_blank">' in page


def test_a_type_has_its_properties_the_most_frequent_first(told, site):
    found = told("/properties", type="HolderGroup", limit=50)
    assert (found["type"], found["limit"]) == ("HolderGroup", 50)
    names = [row["id"] for row in found["properties"]]
    assert {"org:hasMember", "splitKnown", "^holder"} <= set(names)
    assert [
        row["id"] for row in told("/properties", type="HolderGroup", limit=2)["properties"]
    ] == names[:2]


@pytest.mark.parametrize("given", [{"type": "Organisation"}, {"limit": "0"}, {"limit": "x"}])
def test_a_proposal_for_what_there_is_not_is_refused(refused, given):
    assert isinstance(refused("/properties", **given), BadValue)


def test_a_thing_has_its_identifier_and_name(told):
    rows = extended(told, ["thales"], "ownsShareOf")["rows"]
    assert rows["thales"]["ownsShareOf"] == [{"id": "cloudwatt", "name": "Cloudwatt"}]


def test_a_planned_share_is_no_share_that_is_owned(told):
    rows = extended(told, ["orange", "synfonium"], "ownsShareOf", "plansShareOf")["rows"]
    assert {"id": "cloudwatt", "name": "Cloudwatt"} in rows["orange"]["plansShareOf"]
    planned = {row["id"] for row in rows["synfonium"]["plansShareOf"]}
    assert planned - {row["id"] for row in rows["synfonium"]["ownsShareOf"]}


def test_a_claim_says_in_its_sentence_in_what_state_it_is_and_who_says_so(told):
    (*claims,) = extended(told, ["orange"], "^holder")["rows"]["orange"]["^holder"]
    assert len(claims) > 1
    for row in claims:
        if row["id"].startswith("stake-"):
            assert "article" in row["name"]
            assert any(state in row["name"] for state in ("in force", "planned", "ended"))


def test_columns_of_a_claim_are_had_by_its_identifier(told):
    claim = "stake-002-16d66caa05"
    row = extended(told, [claim], "percentage", "percentageText", "status", "holder")["rows"][claim]
    assert row["percentage"] == [{"float": 44.4}]
    assert row["percentageText"] == [{"str": "44,4 %"}]
    assert row["status"] == [{"str": "in force"}]
    assert row["holder"] == [{"id": "orange", "name": "Orange"}]


def test_a_date_that_is_inferred_does_not_look_stated(told):
    claim = "stake-002-16d66caa05"
    (when,) = extended(told, [claim], "asOf")["rows"][claim]["asOf"]
    assert "inferred" in when["str"]


def test_a_remainder_has_no_number(told):
    claim = "stake-002-1c1387e63a"
    row = extended(told, [claim], "percentage", "percentageText")["rows"][claim]
    assert row == {"percentage": [], "percentageText": [{"str": "le reste"}]}


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({}, {"European Commission"}),
        ({"language": "fr"}, {"Commission européenne"}),
        ({"language": "all"}, {"European Commission", "Commission européenne"}),
    ],
)
def test_names_come_in_the_language_that_is_set(told, settings, names):
    column = {"id": "skos:prefLabel", "settings": settings}
    rows = extended(told, ["commission-europeenne"], column)["rows"]["commission-europeenne"]
    assert {row["str"] for row in rows["skos:prefLabel"]} == names


@pytest.mark.parametrize(("limit", "count"), [(1, 1), ("2", 2), ("2.0", 2)])
def test_a_column_has_as_many_values_as_are_wanted(told, limit, count):
    column = {"id": "^about", "settings": {"limit": limit}}
    assert len(extended(told, ["cloudwatt"], column)["rows"]["cloudwatt"]["^about"]) == count


def test_what_the_graph_does_not_know_has_a_row_without_values(told):
    assert extended(told, ["nobody"], "ownsShareOf")["rows"] == {"nobody": {"ownsShareOf": []}}


FAULTY = [
    ("{", "line 1, column 2"),
    ("{}", "no list of ids"),
    ('{"ids": "cloudwatt", "properties": []}', "no list of ids"),
    ('{"ids": [], "properties": {}}', "no list of properties"),
    ('{"ids": [], "properties": [{"id": "ownShareOf"}]}', '"ownShareOf"'),
    ('{"ids": [], "properties": ["ownsShareOf"]}', "the property"),
    ('{"ids": [], "properties": [{"id": "status", "settings": {"limit": "x"}}]}', "the limit"),
    ('{"ids": [], "properties": [{"id": "status", "settings": {"language": "de"}}]}', "language"),
    ('{"ids": [], "properties": [{"id": "status", "settings": [1]}]}', "the settings"),
]


@pytest.mark.parametrize(("text", "reason"), FAULTY)
def test_what_is_wrong_with_columns_is_named(refused, text, reason):
    fault = refused("", extend=text)
    assert isinstance(fault, BadValue)
    assert reason in str(fault)
    assert fault.hint


def test_too_many_rows_are_refused_with_how_many_may_be(refused):
    ids = [str(number) for number in range(MOST_THINGS + 1)]
    fault = refused("", extend=json.dumps({"ids": ids, "properties": []}))
    assert isinstance(fault, TooManyAsked)
