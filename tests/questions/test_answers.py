"""Each question answers as was expected when the articles were read, before it was first asked.

`NAME.csv` is the answer to the question as it stands; `NAME.VALUE.csv` (and so on) gives its
parameters values in their order. An IRI is shortened: `003` is an article, `Planned` a concept,
anything else an entity or a claim.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from souverain import query, question, vocab
from souverain.formats import RESULT_FORMATS
from souverain.store import Dataset

EXPECTED = sorted(Path(__file__).parent.glob("*.csv"))
CSV = next(format for format in RESULT_FORMATS if format.name == "csv")
PREFIXES = ((re.compile(r"\d+"), "article:"), (re.compile(r"[A-Z]\w*"), "sov:"))
WITHDRAW = "INSERT { id:withdrawal sov:withdraws ?claim } WHERE { ?claim sov:assertedIn ?article }"
# These ask for entities and links, which are merged or unlinked, and never withdrawn.
WITHOUT_CLAIMS = {"joint-holders", "wikidata-linked", "wikidata-unlinked"}


@pytest.fixture(scope="module")
def dataset(project):
    return Dataset.load(project)


@pytest.fixture(scope="module")
def withdrawn(project):
    """The data, with a withdrawal of each claim."""
    dataset = Dataset.load(project)
    dataset.store.update(WITHDRAW, prefixes=dict(vocab.PREFIXES))
    return dataset


def shortened(value):
    """What `--param` would be given for a value in a file's name."""
    for form, prefix in PREFIXES:
        if form.fullmatch(value):
            return prefix + value
    return f"id:{value}"


def given(asked, values):
    pairs = zip(asked.parameters.values(), values, strict=False)
    return {row.name: shortened(value) if row.kind == "iri" else value for row, value in pairs}


def about_anything(path, dataset):
    """The rows of a question whose IRIs are left free."""
    asked = question.read(path.read_text("utf-8"), path.stem)
    literals = {name: value for name, value in asked.bind({}).items() if value.datatype}
    return rows(dataset, query.Query(asked.text, substitutions=literals))[1:]


def rows(dataset, asked):
    with query.run(dataset, asked, CSV) as answer:
        return table(answer.read().decode("utf-8"))


def table(text):
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_a_question_answers_what_the_articles_say(expected, project, dataset):
    name, *values = expected.stem.split(".")
    asked = question.find(project, name)
    assert len(values) in (0, len(asked.parameters))
    bound = query.Query(asked.text, substitutions=asked.bind(given(asked, values)))
    assert rows(dataset, bound) == table(expected.read_text("utf-8"))


def test_a_question_has_an_expected_answer(question_file):
    assert f"{question_file.stem}.csv" in {path.name for path in EXPECTED}


def test_a_question_has_its_words_in_two_languages(question_file):
    words = question.read(question_file.read_text("utf-8"), question_file.stem).words
    assert words.keys() == {"en", "fr"}
    assert words["en"].endswith("?")
    assert words["fr"].endswith(" ?")


def test_a_question_can_be_asked_as_it_stands(question_file):
    asked = question.read(question_file.read_text("utf-8"), question_file.stem)
    assert asked.bind({}).keys() == asked.parameters.keys()


def test_a_question_about_anything_has_an_answer(question_file, dataset):
    """So that a question which rightly answers nothing is not one that cannot answer."""
    assert about_anything(question_file, dataset)


def test_a_question_answers_nothing_once_every_claim_is_withdrawn(question_file, withdrawn):
    answers = about_anything(question_file, withdrawn)
    assert bool(answers) == (question_file.stem in WITHOUT_CLAIMS)


def test_a_question_puts_its_rows_in_an_order(question_file):
    assert "\nORDER BY " in question_file.read_text("utf-8")


def test_there_are_many_questions_and_some_rightly_have_no_answer(project):
    defaults = [table(path.read_text("utf-8")) for path in EXPECTED if "." not in path.stem]
    assert len(defaults) == len(list(project.question_files())) >= 32
    assert sum(len(answer) == 1 for answer in defaults) >= 8


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--param", "target"], "'target' gives no value", "--param NAME=VALUE"),
        (["--param", "date=2 octobre"], "no date for the parameter date", "date=2012-10-02"),
        (["--param", "target=Cloud watt"], "no iri for the parameter target", "id:cloudwatt"),
        (["--param", "targt=id:numergy"], "'targt'", "known: target"),
    ],
)
def test_a_parameter_at_fault_is_refused(arguments, message, hint, project, command):
    asked = ["--project", project.root, "query", "--question", "cap-table-at", *arguments]
    done = command(*asked)
    assert done.returncode == 2
    assert message in done.stderr
    assert hint in done.stderr
    assert done.stdout == ""
