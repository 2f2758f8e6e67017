from __future__ import annotations

import pytest

from souverain import question
from souverain.errors import UnknownName, UsageError
from souverain.question import Value
from souverain.vocab import PREFIXES

XSD = PREFIXES["xsd"]
TEXT = """\
# en: Who?
# fr: Qui ?
#
# param: target iri id:orange
# param: since date
# param: words string two words
SELECT ?target ?since ?words { }
# param: late iri id:late
"""


def test_the_header_gives_words_and_parameters():
    found = question.read(TEXT, "who")
    assert found.words == {"en": "Who?", "fr": "Qui ?"}
    assert [(row.name, row.kind, row.default) for row in found.parameters.values()] == [
        ("target", "iri", "id:orange"),
        ("since", "date", ""),
        ("words", "string", "two words"),
    ]


def test_a_parameter_that_is_not_given_has_its_default():
    assert question.read(TEXT, "who").bind({"since": "2012-10-02"}) == {
        "target": Value(f"{PREFIXES['id']}orange", None),
        "since": Value("2012-10-02", f"{XSD}date"),
        "words": Value("two words", f"{XSD}string"),
    }


@pytest.mark.parametrize("given", [{}, {"since": ""}, {"since": "2012-10-02", "target": ""}])
def test_a_parameter_without_a_value_is_refused(given):
    with pytest.raises(UsageError, match=r"the parameter (since|target) has no value"):
        question.read(TEXT, "who").bind(given)


def test_a_given_value_replaces_the_default():
    bound = question.read(TEXT, "who").bind({"target": "https://x.test/y", "since": "2012-10-02"})
    assert bound["target"] == Value("https://x.test/y", None)
    assert bound["since"] == Value("2012-10-02", f"{XSD}date")


def test_an_unknown_parameter_is_named_with_those_that_are():
    with pytest.raises(UnknownName, match="'targt'") as caught:
        question.read(TEXT, "who").bind({"targt": "x"})
    assert "target" in caught.value.hint


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("iri", "sov:Stake", f"{PREFIXES['sov']}Stake"),
        ("iri", "urn:x", "urn:x"),
        ("date", "2012-02-29", "2012-02-29"),
        ("decimal", "44.40", "44.40"),
        ("decimal", "1e2", "100"),
        ("string", 'a" } DROP ALL #', 'a" } DROP ALL #'),
    ],
)
def test_a_value_is_read_by_its_kind(kind, text, value):
    assert question.Parameter("x", kind, "").value(text).text == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("iri", "orange"),
        ("iri", "http://a b"),
        ("iri", "x:> <y"),
        ("date", "2012-02-30"),
        ("date", "2 octobre"),
        ("decimal", "44,4"),
        ("decimal", "NaN"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind, text):
    with pytest.raises(UsageError, match=f"is no {kind}"):
        question.Parameter("x", kind, "").value(text)


@pytest.mark.parametrize("header", ["# param:", "# param: x", "# param: x number 1"])
def test_a_parameter_without_a_kind_is_refused(header):
    with pytest.raises(UsageError, match="has no kind"):
        question.read(header, "who")


def test_a_question_is_found_by_its_name(tiny):
    assert question.find(tiny, "held").words["fr"].startswith("Qui détient")
    assert list(question.load(tiny)) == ["held"]


def test_an_unknown_question_suggests_near_ones(tiny):
    with pytest.raises(UnknownName) as caught:
        question.find(tiny, "helt")
    assert caught.value.hint == "known: held"


def test_each_question_of_the_project_has_words_in_both_languages(question_file):
    found = question.read(question_file.read_text("utf-8"), question_file.stem)
    assert {"en", "fr"} <= found.words.keys()
