"""A dataset to link to is a row of a table: a register whose numbers Wikidata has, say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from souverain.errors import UnknownName, UsageError
from souverain.link import search, targets
from souverain.link.search import Linked
from souverain.link.targets import TARGETS

from .test_linking import REGISTER

IRI = "http://www.wikidata.org/entity/Q1431486"


@pytest.mark.parametrize("text", ["Q1431486", "wd:Q1431486", IRI])
def test_an_identifier_is_read_in_any_form(text):
    assert TARGETS[0].read(text) == "Q1431486"
    assert TARGETS[0].iri(TARGETS[0].read(text)) == IRI


@pytest.mark.parametrize(
    "text", ["", "Q0", "Q", "q1", "P31", "Q1 ", "wd:P31", "https://example.org/Q1"]
)
def test_what_is_no_identifier_is_refused(text):
    with pytest.raises(UsageError, match="is no identifier of Wikidata") as fault:
        TARGETS[0].read(text)
    assert "Q[1-9]" in fault.value.hint


def test_a_dataset_without_a_row_is_unknown():
    with pytest.raises(UnknownName, match="no dataset to link to is called 'wikidat'") as fault:
        targets.find("wikidat")
    assert fault.value.hint == "known: wikidata"


def test_the_numbers_of_a_register_are_found_in_the_items_of_another_dataset(
    service, world, ground
):
    orange = world.items["Q1431486"]
    world.identifiers = {"Q1431486": ("P1616", "380129866"), "Q218765": ("P1616", "none")}
    profile = ground.profile("https://w3id.org/souverain/id/orange")
    linked = Linked({}, {profile.iri: [orange.id], "other": ["Q218765"]})
    found = search.candidates(service, replace(REGISTER, api=world.url), profile, linked)
    assert [row.item.id for row in found] == ["380129866"]
