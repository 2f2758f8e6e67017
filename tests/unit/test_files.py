from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from souverain import files
from souverain.errors import NotAProject, PathExists, ReadOnlyProject, Unwritten
from souverain.files import Project


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A project with a few empty files, in no particular order."""
    names = [
        "graph/entities.ttl",
        "graph/derived/stakes.ttl",
        "graph/.hidden.ttl.77",
        "graph/README.md",
        "ontology/core.ttl",
        "ontology/style.ttl",
        "ontology/alignments/org.ttl",
        "ontology/shapes/stake.ttl",
        "ontology/examples/stake.ttl",
        "ontology/rules/split.rq",
        "ontology/questions/q1.rq",
        "seeds/articles.toml",
    ]
    for name in names:
        path = tmp_path / "small" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return Project(tmp_path / "small", writable=True)


def everything_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("listing", "names"),
    [
        (Project.graph_files, ["graph/derived/stakes.ttl", "graph/entities.ttl"]),
        (Project.ontology_files, ["ontology/core.ttl", "ontology/alignments/org.ttl"]),
        (Project.shapes_files, ["ontology/shapes/stake.ttl"]),
        (Project.example_files, ["ontology/examples/stake.ttl"]),
        (Project.rule_files, ["ontology/rules/split.rq"]),
        (Project.question_files, ["ontology/questions/q1.rq"]),
    ],
)
def test_each_kind_of_file_is_listed_in_order(small, listing, names):
    assert [small.name(path) for path in listing(small)] == names


def test_a_file_outside_the_project_keeps_its_whole_name(small, tmp_path):
    assert small.name(tmp_path / "other.ttl") == str(tmp_path / "other.ttl")


def test_the_named_folder_wins(small, tmp_path, monkeypatch):
    (tmp_path / "here" / "graph").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    assert files.find(str(small.root)) == small


def test_the_current_folder_is_a_project_when_it_holds_a_graph(small, monkeypatch):
    monkeypatch.chdir(small.root)
    assert files.find() == small


def test_without_a_project_in_sight_the_packaged_data_is_found(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert files.find() == files.packaged()
    assert not files.find().writable


def test_a_named_folder_without_graph_is_no_project(tmp_path):
    with pytest.raises(NotAProject, match="it has no folder graph/"):
        files.find(str(tmp_path))


def test_writing_tells_whether_the_file_changed(small):
    path = small.graph / "new" / "claims.ttl"
    assert small.write(path, "é\n")
    assert path.read_bytes() == "é\n".encode()
    assert not small.write(path, "é\n")


def test_an_unchanged_file_is_not_touched(small):
    path = small.graph / "entities.ttl"
    os.utime(path, (1, 1))
    small.write(path, "")
    assert path.stat().st_mtime == 1


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(small, monkeypatch):
    path = small.graph / "entities.ttl"
    before = everything_in(small.root)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritten, match=r"graph/entities\.ttl cannot be written: No space left"):
        small.write(path, "new")
    assert path.read_text() == ""
    assert everything_in(small.root) == before


def test_the_packaged_data_is_not_written(small):
    with pytest.raises(ReadOnlyProject):
        Project(small.root, writable=False).write(small.graph / "entities.ttl", "new")


@pytest.mark.parametrize("name", ["new", "deep/er/new", "empty"])
def test_init_copies_everything_into_a_new_or_empty_folder(small, tmp_path, name):
    (tmp_path / "empty").mkdir()
    made = files.init(tmp_path / name, small)
    assert made == Project(tmp_path / name, writable=True)
    assert everything_in(made.root) == everything_in(small.root)


def test_init_into_the_current_folder_keeps_it_the_current_folder(small, tmp_path, monkeypatch):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    files.init(Path(), small)
    assert (Path.cwd() / "graph" / "entities.ttl").is_file()


@pytest.mark.parametrize("name", ["small", "small/seeds/articles.toml"])
def test_init_overwrites_nothing(small, tmp_path, name):
    before = everything_in(tmp_path)
    with pytest.raises(PathExists):
        files.init(tmp_path / name, small)
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("name", ["new", "empty"])
def test_init_that_fails_leaves_nothing(small, tmp_path, monkeypatch, name):
    (tmp_path / "empty").mkdir()
    before = everything_in(tmp_path)
    copytree = shutil.copytree

    def fails_at_last(source: Path | str, *rest: object, **more: object) -> None:
        if Path(source).name == "graph":
            raise OSError(28, "No space left on device")
        copytree(source, *rest, **more)

    monkeypatch.setattr(shutil, "copytree", fails_at_last)
    with pytest.raises(OSError, match="No space"):
        files.init(tmp_path / name, small)
    assert everything_in(tmp_path) == before


def test_the_project_itself_can_be_made_anew(project, scratch):
    assert everything_in(scratch.graph) == everything_in(project.graph)
    assert scratch.writable
