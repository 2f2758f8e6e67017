"""Putting texts in order, however many they are, at a constant memory (external merge sort)."""

from __future__ import annotations

import contextlib
import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

# So many are sorted in memory at once; more lie in files of so many each, which are then merged.
BATCH = 100_000


def ordered(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Each line once, in the order of its bytes, which in UTF-8 is that of its characters.

    A line ends with its only line end. Files that are needed have no name, and are gone with the
    iterator.
    """
    rows = iter(lines)
    run = _sorted(rows)
    if len(run) < BATCH:
        yield from run
        return
    with contextlib.ExitStack() as opened:
        runs = []
        while run:
            runs.append(opened.enter_context(tempfile.TemporaryFile()))
            runs[-1].writelines(run)
            runs[-1].seek(0)
            run = _sorted(rows)
        yield from (line for line, _ in groupby(heapq.merge(*runs)))


def _sorted(rows: Iterator[bytes]) -> list[bytes]:
    """The next of them in order; as many as a batch has, unless they end or some are the same."""
    found = set(islice(rows, BATCH))
    while len(found) < BATCH and (more := set(islice(rows, BATCH - len(found)))):
        found |= more
    return sorted(found)
