"""Making the next version of a store: a copy of the current one, changed, and made current."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Store

from souverain.errors import CorruptStore
from souverain.patch import Patch, checksum
from souverain.versions import data
from souverain.versions.commits import Commit
from souverain.versions.folder import CHANGES, COMMIT, DATA, GRAPH, Folder


@dataclass(frozen=True)
class Draft:
    """The next version, before it is one.

    `files` are the Turtle files of the graph that differ from those of the version before, by their
    paths below `graph/`; `gone` are those that it has no more.
    """

    patch: Patch
    date: str
    author: str
    message: str
    files: Mapping[str, str] = field(default_factory=dict)
    gone: Iterable[str] = ()


def append(folder: Folder, draft: Draft) -> Commit:
    """The record of the new version, once it is the current one; for whoever holds the lock.

    Raises `OSError` where the disk is full, and `CorruptStore` where the current version cannot be
    read; then it stays the current one.
    """
    before = folder.current
    commit = _commit(folder, draft, before)
    with folder.making() as path:
        _copy_data(folder, before, path / DATA)
        _change(path / DATA, draft.patch)
        _link_files(folder, before, path / GRAPH, draft)
        header = {"id": f"<urn:souverain:{folder.nature.id}:{commit.number}>"}
        if before:
            header["prev"] = f"<urn:souverain:{folder.nature.id}:{before}>"
        (path / CHANGES).write_text(draft.patch.text(header), "utf-8")
        (path / COMMIT).write_text(commit.json(), "utf-8")
        folder.take(path, commit.number)
    return commit


def _commit(folder: Folder, draft: Draft, before: int) -> Commit:
    patch, last = draft.patch, folder.commit(before) if before else None
    total = int(last.checksum, 16) if last else 0
    total = checksum(patch.added, checksum(patch.removed, total, -1))
    return Commit(
        number=before + 1,
        date=draft.date,
        author=draft.author,
        message=draft.message,
        removed=len(patch.removed),
        added=len(patch.added),
        quads=(last.quads if last else 0) + len(patch.added) - len(patch.removed),
        checksum=f"{total:064x}",
    )


def _copy_data(folder: Folder, before: int, target: Path) -> None:
    """A checkpoint, which shares its files with the version that it is of (RocksDB)."""
    if not before:
        Store(str(target)).flush()
        return
    source = folder.path(before) / DATA
    try:
        Store.read_only(str(source)).backup(str(target))
    except OSError as fault:
        raise CorruptStore(str(source), str(fault)) from None


def _change(path: Path, patch: Patch) -> None:
    store = Store(str(path))
    if len(patch.added) > 100_000:
        store.bulk_extend(data.quads(patch.added))
        data.apply(store, Patch(patch.removed, (), patch.created, patch.dropped))
    else:
        data.apply(store, patch)
    store.flush()
    del store
    for log in path.glob("LOG*"):
        log.unlink()


def _link_files(folder: Folder, before: int, target: Path, draft: Draft) -> None:
    """The Turtle files: those that stay are shared with the version before."""
    source = folder.path(before) / GRAPH
    kept = {path.relative_to(source).as_posix(): path for path in source.rglob("*.ttl")}
    for name, path in kept.items():
        if name not in draft.files and name not in set(draft.gone):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(path, target / name)
    for name, text in draft.files.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, "utf-8")


def thin(folder: Folder, keep: int, every: int = 100) -> list[int]:
    """Drop the data of old versions: all but the newest `keep` and each `every`th one.

    Gives their numbers. What they changed is kept: they can still be read, only more slowly.
    """
    found = []
    for number in range(1, folder.current - keep + 1):
        path = folder.path(number)
        if number % every and (path / DATA).is_dir():
            aside = path / ".thinned"
            (path / DATA).rename(aside)
            shutil.rmtree(aside)
            shutil.rmtree(path / GRAPH, ignore_errors=True)
            found.append(number)
    return found
