"""What stands behind a thing, in JSON: nothing without the words that say it."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from souverain.errors import BadValue, NoSuchPage
from souverain.vocab import BASE

STAKE = f"{BASE}id/stake-002-16d66caa05"
REMAINDER = f"{BASE}id/derivedstake-913e1828d8"


@pytest.fixture(scope="module")
def sources(get) -> Callable[..., dict]:
    """The document of a thing."""

    def find(of: str, language: str = "en", **given: object) -> dict:
        return json.loads(get(f"/sources.json?{urlencode({'of': of, **given})}", language).content)

    return find


def test_a_claim_has_the_words_that_it_stands_on_and_their_place(sources, project):
    told = sources(STAKE)
    (quote,) = told["quotes"]
    (file,) = (project.root / "seeds").glob("002_*.txt")
    assert file.read_bytes().decode("utf-8")[quote["start"] : quote["end"]] == quote["text"]
    assert quote["article"] == f"{BASE}articles/002"
    assert told["article"]["inferred"]
    assert told["disagreements"]


@pytest.mark.parametrize("name", ["cloudwatt", "id:cloudwatt", "Cloudwatt", f"{BASE}id/cloudwatt"])
def test_an_entity_is_taken_by_any_of_its_names(sources, name):
    assert sources(name)["iri"] == f"{BASE}id/cloudwatt"


def test_every_claim_of_an_entity_has_words_or_premises_that_have(sources):
    told = sources("cloudwatt", size=50)
    assert told["count"] == len(told["claims"]) > 40
    for claim in told["claims"]:
        premises = [quote for row in claim["premises"] for quote in row["quotes"]]
        assert claim["quotes"] or premises, claim["iri"]
        assert claim["computed"] == (not claim["quotes"])


def test_pages_hold_each_claim_once(sources):
    first = sources("cloudwatt", size=20)
    rows = [
        row["iri"]
        for number in range(1, first["pages"] + 1)
        for row in sources("cloudwatt", size=20, page=number)["claims"]
    ]
    assert len(rows) == len(set(rows)) == first["count"]


def test_what_was_computed_has_its_premises_and_no_words_of_its_own(sources):
    told = sources(REMAINDER)
    assert told["computed"]
    assert told["quotes"] == []
    assert len(told["premises"]) == 3
    assert told["rule"]


@pytest.mark.parametrize(("language", "word"), [("en", "holds"), ("fr", "détient")])
def test_sentences_are_in_the_language_of_the_request(sources, language, word):
    assert word in sources(STAKE, language)["sentence"]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"of": ""}, BadValue),
        ({"of": "zzzqqq"}, BadValue),
        ({"of": f"{BASE}id/nothing"}, NoSuchPage),
        ({"of": "cloudwatt", "size": 0}, BadValue),
        ({"of": "cloudwatt", "size": 51}, BadValue),
        ({"of": "cloudwatt", "page": "x"}, BadValue),
    ],
)
def test_what_cannot_be_given_is_refused(sources, given, kind):
    with pytest.raises(kind) as caught:
        sources(**given)
    assert caught.value.hint
