"""How much a pool of workers does at once, and for whom."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from souverain.query.job import Limits
from souverain.settings import Settings


@dataclass(frozen=True)
class Capacity:
    """The numbers of one pool.

    A query that takes longer than `lookup_seconds` is heavy: `heavy_workers` such run at once, the
    others stand still, and as many workers as `spared` are never left to them. `waiting` queries
    wait for a worker; one client has at most `client_workers`, and in a minute so many seconds.
    Only `at_once` queries begin at the same time: most are over so soon that more processes would
    only take each other's place.
    """

    limits: Limits = field(default_factory=Limits)
    workers: int = 8
    heavy_workers: int = os.cpu_count() or 1
    lookup_seconds: float = 0.2
    waiting: int = 256
    client_workers: int = 6
    client_seconds_per_minute: float = 120.0
    spared: int = 2
    at_once: int = (os.cpu_count() or 1) + 1

    @property
    def most_heavy(self) -> int:
        """How many heavy queries there may be, those that stand still included."""
        return max(self.workers - self.spared, 1)


def of(settings: Settings) -> Capacity:
    """The capacity that the settings give."""
    return Capacity(
        limits=limits(settings),
        workers=settings.workers,
        heavy_workers=settings.heavy_workers,
        lookup_seconds=settings.lookup_milliseconds / 1000,
        waiting=settings.waiting_queries,
        client_workers=settings.client_workers,
        client_seconds_per_minute=settings.client_seconds_per_minute,
    )


def limits(settings: Settings) -> Limits:
    """What one query may have."""
    return Limits(
        seconds=settings.query_seconds,
        memory_bytes=settings.query_memory_bytes,
        rows=settings.answer_rows,
        answer_bytes=settings.answer_bytes,
    )
