"""A store on disk, filled by bulk load with any number of claims: it is never in memory."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pyoxigraph import RdfFormat, Store

from bench.claims.story import SEED, stories
from souverain.patch import checksum
from souverain.versions import folder
from souverain.versions.commits import Commit
from souverain.versions.nature import Nature
from souverain.vocab import BASE

DATE, AUTHOR = "2026-01-01T00:00:00Z", "bench"
# Without shapes: a store that has them keeps its Turtle files too.
NATURE = Nature("union", "none", BASE, id="0" * 32)


class Lines(io.RawIOBase):
    """Lines as a file to be read, which writes each into a patch too, and sums them up."""

    def __init__(self, lines: Iterator[str], patch: IO[str]) -> None:
        self.sum = 0
        self._lines = lines
        self._patch = patch
        self._left = b""

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        """The next bytes, as many as there is room for (`io.RawIOBase`)."""
        if not self._left:
            self._left = "".join(map(self._told, itertools.islice(self._lines, 1000))).encode()
        found, self._left = self._left[: len(target)], self._left[len(target) :]
        target[: len(found)] = found
        return len(found)

    def _told(self, line: str) -> str:
        self.sum = checksum([line.removesuffix("\n")], self.sum)
        self._patch.write(f"A {line}")
        return line


def fill(root: Path, claims: int, seed: int = SEED) -> int:
    """Make a store with one version of so many claims; gives the number of its quads.

    Raises `PathExists` for a folder that is not empty.
    """
    made = folder.create(root, NATURE)
    rows = itertools.chain.from_iterable(story.lines for story in stories(claims, seed))
    with made.locked(), made.making() as aside:
        (aside / folder.GRAPH).mkdir()
        with open(aside / folder.CHANGES, "w", encoding="utf-8", newline="\n") as patch:
            patch.write(f"H id <urn:souverain:{NATURE.id}:1> .\nTX .\n")
            lines = Lines(iter(rows), patch)
            store = Store(str(aside / folder.DATA))
            store.bulk_load(io.BufferedReader(lines), RdfFormat.N_QUADS)
            store.optimize()
            store.flush()
            patch.write("TC .\n")
        count = len(store)
        del store
        told = Commit(1, DATE, AUTHOR, "made up", 0, count, count, f"{lines.sum:064x}")
        (aside / folder.COMMIT).write_text(told.json(), "utf-8")
        made.take(aside, 1)
    return count
