from __future__ import annotations

from dataclasses import replace

import pytest

from souverain.errors import DataError
from souverain.intake.candidate import SLOTS, Candidate, Mention, Span

STAKE = Candidate(
    kind="stake",
    start=0,
    end=30,
    quote="Numergy, détenu à 47 % par SFR",
    status="InForce",
    confidence=0.9,
    rule="stake.held-by",
    slots={"holder": ("SFR",), "target": "Numergy", "percentage": 47.0, "basis": "Exact"},
)
FULL = replace(
    STAKE,
    date="2012",
    modality="Conditional",
    via=("FSN",),
    antecedents=(Span(40, 47, "Numergy"),),
    mentions=(Mention(27, 30, "holder", "SFR", "https://w3id.org/souverain/id/sfr"),),
    flags=("antecedent",),
)


@pytest.mark.parametrize("candidate", [STAKE, FULL])
def test_what_is_written_reads_back(candidate):
    assert Candidate.from_json(candidate.to_json()) == candidate


def test_a_line_has_the_keys_of_its_kind():
    assert list(STAKE.to_json())[:11] == [
        *("kind", "start", "end", "quote", "holder", "target", "percentage", "basis"),
        *("status", "confidence", "rule"),
    ]


@pytest.mark.parametrize(
    "change", [{"confidence": 0.1}, {"rule": "other"}, {"date": "2013"}, {"flags": ("x",)}]
)
def test_the_identity_is_that_of_the_content(change):
    assert replace(STAKE, **change).identity("002") == STAKE.identity("002")


@pytest.mark.parametrize(
    "change",
    [
        {"start": 1},
        {"status": "Planned"},
        {"slots": {**STAKE.slots, "percentage": None}},
        {"slots": {**STAKE.slots, "holder": ("Bull",)}},
    ],
)
def test_another_content_is_another_identity(change):
    assert replace(STAKE, **change).identity("002") != STAKE.identity("002")


def test_another_article_is_another_identity():
    assert STAKE.identity("002") != STAKE.identity("003")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "rumour"}, "unknown kind 'rumour'"),
        ({"status": "Maybe"}, "unknown status 'Maybe'"),
        ({"start": "x"}, "malformed"),
        ({"mentions": [{"x": 1}]}, "malformed"),
    ],
)
def test_a_bad_line_is_told(change, message):
    with pytest.raises(DataError, match=message):
        Candidate.from_json({**STAKE.to_json(), **change})


@pytest.mark.parametrize("kind", SLOTS)
def test_a_slot_left_out_is_empty(kind):
    row = {**STAKE.to_json(), "kind": kind}
    bare = {
        key: row[key] for key in ("kind", "start", "end", "quote", "status", "confidence", "rule")
    }
    assert not any(Candidate.from_json(bare).slots.values())
