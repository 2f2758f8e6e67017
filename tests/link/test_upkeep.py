"""A link is compared with what its item was: merged, deleted and changed items need a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from souverain.link import decisions, upkeep, wikibase
from souverain.link.connection import connected
from souverain.link.decisions import Decision, Log
from souverain.settings import Settings

ORANGE = "Q1431486"


@pytest.fixture
def fresh(tmp_path):
    """A service for which no answer is new enough to be kept."""
    settings = Settings.read({}, link_cache=str(tmp_path / "fresh"), link_cache_days=0)
    with connected(settings) as made:
        yield made


@pytest.fixture
def checked(fresh, world, wikidata, project):
    """What needs a person, by item, when some items are not what they were."""

    def check(log=None, **rows):
        world.items |= {ORANGE: replace(world.items[ORANGE], **rows)} if rows else {}
        links = upkeep.records(project, wikidata)
        assert len(links) == 17
        changes = upkeep.check(fresh, wikidata, links, log or Log())
        return {change.item: (change.kind, change.message, change.hint) for change in changes}

    return check


@pytest.fixture
def seen(fresh, world, wikidata):
    """The log of a link to Orange, with what its item is now."""
    (item,) = wikibase.items(fresh, world.url, [ORANGE])
    was = decisions.seen(item, wikidata.properties)
    return Log(
        (Decision("2026-11-27", "me", "wikidata", "id:orange", ORANGE, "exact", "so", "so", was),)
    )


def test_what_is_as_it_was_needs_nobody(checked, seen):
    assert checked(seen) == {}


def test_a_merged_item_is_told_with_the_one_it_is_now(checked, world):
    world.moved = {"Q568183": "Q218765"}
    kind, message, hint = checked()["Q568183"]
    assert (kind, message) == ("merged", "was merged into Q218765 (SFR)")
    assert "souverain link undo id:ovhcloud Q568183" in hint


def test_a_deleted_item_is_told(checked, world):
    del world.items["Q568183"]
    assert checked()["Q568183"][:2] == ("deleted", "is not there any more")


CHANGES = {
    "another name": (
        {"labels": {"en": "Lemon"}, "aliases": []},
        "renamed",
        "is called “Lemon” now",
    ),
    "another kind": ({"kind": "fruit"}, "other kind", "had the kinds Q"),
    "an end": (
        {"statements": {"ended": ["+2026-01-01"]}},
        "ended",
        "had the end none, and has +2026-01-01T00:00:00Z now",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_item_is_told(checked, seen, name):
    rows, kind, words = CHANGES[name]
    found = checked(seen, **rows)[ORANGE]
    assert found[0] == kind
    assert words in found[1]
    assert f"souverain link undo id:orange {ORANGE}" in found[2]


def test_a_new_name_beside_the_old_one_changes_nothing(checked, seen):
    assert checked(seen, labels={"en": "Orange SA"}, aliases=["Orange S.A."]) == {}


def test_only_the_name_is_known_of_links_older_than_the_log(checked):
    assert checked(kind="fruit") == {}
    assert checked(labels={"en": "Lemon"}, aliases=[])[ORANGE][0] == "renamed"
