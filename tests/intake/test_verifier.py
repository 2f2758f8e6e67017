from __future__ import annotations

from dataclasses import replace

import pytest

from souverain.intake.candidate import Candidate, Span
from souverain.intake.verifier import verified

CONTENT = "Velanor grandit. Il détient 30 % de Brumatech."
STAKE = Candidate(
    kind="stake",
    start=17,
    end=45,
    quote="Il détient 30 % de Brumatech",
    status="InForce",
    confidence=0.9,
    rule="stake.holds-share-of",
    slots={"holder": ("Velanor",), "target": "Brumatech", "percentage": 30.0, "basis": "Exact"},
    antecedents=(Span(0, 7, "Velanor"),),
)


def test_what_stands_in_its_words_passes():
    assert verified(CONTENT, STAKE).flags == ("antecedent",)


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Il détient 40 % de Brumatech"},
        {"start": 16},
        {"end": 900},
        {"start": -1, "end": -1, "quote": ""},
        {"antecedents": (Span(0, 7, "Oxalis!"),)},
    ],
)
def test_a_quote_that_does_not_slice_is_rejected(change):
    assert verified(CONTENT, replace(STAKE, **change)) is None


@pytest.mark.parametrize(
    ("slot", "value", "flag"),
    [
        ("percentage", 70.0, "number-not-in-words:percentage"),
        ("holder", ("Oxalis",), "name-not-in-words:holder"),
        ("target", "Cartelon", "name-not-in-words:target"),
    ],
)
def test_what_stands_in_no_words_is_flagged(slot, value, flag):
    assert flag in verified(CONTENT, replace(STAKE, slots={**STAKE.slots, slot: value})).flags


def test_an_antecedent_that_is_not_named_does_not_vouch():
    assert "name-not-in-words:holder" in verified(CONTENT, replace(STAKE, antecedents=())).flags
