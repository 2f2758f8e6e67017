"""The files that pages are dressed with: our own, and those that npm built, if it did."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDER = "static"
# What `make` builds from npm packages; absent where there was no Node.
BUILT = "built"


@cache
def read() -> dict[str, bytes]:
    """The content of each file, by its path below the folder."""
    return dict(_below(files(__package__).joinpath(FOLDER), ""))


@cache
def address(name: str) -> str:
    """The path of a file on the server, which changes with its content."""
    return f"/assets/{name}?v={hashlib.sha256(read()[name]).hexdigest()[:12]}"


def is_built(name: str) -> bool:
    """Whether a file that npm builds is there."""
    return f"{BUILT}/{name}" in read()


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _below(entry, f"{path}{entry.name}/")
        elif not entry.name.startswith("."):
            yield path + entry.name, entry.read_bytes()
