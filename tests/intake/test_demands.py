"""What a pattern demands is read from it, and never hides a match."""

from __future__ import annotations

from pathlib import Path

import pytest

from souverain.intake import demands, scene
from souverain.intake.extraction import TABLES
from souverain.intake.grammar import compiled
from souverain.intake.known import Known

DEVELOPMENT = Path(__file__).with_name("development")
RULES = [rule for _, rules in TABLES for rule in rules]
DEMANDED = [
    ("rachète", {("rachète",)}),
    ("Rachète", {("rachète",)}),
    ("rach(?:ète|eté)", {("rach",), ("eté", "ète")}),
    ("achetée?", {("acheté",)}),
    ("(?:rachète|reprend)", {("rachète", "reprend")}),
    ("(?:rachète|reprend)?", set()),
    ("(?:rachète|(?:bien )?reprend)", {("rachète", "reprend")}),
    ("(?:rachète|[a-z]+)", set()),
    ("(?:rachète)*", set()),
    ("(?:rachète){0,3}", set()),
    ("(?:rachète){1,3}", {("rachète",)}),
    ("(?:rachète)++", {("rachète",)}),
    ("ne rachète", {("ne",), ("rachète",)}),
    ("(?=rachète)", {("rachète",)}),
    ("(?!rachète)(?<!rachète)(?<=rachète)", set()),
    ("(?P<v>rachète)", {("rachète",)}),
    (r"rachète\s+.\bbien$", {("rachète",), ("bien",)}),
    ("<share>", {("\ue004",)}),
    (r"\ue004", {("\ue004",)}),
    ("<name>", {("\ue000", "\ue00a")}),
    ("l'[éè]", {("l'",)}),
    ("à", set()),
]


@pytest.mark.parametrize(("pattern", "expected"), DEMANDED)
def test_a_pattern_demands_the_words_that_each_match_has(pattern, expected):
    assert set(demands.of(pattern)) == expected


@pytest.fixture(scope="module")
def scenes():
    texts = [path.read_text("utf-8") for path in sorted(DEVELOPMENT.glob("*.txt"))[::3]]
    return [scene.see(text, Known(), (), None) for text in texts]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_match_of_a_rule_is_hidden(rule, scenes):
    pattern, demanded = compiled(rule.pattern), demands.of(rule.pattern)
    for seen in scenes:
        mask = seen.bare if rule.bare else seen.full
        sentences = zip(seen.sentences, seen.small(bare=rule.bare), strict=True)
        hidden = [bounds for bounds, small in sentences if not demands.met(demanded, small)]
        assert not [found for bounds in hidden for found in pattern.finditer(mask, *bounds)]
