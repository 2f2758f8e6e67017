"""Having the disk itself keep what was written, so that a power cut takes nothing back."""

from __future__ import annotations

import os
from pathlib import Path


def write_through(path: Path, text: str, mode: int = 0o666) -> None:
    """Replace a file at once, on the disk itself; `mode` is who may read and write it."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
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
