"""What a writer that was stopped may leave in a store, and how the next one clears it away."""

from __future__ import annotations

import os
import re
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

from souverain.errors import CorruptStore

_ASIDE = ".making-"
_VERSION = re.compile(r"\d{8,}")
# Files that were to replace another one.
_REPLACING = re.compile(r"\.(current|store\.json)\.\d+")
_UNBORN = {"versions", "lock", "current"}


def place(root: Path, number: int) -> Path:
    """The folder of a version."""
    return root / "versions" / f"{number:08}"


def aside(root: Path) -> Path:
    """A name below `versions/` that nothing has, for what may be thrown away."""
    return root / "versions" / f"{_ASIDE}{os.getpid()}-{uuid.uuid4().hex[:8]}"


def versions(root: Path) -> Iterator[int]:
    """The numbers that the folders below `versions/` have."""
    folder = root / "versions"
    for path in folder.iterdir() if folder.is_dir() else ():
        if _VERSION.fullmatch(path.name):
            yield int(path.name)


def clear(root: Path, current: int) -> None:
    """Remove what was left aside, and a version that was whole and did not become the current one.

    Raises `CorruptStore` where there are versions that no one who was stopped has left.
    """
    left = {number for number in versions(root) if number > current}
    if left - {current + 1}:
        raise CorruptStore(
            str(root / "current"),
            f"it says {current}, and there are versions up to {max(left)}",
            hint=f"write {max(left)} into it, or move the later ones out of {root / 'versions'}",
        )
    for path in (root / "versions").iterdir():
        if path.name.startswith(_ASIDE):
            shutil.rmtree(path)
    for number in left:
        shutil.rmtree(place(root, number))
    for path in root.iterdir():
        if _REPLACING.fullmatch(path.name):
            path.unlink()


def is_unborn(root: Path) -> bool:
    """Whether a folder is empty, or has only what was made of a store that never came to be."""
    if not root.is_dir():
        return False
    names = {path.name for path in root.iterdir() if not _REPLACING.fullmatch(path.name)}
    return names <= _UNBORN and not any(versions(root))
