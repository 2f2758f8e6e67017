"""Writes how many of the W3C's tests pass, as a table in Markdown: `python -m tests.w3c`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from . import asking, counts
from .manifest import SUITES
from .servers import SERVERS

COMPARED = ("souverain", "oxigraph")


def main() -> None:
    """Ask both servers everything, and write the table."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for suite in SUITES.values():
            faults = {
                name: asking.ask(suite, SERVERS[name], _made(Path(folder) / name / suite.name))
                for name in COMPARED
            }
            found += [
                counts.of(suite, column, *(faults[name] for name in COMPARED))
                for column in counts.asked(suite)
            ]
    sys.stdout.write("\n".join(counts.markdown(found)) + "\n")


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


main()
