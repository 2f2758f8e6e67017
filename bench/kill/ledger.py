"""What the writers were told, as it goes on; and everything that must not be."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

# What one write leaves in the data, by its number.
Mark = int


@dataclass
class Ledger:
    """Each write that was begun is in one of three.

    `acknowledged` has the version of each, `refused` those of which it was said that nothing was
    changed, `unsure` those that were lost with their server or writer.
    """

    acknowledged: dict[Mark, int] = field(default_factory=dict)
    refused: set[Mark] = field(default_factory=set)
    unsure: set[Mark] = field(default_factory=set)
    killed: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    write_seconds: list[float] = field(default_factory=list)
    open_seconds: list[float] = field(default_factory=list)
    reads: int = 0
    faults: list[str] = field(default_factory=list)
    begun: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self) -> Mark:
        """A mark that nobody has written."""
        with self._lock:
            self.begun += 1
            return self.begun

    def acknowledge(self, mark: Mark, version: int, seconds: float) -> None:
        """Note a 2xx."""
        with self._lock:
            self.acknowledged[mark] = version
            self.write_seconds.append(seconds)
            self.said["2xx"] += 1

    def refuse(self, mark: Mark, said: str) -> None:
        """Note an answer by which nothing was changed."""
        with self._lock:
            self.refused.add(mark)
            self.said[said] += 1

    def doubt(self, mark: Mark, said: str) -> None:
        """Note that nobody knows."""
        with self._lock:
            self.unsure.add(mark)
            self.said[said] += 1

    def read(self) -> None:
        """Count an answer in which nothing was wrong."""
        with self._lock:
            self.reads += 1

    def fault(self, sentence: str) -> None:
        """Note something that must never be."""
        with self._lock:
            self.faults.append(sentence)
