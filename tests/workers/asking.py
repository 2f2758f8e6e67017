"""Pools to ask, what to ask of them, and what to wait for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from souverain.query.capacity import Capacity
from souverain.query.job import Job, Limits, Reply
from souverain.query.pool import Pool
from souverain.source import Source

MEMORY_BYTES = 128 * 1024 * 1024
# As many things, each with two values; hostile ones first.
THINGS = 400
HOSTILE = '"},{\\"x\\": {}, [{ <result> \\\\\\" ,{},\\r\\n\\"\\" <tr> é"'

# Three patterns that have nothing in common: as many rows as nobody waits for.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
MANY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LOOKUP = "SELECT ?o { <http://x/7> <http://x/p> ?o }"
FOUND = b'{"head":{"vars":["o"]},"results":{"bindings":[{"o":{"type":"literal","value":"7"}}]}}'


@asynccontextmanager
async def pool_of(source: Source, seconds: float = 1.0, **numbers: Any) -> AsyncIterator[Pool]:
    """A pool of few workers, with what a test wants to be otherwise."""
    limits = Limits(
        seconds=seconds,
        memory_bytes=numbers.pop("memory_bytes", MEMORY_BYTES),
        rows=numbers.pop("rows", 1_000_000),
        answer_bytes=numbers.pop("answer_bytes", 268_435_456),
    )
    pool = Pool(source, Capacity(limits, **{"workers": 4, **numbers}))
    await pool.start()
    try:
        yield pool
    finally:
        await pool.close()


async def ask(pool: Pool, text: str, client: str = "", **job: Any) -> bytes:
    """The whole answer."""
    return await whole(await pool.run(Job(text, **job), client))


async def whole(reply: Reply) -> bytes:
    """All bytes of a reply."""
    parts = [reply.first]
    if reply.rest:
        parts += [chunk async for chunk in reply.rest]
    return b"".join(parts)


async def until(condition: Callable[[], Any], seconds: float = 10.0) -> None:
    """Wait for what must come to pass."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


async def running(pool: Pool, count: int) -> None:
    """Wait until so many queries are under way."""
    await until(lambda: pool.figures()["queries_running"] == count)


def busy(pool: Pool) -> list[int]:
    """The processes that are at work."""
    return [link.pid for link in pool.links() if link.ticket]


def is_alive(pid: int) -> bool:
    """Whether there is such a process, other than one that nobody has buried."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def parent(pid: int) -> int:
    """The process that started another one."""
    return int(Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[1])


async def fails(work: Awaitable[Any], kind: type[Exception]) -> Any:
    """The error of that kind that it ends in."""
    with pytest.raises(kind) as caught:
        await work
    return caught.value
