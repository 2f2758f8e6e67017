from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from souverain import cli, tokens
from souverain.cli import stored
from souverain.commit import committing
from souverain.errors import Conflict
from souverain.patch import Patch
from souverain.versions import backup, folder
from souverain.vocab import PREFIXES

from .conftest import DATE, EX, content, keep, line


@pytest.fixture
def run(capsys):
    """Runs a command on a store; gives its exit code, and what it wrote on either stream."""

    def run(store, name: str, *arguments: object) -> tuple[int, str, str]:
        code = cli.run([name, "--store", str(store.root), *map(str, arguments)])
        return code, *capsys.readouterr()

    return run


def cells(text: str) -> list[list[str]]:
    return [row.split("\t") for row in text.splitlines()]


# What was done.


def test_the_log_has_a_row_for_each_version_the_newest_first(told, run):
    code, out, _ = run(told, "log")
    head, *rows = cells(out)
    assert (code, head) == (0, ["version", "date", "author", "added", "removed", "message"])
    assert [(row[0], *row[2:]) for row in rows] == [
        ("3", "Ada", "+0", "-2", "third"),
        ("2", "Grace", "+1", "-0", "second"),
        ("1", "Ada", "+2", "-0", "first"),
    ]


def test_the_log_as_json_has_the_records(told, run):
    _, out, _ = run(told, "log", "--format", "json")
    assert json.loads(out) == [asdict(commit) for commit in told.commits()]


def test_the_log_can_be_limited(told, run):
    _, out, _ = run(told, "log", "--limit", 2)
    assert [row[0] for row in cells(out)] == ["version", "3", "2"]


def test_the_log_of_an_empty_store_is_a_head(store, run):
    _, out, _ = run(store, "log")
    assert len(out.splitlines()) == 1


# What changed.


@pytest.mark.parametrize("span", [(0, 3), (1, 3), (3, 1), (2, 2), (1,)], ids=str)
def test_a_difference_can_be_an_rdf_patch(told, run, span):
    code, out, _ = run(told, "diff", *span, "--format", "patch")
    old, new = (*span, 3)[:2]
    assert (code, Patch.parse(out)) == (0, told.difference(old, new))


def test_a_difference_is_told_by_thing(told, run):
    _, out, _ = run(told, "diff", 2, 3)
    assert out.splitlines() == [
        f"- <{EX}g>",
        f"<{EX}a>",
        f'  - <{EX}name> "a"',
        f"<{EX}c>  (<{EX}g>)",
        f'  - <{EX}name> "c"',
    ]


@pytest.mark.parametrize(("name", "arguments"), [("diff", [1, 9]), ("diff", [9]), ("revert", [9])])
def test_a_version_that_is_not_there_is_2(told, run, name, arguments):
    code, _, err = run(told, name, *arguments)
    assert (code, "there is no version 9" in err) == (2, True)


# Where it comes from.


def test_blame_has_a_row_for_what_is_there_and_for_what_is_gone(told, run):
    keep(told, [line("a", "z")], message="again")
    _, out, _ = run(told, "blame", f"{EX}a")
    _, *rows = cells(out)
    assert [(row[0], row[3], row[4], row[7]) for row in rows] == [
        ("+", f"<{EX}z>", "4", "again"),
        ("-", "", "3", "third"),
    ]


def test_blame_knows_prefixed_names(store, run):
    keep(store, [f'<{PREFIXES["id"]}sfr> <{EX}name> "SFR" .'])
    code, out, _ = run(store, "blame", "id:sfr")
    assert (code, cells(out)[1][2]) == (0, '"SFR"')


def test_blame_of_what_nobody_spoke_of_is_2(told, run):
    code, _, err = run(told, "blame", "id:nobody")
    assert (code, "nothing was ever said of id:nobody" in err) == (2, True)


# Taking it back.


def test_a_version_is_taken_back(told, run):
    assert run(told, "revert", 3, "--message", "too soon")[:2] == (
        0,
        "version 4: 2 quads added, 0 removed\n",
    )
    assert told.commit(4).message == "too soon"
    assert content(told, 4) == content(told, 2)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [([3], "took back version 3"), (["--to", 2], "went back to version 2")],
    ids=str,
)
def test_a_reason_stands_in_the_log_unasked(told, run, arguments, message):
    run(told, "revert", *arguments)
    assert told.commit(4).message == message


@pytest.mark.parametrize("arguments", [[3], ["--to", 1]], ids=str)
def test_a_dry_run_changes_nothing(told, run, arguments):
    code, out, _ = run(told, "revert", *arguments, "--dry-run")
    assert (code, out[:10], told.current) == (0, "would be: ", 3)


def test_what_is_as_it_was_makes_no_version(told, run):
    assert run(told, "revert", "--to", 3)[:2] == (0, "nothing to change\n")
    assert told.current == 3


def test_a_conflict_is_1_and_told(told, run):
    code, _, err = run(told, "revert", 2)
    assert (code, told.current) == (1, 3)
    assert f'version 2 <{EX}c> <{EX}name> "c" <{EX}g> was added, and is there no more' in err


@pytest.mark.parametrize("arguments", [[], [2, "--to", 1]], ids=str)
def test_one_version_must_be_named(told, run, arguments):
    code, _, err = run(told, "revert", *arguments)
    assert (code, "name one version" in err) == (2, True)


def test_a_revert_that_breaks_a_shape_is_refused(shop, run):
    code, _, err = run(shop, "revert", 1)
    assert (code, shop.current) == (1, 1)
    assert "nothing was changed: the graph would have" in err


# Beside another writer.


def racing(monkeypatch, rounds: int) -> list[int]:
    """Has another writer commit before each of so many commits; gives the versions that it made."""
    made: list[int] = []
    commit = committing.commit

    def slow(opened, *arguments, **options):
        if len(made) < rounds:
            made.append(opened.current + 1)
            keep(opened, [line(f"other{len(made)}")])
        return commit(opened, *arguments, **options)

    monkeypatch.setattr(committing, "commit", slow)
    return made


def test_a_change_is_worked_out_again_where_another_writer_was_faster(
    told, run, tmp_path, monkeypatch
):
    (tmp_path / "people.nq").write_text(line("d") + "\n")
    racing(monkeypatch, 1)
    assert cli.run(["load", str(tmp_path / "people.nq"), "--store", str(told.root)]) == 0
    assert content(told, 5) == [line("d")]
    assert told.commit(5).quads == 1


def test_who_is_always_too_slow_is_told(told, run, monkeypatch):
    made = racing(monkeypatch, stored.TRIES)
    code, _, err = run(told, "revert", 3)
    assert (code, len(made)) == (2, stored.TRIES)
    assert str(Conflict(told.current - 1, told.current)) in err


# Backups.


def test_a_backup_is_restored_into_a_new_store(told, run, tmp_path):
    tokens.add(told.root, "write")
    code, out, _ = run(told, "backup", tmp_path / "backup")
    assert code == 0
    new = folder.Folder(tmp_path / "again", told.nature)
    code, again, err = run(new, "restore", tmp_path / "backup")
    assert (code, again.partition(": ")[2]) == (0, out.partition(": ")[2])
    assert f"souverain token add --store {new.root}" in err
    assert list(new.commits()) == list(told.commits())


def test_a_backup_becomes_the_next_version_of_a_store(told, kept, run):
    keep(told, [line("d")])
    assert run(told, "restore", kept)[:2] == (0, "version 5: 0 quads added, 1 removed\n")
    assert told.commit(5).message == f"restored version 3 from the backup of {DATE}"
    assert content(told, 5) == content(told, 3)


def test_a_restore_can_be_tried(told, kept, run, tmp_path):
    keep(told, [line("d")])
    assert run(told, "restore", kept, "--dry-run")[1] == "would be: 0 quads added, 1 removed\n"
    assert told.current == 4
    new = folder.Folder(tmp_path / "again", told.nature)
    assert run(new, "restore", kept, "--dry-run")[1].startswith("would be: version 3, 1 quads")
    assert not new.root.exists()


def test_a_damaged_backup_is_1_and_names_the_file(told, kept, run, tmp_path):
    (kept / "versions" / "00000001" / "changes.rdfp").write_text("")
    new = folder.Folder(tmp_path / "again", told.nature)
    code, _, err = run(new, "restore", kept)
    assert (code, new.root.exists()) == (1, False)
    assert "versions/00000001/changes.rdfp is not what was written" in err


def test_a_project_s_backup_becomes_a_version_after_all_checks(shop, run, tmp_path):
    made = backup.backup(shop, tmp_path / "backup", DATE)
    assert run(shop, "revert", 1)[0] == 1
    assert run(shop, "restore", tmp_path / "backup")[:2] == (0, "nothing to change\n")
    assert made.checksum == shop.commit(1).checksum


# Damage.


def test_a_sound_store_is_0(told, run):
    assert run(told, "verify")[:2] == (0, "sound: 3 versions, 3 with data of their own\n")


def test_a_damaged_store_is_1_and_names_the_version(told, run):
    (told.path(2) / "commit.json").unlink()
    code, out, err = run(told, "verify")
    assert (code, out.startswith("versions/00000002/commit.json ")) == (1, True)
    assert "souverain restore BACKUP" in err


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("log", []),
        ("diff", [1]),
        ("blame", ["id:sfr"]),
        ("revert", [1]),
        ("dump", []),
        ("backup", ["target"]),
        ("verify", []),
    ],
)
def test_a_folder_that_is_no_store_is_2(store, run, tmp_path, name, arguments):
    code, _, err = run(folder.Folder(tmp_path / "none", store.nature), name, *arguments)
    assert (code, "it has no store.json" in err) == (2, True)
