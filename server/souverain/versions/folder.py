"""The folder of a store: what stands where, which version is the current one, and who may write.

    store.json             the form of the folder, and what the store is
    tokens.json            who may write (see `tokens`)
    lock                   held by whoever writes
    current                the number of the current version
    versions/00000012/     one version: `commit.json`, `changes.rdfp`, `data/`, and `graph/`

Nothing below a version's folder is ever changed. A new one is made aside, is given its name once it
is whole and on the disk, and becomes the current one when `current` is replaced: a machine that
stops before that goes on with the version before, and the next writer clears away what it left.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from souverain.errors import CorruptStore, NoSuchVersion, PathExists, UsageError
from souverain.patch import Patch
from souverain.versions.commits import Commit

FORMAT = 1
COMMIT, CHANGES, DATA, GRAPH = "commit.json", "changes.rdfp", "data", "graph"
_ASIDE = ".making-"
_POLL_SECONDS = 0.05


@dataclass(frozen=True)
class Nature:
    """What a store is: it never changes.

    `default_graph` and `shapes` are the settings of these names, `base` what the graph's IRIs begin
    with.
    """

    default_graph: str
    shapes: str
    base: str
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    format: int = FORMAT


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
            text = (self.root / "current").read_text("ascii").strip()
        except FileNotFoundError:
            return 0
        except (OSError, UnicodeDecodeError) as fault:
            raise CorruptStore(str(self.root), f"`current` cannot be read: {fault}") from None
        if not text.isdigit():
            raise CorruptStore(str(self.root), f"`current` holds {text[:20]!r}, which is no number")
        return int(text)

    def path(self, number: int) -> Path:
        """The folder of a version."""
        return self.root / "versions" / f"{number:08}"

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
        with (self.root / "lock").open("a") as stream:
            deadline = time.monotonic() + seconds
            while True:
                try:
                    fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise UsageError(
                            f"{self.root} is being written by another process",
                            hint="wait until it is done, and run the command again",
                        ) from None
                    time.sleep(_POLL_SECONDS)
            self._clear()
            yield

    def _clear(self) -> None:
        current = self.current
        for path in (self.root / "versions").iterdir():
            if path.name.startswith(_ASIDE) or int(path.name) > current:
                shutil.rmtree(path)

    @contextlib.contextmanager
    def making(self) -> Iterator[Path]:
        """A folder aside for the next version; it is gone after the block unless it was taken."""
        path = self.root / "versions" / f"{_ASIDE}{os.getpid()}-{uuid.uuid4().hex[:8]}"
        path.mkdir()
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def take(self, path: Path, number: int) -> None:
        """Make a folder aside the current version: on the disk, and at once."""
        sync_tree(path)
        path.rename(self.path(number))
        sync(self.root / "versions")
        write_through(self.root / "current", f"{number}\n")


def create(root: Path, nature: Nature) -> Folder:
    """A store without a version, in a folder that is new or empty; raises `PathExists`."""
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise PathExists(str(root))
    (root / "versions").mkdir(parents=True)
    (root / "lock").touch()
    write_through(root / "store.json", json.dumps(asdict(nature), indent=2) + "\n")
    return Folder(root, nature)


def open(root: Path) -> Folder:
    """The store in a folder; raises `UsageError` for what is none, or is newer than the program."""
    try:
        told = json.loads((root / "store.json").read_text("utf-8"))
    except FileNotFoundError:
        raise UsageError(
            f"{root} is no store: it has no store.json",
            hint="make one with: souverain load --store DIR",
        ) from None
    except (OSError, ValueError) as fault:
        raise CorruptStore(str(root), f"store.json cannot be read: {fault}") from None
    if told.get("format") != FORMAT:
        raise UsageError(
            f"{root} has the form {told.get('format')}, and this program knows {FORMAT}",
            hint="use the version of the program that made it, or a later one",
        )
    try:
        return Folder(root, Nature(**told))
    except TypeError as fault:
        raise CorruptStore(str(root), f"store.json: {fault}") from None


def is_store(root: Path) -> bool:
    """Whether a folder is a store."""
    return (root / "store.json").is_file()


def write_through(path: Path, text: str) -> None:
    """Replace a file at once, on the disk itself."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with aside.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    aside.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Have the disk keep a file, or which files a folder has."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(root: Path) -> None:
    """Have the disk keep all that is below a folder."""
    for folder, _, names in os.walk(root, topdown=False):
        for name in names:
            sync(Path(folder) / name)
        sync(Path(folder))
