"""How many requests run at once, in all and for one client: nobody takes them all."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from souverain.errors import Busy


class Slots:
    """Lets so many queries in, and so many requests of theirs run; the others wait their time.

    The client without a name has no bound of its own.
    """

    def __init__(self, total: int, own: int) -> None:
        self._total = total
        self._own = own
        self._queries: Counter[str] = Counter()
        self._requests: Counter[str] = Counter()
        self._waiting: list[asyncio.Future[None]] = []

    @contextmanager
    def admitted(self, client: str) -> Iterator[None]:
        """Let a query ask other endpoints; raises `Busy`."""
        if not self._is_room(self._queries, client):
            raise Busy("too many queries ask other endpoints", retry_seconds=2)
        with _counted(self._queries, client):
            yield

    @asynccontextmanager
    async def taken(self, client: str) -> AsyncIterator[None]:
        """Wait for a request's turn, and hold it."""
        while not self._is_room(self._requests, client):
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            await turn
        try:
            with _counted(self._requests, client):
                yield
        finally:
            waiting, self._waiting = self._waiting, []
            for turn in waiting:
                if not turn.done():
                    turn.set_result(None)

    def _is_room(self, counter: Counter[str], client: str) -> bool:
        is_own_room = not client or counter[client] < self._own
        return is_own_room and counter.total() < self._total


@contextmanager
def _counted(counter: Counter[str], client: str) -> Iterator[None]:
    counter[client] += 1
    try:
        yield
    finally:
        counter[client] -= 1
        if not counter[client]:
            del counter[client]
