"""How long an export of made-up claims takes, and how much memory, format by format.

`python -m bench.exports 100000` fills a store with so many claims and exports it in each format
that is to hold a million, each in a process of its own; words choose others:
`python -m bench.exports 1000000 csv gexf --keep DIR`, which leaves the store in the folder, and
takes the one that is there. The exit code is 1 where one needs more memory than it may.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench.claims.filling import fill
from souverain.errors import UnknownName
from souverain.export.format import Format
from souverain.export.formats import find

CLAIMS = 100_000
MOST_MB = 500
PROMISED = (
    "ntriples", "nquads", "trig", "csv", "parquet", "sqlite", "ftm", "bods", "graphml", "gexf",
)  # fmt: skip
HEAD = (
    f"{'format':18} {'claims':>8} {'s':>8} {'cpu s':>8} {'claims/cpu s':>12} {'peak MB':>8} "
    f"{'bytes':>13}  within"
)
# The export, and then what was counted of it alone: seconds of the processor, which others who use
# the machine lengthen less, and memory; what `wait` tells begins with that of who started it.
COMMAND = """
import sys
import time
from souverain.cli import main

sys.argv[0] = "souverain"
try:
    main()
finally:
    with open("/proc/self/status") as told:
        peak = next(line.split()[1] for line in told if line.startswith("VmHWM:"))
    print(time.process_time(), peak)
"""


class Cost(NamedTuple):
    """What an export took: seconds, those of the processor, the peak of its memory, its size."""

    seconds: float
    cpu_seconds: float
    peak_mb: float
    bytes: int


class Failed(Exception):
    """An export that did not come to its end; what it said."""


def cost(store: Path, format: str, target: Path) -> Cost:
    """Export a store as the command does, in a process of its own; raises `Failed`."""
    arguments = ["export", "--format", format, "--output", str(target), "--store", str(store)]
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments], capture_output=True, text=True
    )
    if done.returncode:
        raise Failed(done.stderr.strip())
    cpu_seconds, peak = done.stdout.splitlines()[-1].split()
    return Cost(time.perf_counter() - begun, float(cpu_seconds), int(peak) / 1024, _size(target))


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())
    return path.stat().st_size


def kept(folder: Path, claims: int) -> Path:
    """The store of so many claims in a folder, filled where it is not there yet.

    It gets its name once it is whole, so that what was broken off is made again.
    """
    store, aside = folder / f"claims-{claims}", folder / f".claims-{claims}"
    if not store.exists():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)
        begun = time.perf_counter()
        quads = fill(aside, claims)
        seconds = time.perf_counter() - begun
        print(f"{claims} claims, {quads} quads, made up in {seconds:.0f} s", flush=True)
        aside.rename(store)
    return store


def main() -> int:
    """Print a row for each format."""
    parser = argparse.ArgumentParser(prog="python -m bench.exports", description=__doc__)
    parser.add_argument("claims", type=int, nargs="?", default=CLAIMS)
    parser.add_argument("formats", nargs="*", metavar="format")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the store there")
    asked = parser.parse_args()
    try:
        rows = [*map(find, asked.formats or PROMISED)]
    except UnknownName as fault:
        parser.error(f"{fault}: {fault.hint}")
    with tempfile.TemporaryDirectory() as folder:
        store = kept(asked.keep or Path(folder), asked.claims)
        print(HEAD, flush=True)
        return report(store, Path(folder), asked.claims, rows)


def report(store: Path, folder: Path, claims: int, rows: list[Format]) -> int:
    """The rows of those formats; gives the exit code."""
    is_met = True
    for row in rows:
        target = folder / f"export.{row.extension}"
        try:
            took = cost(store, row.name, target)
        except Failed as fault:
            print(f"{row.name:18} failed: {fault}", flush=True)
            is_met = False
            continue
        within = took.peak_mb <= MOST_MB
        print(
            f"{row.name:18} {claims:8} {took.seconds:8.1f} {took.cpu_seconds:8.1f} "
            f"{claims / took.cpu_seconds:12.0f} {took.peak_mb:8.0f} {took.bytes:13}  "
            f"{'yes' if within else 'NO'}",
            flush=True,
        )
        is_met &= within
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
