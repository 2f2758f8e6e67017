from __future__ import annotations

from pathlib import Path

import pytest

from souverain import cli, files
from souverain.patch import Patch
from souverain.versions import folder, writing
from souverain.versions.nature import Nature
from souverain.vocab import BASE

from .conftest import EX, keep, line


def turtle(root: Path) -> dict[str, bytes]:
    """The Turtle files of a graph, and the tables of its links."""
    found = [path for form in ("*.ttl", "*.sssom.tsv") for path in root.rglob(form)]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def dump(store, *arguments: object) -> int:
    return cli.run(["dump", "--store", str(store.root), *map(str, arguments)])


def test_loading_and_dumping_give_the_files_back(shop, project, tmp_path, capsys):
    assert dump(shop, tmp_path / "shop") == 0
    expected = turtle(project.graph)
    assert turtle(tmp_path / "shop" / "graph") == expected
    assert capsys.readouterr().out == f"{len(expected)} files, {len(expected)} changed\n"


def test_the_files_of_a_thinned_version_are_the_same(shop, project, tmp_path):
    writing.append(shop, writing.Draft(Patch(), "2026-11-27T00:00:00Z", "Ada", ""))
    assert writing.thin(shop, keep=1) == [1]
    assert dump(shop, tmp_path / "shop", "--version", 1) == 0
    assert turtle(tmp_path / "shop" / "graph") == turtle(project.graph)


def test_a_project_gets_the_files_of_the_store_and_keeps_its_own(shop, project, tmp_path, capsys):
    target = files.init(tmp_path / "shop", project)
    (target.graph / "entities.ttl").unlink()
    (target.graph / "stray.ttl").write_text("")
    (target.graph / "links" / "stray.sssom.tsv").write_text("")
    (target.graph / "notes.md").write_text("mine")
    assert dump(shop, target.root, "--replace") == 0
    assert turtle(target.graph) == turtle(project.graph)
    assert (target.graph / "notes.md").read_text() == "mine"
    assert capsys.readouterr().out.endswith(" files, 3 changed\n")


def test_a_dump_overwrites_nothing_unasked(shop, tmp_path, capsys):
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "mine").touch()
    assert dump(shop, tmp_path / "shop") == 2
    assert "exists and is not empty" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "shop").iterdir()] == ["mine"]


def test_a_dump_that_breaks_off_leaves_nothing(shop, tmp_path, monkeypatch, capsys):
    def full(path: Path, content: bytes) -> None:
        if path.name.startswith(".entities"):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_write_through", full)
    before = set(tmp_path.iterdir())
    assert dump(shop, tmp_path / "shop") == 2
    assert "No space left" in capsys.readouterr().err
    assert set(tmp_path.iterdir()) == before


QUADS = {1: [line("a"), line("b")], 2: [line("a"), line("b"), line("c", "g")], 3: [line("b")]}


@pytest.mark.parametrize(("number", "quads"), QUADS.items())
def test_a_store_without_shapes_is_dumped_as_quads_in_order(told, number, quads, capsys):
    assert dump(told, "--version", number) == 0
    assert capsys.readouterr().out.splitlines() == quads


def test_without_a_version_it_is_the_newest(told, tmp_path, capsys):
    assert dump(told, tmp_path / "people.nq") == 0
    assert (tmp_path / "people.nq").read_text().splitlines() == QUADS[3]
    assert capsys.readouterr().out == ""


def test_an_empty_store_is_dumped_as_nothing(store, capsys):
    assert dump(store) == 0
    assert capsys.readouterr().out == ""


def test_a_store_with_shapes_can_be_dumped_as_quads(shop, capsys):
    assert dump(shop, "--format", "nquads") == 0
    assert len(capsys.readouterr().out.splitlines()) == shop.commit(1).quads


@pytest.mark.parametrize(
    ("shapes", "arguments", "words"),
    [
        ("none", ["--format", "turtle", "x"], "without shapes have no files"),
        ("none", ["--version", "9"], "there is no version 9"),
        ("project", [], "Turtle files need a folder"),
    ],
)
def test_what_cannot_be_dumped_is_told(tmp_path, capsys, shapes, arguments, words):
    store = folder.create(tmp_path / "store", Nature("union", shapes, BASE))
    keep(folder.Folder(store.root, Nature("strict", "none", EX)), [line("a", "g")])
    assert dump(store, *arguments) == 2
    assert words in capsys.readouterr().err
