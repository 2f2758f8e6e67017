"""Earlier versions of a store, each in workers of its own for as long as somebody asks."""

from __future__ import annotations

import asyncio
import time
from dataclasses import fields, replace

from souverain.errors import Busy
from souverain.query.capacity import Capacity
from souverain.query.job import Job, Reply
from souverain.query.pool import Pool
from souverain.source import Source

# So many are held at once, and each for so long after it was asked.
MOST = 2
REST_SECONDS = 60.0
LOOK_SECONDS = 5.0
WORKERS = 3


# The number of a version, and whether its pages are made too, which takes longer to begin.
Key = tuple[int, bool]


class Past:
    """Answers jobs from the version that is named; reading one takes as long as a start."""

    def __init__(self, source: Source, capacity: Capacity) -> None:
        self._source = source
        self._capacity = replace(capacity, workers=WORKERS, heavy_workers=1)
        self._pools: dict[Key, Pool] = {}
        self._asked_at: dict[Key, float] = {}
        self._turn = asyncio.Lock()

    async def run(self, job: Job, number: int, client: str) -> Reply:
        """The answer, or its beginning; raises what `Pool.run` and reading the data raise."""
        key = number, bool(job.asked)
        self._asked_at[key] = time.monotonic()
        pool = self._pools.get(key) or await self._started(key)
        return await pool.run(job, client)

    async def watch(self) -> None:
        """Let go of those that nobody asks any more, until this is cancelled."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            before = time.monotonic() - REST_SECONDS
            for key in [key for key in self._pools if self._asked_at[key] < before]:
                await self._leave(key)

    async def close(self) -> None:
        """End all processes."""
        for key in list(self._pools):
            await self._pools.pop(key).close()

    async def _started(self, key: Key) -> Pool:
        async with self._turn:
            if key in self._pools:
                return self._pools[key]
            oldest = sorted(self._pools, key=lambda row: self._asked_at[row])
            if len(oldest) >= MOST and not await self._leave(oldest[0]):
                raise Busy("other earlier versions are being asked")
            number, has_pages = key
            source = self._source if has_pages else _plain(self._source)
            pool = Pool(replace(source, number=number), self._capacity)
            await pool.start()
            self._pools[key] = pool
            return pool

    async def _leave(self, key: Key) -> bool:
        """Whether a version could be let go of: not while it answers."""
        pool = self._pools[key]
        if pool.is_busy:
            return False
        del self._pools[key], self._asked_at[key]
        await pool.close()
        return True


def _plain(source: Source) -> Source:
    """The same data without the site over them."""
    return Source(**{row.name: getattr(source, row.name) for row in fields(Source)})
