"""`souverain export`: what it writes, where, and what it says when it cannot."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest

from souverain import export

MAIN = "from souverain.cli import main; main()"


@pytest.fixture
def run(souverain, project):
    return lambda *arguments: souverain("--project", project.root, "export", *arguments)


@pytest.fixture
def run_here(command, project):
    """The same without a start of its own."""
    return lambda *arguments: command("--project", project.root, "export", *arguments)


def test_it_writes_a_file_and_says_how_much(run, tmp_path):
    done = run("--format", "bods", "--output", tmp_path / "owners.json")
    assert (done.returncode, done.stderr) == (
        0,
        "7 stakes are left out: planned, given up, or denied.\n"
        "7 roles are left out: not held, or neither to run a thing nor to preside over it.\n",
    )
    assert done.stdout == f"{tmp_path}/owners.json: 39 statements, of 20 stakes, 13 roles\n"
    assert [path.name for path in tmp_path.iterdir()] == ["owners.json"]


def test_it_writes_to_standard_output(run):
    done = run("--format", "ntriples", "--only", "article=002")
    assert done.returncode == 0
    assert done.stdout.startswith("<https://w3id.org/souverain/articles/002> ")
    assert done.stdout.endswith(" .\n")


def test_the_list_has_each_format(run_here):
    lines = run_here("--list").stdout.splitlines()[1:]
    assert [line.partition("\t")[0] for line in lines] == [row.name for row in export.FORMATS]


def test_what_is_there_is_not_replaced(run_here, tmp_path):
    path = tmp_path / "kept.nt"
    path.write_text("kept")
    done = run_here("--format", "ntriples", "--output", path)
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert "--force" in done.stderr
    assert path.read_text() == "kept"


def test_it_is_replaced_by_force(run_here, tmp_path):
    path = tmp_path / "old.nt"
    path.write_text("old")
    assert run_here("--format", "ntriples", "--output", path, "--force").returncode == 0
    assert path.read_text() != "old"


WRONG = [
    (("--format", "nquad"), "no format is called 'nquad'", "nquads"),
    ((), "name a format", "--list"),
    (("--format", "trig", "--only", "article=999"), "nothing is selected", "other names"),
    (("--format", "trig", "--only", "articl=002"), "no narrowing is called 'articl'", "article"),
    (("--format", "trig", "--at", "soon"), "'soon' is not an EDTF date", "2015"),
    (("--format", "trig", "--layer", "claim"), "no layer is called 'claim'", "claims"),
    (("--format", "trig", "--store", "a", "--data", "b"), "two sources", "name one"),
    (("--format", "trig", "--version", "2"), "needs a store", "--store"),
    (("--format", "trig", "--data", "none.ttl"), "no RDF file", "ttl"),
]


@pytest.mark.parametrize(("arguments", "said", "hint"), WRONG, ids=lambda row: str(row)[:40])
def test_one_clear_error_and_nothing_written(run_here, tmp_path, arguments, said, hint):
    done = run_here("--output", tmp_path / "out", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert hint in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_more_claims_than_a_format_holds_are_refused_before_it_writes(whole, monkeypatch, tmp_path):
    from dataclasses import replace

    from souverain.errors import TooManyClaims
    from souverain.export import Selection, target

    small = replace(export.find("turtle"), most_claims=10)
    with pytest.raises(TooManyClaims), target.named(tmp_path / "out") as made:
        export.write(Selection(whole), small, made)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_what_was_there(project, tmp_path):
    path = tmp_path / "out.nq"
    path.write_text("kept")

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    command = [sys.executable, "-c", MAIN, "--project", str(project.root), "export"]
    done = subprocess.run(
        [*command, "--format", "nquads", "--output", str(path), "--force"],
        preexec_fn=little_room,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 2
    assert f"{path} cannot be written: File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["out.nq"]
    assert path.read_text() == "kept"


def test_a_closed_pipe_ends_quietly(project):
    command = [sys.executable, "-c", MAIN, "--project", str(project.root), "export"]
    process = subprocess.Popen(
        [*command, "--format", "nquads"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr
    with process.stderr:
        assert process.stderr.read() == ""
    assert process.wait(60) == 141


def test_a_missing_extra_is_named(project, tmp_path):
    blocked = f"import sys; sys.modules['pyhornedowl'] = None; {MAIN}"
    command = [sys.executable, "-c", blocked, "--project", str(project.root), "export"]
    done = subprocess.run(
        [*command, "--format", "owl-functional", "--output", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ},
    )
    assert done.returncode == 2
    assert "needs the extra 'export'" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_store_gives_what_its_files_give(souverain, project, tmp_path):
    store = tmp_path / "shop.store"
    assert souverain("--project", project.root, "load", "--store", store).returncode == 0
    one = souverain("export", "--store", store, "--format", "nquads-canonical")
    other = souverain("--project", project.root, "export", "--format", "nquads-canonical")
    assert one.returncode == 0
    assert one.stdout == other.stdout
    assert "SHA-256" in one.stderr


def test_rdf_files_give_what_they_hold(souverain, project, tmp_path):
    path = tmp_path / "all.trig"
    assert souverain("--project", project.root, "export", "--format", "trig", "--output", path)
    again = souverain("export", "--data", path, "--format", "nquads-canonical")
    once = souverain("--project", project.root, "export", "--format", "nquads-canonical")
    assert again.stdout == once.stdout
