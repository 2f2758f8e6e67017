"""Following a store: whoever commits to it, the server goes on to the new version."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from souverain.errors import SouverainError
from souverain.query.pool import Pool
from souverain.source import Source
from souverain.versions.folder import Folder
from souverain.web.served import Served

LOG = logging.getLogger(__name__)
LOOK_SECONDS = 1.0
# A version that cannot be read is tried again less and less often.
LONGEST_PAUSE_SECONDS = 60.0


class Follower:
    """Has the current version served; `switched` is told the summary as it changes."""

    def __init__(self, store: Folder, served: Served, pool: Pool, source: Source) -> None:
        self.switched: Callable[[dict[str, Any]], None] | None = None
        self._store = store
        self._served = served
        self._pool = pool
        self._source = source
        self._turn = asyncio.Lock()

    async def advance(self) -> None:
        """Serve the current version; raises what reading it raises."""
        async with self._turn:
            number = self._store.current
            if number != self._served.summary.number:
                source = replace(self._source, number=number)
                await self._pool.advance(source, number, self.switched)

    async def watch(self) -> None:
        """Advance when another process has committed, until this is cancelled.

        Where the new version cannot be read, the old one is served, and the log says why.
        """
        pause_seconds = LOOK_SECONDS
        while True:
            await asyncio.sleep(pause_seconds)
            try:
                await self.advance()
                pause_seconds = LOOK_SECONDS
            except Exception as fault:
                hint = f": {fault.hint}" if isinstance(fault, SouverainError) else ""
                LOG.error("the new version is not served, the old one is: %s%s", fault, hint)
                pause_seconds = min(2 * pause_seconds, LONGEST_PAUSE_SECONDS)
