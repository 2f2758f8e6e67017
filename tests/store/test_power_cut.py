"""What a machine that stops at any moment finds: all of a version, or the version before.

The order in which the program has the disk keep things is watched. What a disk makes of it is out
of our hands.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from souverain.patch import Patch
from souverain.versions import folder, writing
from souverain.versions.folder import Folder
from souverain.versions.nature import Nature
from souverain.versions.writing import Draft
from souverain.vocab import BASE

from .writable import line

FILES = {"entities.ttl": "# entities\n", "derived/holdings.ttl": "# holdings\n"}


class Disk:
    """Knows what was made to last: a file or folder, in the state that it had then."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.lasting: dict[int, tuple[int, int]] = {}
        self.renamed: list[Path] = []
        self.unsafe: dict[Path, list[Path]] = {}
        self._sync = os.fsync
        patch.setattr(os, "fsync", self._fsync)
        patch.setattr(os, "replace", self._moved(os.replace))
        patch.setattr(os, "rename", self._moved(os.rename))

    def lasts(self, path: Path) -> bool:
        """Whether it is on the disk as it is now."""
        told = path.stat()
        return self.lasting.get(told.st_ino) == (told.st_mtime_ns, told.st_size)

    def passing(self, root: Path) -> list[Path]:
        """What is not, at or below a path."""
        found = [root, *root.rglob("*")] if root.is_dir() else [root]
        return [path for path in found if not self.lasts(path)]

    def _fsync(self, descriptor: int) -> None:
        self._sync(descriptor)
        told = os.fstat(descriptor)
        self.lasting[told.st_ino] = (told.st_mtime_ns, told.st_size)

    def _moved(self, move):
        def moved(source: os.PathLike[str], target: os.PathLike[str]) -> None:
            self.renamed.append(Path(target))
            self.unsafe[Path(target)] = self.passing(Path(source))
            if Path(target).name == "current":
                versions = Path(target).parent / "versions"
                self.unsafe[versions] = self.passing(versions)
            move(source, target)

        return moved


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    watched = Disk(monkeypatch)
    yield watched
    monkeypatch.undo()


@pytest.fixture
def store(tmp_path: Path, disk: Disk) -> Folder:
    """A store of three versions, with files of its graph, as one with shapes has them."""
    made = folder.create(tmp_path / "store", Nature("union", "none", BASE))
    for name, removed in {"a": (), "b": (), "c": (line("a"),)}.items():
        files = {**FILES, f"{name}.ttl": "# its own\n"}
        patch = Patch.of(removed, [line(name)])
        with made.locked():
            writing.append(made, Draft(patch, "2026-01-01T00:00:00Z", "Ada", "", files))
    return made


def test_a_version_is_whole_on_the_disk_before_it_has_its_name(store, disk):
    assert disk.unsafe[store.path(3)] == []


def test_all_versions_and_their_names_are_on_the_disk_before_one_is_current(store, disk):
    assert disk.unsafe[store.root / "versions"] == []


def test_the_number_of_the_current_version_is_on_the_disk_before_it_is_that(store, disk):
    assert disk.unsafe[store.root / "current"] == []


def test_a_version_has_its_name_before_it_is_the_current_one(store, disk):
    assert disk.renamed[-2:] == [store.path(3), store.root / "current"]


def test_that_it_is_the_current_one_is_on_the_disk_before_anyone_is_told(store, disk):
    assert disk.lasts(store.root)


def test_what_a_store_is_is_on_the_disk_before_it_is_one(store, disk):
    assert disk.unsafe[store.root / "store.json"] == []


def test_a_file_that_was_never_written_through_is_seen(store, disk):
    (store.path(3) / "late").write_text("late")
    assert disk.passing(store.path(3)) == [store.path(3), store.path(3) / "late"]
