"""The rest of an answer: what a worker has sent, held until it is read, and no more than that."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from types import TracebackType
from typing import Protocol

# Above the first no more is taken from the worker, until less than the second is left.
MOST_BYTES = 1024 * 1024
LEAST_BYTES = 256 * 1024


class Origin(Protocol):
    """Where the bytes come from."""

    def hold(self) -> None:
        """Send nothing for a while."""

    def resume(self) -> None:
        """Go on."""

    def abandon(self) -> None:
        """Stop: nobody wants the rest."""


class Stream(AsyncGenerator[bytes, None]):
    """Chunks as they come; an error where the answer is cut; closing it gives up the rest."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._chunks: deque[bytes] = deque()
        self._held_bytes = 0
        self._is_held = False
        self._reader: asyncio.Future[None] | None = None
        self._ended = False
        self._fault: Exception | None = None

    def feed(self, chunk: bytes) -> None:
        """Take what the worker sent."""
        self._chunks.append(chunk)
        self._held_bytes += len(chunk)
        if self._held_bytes > MOST_BYTES and not self._is_held:
            self._is_held = True
            self._origin.hold()
        self._wake()

    def end(self, fault: Exception | None = None) -> None:
        """Know that nothing follows; with a fault, that something is missing."""
        self._ended = True
        self._fault = fault
        self._wake()

    async def asend(self, value: None) -> bytes:
        """The next chunk."""
        while not self._chunks:
            if self._fault:
                raise self._fault
            if self._ended:
                raise StopAsyncIteration
            await self._more()
        chunk = self._chunks.popleft()
        self._held_bytes -= len(chunk)
        if self._is_held and self._held_bytes < LEAST_BYTES:
            self._is_held = False
            self._origin.resume()
        return chunk

    async def athrow(
        self,
        kind: type[BaseException] | BaseException,
        value: BaseException | object = None,
        trace: TracebackType | None = None,
    ) -> bytes:
        """Give up the rest, and raise what is thrown in."""
        self._give_up()
        raise kind

    async def _more(self) -> None:
        self._reader = asyncio.get_running_loop().create_future()
        try:
            await self._reader
        except asyncio.CancelledError:
            self._give_up()
            raise
        finally:
            self._reader = None

    def _give_up(self) -> None:
        self._chunks.clear()
        if not self._ended:
            self.end()
            self._origin.abandon()

    def _wake(self) -> None:
        if self._reader and not self._reader.done():
            self._reader.set_result(None)
