"""What a reviewer is warned of before a draft is accepted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from souverain import text
from souverain.intake.candidate import Candidate
from souverain.intake.card import Card
from souverain.intake.catalogue import Catalogue
from souverain.intake.decisions import Decision
from souverain.intake.doubts import doubts
from souverain.intake.published import Published


@pytest.fixture(scope="module")
def catalogue(project):
    return Catalogue(project)


@pytest.fixture(scope="module")
def published(project, catalogue):
    return Published(project, catalogue)


@pytest.fixture(scope="module")
def article(project):
    return text.load(project)["002"]


def card(item, holder, percentage, target="Numergy", status="InForce", verdict="", **more):
    said = Candidate(
        "stake",
        0,
        1,
        more.pop("quote", "x"),
        status,
        0.8,
        "r",
        {"holder": (holder,), "target": target, "percentage": percentage, "basis": "Exact"},
        **more,
    )
    decision = Decision(item, verdict, "Ada", "t") if verdict else None
    return Card(item, said.start, said.end, said.quote, said, decision)


def codes(given, article, published, *others):
    return [row.code for row in doubts(given, article, published, [given, *others])]


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([("Bull", 20.0, "accepted")], False),
        ([("Bull", 41.0, "accepted")], True),
        ([("Bull", 41.0, "")], False),
        ([("Bull", 41.0, "rejected")], False),
        ([("Bull", 40.4, "edited")], False),
        ([("Bull", 30.0, "accepted"), ("Thales", 20.0, "accepted")], True),
    ],
    ids=["below", "above", "open", "rejected", "rounding", "three"],
)
def test_stakes_that_would_pass_a_hundred(article, published, others, found):
    given = card("a", "Atos", 60.0)
    rows = [card(str(n), who, share, verdict=v) for n, (who, share, v) in enumerate(others)]
    assert ("over-hundred" in codes(given, article, published, *rows)) is found


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (card("a", "SFR", 47.0), "published-already"),
        (card("a", "SFR", 30.0), "conflict"),
        (card("a", "SFR", 47.5), None),
        (card("a", "SFR", 30.0, status="Planned"), None),
        (card("a", "Zorgluzon", 30.0), None),
    ],
)
def test_what_the_graph_says_already(article, published, given, code):
    found = set(codes(given, article, published)) & {"published-already", "conflict"}
    assert found == ({code} if code else set())


def test_what_another_article_says(project, published):
    other = text.load(project)["003"]
    assert "said-elsewhere" in codes(card("a", "SFR", 47.0), other, published)


@pytest.mark.parametrize(
    ("quote", "modality", "found"),
    [
        ("Orange détiendrait 44 %", "Stated", True),
        ("Orange aurait 44 %", "Stated", True),
        ("Orange would hold 44 %", "Stated", True),
        ("Orange détiendrait 44 %", "Conditional", False),
        ("Orange détient 44 %", "Stated", False),
    ],
)
def test_a_conditional_verb(article, published, quote, modality, found):
    given = card("a", "Zorgluzon", 1.0, quote=quote, modality=modality)
    assert ("conditional" in codes(given, article, published)) is found


@pytest.mark.parametrize(
    ("content", "found"),
    [("« Orange a 44 % »", True), ("“Orange a 44 %”", True), ("Orange a 44 %", False)],
)
def test_words_inside_a_speech(article, published, content, found):
    given = card("a", "Zorgluzon", 1.0)
    start = content.index("Orange")
    said = replace(given.candidate, start=start, end=start + 6, quote="Orange")
    given = replace(given, candidate=said)
    told = replace(article, text=content)
    assert ("speech" in codes(given, told, published)) is found


def test_what_the_drafting_flagged_is_told(article, published):
    given = card("a", "Zorgluzon", 1.0, flags=("no-antecedent",))
    assert codes(given, article, published) == ["flag"]


def test_what_is_published_raises_no_doubt(article, published):
    given = replace(card("a", "SFR", 47.0), claims=("id:stake-1",))
    assert codes(given, article, published) == []


@pytest.mark.parametrize(
    ("words", "iri"),
    [
        ("caisse depots", "id:caisse-des-depots"),
        ("Thalès", "id:thales"),
        ("OVH", "id:ovhcloud"),
        ("zzzzqq", None),
    ],
)
def test_an_entity_is_found_by_some_of_any_name(catalogue, words, iri):
    assert next((row.iri for row in catalogue.suggest(words)), None) == iri
