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
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from souverain.errors import CorruptStore, DataError, NoSuchVersion, PathExists
from souverain.patch import Patch
from souverain.versions import lock, remnants
from souverain.versions import nature as natures
from souverain.versions.commits import Commit
from souverain.versions.disk import sync, sync_tree, write_through
from souverain.versions.nature import Nature

CURRENT, VERSIONS = "current", "versions"
COMMIT, CHANGES, DATA, GRAPH = "commit.json", "changes.rdfp", "data", "graph"
# In the header of a patch, as an IRI: what the version was found in order by.
CHECKED_BY = "checked-by"
_CHECKED_BY = re.compile(rf"^H {CHECKED_BY} <urn:sha256:([0-9a-f]+)> \.$", re.MULTILINE)


class Folder:
    """A store that is there; see `open` and `create`."""

    def __init__(self, root: Path, nature: Nature) -> None:
        self.root = root
        self.nature = nature

    # What is there.

    @property
    def current(self) -> int:
        """The number of the current version; 0 where nothing was ever committed."""
        path = self.root / CURRENT
        try:
            text = path.read_text("ascii").strip()
        except FileNotFoundError:
            if self._newest:
                raise CorruptStore(str(path), "it is gone", hint=self._naming) from None
            return 0
        except (OSError, UnicodeDecodeError) as fault:
            raise CorruptStore(str(path), f"it cannot be read: {fault}", self._naming) from None
        if not text.isdigit():
            raise CorruptStore(str(path), f"it holds {text[:20]!r}, no number", self._naming)
        return int(text)

    @property
    def _newest(self) -> int:
        """The highest number that a folder of a version has."""
        return max(remnants.versions(self.root), default=0)

    @property
    def _naming(self) -> str:
        return (
            "write the number of the version to go on with into it (the newest that is there is "
            f"{self._newest}), or restore a backup"
        )

    def path(self, number: int) -> Path:
        """The folder of a version."""
        return remnants.place(self.root, number)

    def commit(self, number: int) -> Commit:
        """The record of a version; raises `NoSuchVersion`."""
        current = self.current
        if not 1 <= number <= current:
            raise NoSuchVersion(number, current)
        return self._record(number)

    def commits(self, newest: int | None = None) -> Iterator[Commit]:
        """The record of each version, the newest first; with a number, from that one on."""
        for number in range(self.current if newest is None else newest, 0, -1):
            yield self._record(number)

    def _record(self, number: int) -> Commit:
        text = self._text(number, COMMIT)
        try:
            return Commit.parse(text, number)
        except DataError as fault:
            raise CorruptStore(str(self.path(number) / COMMIT), str(fault)) from None

    def patch(self, number: int) -> Patch:
        """What a version changed."""
        text = self.patch_text(number)
        try:
            return Patch.parse(text)
        except DataError as fault:
            raise CorruptStore(str(self.path(number) / CHANGES), str(fault)) from None

    def patch_text(self, number: int) -> str:
        """The same, as it stands in its file."""
        return self._text(number, CHANGES)

    def checked_by(self, number: int) -> str:
        """A digest of what a version was found in order by; empty where none is known."""
        head, _, _ = self.patch_text(number).partition("TX .")
        found = _CHECKED_BY.search(head)
        return found.group(1) if found else ""

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
        path = self.path(number) / name
        try:
            return path.read_text("utf-8")
        except OSError as fault:
            raise CorruptStore(str(path), f"it cannot be read: {fault.strerror}") from None
        except UnicodeDecodeError:
            raise CorruptStore(str(path), "it is no text") from None

    # Writing.

    @contextlib.contextmanager
    def locked(self, seconds: float = 30.0) -> Iterator[None]:
        """Be the only writer; what one before left half made is cleared away.

        Raises `Busy` where another one holds the store for longer than that.
        """
        with lock.held(self.root, seconds):
            remnants.clear(self.root, self.current)
            yield

    @contextlib.contextmanager
    def making(self) -> Iterator[Path]:
        """A folder aside for the next version; it is gone after the block unless it was taken."""
        path = remnants.aside(self.root)
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
    """A store without a version, in a folder that is new or empty.

    Raises `PathExists`, and `CorruptStore` for what was a store.
    """
    if any(remnants.versions(root)) and not is_store(root):
        raise CorruptStore(str(root / natures.FILE), "it is gone")
    if root.exists() and not remnants.is_unborn(root):
        raise PathExists(str(root))
    (root / VERSIONS).mkdir(parents=True, exist_ok=True)
    found = Folder(root, nature)
    with found.locked():
        if is_store(root):
            raise PathExists(str(root))
        write_through(root / CURRENT, "0\n")
        natures.write(root, nature)
        sync(root.parent)
    return found


def open(root: Path) -> Folder:
    """The store in a folder; raises `UsageError` for what is none, or is newer than the program."""
    return Folder(root, natures.read(root))


def is_store(root: Path) -> bool:
    """Whether a folder is a store."""
    return (root / natures.FILE).is_file()
