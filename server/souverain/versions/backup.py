"""Backing up a store with its whole history, and making a store of a backup.

A backup is a folder with a manifest and the files of a store, but for the tokens. What versions
share on the disk is there once too. Neither a backup nor a restored store has its name before it is
whole, on the disk, and read again.
"""

from __future__ import annotations

import shutil
import uuid
from dataclasses import asdict, replace
from pathlib import Path

from souverain.errors import BadBackup, CorruptStore, Finding
from souverain.versions import digest, remnants
from souverain.versions import manifest as manifests
from souverain.versions import nature as natures
from souverain.versions.copying import Copier, making, shared
from souverain.versions.digest import Digest
from souverain.versions.disk import write_through
from souverain.versions.folder import CHANGES, COMMIT, CURRENT, DATA, GRAPH, VERSIONS, Folder
from souverain.versions.manifest import Manifest

# What is never changed, and may be one file for many versions.
_CONSTANT = frozenset({".sst", ".ttl"})


def backup(found: Folder, target: Path, date: str) -> Manifest:
    """Write a backup of a store, which may be written to meanwhile, into a new or empty folder.

    Writers wait while the newest version is copied, and not for the older ones. Raises
    `PathExists`, and `CorruptStore` where the newest version is not what its record says.
    """
    with making(target) as aside:
        copier = Copier()
        with found.locked():
            number = found.current
            if number:
                _copy_version(found, number, aside, copier)
        for older in range(number - 1, 0, -1):
            _copy_version(found, older, aside, copier)
        shutil.copyfile(found.root / natures.FILE, aside / natures.FILE)
        write_through(aside / CURRENT, f"{number}\n")
        manifest = _manifest(found, number, aside, date)
        write_through(aside / manifests.NAME, manifest.json())
    return manifest


def restore(source: Path, target: Path) -> Manifest:
    """Make a store, in a new or empty folder, of a backup; it has no tokens.

    It has an id of its own, so that no ETag of the store before is taken for one of this. Raises
    `PathExists`, and `BadBackup` naming what is not as it was written.
    """
    manifest = manifests.read(source)
    with making(target) as aside:
        copier = Copier()
        for name, expected in manifest.files.items():
            if (source / name).is_file():
                key = expected if Path(name).suffix in _CONSTANT else None
                copier.copy(source / name, aside / name, key)
        verify(aside, manifest, str(source))
        (aside / VERSIONS).mkdir(exist_ok=True)
        natures.write(aside, replace(natures.read(aside), id=uuid.uuid4().hex))
    return manifest


def verify(root: Path, manifest: Manifest, name: str) -> None:
    """Raise `BadBackup` unless a folder holds what the manifest says; `name` is what it is called.

    Each file is read, and the newest version's data are added up.
    """
    found = list(manifests.damage(root, manifest))
    if not found and not _digest(root, manifest.version).agrees(manifest.digest):
        message = f"version {manifest.version} adds up to something else"
        found = [Finding(manifests.NAME, 0, "", "backup", message)]
    if found:
        raise BadBackup(name, found)


def _manifest(found: Folder, number: int, aside: Path, date: str) -> Manifest:
    made = _digest(aside, number)
    record = found.commit(number) if number else None
    if record and (record.checksum, record.quads) != (made.checksum, made.quads):
        raise CorruptStore(
            str(found.path(number)),
            f"it holds {made.quads} quads that add up to {made.checksum}, and its record says "
            f"{record.quads} and {record.checksum}",
        )
    return Manifest(number, date, **asdict(made), files=manifests.digests(aside))


def _digest(root: Path, number: int) -> Digest:
    return digest.of(remnants.place(root, number) / DATA) if number else digest.EMPTY


def _copy_version(found: Folder, number: int, aside: Path, copier: Copier) -> None:
    """Copy a version; one that is thinned meanwhile comes without its data."""
    source, target = found.path(number), remnants.place(aside, number)
    target.mkdir(parents=True)
    for name in (COMMIT, CHANGES):
        copier.copy(source / name, target / name)
    there = [name for name in (DATA, GRAPH) if (source / name).is_dir()]
    try:
        for path in (path for name in there for path in (source / name).rglob("*")):
            if path.is_file():
                copier.copy(path, target / path.relative_to(source), shared(path))
    except FileNotFoundError:
        if _are_there(source, there):
            raise
    if not _are_there(source, there):
        for name in there:
            shutil.rmtree(target / name, ignore_errors=True)


def _are_there(version: Path, names: list[str]) -> bool:
    """Whether a version has these folders still, which are taken away whole, and never changed."""
    return all((version / name).is_dir() for name in names)
