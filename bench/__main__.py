"""Print one row per figure: ours, the peer's, their ratio, and whether it is what it is to be.

The exit code is 1 where a figure is not, or could not be measured, and 2 where something is
missing that the bench needs.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from bench import data
from bench.figures import FIGURES, Figure
from bench.load import Spoiled
from bench.servers import missing

ROUNDS = 7
VERSIONS = ("souverain", "pyoxigraph", "oxigraph", "rdflib", "rdflib-endpoint", "uvicorn")
HEAD = f"{'what':40} {'ours':>10} {'peer':>10} {'ratio':>8}  {'aim':8} {'met':4} peer"


class Median(NamedTuple):
    """The medians of a figure's rounds; without a peer, its two are 0."""

    ours: float
    peer: float
    ratio: float


def measure(figure: Figure, path: Path) -> Median:
    """The figure: A B A B …, so that a machine that drifts changes both sides alike."""
    with figure.sides(path) as (ours, peer):
        pairs = [(ours(round), peer(round) if peer else 0.0) for round in range(ROUNDS)]
    a, b = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs) if peer else 0.0
    return Median(a, b, ratio)


def report(figure: Figure, median: Median) -> bool:
    """Print the row; says whether the aim, if there is one, is met."""
    aim, is_met = "", True
    if figure.aim:
        aim, is_met = figure.aim.text, figure.aim.is_met(median.ours, median.ratio)
    met = ("yes" if is_met else "NO") if aim else ""
    peer = f"{median.peer:10.5g} {median.ratio:8.3f}" if figure.peer else " " * 19
    print(f"{figure.what:40} {median.ours:10.5g} {peer}  {aim:8} {met:4} {figure.peer}", flush=True)
    return is_met


def conditions() -> str:
    """What the figures were measured on, and with."""
    versions = ", ".join(f"{name} {version(name)}" for name in VERSIONS)
    cpus = len(os.sched_getaffinity(0))
    triples, load = data.ntriples().count("\n"), os.getloadavg()[0]
    return (
        f"{cpus} CPUs, {platform.machine()}, Python {platform.python_version()}; {versions}\n"
        f"medians of {ROUNDS} alternating rounds on the loopback interface; {triples} triples;\n"
        f"souverain serve with its default settings; load before the start: {load:.1f}"
    )


def main(words: Sequence[str]) -> int:
    """Measure the figures whose name or peer holds any of the words, or all of them."""
    if lacking := list(missing()):
        print("the bench needs:", *lacking, sep="\n  ", file=sys.stderr)
        return 2
    print(f"{conditions()}\n\n{HEAD}", flush=True)
    chosen = [
        figure
        for figure in FIGURES
        if not words or any(word in f"{figure.what} {figure.peer}" for word in words)
    ]
    is_met = True
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.nt"
        path.write_text(data.ntriples(), "utf-8")
        for figure in chosen:
            try:
                is_met &= report(figure, measure(figure, path))
            except Spoiled as fault:
                print(f"{figure.what:40} not measured: {fault}", flush=True)
                is_met = False
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
