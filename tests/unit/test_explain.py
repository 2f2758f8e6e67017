"""`souverain explain`, as it prints in a pipe."""

from __future__ import annotations

import pytest

from souverain import cli
from souverain.cli import terminal


def run(project, *arguments):
    return cli.run(["--project", str(project.root), "explain", *arguments])


def test_it_prints_the_sentence_and_below_it_the_quotes(project, capsys):
    assert run(project, "id:stake-002-16d66caa05") == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == (
        "According to article 002 (October 2012, date inferred), Orange holds 44,4\u00a0% of "
        "Cloudwatt · in force · stated."
    )
    assert second == (
        "  «\u00a0Cloudwatt, qui s’appuie quant à lui sur Orange pour 44,4 %\u00a0» (002, 534–592)"
    )


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ["Rule", "Computed from", "Told otherwise (rounding)"]),
        ("fr", ["Règle", "Calculé à partir de", "Dit autrement (arrondi)"]),
    ],
)
def test_a_computed_number_is_followed_by_what_it_stands_on(project, capsys, language, headings):
    assert run(project, "id:derivedstake-913e1828d8", "--language", language) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line in headings] == headings


def test_it_counts_the_claims_about_an_entity(project, capsys):
    assert run(project, "cloudwatt") == 0
    assert "\n  10 × stake\n" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["id:clodwatt", "clodwatt", "id:cloudwat"])
def test_an_unknown_name_is_2_with_near_ones(project, capsys, name):
    assert run(project, name) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "no thing is called" in told.err
    assert "id:cloudwatt" in told.err


@pytest.mark.parametrize("arguments", [[], ["id:cloudwatt", "--language", "de"], ["a", "b"]])
def test_a_wrong_call_is_2(project, capsys, arguments):
    assert run(project, *arguments) == 2
    assert "Usage:" in capsys.readouterr().err


def test_names_and_figures_are_bold_on_a_terminal(project, capsys, monkeypatch):
    monkeypatch.setattr(terminal, "colour", lambda: True)
    assert run(project, "id:stake-002-16d66caa05") == 0
    assert "\x1b[1mOrange\x1b[0m holds \x1b[1m44,4\u00a0%\x1b[0m of" in capsys.readouterr().out
