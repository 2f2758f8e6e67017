"""Where an export is made: a hidden folder beside its place, which is gone however the run ends.

It is called `.NAME.` and a token, and holds what is `made` and what stood there `before`. Whoever
makes it holds a lock on it, which the kernel lets go when the process ends, be it killed: the next
run of the same name finds the lock free, puts back what stood there before, and clears the rest.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

MADE, BEFORE = "made", "before"
DIGITS = 12
# So often another run may take a new folder for dead before it is locked.
TRIES = 10


@contextlib.contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A new folder beside a path, locked and gone after the block; what dead runs left goes first.

    Raises `OSError` where it cannot be made.
    """
    clear(path)
    root, lock = _made(path)
    try:
        yield root
    finally:
        _empty(root, path)
        os.close(lock)


def clear(path: Path) -> None:
    """Take away what runs of that name left that were killed; those that live keep theirs.

    What may not be opened is another user's, and stays.
    """
    name = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{{DIGITS}}}")
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for left in sorted(path.parent.iterdir()):
            if name.fullmatch(left.name):
                with contextlib.suppress(PermissionError):
                    _clear(left, path)


def _clear(left: Path, path: Path) -> None:
    lock = _locked(left)
    if lock is not None:
        _empty(left, path)
        os.close(lock)


def _empty(root: Path, path: Path) -> None:
    """Take the folder away; what stood at the path before goes back where nothing came instead."""
    before = root / BEFORE
    if before.exists() and not path.exists():
        before.rename(path)
    shutil.rmtree(root, ignore_errors=True)


def _made(path: Path) -> tuple[Path, int]:
    """A folder, and the lock on it; another run may have taken it for dead before it was locked.

    Raises `OSError` where it can be made and not be opened, or is taken each time.
    """
    for _ in range(TRIES):
        root = path.with_name(f".{path.name}.{uuid.uuid4().hex[:DIGITS]}")
        root.mkdir()
        try:
            lock = _locked(root)
        except OSError:
            root.rmdir()
            raise
        if lock is not None and root.exists():
            return root, lock
        if lock is not None:
            os.close(lock)
    raise OSError(errno.EBUSY, "what is made beside it is locked or taken away each time")


def _locked(root: Path) -> int | None:
    """A lock on a folder, held until it is closed; None where another has it, or it is gone.

    Raises `OSError` where it may not be opened, or nothing can be locked there.
    """
    try:
        found = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(found)
        return None
    except OSError:
        os.close(found)
        raise
    return found
