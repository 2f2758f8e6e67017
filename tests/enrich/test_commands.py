"""The commands over a graph that has Wikidata's words, and over one that has none."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from souverain import cli
from souverain.files import Project
from souverain.link.comparison import COLUMNS

Run = Callable[..., tuple[int, str, str]]
ORANGE, THALES = "Q1431486", "Q1161666"
# That Orange and Thales are the same is made up, as all of this is.
WORDS = f"""
@prefix sov: <https://w3id.org/souverain/ontology#> .
@prefix wd: <http://www.wikidata.org/entity/> .
<#a> a sov:ExternalRecord ; sov:externalItem wd:Q568183 .
<#b> a sov:ExternalStatement ; sov:externalSubject wd:Q568183 ; sov:externalProperty wd:P112 ;
  sov:externalRank sov:Normal ; sov:externalObject wd:{ORANGE} .
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def done(project: Path, *arguments: str) -> tuple[int, str, str]:
        code = cli.run(["--project", str(project), "link", *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return done


@pytest.fixture(scope="module")
def known(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which Wikidata says a little."""
    root = tmp_path_factory.mktemp("known")
    for name in ("graph", "ontology", "seeds"):
        shutil.copytree(project.root / name, root / name)
    text = WORDS.replace("<#", "<https://w3id.org/souverain/graph/wikidata#")
    (root / "graph" / "wikidata.ttl").write_text(text, "utf-8")
    return root


@pytest.mark.parametrize("command", ["compare", "quickstatements"])
def test_before_anything_was_retrieved_it_says_what_does_it(run, project, command):
    code, out, err = run(project.root, command)
    assert (code, out) == (2, "")
    assert "souverain link enrich" in err


def test_a_comparison_is_a_table_with_tabs_in_a_pipe(run, known):
    code, out, _ = run(known, "compare")
    head, *rows = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert head[:3] == ["verdict", "why", "claim"]
    assert all(len(row) == len(head) for row in rows)


def test_a_comparison_is_to_be_had_as_json(run, known):
    code, out, _ = run(known, "compare", "--part", "roles", "--format", "json")
    told = json.loads(out)
    assert code == 0
    assert {row["part"] for row in told} == {"roles"}
    assert all(row.keys() == set(COLUMNS) for row in told)


def test_only_one_verdict_is_told_where_one_is_asked_for(run, known):
    _, out, _ = run(known, "compare", "--verdict", "undecided")
    assert {line.split("\t")[0] for line in out.splitlines()[1:]} == {"undecided"}


@pytest.mark.parametrize("option", ["--part=prices", "--verdict=maybe", "--format=xml"])
def test_a_choice_that_is_none_is_refused(run, known, option):
    code, out, err = run(known, "compare", option)
    assert (code, out) == (2, "")
    assert "Invalid value" in err


def test_drafts_say_that_a_human_must_review_them(run, known):
    code, out, err = run(known, "quickstatements")
    assert code == 0
    assert "A human must review each" in out.splitlines()[0]
    assert "human" in err


def test_a_source_that_is_none_is_refused(run, known):
    code, out, err = run(known, "quickstatements", "--source", "003")
    assert (code, out) == (2, "")
    assert "--source 003=" in err
