from __future__ import annotations

import hashlib
import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

from souverain.intake.candidate import BASES, CHANNELS, EVENTS, SLOTS, STATUSES

FOLDER = Path(__file__).parent / "development"
ARTICLES = tomllib.loads((FOLDER / "articles.toml").read_text("utf-8"))
GOLD = sorted(FOLDER.glob("*.jsonl"))
ROWS = [
    pytest.param(path, json.loads(line), id=f"{path.stem}-{number}")
    for path in GOLD
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
]
CURRENCIES = ("CHF", "EUR", "GBP", "USD")
VALUES = {
    "basis": BASES,
    "channel": CHANNELS,
    "event": EVENTS,
    "currency": ("EUR", "GBP", "USD", "CHF"),
}
BESIDE = {"kind", "start", "end", "quote", "status", "also", "optional"}
LAST_LINES = ("Article inventé pour les essais", "Made up for tests")


@pytest.fixture(scope="module")
def placing():
    spec = importlib.util.spec_from_file_location("placing", FOLDER / "placing.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_is_as_the_tool_places_it(path, placing):
    assert placing.gold(path) == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("quote", "complaint"), [("Bull", "stands 2 times"), ("SFR", "stands 0 times")]
)
def test_a_quote_that_does_not_say_where_is_refused(placing, quote, complaint):
    with pytest.raises(ValueError, match=complaint):
        placing.placed({"kind": "role", "quote": quote}, "Bull et Bull")


@pytest.mark.parametrize("slug", ARTICLES)
def test_an_article_is_of_the_length_of_articles(slug):
    text = (FOLDER / f"{slug}.txt").read_text("utf-8")
    assert 1500 <= len(text) <= 4500


@pytest.mark.parametrize("slug", ARTICLES)
def test_an_article_says_that_it_is_made_up(slug):
    content = (FOLDER / f"{slug}.txt").read_bytes()
    assert content.decode("utf-8").rstrip().rpartition("\n")[2].startswith(LAST_LINES)
    assert ARTICLES[slug]["made_up"] is True
    assert ARTICLES[slug]["sha256"] == hashlib.sha256(content).hexdigest()


def test_every_article_has_its_gold():
    assert [path.stem for path in GOLD] == sorted(ARTICLES)
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(ARTICLES)


@pytest.mark.parametrize(("path", "row"), ROWS)
def test_a_row_has_the_slots_of_its_kind(path, row):
    slots = {name: row[name] for name in row.keys() - BESIDE}
    assert slots.keys() <= SLOTS[row["kind"]].keys()
    assert row["status"] in STATUSES
    assert all(slots[name] in known for name, known in VALUES.items() if name in slots)
    assert row.get("also", {}).keys() <= slots.keys()


@pytest.mark.parametrize(("path", "row"), ROWS)
def test_the_words_of_a_name_stand_in_the_article_or_in_the_graph(path, row, project):
    text = path.with_suffix(".txt").read_text("utf-8").casefold()
    known = (project.graph / "entities.ttl").read_text("utf-8").casefold()
    for slot in ("holder", "acquirer", "announcer", "partners", "payer", "receiver", "parties"):
        for name in map(str.casefold, row.get(slot, ())):
            assert f'"{name}"@fr' in known or all(word in text for word in name.split())
