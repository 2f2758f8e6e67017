"""Whose work the processors did: this test's and its server's, or that of others on the machine."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


class Usage:
    """Counts from its making; `ours` gives the processes of the server that are there."""

    def __init__(self, ours: Callable[[], Iterable[int]]) -> None:
        self._list = ours
        self._began = time.monotonic()
        self._machine, self._ours = _machine_ticks(), self._our_ticks()

    def strangers(self) -> float:
        """How many processors were busy with what is none of ours, on average."""
        ticks = (_machine_ticks() - self._machine) - (self._our_ticks() - self._ours)
        return max(ticks / TICKS_A_SECOND / (time.monotonic() - self._began), 0.0)

    def _our_ticks(self) -> int:
        return sum(_ticks(pid) for pid in [os.getpid(), *self._list()])


def _machine_ticks() -> int:
    user, nice, system, _, _, irq, softirq, *_ = _numbers(Path("/proc/stat").read_text())
    return user + nice + system + irq + softirq


def _numbers(text: str) -> list[int]:
    return [int(word) for word in text.split("\n", 1)[0].split()[1:]]


def _ticks(pid: int) -> int:
    """What a process and its children that have ended had; nothing where it is gone meanwhile."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0
    return sum(int(word) for word in told.rpartition(")")[2].split()[11:15])
