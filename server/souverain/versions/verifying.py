"""Reading all that a store holds, to find what is not as it was left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from souverain.errors import CorruptStore, DataError, Finding
from souverain.patch import checksum
from souverain.versions import digest, files, wholeness
from souverain.versions.commits import Commit
from souverain.versions.folder import CHANGES, COMMIT, DATA, GRAPH, Folder

Progress = Callable[[Sequence[Any], str], Iterator[Any]]
Sums = dict[tuple[int, int], tuple[int, int]]


def findings(folder: Folder, progress: Progress = lambda rows, _: iter(rows)) -> Iterator[Finding]:
    """What of each version is damaged: its record, its patch, its data or its Turtle files.

    What is there must add up to the record, and the patch must lead to it from the version before.
    The file of a finding is a path below the store's folder.
    """
    before: Commit | None = None
    seen: Sums = {}
    for number in progress(range(1, folder.current + 1), "versions"):
        try:
            record = _record(folder, number)
        except CorruptStore as fault:
            before = None
            yield _finding(folder, number, COMMIT, fault.reason)
            continue
        damages = {
            CHANGES: _of_patch(folder, record, before),
            DATA: _of_data(folder, record),
            GRAPH: _of_files(folder, record, seen),
        }
        for name, damage in damages.items():
            # What was thinned out meanwhile is no damage.
            if damage and (name == CHANGES or _is_kept(folder, number, name)):
                yield _finding(folder, number, name, damage)
        before = record


def fault(folder: Folder, found: Sequence[Finding]) -> DataError:
    """What is told of some findings, with what to do: to go back, where the newest has one."""
    newest = folder.path(folder.current)
    start = f"{newest.relative_to(folder.root).as_posix()}/"
    damage = CorruptStore(str(newest), "")
    if any(finding.file.startswith(start) for finding in found):
        damage = wholeness.advised(damage, folder)
    number = f"{len(found)} finding{'s' if len(found) > 1 else ''}"
    return DataError(f"{folder.root}: {number}", hint=damage.hint, findings=found)


def _record(folder: Folder, number: int) -> Commit:
    record = folder.commit(number)
    if record.number != number:
        raise CorruptStore(str(folder.root), f"it is the record of version {record.number}")
    return record


def _is_kept(folder: Folder, number: int, name: str) -> bool:
    return (folder.path(number) / name).is_dir() or number == folder.current


def _of_patch(folder: Folder, record: Commit, before: Commit | None) -> str:
    try:
        patch = folder.patch(record.number)
    except CorruptStore as fault:
        return fault.reason
    if (len(patch.removed), len(patch.added)) != (record.removed, record.added):
        told = f"it removes {len(patch.removed)} quads and adds {len(patch.added)}"
        return f"{told}, and the record says {record.removed} and {record.added}"
    if before is None and record.number > 1:
        return ""
    quads, total = (before.quads, int(before.checksum, 16)) if before else (0, 0)
    total = checksum(patch.added, checksum(patch.removed, total, -1))
    return _difference(record, quads + record.added - record.removed, total)


def _of_data(folder: Folder, record: Commit) -> str:
    if not _is_kept(folder, record.number, DATA):
        return ""
    try:
        made = digest.counted(folder.path(record.number) / DATA)
    except CorruptStore as fault:
        return fault.reason
    return _difference(record, made.quads, int(made.checksum, 16))


def _of_files(folder: Folder, record: Commit, seen: Sums) -> str:
    """The Turtle files; what versions share is added up once."""
    root = folder.path(record.number) / GRAPH
    if folder.nature.shapes == "none" or not _is_kept(folder, record.number, GRAPH):
        return ""
    quads = total = 0
    try:
        for path in root.rglob("*.ttl"):
            told = path.stat()
            key = (told.st_dev, told.st_ino)
            if key not in seen:
                seen[key] = _sum(path, root, folder.nature.base)
            quads, total = quads + seen[key][0], total + seen[key][1]
    except (OSError, ValueError, SyntaxError) as fault:
        return f"{path.relative_to(root).as_posix()}: {fault}"
    return _difference(record, quads, total % (1 << 256))


def _sum(path: Path, root: Path, base: str) -> tuple[int, int]:
    name = path.relative_to(root).as_posix()
    lines = files.lines({name: path.read_text("utf-8")}, base)
    return len(lines), checksum(lines)


def _difference(record: Commit, quads: int, total: int) -> str:
    if quads != record.quads:
        return f"there are {quads} quads, and the record says {record.quads}"
    return "" if f"{total:064x}" == record.checksum else "it does not add up to the record"


def _finding(folder: Folder, number: int, name: str, message: str) -> Finding:
    path = (folder.path(number) / name).relative_to(folder.root).as_posix()
    return Finding(path, 0, "", "damage", message)
