from __future__ import annotations

from dataclasses import replace

import pytest

from souverain.intake.candidate import Candidate
from souverain.intake.judge import FEWEST, Judge

DIRECT = Candidate("announcement", 0, 1, "x", "InForce", 0.8, "announcement.says", {})
FAR = replace(DIRECT, flags=("in-speech", "prior-confidence"))


def decided(count: int) -> list[tuple[Candidate, bool]]:
    return [(FAR, False) if number % 2 else (DIRECT, True) for number in range(count)]


def test_what_was_rejected_is_less_sure_next_time():
    judge = Judge.learn(decided(FEWEST))
    assert judge.judged(FAR).confidence < 0.5 < judge.judged(DIRECT).confidence


def test_a_learned_confidence_is_no_prior():
    assert "prior-confidence" not in Judge.learn(decided(FEWEST)).judged(FAR).flags


def test_the_same_log_makes_the_same_judge():
    assert Judge.learn(decided(FEWEST)) == Judge.learn(decided(FEWEST))


@pytest.mark.parametrize("log", [decided(FEWEST - 1), [(DIRECT, True)] * FEWEST])
def test_too_little_makes_no_judge(log):
    assert Judge.learn(log) is None
