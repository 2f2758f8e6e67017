"""What the tests of several formats share: an export written to a path, and what went in."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from souverain import export
from souverain.export import target, wanted
from souverain.export.network.network import Edge, Network
from souverain.export.origin import Origin
from souverain.export.target import Counts

TOOLS = Path(__file__).parent / "tools"


def selection(origin: Origin, *only: str, at: str = "", layer: str = "all") -> export.Selection:
    return export.Selection(origin, wanted.read(only, at, layer))


def written(path: Path, origin: Origin, name: str, *only: str, **options: str) -> Counts:
    """Export to a path, as the command does."""
    format = export.find(name)
    with target.named(path, is_folder=format.is_folder) as made:
        return export.write(selection(origin, *only, **options), format, made)


def edges(origin: Origin) -> dict[str, Edge]:
    """The edges of the network by their names, as they are read."""
    return {edge.id: edge for edge in Network(selection(origin)).edges()}


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.iterdir()):
        yield path.name, path.read_bytes()


def tool(script: str, text: str) -> Any:
    """What a tool of JavaScript says of a text, from its JSON."""
    done = subprocess.run(
        ["node", str(TOOLS / script)], input=text, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
