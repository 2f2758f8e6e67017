"""Engines for threads that wait: isolated workers, or this very process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

from souverain.errors import QueryRefused
from souverain.query.answering import answer
from souverain.query.job import Gathered, Head, Job, Limits, Reply, Runner
from souverain.store import Dataset


class Collected:
    """An outlet that keeps what it is given."""

    def __init__(self) -> None:
        self.head: Head | None = None
        self.chunks: list[bytes] = []

    def whole(self, head: Head, data: bytes) -> None:
        """Keep all of an answer."""
        self.head = head
        self.chunks.append(data)

    begin = whole

    def more(self, data: bytes) -> None:
        """Keep further bytes."""
        self.chunks.append(data)

    def end(self) -> None:
        """Nothing follows."""


class InProcess:
    """Evaluates in the caller's thread, without limits of time or memory: for those it trusts."""

    def __init__(self, dataset: Dataset, limits: Limits = Limits()) -> None:  # noqa: B008
        self._dataset = dataset
        self._limits = limits

    def answer(self, job: Job, client: str = "") -> Gathered:
        """The answer, whole; raises `QueryError`. What would change the data is refused."""
        if job.change:
            raise QueryRefused("nothing can be written here", hint="write to souverain serve")
        collected = Collected()
        answer(self._dataset, job, self._limits, collected)
        assert collected.head
        return Gathered(collected.head, tuple(collected.chunks))


class Isolated:
    """Hands jobs to whoever runs them on a loop, which runs in another thread."""

    def __init__(self, pool: Runner, loop: asyncio.AbstractEventLoop) -> None:
        self._pool = pool
        self._loop = loop

    def answer(self, job: Job, client: str = "") -> Gathered:
        """The answer; raises `QueryError` or `Unanswered`.

        Where it is not whole yet, its chunks must be read to the end or closed: until then they
        hold a worker.
        """
        asked = asyncio.run_coroutine_threadsafe(self._pool.run(job, client), self._loop)
        reply = asked.result()
        if reply.rest is None:
            return Gathered(reply.head, (reply.first,))
        return Gathered(reply.head, Chunks(reply, self._loop))


class Chunks(Iterator[bytes]):
    """The bytes of an answer that is under way, for a thread; closing gives up the rest."""

    def __init__(self, reply: Reply, loop: asyncio.AbstractEventLoop) -> None:
        self._first: bytes | None = reply.first
        self._rest = reply.rest
        self._loop = loop

    def __next__(self) -> bytes:
        if self._first is not None:
            first, self._first = self._first, None
            return first
        assert self._rest
        chunk = asyncio.run_coroutine_threadsafe(_next(self._rest), self._loop).result()
        if chunk is None:
            raise StopIteration
        return chunk

    def close(self) -> None:
        """Give up what was not read."""
        assert self._rest
        asyncio.run_coroutine_threadsafe(self._rest.aclose(), self._loop).result()


async def _next(rest: AsyncIterator[bytes]) -> bytes | None:
    """The next chunk, or nothing at the end: no future can carry a `StopAsyncIteration`."""
    return await anext(rest, None)
