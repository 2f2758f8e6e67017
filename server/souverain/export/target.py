"""Where an export goes: written aside, made to stay, and given its name; or to standard output.

A file or folder of that name appears once it is whole: a full disk, a fault or an interruption
leaves nothing behind, and what was there before stays. What a killed run left goes with the next
one of that name.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from souverain.errors import Occupied, Unwritten
from souverain.export.aside import BEFORE, MADE, beside
from souverain.versions.disk import sync, sync_tree

COPIED_BYTES = 1 << 20


@dataclass(frozen=True)
class Counts:
    """How much of what was read, and how much was written, by what it is called in plural.

    `notes` are sentences about this export alone, such as the hash of its dataset.
    """

    read: Mapping[str, int]
    written: Mapping[str, int]
    notes: tuple[str, ...] = field(default=())


class Target:
    """Where a writer writes: to `stream`, or to `path` where it needs a name or a folder."""

    def __init__(self, path: Path, stream: IO[bytes] | None = None) -> None:
        self.path = path
        self._stream = stream

    @property
    def stream(self) -> IO[bytes]:
        """The file, open to be written; it is closed by whoever made the target."""
        if self._stream is None:
            self._stream = self.path.open("wb")
        return self._stream

    def close(self) -> None:
        """Close the file, where it was opened."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None


@contextlib.contextmanager
def named(path: Path, *, is_folder: bool = False, force: bool = False) -> Iterator[Target]:
    """A target that becomes the file or folder of that name after the block.

    Raises `Occupied` where something is there and is not to be replaced, and `Unwritten` where the
    disk does not take it.
    """
    if path.exists() and not force and not (is_folder and _is_empty(path)):
        raise Occupied(str(path))
    with _told(path), beside(path) as root:
        target = Target(root / MADE)
        try:
            if is_folder:
                target.path.mkdir()
            yield target
            target.close()
            sync_tree(target.path) if is_folder else sync(target.path)
            _take(root, path)
            sync(path.absolute().parent)
        finally:
            with contextlib.suppress(OSError):
                target.close()


@contextlib.contextmanager
def piped(stream: IO[bytes]) -> Iterator[Target]:
    """A target that is written to a stream as it comes; what needs a file, once it is whole."""
    with tempfile.TemporaryDirectory(prefix="souverain-") as folder:
        target = Target(Path(folder) / "export", _Kept(stream))  # type: ignore[arg-type]
        with _told(Path("-")):
            yield target
            if target.path.exists():
                with target.path.open("rb") as made:
                    shutil.copyfileobj(made, stream, COPIED_BYTES)
            stream.flush()


class _Kept:
    """A stream that is not closed by those who write to it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.write = stream.write
        self.flush = stream.flush

    def close(self) -> None:
        """Nothing: the stream is another's."""

    closed = False


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the disk refuses, as `Unwritten`; a reader who has gone is no fault of the disk."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise Unwritten(str(path), fault.strerror or str(fault)) from fault
    except sqlite3.OperationalError as fault:
        raise Unwritten(str(path), str(fault)) from fault


def _take(root: Path, path: Path) -> None:
    """Give what was made its name; a folder cannot be replaced at once, and is put aside first."""
    made = root / MADE
    if path.is_dir() and made.is_dir():
        path.rename(root / BEFORE)
    made.replace(path)


def _is_empty(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())
