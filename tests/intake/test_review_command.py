"""`souverain review` from a script: what the keys do, by options."""

from __future__ import annotations

import json

import pytest

from souverain.cli import run
from souverain.intake import decisions

from .newsroom import DRAFTS, SLUG, newsroom

ID = DRAFTS[3].identity(SLUG)


@pytest.fixture(scope="module")
def shared(project, tmp_path_factory):
    """A room in which nothing is decided; not to be changed."""
    return newsroom(tmp_path_factory.mktemp("review") / "room", project)


@pytest.fixture
def room(project, tmp_path):
    return newsroom(tmp_path / "room", project)


def review(room, *options):
    return run(["--project", str(room.root), "review", SLUG, *options])


def test_the_list_has_a_row_for_each_card(shared, capsys):
    assert review(shared, "--list") == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split("\t")[:3] == ["id", "state", "kind"]
    assert len(rows) == 11
    assert any(row.startswith(f"{ID}\topen\tstake") for row in rows)


def test_acts_are_done_by_the_first_letters_of_an_id(room, capsys):
    by = ("--by", "Ada")
    assert review(room, *by, "--accept", ID[:6]) == 0
    assert review(room, *by, "--set", ID[:6], "percentage=33,5") == 0
    assert review(room, *by, "--reject", ID[:6], "--reason", "misread") == 0
    assert review(room, *by, "--undo") == 0
    rows = decisions.read(room, SLUG)
    assert [row.verdict for row in rows] == ["accepted", "edited", "rejected", "undone"]
    assert {row.by for row in rows} == {"Ada"}


def test_all_open_drafts_are_accepted_at_once(room):
    assert review(room, "--by", "Ada", "--accept", "all") == 0
    assert len(decisions.standing(decisions.read(room, SLUG))) == len(DRAFTS)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--accept", ID), "nobody is named"),
        (("--by", "Ada", "--accept", "zz"), "no card is called"),
        (("--by", "Ada", "--reject", ID), "without a reason"),
        (("--by", "Ada", "--set", ID, "percentage"), "sets nothing"),
        (("--by", "Ada", "--set", ID, "colour=red"), "no slot 'colour'"),
        (("--by", "Ada", "--publish"), "not decided yet"),
    ],
)
def test_a_wrong_call_says_what_to_do_and_decides_nothing(shared, capsys, options, told):
    assert review(shared, *options) == 2
    err = capsys.readouterr().err
    assert told in err
    assert "->" in err
    assert decisions.read(shared, SLUG) == ()


@pytest.mark.parametrize(
    ("article", "told"), [("099", "no article is called"), ("002", "has no drafts")]
)
def test_an_article_without_drafts_is_named(shared, capsys, article, told):
    assert run(["--project", str(shared.root), "review", article, "--list"]) == 2
    assert told in capsys.readouterr().err


def test_a_project_without_drafts_says_how_to_make_some(project, capsys):
    assert run(["--project", str(project.root), "review"]) == 2
    assert "souverain add" in capsys.readouterr().err


def test_the_calibration_is_a_row_for_each_rule(room, capsys):
    review(room, "--by", "Ada", "--accept", ID)
    assert run(["--project", str(room.root), "review", "--calibration"]) == 0
    assert capsys.readouterr().out.splitlines() == ["rule\tprecision", "stake-made-up\t0.750"]


def test_a_line_of_the_log_is_json_with_what_was_decided(room):
    review(room, "--by", "Ada", "--set", ID, "percentage=33,5")
    (line,) = decisions.path(room, SLUG).read_text("utf-8").splitlines()
    row = json.loads(line)
    assert (row["item"], row["verdict"], row["edited"]) == (ID, "edited", ["percentage"])
    assert row["candidate"]["percentage"] == 33.5
