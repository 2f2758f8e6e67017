"""The precision of a rule follows from what reviewers decided on its drafts."""

from __future__ import annotations

import pytest

from souverain.intake.calibration import calibration
from souverain.intake.decisions import Decision


def log(*rows):
    return [
        Decision(item, verdict, "Ada", "2024-03-05T10:00:00Z", rule=rule, number=number, **more)
        for number, (item, verdict, rule, more) in enumerate(rows, start=1)
    ]


@pytest.mark.parametrize(
    ("rows", "rates"),
    [
        ([], {}),
        ([("a", "accepted", "r", {})], {"r": 0.75}),
        ([("a", "rejected", "r", {})], {"r": 0.25}),
        ([("a", "edited", "r", {})], {"r": 0.25}),
        ([("a", "evidence", "r", {})], {"r": 0.75}),
        ([("a", "accepted", "r", {}), ("b", "rejected", "r", {})], {"r": 0.5}),
        ([("a", "accepted", "r", {}), ("b", "rejected", "s", {})], {"r": 0.75, "s": 0.25}),
        ([("a", "accepted", "r", {}), ("a", "rejected", "r", {})], {"r": 0.25}),
        ([("a", "rejected", "r", {}), ("a", "undone", "", {"undoes": 1})], {}),
        ([("a", "accepted", "r", {}), ("a", "published", "", {"claims": ("x",)})], {"r": 0.75}),
        ([("a", "added", "by hand", {}), ("s", "no-fact", "", {})], {}),
    ],
    ids=[
        "nothing",
        "right",
        "wrong",
        "edited",
        "evidence",
        "half",
        "each rule",
        "the later counts",
        "taken back",
        "published once",
        "by hand",
    ],
)
def test_a_rule_is_as_precise_as_its_drafts_were_right(rows, rates):
    assert calibration(log(*rows)) == pytest.approx(rates)


def test_a_rule_that_was_always_right_is_not_quite_certain():
    rows = [(str(n), "accepted", "r", {}) for n in range(99)]
    assert calibration(log(*rows))["r"] == pytest.approx(0.995)
