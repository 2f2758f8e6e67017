"""What a store is: its file `store.json`, and how an older form becomes the present one."""

from __future__ import annotations

import contextlib
import json
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from souverain.errors import CorruptStore, UsageError
from souverain.versions import lock, remnants
from souverain.versions.disk import write_through

FILE = "store.json"
FORMAT = 1
DEFAULT_GRAPHS, SHAPES = ("union", "strict"), ("project", "none")
Told = dict[str, Any]
# By the form that a store has: what makes the next form of its folder, and gives what `store.json`
# then tells. It has the lock; where it was broken off, it is done again from the beginning.
UPGRADES: dict[int, Callable[[Path, Told], Told]] = {}
_SILENT = "it does not say what the store is"


@dataclass(frozen=True)
class Nature:
    """What a store is: it never changes.

    `default_graph` and `shapes` are the settings of these names, `base` what the graph's IRIs begin
    with.
    """

    default_graph: str
    shapes: str
    base: str
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    format: int = FORMAT

    @property
    def takes_anything(self) -> bool:
        """Whether nothing is asked of a change: no shapes, and no graph that follows the others."""
        return self.shapes == "none" and self.default_graph == "strict"


def read(root: Path) -> Nature:
    """What the store in a folder is; one of an older form is upgraded first.

    Raises `UsageError` for what is no store, or has a form that the program does not know.
    """
    told = _told(root)
    if told["format"] != FORMAT:
        told = _upgraded(root)
    nature = None
    with contextlib.suppress(TypeError):
        nature = Nature(**told)
    if nature is None or nature.default_graph not in DEFAULT_GRAPHS or nature.shapes not in SHAPES:
        raise CorruptStore(str(root / FILE), _SILENT)
    return nature


def write(root: Path, nature: Nature) -> None:
    """Have a folder say what it is."""
    _write(root, asdict(nature))


def _upgraded(root: Path) -> Told:
    _known(root)
    with lock.held(root):
        # Another process may have been faster.
        while (told := _known(root))["format"] != FORMAT:
            form = told["format"]
            _write(root, {**UPGRADES[form](root, told), "format": form + 1})
    return told


def _known(root: Path) -> Told:
    """What a store tells that has the present form, or one that can be upgraded."""
    told = _told(root)
    if told["format"] not in (FORMAT, *UPGRADES):
        raise UsageError(
            f"{root} has the form {told['format']}, and this program knows {FORMAT}",
            hint="use the version of the program that made it, or a later one",
        )
    return told


def _told(root: Path) -> Told:
    try:
        told = json.loads((root / FILE).read_text("utf-8"))
    except FileNotFoundError:
        if any(remnants.versions(root)):
            raise CorruptStore(str(root / FILE), "it is gone") from None
        raise UsageError(
            f"{root} is no store: it has no {FILE}",
            hint="make one with: souverain load --store DIR",
        ) from None
    except (OSError, ValueError) as fault:
        raise CorruptStore(str(root / FILE), f"it cannot be read: {fault}") from None
    if not isinstance(told, dict) or not isinstance(told.get("format"), int):
        raise CorruptStore(str(root / FILE), _SILENT)
    return told


def _write(root: Path, told: Told) -> None:
    write_through(root / FILE, json.dumps(told, indent=2) + "\n")
