"""The review in the terminal works by keys alone, and each decision is on the disk at once."""

from __future__ import annotations

import asyncio

import pytest

from souverain import check, query
from souverain.cli.reviewer import Reviewer
from souverain.formats import RESULT_FORMATS
from souverain.intake import decisions
from souverain.intake.desk import Desk
from souverain.store import Dataset
from souverain.vocab import BASE

from .newsroom import BY, DRAFTS, SLUG, newsroom

CSV = next(row for row in RESULT_FORMATS if row.name == "csv")
STAKES = """SELECT ?holder ?percentage { ?stake a sov:Stake ; sov:target id:brumelune ;
  sov:holder/skos:prefLabel ?holder ; sov:percentage ?percentage FILTER(LANG(?holder) = "fr") }
  ORDER BY ?holder"""


@pytest.fixture
def desk(project, tmp_path):
    return Desk(newsroom(tmp_path / "room", project), SLUG, BY)


def press(desk, *keys, language="en"):
    """What the screen shows after some keys; a key of several letters and a space is written."""
    app = Reviewer(desk, BASE, language)

    async def run():
        async with app.run_test(size=(120, 50)) as pilot:
            for key in keys:
                for one in list(key[1:]) if key.startswith("~") else [key]:
                    await pilot.press({" ": "space", ",": "comma"}.get(one, one))
                await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            return str(app.query_one("#said").content), app.told

    return asyncio.run(run())


def verdicts(desk):
    return [(row.item, row.verdict) for row in desk.log()]


def test_one_key_accepts_and_goes_on(desk):
    shown, _ = press(desk, "a")
    first, second, *_ = desk.cards()
    assert verdicts(desk) == [(first.id, "accepted")]
    assert second.quote in shown


@pytest.mark.parametrize("keys", [("n", "p"), ("down", "up")])
def test_next_and_previous_change_nothing(desk, keys):
    shown, _ = press(desk, *keys)
    assert desk.cards()[0].quote in shown
    assert desk.log() == ()


def test_a_rejection_asks_why(desk):
    press(desk, "r", "~misread", "enter")
    (row,) = desk.log()
    assert (row.verdict, row.reason) == ("rejected", "misread")


@pytest.mark.parametrize("keys", [("r", "escape"), ("r", "enter"), ("e", "escape")])
def test_an_act_that_is_broken_off_decides_nothing(desk, keys):
    press(desk, *keys)
    assert desk.log() == ()


def test_undo_takes_the_last_back_and_shows_it(desk):
    shown, told = press(desk, "a", "a", "u")
    card = desk.cards()[1]
    assert card.verdict == ""
    assert card.quote in shown
    assert card.id in told


def test_a_slot_is_edited(desk):
    card = next(c for c in desk.cards() if c.candidate and c.candidate.kind == "stake")
    moves = ["n"] * desk.cards().index(card)
    press(desk, *moves, "e", "tab", "tab", *["backspace"] * 4, "~33,4", "enter")
    assert verdicts(desk) == [(card.id, "accepted")]  # what is written as it stood is no edit
    press(desk, *moves, "e", "tab", "tab", *["backspace"] * 4, "~33,3", "enter")
    assert desk.card(card.id).candidate.slots["percentage"] == 33.3


def test_an_entity_is_picked_by_some_of_its_letters(desk):
    press(desk, "e", *["backspace"] * 6, "~caisse depot", "down", "enter", "enter")
    assert desk.cards()[0].candidate.slots["announcer"] == ("Caisse des Dépôts",)


def test_a_name_that_nothing_has_is_offered_as_new(desk):
    press(desk, "e", *["backspace"] * 6, "~Zorgluzon", "end", "enter")
    assert desk.cards()[0].candidate.slots["announcer"] == ("Zorgluzon",)


def test_a_claim_is_added_over_a_flagged_sentence(desk):
    at = next(n for n, card in enumerate(desk.cards()) if card.candidate is None)
    press(desk, *["n"] * at, "i", "l", "enter", "~Brumelune", "tab", "~Failed", "enter")
    added = [card for card in desk.cards() if card.verdict == "added"]
    assert [card.candidate.slots["event"] for card in added] == ["Failed"]
    assert added[0].quote == "Le ciel se dégage."


@pytest.mark.parametrize(("language", "words"), [("en", "to decide"), ("fr", "à décider")])
def test_it_speaks_both_languages(desk, language, words):
    shown, _ = press(desk, language=language)
    assert words in shown


def test_a_text_is_no_markup(desk):
    desk.add("lifecycle", 0, 5, {"subject": "[b]Nuages[/b]"})
    shown, _ = press(desk, "p")
    assert "[b]Nuages[/b]" in shown


def test_what_is_not_decided_is_not_published(desk):
    _, told = press(desk, "a", "P")
    assert "not decided yet" in told
    assert not (desk.project.graph / f"{SLUG}.ttl").exists()


def test_an_article_comes_from_its_text_to_an_answer_with_a_key_for_each_draft(desk):
    flagged = next(n for n, card in enumerate(desk.cards()) if card.candidate is None)
    keys = ["a"] * len(DRAFTS)
    keys[flagged:flagged] = ["r", "~A flourish", "enter"]
    _, told = press(desk, *keys, "P")
    assert "Published." in told
    assert check.check(desk.project).findings == []
    with query.run(Dataset.load(desk.project), query.Query(STAKES), CSV) as found:
        rows = found.read().decode("utf-8").splitlines()
    assert rows == ["holder,percentage", "Orange,100", "Thales,33.4", "Verdance,40"]
    strokes = sum(len(key) - 1 if key.startswith("~") else 1 for key in keys) + 1
    claims = sum(len(row) for row in decisions.published(desk.log()).values())
    assert (strokes, claims) == (23, 13)
