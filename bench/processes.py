"""A server as its processes: the tree below it, its memory and its open files. Linux only."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

GONE = (FileNotFoundError, ProcessLookupError, PermissionError)
SAMPLE_SECONDS = 0.02


def children(pid: int) -> list[int]:
    """The processes that it started itself and that still run."""
    found: list[int] = []
    with contextlib.suppress(*GONE):
        for path in Path(f"/proc/{pid}/task").glob("*/children"):
            with contextlib.suppress(*GONE):
                found += map(int, path.read_text().split())
    return found


def tree(pid: int) -> Iterator[int]:
    """The process and all below it."""
    yield pid
    for child in children(pid):
        yield from tree(child)


def memory_mb(pid: int) -> float:
    """The megabytes of the whole tree, what is shared counted once (PSS)."""
    return sum(map(pss_mb, list(tree(pid))))


def state(pid: int) -> str:
    """The letter of its state, as `ps` shows it: S sleeps, R runs, T is stopped, Z is dead."""
    with contextlib.suppress(*GONE):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]
    return ""


def is_running(pid: int) -> bool:
    """Whether it is there, and not merely waiting for its parent to take note of its end."""
    return state(pid) not in ("", "Z")


def open_files(pid: int) -> int:
    """How many descriptors the process holds."""
    return len(os.listdir(f"/proc/{pid}/fd"))


def pss_mb(pid: int) -> float:
    """The megabytes of one process, of what it shares its part (PSS)."""
    with contextlib.suppress(*GONE):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


class Peak:
    """The most memory that a tree has while the block runs, in `mb`."""

    def __init__(self, pid: int) -> None:
        self.mb = 0.0
        self._pid = pid
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._sample)

    def _sample(self) -> None:
        while not self._done.is_set():
            self.mb = max(self.mb, memory_mb(self._pid))
            self._done.wait(SAMPLE_SECONDS)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
