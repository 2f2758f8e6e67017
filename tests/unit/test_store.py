from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from souverain import files
from souverain.errors import TurtleError
from souverain.files import Project
from souverain.store import Dataset
from souverain.vocab import BASE


@pytest.fixture
def copied(tiny: Project, tmp_path: Path) -> Project:
    """The tiny project, to spoil."""
    shutil.copytree(tiny.root, tmp_path / "copied")
    return files.find(str(tmp_path / "copied"))


def test_each_file_is_a_named_graph_and_the_ontology_is_one(tiny):
    assert Dataset.load(tiny).named == {
        f"{BASE}graph/002": 6,
        f"{BASE}graph/entities": 3,
        f"{BASE}graph/history/old": 1,
        f"{BASE}graph/ontology": 1,
    }


def test_another_base_names_the_graphs(tiny):
    assert all(
        name.startswith("https://x.test/graph/")
        for name in Dataset.load(tiny, "https://x.test/").named
    )


def test_the_default_graph_is_the_union_without_what_stands_apart(tiny):
    dataset = Dataset.load(tiny)
    assert (dataset.triples, dataset.is_union) == (10, False)


def test_without_anything_apart_the_default_graph_is_the_union_of_all(copied):
    shutil.rmtree(copied.graph / "history")
    dataset = Dataset.load(copied)
    assert (dataset.triples, dataset.is_union) == (sum(dataset.named.values()), True)


def test_a_triple_in_two_files_counts_once_in_the_default_graph(copied):
    shutil.copy(copied.graph / "002.ttl", copied.graph / "003.ttl")
    assert Dataset.load(copied).triples == 10


def test_the_version_is_that_of_the_content(copied, tiny):
    path = copied.graph / "entities.ttl"
    path.write_text(path.read_text("utf-8") + "\n# a remark\n", "utf-8")
    assert Dataset.load(copied).version == Dataset.load(tiny).version


@pytest.mark.parametrize("change", [("47.0", "47.1"), ("id:sfr", "_:b")], ids=" to ".join)
def test_another_content_has_another_version(copied, tiny, change):
    path = copied.graph / "002.ttl"
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    assert Dataset.load(copied).version != Dataset.load(tiny).version


def test_the_names_of_blank_nodes_do_not_count(copied):
    versions = set()
    for label in ("_:a", "_:b"):
        (copied.graph / "003.ttl").write_text(f"<x:s> <x:p> {label} . {label} <x:p> 1 .")
        versions.add(Dataset.load(copied).version)
    assert len(versions) == 1


def test_the_same_data_in_another_graph_has_another_version(copied, tiny):
    (copied.graph / "002.ttl").rename(copied.graph / "003.ttl")
    assert Dataset.load(copied).version != Dataset.load(tiny).version


@pytest.mark.parametrize(
    ("text", "line"),
    [("\n\n<x:a> <x:b> .", 3), ("<x:a> <x:b> 'c' .\ny:a <x:b> 1 .", 2), ("<x:a> <x:b> 'c", 1)],
    ids=["no object", "no prefix", "no end"],
)
def test_malformed_turtle_is_named_with_its_line(copied, text, line):
    (copied.graph / "002.ttl").write_text(text)
    with pytest.raises(TurtleError, match=f"^graph/002.ttl:{line}: not Turtle: ") as caught:
        Dataset.load(copied)
    assert caught.value.line == line


def test_the_project_loads_in_a_moment(project):
    begun = time.perf_counter()
    Dataset.load(project)
    assert time.perf_counter() - begun < 2
