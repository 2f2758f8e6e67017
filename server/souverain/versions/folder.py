"""The folder of a store: what stands where, which version is the current one, and who may write.

    store.json             the form of the folder, and what the store is
    tokens.json            who may write (see `tokens`)
    lock, tokens.lock      held by whoever writes
    current                the number of the current version
    versions/00000012/     one version: `commit.json`, `changes.rdfp`, `data/`, and `graph/`

Nothing below a version's folder is ever changed. A new one is made aside, is given its name once it
is whole and on the disk, and becomes the current one when `current` is replaced: a machine that
stops before that goes on with the version before, and the next writer clears away what it left.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

from souverain.errors import CorruptStore, NoSuchVersion, PathExists
from souverain.patch import Patch
from souverain.versions import lock
from souverain.versions import nature as natures
from souverain.versions.commits import Commit
from souverain.versions.disk import sync, sync_tree, write_through
from souverain.versions.nature import Nature

CURRENT, VERSIONS = "current", "versions"
COMMIT, CHANGES, DATA, GRAPH = "commit.json", "changes.rdfp", "data", "graph"
_ASIDE = ".making-"


class Folder:
    """A store that is there; see `open` and `create`."""

    def __init__(self, root: Path, nature: Nature) -> None:
        self.root = root
        self.nature = nature

    # What is there.

    @property
    def current(self) -> int:
        """The number of the current version; 0 where nothing was ever committed."""
        try:
            text = (self.root / CURRENT).read_text("ascii").strip()
        except FileNotFoundError:
            return 0
        except (OSError, UnicodeDecodeError) as fault:
            raise CorruptStore(str(self.root), f"`current` cannot be read: {fault}") from None
        if not text.isdigit():
            raise CorruptStore(str(self.root), f"`current` holds {text[:20]!r}, which is no number")
        return int(text)

    def path(self, number: int) -> Path:
        """The folder of a version."""
        return self.root / VERSIONS / f"{number:08}"

    def commit(self, number: int) -> Commit:
        """The record of a version; raises `NoSuchVersion`."""
        if not 1 <= number <= self.current:
            raise NoSuchVersion(number, self.current)
        return Commit.parse(self._text(number, COMMIT))

    def commits(self) -> Iterator[Commit]:
        """The record of each version, the newest first."""
        for number in range(self.current, 0, -1):
            yield self.commit(number)

    def patch(self, number: int) -> Patch:
        """What a version changed."""
        return Patch.parse(self.patch_text(number))

    def patch_text(self, number: int) -> str:
        """The same, as it stands in its file."""
        return self._text(number, CHANGES)

    def is_whole(self, number: int) -> bool:
        """Whether a version's data are there, and need not be made of a later one's."""
        return (self.path(number) / DATA).is_dir()

    def difference(self, old: int, new: int) -> Patch:
        """What changed from one version to another, which may be the earlier one."""
        if new < old:
            return self.difference(new, old).inverse
        for number in (old, new):
            if not 0 <= number <= self.current:
                raise NoSuchVersion(number, self.current)
        change = Patch()
        for number in range(old + 1, new + 1):
            change = change.then(self.patch(number))
        return change

    def _text(self, number: int, name: str) -> str:
        try:
            return (self.path(number) / name).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            raise CorruptStore(str(self.root), f"version {number}: {name}: {fault}") from None

    # Writing.

    @contextlib.contextmanager
    def locked(self, seconds: float = 30.0) -> Iterator[None]:
        """Be the only writer; what one before left half made is cleared away.

        Raises `UsageError` where another one holds the store for longer than that.
        """
        with lock.held(self.root, seconds):
            self._clear()
            yield

    def _clear(self) -> None:
        current = self.current
        for path in (self.root / VERSIONS).iterdir():
            if path.name.startswith(_ASIDE) or int(path.name) > current:
                shutil.rmtree(path)

    @contextlib.contextmanager
    def making(self) -> Iterator[Path]:
        """A folder aside for the next version; it is gone after the block unless it was taken."""
        path = self.root / VERSIONS / f"{_ASIDE}{os.getpid()}-{uuid.uuid4().hex[:8]}"
        path.mkdir()
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def take(self, path: Path, number: int) -> None:
        """Make a folder aside the current version: on the disk, and at once."""
        sync_tree(path)
        path.rename(self.path(number))
        sync(self.root / VERSIONS)
        write_through(self.root / CURRENT, f"{number}\n")


def create(root: Path, nature: Nature) -> Folder:
    """A store without a version, in a folder that is new or empty; raises `PathExists`."""
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise PathExists(str(root))
    (root / VERSIONS).mkdir(parents=True)
    (root / "lock").touch()
    natures.write(root, nature)
    return Folder(root, nature)


def open(root: Path) -> Folder:
    """The store in a folder; raises `UsageError` for what is none, or is newer than the program."""
    return Folder(root, natures.read(root))


def is_store(root: Path) -> bool:
    """Whether a folder is a store."""
    return (root / natures.FILE).is_file()
