"""Stores on the disk, for every test of this folder to change."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from souverain.commit import files
from souverain.commit.committing import commit
from souverain.commit.outcome import Stamp
from souverain.files import Project
from souverain.patch import Patch
from souverain.versions import backup, data, folder
from souverain.versions.copying import Copier, shared
from souverain.versions.folder import DATA, Folder
from souverain.versions.nature import Nature
from souverain.vocab import BASE

EX = "https://example.org/"
DATE = "2026-11-27T00:00:00Z"


def line(name: str, graph: str = "") -> str:
    """A quad that says of a thing that it has its own name."""
    where = f" <{EX}{graph}>" if graph else ""
    return f'<{EX}{name}> <{EX}name> "{name}"{where} .'


def copied(source: Path, target: Path) -> Path:
    """A copy of a store or a backup, in which what is one file is one again."""
    copier = Copier()
    for path in source.rglob("*"):
        if path.is_file():
            copier.copy(path, target / path.relative_to(source), shared(path))
    return target


def read(store: Folder, number: int) -> Store:
    """What is in a version that is whole."""
    return Store.read_only(str(store.path(number) / DATA))


def content(store: Folder, number: int) -> list[str]:
    """The same as lines of N-Quads, in order."""
    return sorted(data.lines(read(store, number)))


@pytest.fixture
def store(tmp_path: Path) -> Folder:
    """A store without shapes, with a strict default graph, in which nothing is."""
    return folder.create(tmp_path / "empty.store", Nature("strict", "none", BASE))


def keep(store: Folder, added=(), removed=(), created=(), dropped=(), **stamp: str) -> int:
    """Make the next version of a store without shapes; gives its number."""
    patch = Patch.of(removed, added, created, dropped)
    outcome = commit(store, patch, Stamp(**{"author": "Ada", **stamp}))
    assert outcome.commit
    return outcome.commit.number


@pytest.fixture(scope="session")
def _told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("told") / "people.store"
    store = folder.create(root, Nature("strict", "none", BASE))
    keep(store, [line("a"), line("b")], message="first")
    keep(store, [line("c", "g")], created=[f"{EX}g"], author="Grace", message="second")
    keep(store, [], [line("a"), line("c", "g")], dropped=[f"{EX}g"], message="third")
    return root


@pytest.fixture
def told(_told: Path, tmp_path: Path) -> Folder:
    """The same with three versions: a and b come, c comes to a graph, a and that graph go."""
    return folder.open(copied(_told, tmp_path / "people.store"))


@pytest.fixture(scope="session")
def _kept(_told: Path) -> Path:
    target = _told.with_name("people.backup")
    backup.backup(folder.open(_told), target, DATE)
    return target


@pytest.fixture
def kept(_kept: Path, tmp_path: Path) -> Path:
    """A backup of the store with three versions."""
    return copied(_kept, tmp_path / "people.backup")


@pytest.fixture(scope="session")
def _loaded(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the project's files as its one version; not to be changed."""
    root = tmp_path_factory.mktemp("loaded") / "shop.store"
    made = folder.create(root, Nature("union", "project", BASE))
    outcome = commit(made, files.of_project(made, project), Stamp("Ada", "loaded"), project)
    assert outcome.commit
    return root


@pytest.fixture
def shop(_loaded: Path, tmp_path: Path) -> Folder:
    """A store with shapes, and the project's files as its one version."""
    return folder.open(copied(_loaded, tmp_path / "shop.store"))
