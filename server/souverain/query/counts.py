"""What a pool has done so far, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Counts:
    """Queries by outcome (`Answered`, `Abandoned`, or the name of an error), and workers."""

    queries: Counter[str] = field(default_factory=Counter)
    workers_started: int = 0
    workers_lost: int = 0
    helpers_lost: int = 0
