"""What can be killed: each kind of process of a server, at a moment that nobody chose."""

from __future__ import annotations

import contextlib
import os
import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.processes import GONE, children, tree

SERVER, GROUP, WRITER, NURSERY, WORKER, EVERYTHING = (
    "server",
    "process group",
    "writer",
    "nursery",
    "worker",
    "everything",
)
# Whether the server is gone with it, and how often it is chosen.
ENDING = (SERVER, GROUP, EVERYTHING)
WEIGHTS = {SERVER: 3, GROUP: 2, EVERYTHING: 1, WRITER: 7, NURSERY: 3, WORKER: 2}


def kill(kind: str, pid: int, chance: random.Random) -> bool:
    """Kill one of a kind, or all, of the server with that number; says whether there was any."""
    pids = VICTIMS[kind](pid)
    if kind not in (EVERYTHING, GROUP) and pids:
        pids = [chance.choice(pids)]
    for number in pids:
        with contextlib.suppress(ProcessLookupError):
            if kind == GROUP:
                os.killpg(number, signal.SIGKILL)
            else:
                os.kill(number, signal.SIGKILL)
    return bool(pids)


def _running(pid: int, module: str) -> Iterator[int]:
    """The processes that a server started to run a module."""
    for child in children(pid):
        with contextlib.suppress(*GONE):
            if module in Path(f"/proc/{child}/cmdline").read_bytes().decode().split("\0"):
                yield child


def _writers(pid: int) -> list[int]:
    """The one that has work to do, for it is there the longest; or the one that waits."""
    return sorted(_running(pid, "souverain.commit.writer"), key=_started)[:1]


def _started(pid: int) -> int:
    with contextlib.suppress(*GONE):
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19])
    return 0


def _nurseries(pid: int) -> list[int]:
    return list(_running(pid, "souverain.query.nursery"))


VICTIMS: dict[str, Callable[[int], list[int]]] = {
    SERVER: lambda pid: [pid],
    GROUP: lambda pid: [pid],
    # The server first, so that nobody looks after the others.
    EVERYTHING: lambda pid: list(tree(pid)),
    WRITER: _writers,
    NURSERY: _nurseries,
    WORKER: lambda pid: [child for nursery in _nurseries(pid) for child in children(nursery)],
}
