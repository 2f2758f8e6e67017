"""The commands as a person or a script runs them, against a Wikidata on this machine."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from souverain.cli import run
from souverain.cli.link import COMMANDS
from souverain.cli.link import command as group
from souverain.link import sheet
from souverain.link.decisions import Log

from .world import Answer

TOLD = ("--by", "the maintainers", "--on", "2026-11-27", "--reason", "read both")


@pytest.fixture
def link(project, scratch, world, query, tmp_path, monkeypatch, capsys):
    """Runs `souverain link` on a copy of the project; gives exit code, output and errors."""
    monkeypatch.setenv("SOUVERAIN_LINK_TRIES", "1")
    monkeypatch.setenv("SOUVERAIN_LINK_API", world.url)
    monkeypatch.setenv("SOUVERAIN_LINK_QUERY", query)
    monkeypatch.setenv("SOUVERAIN_LINK_CACHE", str(tmp_path / "answers"))

    def call(*arguments):
        code = run(["--project", str(scratch.root), "link", *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def path(scratch):
    return scratch.root / "link-review-wikidata.tsv"


def keys(monkeypatch, pressed):
    """A person at the keyboard, who presses these keys and then is gone."""
    waiting = iter(pressed)

    def getchar(echo=False):
        key = next(waiting, None)
        if key is None:
            raise KeyboardInterrupt
        return key

    monkeypatch.setattr(click, "getchar", getchar)
    return waiting


@pytest.mark.parametrize("name", COMMANDS)
def test_every_sub_command_says_what_it_does_with_an_example(name):
    command = group.get_command(click.Context(group), name)
    head, _, rest = (command.help or "").partition("\n\n")
    assert head.replace("\n", " ") == COMMANDS[name]
    assert f"souverain link {name}" in rest


def test_alone_it_says_what_to_do_next(link):
    code, out, _ = link()
    assert code == 0
    assert out == (
        "Wikidata: 17 entities linked, 0 known to have nothing there, 73 open\n"
        "  -> look for candidates: souverain link find\n"
    )


def test_found_reviewed_checked_and_undone(link, path, scratch, monkeypatch, world):
    code, _, err = link("find", "id:bleu", "shadow", "id:synfonium", "id:bull")
    assert code == 0
    assert "4 entities searched, 2 with a proposal" in err
    assert link()[1].endswith("4 entities have candidates to look at: souverain link review\n")

    # Bleu is exact, all quotes of Shadow then later, Synfonium has none, and Bull's brewery goes.
    keys(monkeypatch, "eolxnq")
    code, out, err = link("review", *TOLD)
    assert (code, "3 decisions" in err) == (0, True)
    assert "«\u00a0Cette nouvelle offre, Bleu, s’appuie" in out or "Bleu" in out
    assert "+ is related to id:orange" in out
    rows = Log.read(scratch).rows
    assert [(row.entity, row.decision) for row in rows] == [
        ("id:bleu", "exact"),
        ("id:shadow", "later"),
        ("id:synfonium", "none"),
    ]
    assert rows[0].seen["label"] == "Bleu"
    assert {row.entity for row in sheet.read(path)} == {"id:bull"}

    code, out, _ = link("list")
    assert "id:bleu\tBleu\texact\tQ9000000" in out
    assert "id:synfonium\tSynfonium\tnone\t\t" in out
    assert link("check")[:2] == (0, "as they were: 18 links\n")

    # A new search undoes nothing that was decided.
    before = (scratch.graph / "links" / "decisions.tsv").read_text("utf-8")
    del world.items[rows[0].item]
    code, out, err = link("check", "--fresh")
    assert code == 1
    assert f"id:bleu {rows[0].item} [deleted] is not there any more" in out
    assert "1 of 18 links need a person" in err
    assert link("find", "id:bull")[0] == 0
    assert (scratch.graph / "links" / "decisions.tsv").read_text("utf-8") == before


def test_answers_are_kept_when_a_review_is_cut_off(link, path, monkeypatch):
    link("find", "id:bull")
    keys(monkeypatch, "r")
    code, _, _ = link("review", *TOLD)
    assert code == 130
    assert sheet.read(path)[0].decision == "reject"
    code, _, err = link("apply", *TOLD)
    assert (code, "1 decisions" in err) == (0, True)


def test_a_search_that_fails_keeps_what_it_found_and_goes_on_later(link, path, world):
    assert link("find", "id:bull")[0] == 0
    world.mischief = [Answer(503)]
    code, _, err = link("find", "id:bull", "id:atos")
    assert code == 3
    assert "answers with the status 503" in err
    assert "1 of 2 entities were searched" in err
    assert {row.entity for row in sheet.read(path)} == {"id:bull"}
    assert link("find", "id:bull", "id:atos")[0] == 0
    assert {row.entity for row in sheet.read(path)} == {"id:bull", "id:atos"}


def test_offline_says_what_is_missing(link, world):
    assert link("find", "id:bull")[0] == 0
    number = len(world.asked)
    code, _, err = link("find", "id:bull", "id:atos", "--offline")
    assert code == 2
    assert "id:atos: offline: what" in err
    assert "1 of 2 entities were searched" in err
    assert len(world.asked) == number


WRONG = {
    "no entity": (("find", "id:nobody"), 2, "no entity is called 'id:nobody'"),
    "no dataset": (("find", "--target", "isni"), 2, "no dataset to link to is called 'isni'"),
    "no identifier": (("decide", "exact", "id:bull", "Q0", *TOLD), 2, "is no identifier"),
    "no evidence": (("decide", "exact", "id:bull", "Q900000001", *TOLD), 2, "has no evidence"),
    "no day": (("decide", "later", "id:bull", *TOLD[:3], "x", *TOLD[4:]), 2, "'x' is no day"),
    "no decision": (("decide", "perhaps", "id:bull", *TOLD), 2, "'perhaps' is not one of"),
    "nothing to undo": (("undo", "id:bull", *TOLD), 2, "nothing was decided of id:bull"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_command_says_what_to_do(link, name):
    arguments, code, words = WRONG[name]
    found, _, err = link(*arguments)
    assert (found, words in err) == (code, True), err


def test_a_review_file_with_an_error_stops_everything(link, path):
    sheet.write(path, [sheet.Row(decision="exact", entity="id:bull")])
    code, _, err = link("apply", *TOLD)
    assert code == 1
    assert f"{path}:2 id:bull 'exact' needs an item, in column 5" in err


def test_a_decision_that_changes_no_link_is_in_the_log_at_once(link):
    assert link("decide", "later", "id:bull", *TOLD)[0] == 0
    assert link("decide", "reject", "id:bull", "Q900000001", *TOLD)[0] == 0
    code, out, _ = link("list", "--log")
    assert [line.split("\t")[3:6] for line in out.splitlines()[1:]] == [
        ["id:bull", "", "later"],
        ["id:bull", "Q900000001", "reject"],
    ]
    assert code == 0


def test_the_review_file_may_stand_anywhere(link, tmp_path):
    named = Path(tmp_path, "other.tsv")
    assert link("find", "id:bull", "--file", str(named))[0] == 0
    assert sheet.read(named)
