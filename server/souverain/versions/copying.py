"""Folders that are made aside, and given their names once they are whole and on the disk."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Hashable, Iterator
from pathlib import Path

from souverain.errors import PathExists
from souverain.versions.disk import sync, sync_tree


@contextlib.contextmanager
def making(target: Path) -> Iterator[Path]:
    """A folder beside the target, which gets that name after the block, or is gone.

    Raises `PathExists` where something is there already.
    """
    target = target.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise PathExists(str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.making-{os.getpid()}-{uuid.uuid4().hex[:8]}")
    aside.mkdir()
    try:
        yield aside
        sync_tree(aside)
        aside.rename(target)
        sync(target.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


class Copier:
    """Copies files; what is one file by its key is one file again (a hard link)."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Path] = {}

    def copy(self, source: Path, target: Path, key: Hashable = None) -> None:
        """Copy a file into a folder that is made; without a key, by itself."""
        target.parent.mkdir(parents=True, exist_ok=True)
        made = self._made.get(key) if key else None
        if made and made.exists():
            os.link(made, target)
            return
        shutil.copyfile(source, target)
        if key:
            self._made[key] = target


def shared(path: Path) -> Hashable:
    """The key of a file that has other names: versions share what they have in common."""
    told = path.stat()
    return (told.st_dev, told.st_ino) if told.st_nlink > 1 else None
