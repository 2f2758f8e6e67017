"""What came of a soak, as it goes on."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

from bench import processes


@dataclass(frozen=True)
class Rest:
    """The server while nothing is asked of it: memory of the tree and of its first process alone
    (PSS), descriptors of that process, and the tree's processes by number, with their states.
    """

    tree_mb: float
    server_mb: float
    open_files: int
    pids: tuple[int, ...]
    states: str

    @property
    def process_count(self) -> int:
        """How many processes there are."""
        return len(self.pids)

    @classmethod
    def of(cls, pid: int) -> Rest:
        """Measured now."""
        pids = tuple(processes.tree(pid))
        states = "".join(sorted(map(processes.state, pids)))
        files, alone_mb = processes.open_files(pid), processes.pss_mb(pid)
        return cls(processes.memory_mb(pid), alone_mb, files, pids, states)


@dataclass
class Tally:
    """Counts by kind of client and by what it was told, and everything that must not be."""

    said: Counter[tuple[str, str]] = field(default_factory=Counter)
    longest_seconds: dict[tuple[str, str], float] = field(default_factory=dict)
    killed: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    rests: list[Rest] = field(default_factory=list)
    left_running: list[int] = field(default_factory=list)
    log: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, said: str, seconds: float) -> None:
        """Count one exchange."""
        with self._lock:
            self.said[kind, said] += 1
            longest = self.longest_seconds.get((kind, said), 0.0)
            self.longest_seconds[kind, said] = max(longest, seconds)
