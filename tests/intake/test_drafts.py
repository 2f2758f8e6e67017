"""Drafts stand apart, keep their identity, and what was decided on them is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from souverain import check, text, ttl
from souverain.errors import DataError, UnknownName, UsageError
from souverain.intake import decisions, drafts
from souverain.intake.decisions import Decision
from souverain.intake.desk import Desk
from souverain.store import Dataset

from .newsroom import BY, DAY, DRAFTS, FLAGGED, SLUG, decide, newsroom

STAKE = DRAFTS[3]
ID = STAKE.identity(SLUG)


@pytest.fixture
def room(project, tmp_path):
    return newsroom(tmp_path / "room", project)


def keep(room, candidates):
    article = text.load(room)[SLUG]
    return drafts.keep(room, article, candidates, FLAGGED)


def test_what_is_kept_is_read_again(room):
    read = drafts.load(room, SLUG)
    assert list(read.drafts.values()) == sorted(DRAFTS, key=lambda r: (r.start, r.end, r.kind))
    assert read.flagged == FLAGGED


def test_keeping_again_changes_no_byte(room):
    before = drafts.path(room, SLUG).read_bytes()
    assert keep(room, DRAFTS[::-1]) == drafts.Kept(0, len(DRAFTS), 0)
    assert drafts.path(room, SLUG).read_bytes() == before


def test_a_draft_is_the_same_whatever_its_confidence_and_rule(room):
    other = [replace(row, confidence=0.1, rule="another") for row in DRAFTS]
    assert keep(room, other) == drafts.Kept(0, len(DRAFTS), 0)


def test_a_draft_that_no_rule_gives_any_more_goes(room):
    assert keep(room, [row for row in DRAFTS if row is not STAKE]).gone == 1
    assert ID not in drafts.load(room, SLUG).drafts


@pytest.mark.parametrize("verdict", ["accepted", "rejected"])
def test_a_draft_that_was_decided_on_stays_as_it_was(room, verdict):
    decide(room, ID, verdict, reason="read")
    keep(room, [replace(STAKE, confidence=0.1)])
    assert drafts.load(room, SLUG).drafts == {ID: STAKE}


def test_a_quote_that_does_not_slice_is_no_draft(room):
    before = drafts.path(room, SLUG).read_bytes()
    with pytest.raises(DataError, match="quote"):
        keep(room, [replace(STAKE, start=STAKE.start + 1)])
    assert drafts.path(room, SLUG).read_bytes() == before


def test_drafts_are_in_the_one_form(room):
    file = drafts.path(room, SLUG)
    assert ttl.write(ttl.read(file)) == file.read_text("utf-8")


def test_drafts_are_neither_served_nor_checked(room, project):
    assert Dataset.load(room).named == Dataset.load(project).named
    assert check.check(room).findings == []


def test_a_decision_is_a_line_and_nothing_before_it_changes(room):
    decide(room, ID, "accepted", rule=STAKE.rule)
    before = decisions.path(room, SLUG).read_bytes()
    decide(room, ID, "rejected", reason="misread")
    assert decisions.path(room, SLUG).read_bytes().startswith(before)
    assert [row.number for row in decisions.read(room, SLUG)] == [1, 2]
    assert decisions.standing(decisions.read(room, SLUG))[ID].verdict == "rejected"


def test_a_line_that_a_machine_stopped_in_is_no_decision(room):
    decide(room, ID, "accepted")
    file = decisions.path(room, SLUG)
    file.write_bytes(file.read_bytes() + b'{"item": "x", "verd')
    assert len(decisions.read(room, SLUG)) == 1


def test_what_follows_a_cut_line_stands_on_its_own(room):
    decide(room, ID, "accepted")
    file = decisions.path(room, SLUG)
    file.write_bytes(file.read_bytes()[:-1])
    decide(room, ID, "rejected", reason="misread")
    assert [row.verdict for row in decisions.read(room, SLUG)] == ["accepted", "rejected"]


@pytest.mark.parametrize(
    "line", ["no json", "[]", '{"item": "x"}', '{"item":"x","verdict":"maybe","by":"A","at":"t"}']
)
def test_a_line_that_is_no_decision_is_named(room, line):
    decide(room, ID, "accepted")
    with decisions.path(room, SLUG).open("a", encoding="utf-8") as stream:
        stream.write(f"{line}\n")
    with pytest.raises(DataError, match=r"drafts/005\.log\.jsonl:2"):
        decisions.read(room, SLUG)


@pytest.mark.parametrize("verdict", ["rejected", "no-fact"])
def test_a_rejection_needs_its_reason(room, verdict):
    with pytest.raises(UsageError, match="without a reason"):
        decide(room, ID, verdict)
    assert decisions.read(room, SLUG) == ()


def test_a_decision_needs_somebody_who_makes_it(room):
    row = Decision(ID, "accepted", " ", f"{DAY}T10:00:00Z")
    with pytest.raises(UsageError, match="nobody"):
        decisions.append(room, SLUG, [row])


class TestDesk:
    @pytest.fixture
    def desk(self, room):
        return Desk(room, SLUG, BY)

    def test_cards_are_in_the_order_of_the_text(self, desk):
        places = [(card.start, card.end) for card in desk.cards()]
        assert places == sorted(places)
        assert len(places) == len(DRAFTS) + len(FLAGGED)

    def test_a_card_is_found_by_its_first_letters(self, desk):
        assert desk.card(ID[:6]).id == ID

    @pytest.mark.parametrize("item", ["", "zz"])
    def test_letters_of_no_one_card_find_none(self, desk, item):
        with pytest.raises(UnknownName):
            desk.card(item)

    def test_an_edit_accepts_with_the_slot_changed(self, desk):
        desk.edit(ID, {"holder": "Thales; Atos", "percentage": "34,5 %", "date": "2024"})
        said = desk.card(ID).candidate
        assert said.slots["holder"] == ("Thales", "Atos")
        assert (said.slots["percentage"], said.date) == (34.5, "2024")
        assert desk.card(ID).decision.edited == ("date", "holder", "percentage")

    def test_accepting_what_was_edited_keeps_the_edit(self, desk):
        desk.edit(ID, {"percentage": "30"})
        desk.accept(ID)
        assert desk.card(ID).candidate.slots["percentage"] == 30.0

    @pytest.mark.parametrize(
        ("slots", "fault"),
        [
            ({"payer": "x"}, "no slot 'payer'"),
            ({"percentage": "much"}, "no percentage"),
            ({"status": "Maybe"}, "unknown status"),
        ],
    )
    def test_an_edit_that_makes_no_sense_is_refused(self, desk, slots, fault):
        with pytest.raises((UsageError, DataError), match=fault):
            desk.edit(ID, slots)
        assert desk.log() == ()

    def test_undo_takes_back_one_decision_after_the_other(self, desk):
        desk.accept(ID)
        desk.reject(ID, "misread")
        assert desk.undo().verdict == "rejected"
        assert desk.card(ID).verdict == "accepted"
        assert desk.undo().verdict == "accepted"
        assert desk.card(ID).verdict == ""
        assert desk.undo() is None
        assert len(desk.log()) == 4

    def test_a_claim_added_by_hand_fills_its_flagged_sentence(self, desk):
        flagged = FLAGGED[0]
        made = desk.add("lifecycle", flagged.start, flagged.end, {"subject": "Brumelune"})
        assert desk.card(made.item).verdict == "added"
        assert desk.card(drafts.flagged_id(flagged)).verdict == "no-fact"

    def test_a_flagged_sentence_is_not_accepted(self, desk):
        with pytest.raises(UsageError, match="no draft to accept"):
            desk.accept(drafts.flagged_id(FLAGGED[0]))

    def test_what_is_published_is_not_decided_again(self, desk, room):
        decide(room, ID, "accepted")
        decide(room, ID, "published", claims=("id:stake-1",))
        with pytest.raises(UsageError, match="published"):
            desk.reject(ID, "misread")
        assert desk.undo() is None
