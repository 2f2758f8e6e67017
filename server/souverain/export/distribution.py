"""A file that others take away: its name, what it is, how large, and by what hash it is known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# By the last part of a name; beside what the formats of the table are.
MEDIA_TYPES = {
    "cff": "application/yaml",
    "csv": "text/csv",
    "cypher": "text/plain",
    "db": "application/vnd.sqlite3",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "md": "text/markdown",
    "nq": "application/n-quads",
    "parquet": "application/vnd.apache.parquet",
    "trig": "application/trig",
    "ttl": "text/turtle",
}
UNKNOWN = "application/octet-stream"


@dataclass(frozen=True)
class Distribution:
    """A file of a package or release; `name` is its path in it, `format` that of the table.

    `format` is empty for a file that is no export, such as a licence.
    """

    name: str
    format: str
    media_type: str
    bytes: int
    sha256: str


def measured(root: Path, name: str, format: str = "", media_type: str = "") -> Distribution:
    """A file below a folder, read once; its media type is that of its name where none is given."""
    path = root / name
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    kind = media_type or MEDIA_TYPES.get(path.suffix.removeprefix("."), UNKNOWN)
    return Distribution(name, format, kind, path.stat().st_size, digest.hexdigest())


def below(root: Path) -> Iterator[str]:
    """The names of the files below a folder, in order."""
    yield from sorted(
        path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()
    )
