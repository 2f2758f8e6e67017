"""What a backup says of itself: which version is its newest, and what each of its files holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from souverain.errors import BadBackup, Finding
from souverain.versions.digest import Digest

NAME = "backup.json"
FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """One backup; `quads`, `checksum` and `hash` are those of its newest `version` (`Digest`).

    `date` is when it was made, in UTC; `files` has the SHA-256 of each file by its path.
    """

    version: int
    date: str
    quads: int
    checksum: str
    hash: str
    files: dict[str, str]
    format: int = FORMAT

    @property
    def digest(self) -> Digest:
        """What its newest version adds up to."""
        return Digest(self.quads, self.checksum, self.hash)

    def json(self) -> str:
        """The manifest as it stands in its file."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"


def read(root: Path) -> Manifest:
    """The manifest of a backup; raises `BadBackup` for a folder that is no whole one."""
    try:
        told = json.loads((root / NAME).read_text("utf-8"))
        if told["format"] != FORMAT:
            reason = f"has the form {told['format']}, and this program knows {FORMAT}"
            raise BadBackup(str(root), [_finding(NAME, reason)])
        return Manifest(**{row.name: told[row.name] for row in fields(Manifest)})
    except FileNotFoundError:
        raise BadBackup(str(root), [_finding(NAME, "is not there")]) from None
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise BadBackup(str(root), [_finding(NAME, f"cannot be read: {fault}")]) from None


def digests(root: Path) -> dict[str, str]:
    """The SHA-256 of each file below a folder, by its path; one that has two names is read once."""
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    seen: dict[tuple[int, int], str] = {}
    return {path.relative_to(root).as_posix(): _digest(path, seen) for path in paths}


def damage(root: Path, manifest: Manifest) -> Iterator[Finding]:
    """What of a folder is not as the manifest says."""
    seen: dict[tuple[int, int], str] = {}
    for name, expected in manifest.files.items():
        try:
            if _digest(root / name, seen) != expected:
                yield _finding(name, "is not what was written")
        except OSError as fault:
            yield _finding(name, f"cannot be read: {fault.strerror}")


def _digest(path: Path, seen: dict[tuple[int, int], str]) -> str:
    told = path.stat()
    key = (told.st_dev, told.st_ino)
    if key not in seen:
        with path.open("rb") as stream:
            seen[key] = hashlib.file_digest(stream, "sha256").hexdigest()
    return seen[key]


def _finding(name: str, message: str) -> Finding:
    return Finding(name, 0, "", "backup", message)
