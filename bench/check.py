"""`souverain check` from a cold start, and pySHACL's own command on the same graph and shapes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rdflib import Graph

from souverain import files
from souverain.check.shapes import without_constraints

SOUVERAIN = [sys.executable, "-c", "from souverain.cli import main; main()"]


def _timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start


def ours() -> float:
    """Seconds for everything that `souverain check` asks."""
    return _timed([*SOUVERAIN, "check"])


def peer() -> float:
    """Seconds for pySHACL's command on the core shapes alone.

    Their SPARQL constraints are left out: with them pySHACL takes minutes.
    """
    project = files.find()
    with tempfile.TemporaryDirectory() as folder:
        data, shapes = Path(folder) / "data.ttl", Path(folder) / "shapes.ttl"
        _merge([*project.graph_files(), *project.ontology_files()], data)
        _merge(project.shapes_files(), shapes, without_constraints)
        return _timed([sys.executable, "-m", "pyshacl", "-s", str(shapes), str(data)])


def _merge(
    paths: list[Path], target: Path, change: Callable[[Graph], Graph] = lambda graph: graph
) -> None:
    union = Graph()
    for path in paths:
        union.parse(path)
    change(union).serialize(target, format="turtle")
