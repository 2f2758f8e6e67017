"""Making the next version of a store: a copy of the current one, changed, and made current."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Store

from souverain.errors import CorruptStore, DataError
from souverain.patch import Patch, checksum
from souverain.versions import data, remnants
from souverain.versions.commits import Commit
from souverain.versions.folder import CHANGES, CHECKED_BY, COMMIT, DATA, GRAPH, Folder

# More of them are written as tables at once: the engine's log of them would stay with the version.
MOST_LOGGED_QUADS = 10_000


@dataclass(frozen=True)
class Draft:
    """The next version, before it is one.

    `files` are the Turtle files of the graph that differ from those of the version before, by their
    paths below `graph/`; `gone` are those that it has no more. `checked_by` is a digest of what the
    version was found in order by, where it was checked.
    """

    patch: Patch
    date: str
    author: str
    message: str
    files: Mapping[str, str] = field(default_factory=dict)
    gone: Iterable[str] = ()
    checked_by: str = ""


def append(folder: Folder, draft: Draft) -> Commit:
    """The record of the new version, once it is the current one; for whoever holds the lock.

    Raises `OSError` where the disk is full, `CorruptStore` where the current version cannot be
    read, and `DataError` for a patch that is none of it; then it stays the current one.
    """
    before = folder.current
    commit = _commit(folder, draft, before)
    with folder.making() as path:
        try:
            _copy_data(folder, before, path / DATA)
            _change(path / DATA, draft.patch)
        except (RuntimeError, FileNotFoundError) as fault:
            raise CorruptStore(str(folder.path(before) / DATA), str(fault)) from None
        _link_files(folder, before, path / GRAPH, draft)
        header = {"id": f"<urn:souverain:{folder.nature.id}:{commit.number}>"}
        if before:
            header["prev"] = f"<urn:souverain:{folder.nature.id}:{before}>"
        if draft.checked_by:
            header[CHECKED_BY] = f"<urn:sha256:{draft.checked_by}>"
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
    Store.read_only(str(folder.path(before) / DATA)).backup(str(target))


def _change(path: Path, patch: Patch) -> None:
    try:
        _apply(Store(str(path)), patch)
    except Exception as fault:
        # A trace would hold the store open, whose folder is removed now.
        raise fault.with_traceback(None) from None
    # What the engine tells of itself, which is longer than most changes, and which it never reads.
    for told in (*path.glob("LOG*"), *path.glob("OPTIONS-*")):
        told.unlink()


def _apply(store: Store, patch: Patch) -> None:
    _fit(store, patch)
    if len(patch.added) > MOST_LOGGED_QUADS:
        store.bulk_extend(data.quads(patch.added))
        data.apply(store, Patch(patch.removed, (), patch.created, patch.dropped))
    else:
        data.apply(store, patch)
    store.flush()


def _fit(store: Store, patch: Patch) -> None:
    """Raise `DataError` unless the patch removes what is there, and adds what is not, once each.

    Only then are the data those of the record, which is worked out from the patch alone.
    """
    for rows, is_there in ((patch.removed, True), (patch.added, False)):
        try:
            found = list(data.quads(rows))
        except SyntaxError as fault:
            raise DataError(f"the change has a line that is no quad: {fault.msg}") from None
        if sorted(data.lines(found)) != sorted(rows) or len(set(rows)) < len(rows):
            raise DataError("the change has a line that is not as the store would write it")
        if any((quad in store) is not is_there for quad in found):
            raise DataError("the change is not one of the current version of the store")


def _link_files(folder: Folder, before: int, target: Path, draft: Draft) -> None:
    """The Turtle files: those that stay are shared with the version before."""
    source = folder.path(before) / GRAPH
    target.mkdir()
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
            aside = remnants.aside(folder.root)
            aside.mkdir()
            # The data go last: where they are gone, all of it is.
            for name in (GRAPH, DATA):
                if (path / name).is_dir():
                    (path / name).rename(aside / name)
            shutil.rmtree(aside)
            found.append(number)
    return found
