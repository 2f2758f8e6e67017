"""Threads that wait for answers of the workers."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
import uvloop

from souverain.errors import QuerySyntaxError, TooManyRows
from souverain.query.capacity import Capacity
from souverain.query.engine import Isolated
from souverain.query.job import Job, Limits
from souverain.query.pool import Pool

from .asking import FOUND, LOOKUP, MANY, MEMORY_BYTES


@pytest.fixture
def engine(source) -> Iterator[Isolated]:
    loop = uvloop.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    limits = Limits(seconds=10.0, memory_bytes=MEMORY_BYTES, rows=50_000)
    pool = Pool(source, Capacity(limits, workers=3))
    asyncio.run_coroutine_threadsafe(pool.start(), loop).result(60)
    yield Isolated(pool, loop)
    asyncio.run_coroutine_threadsafe(pool.close(), loop).result(60)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def outcomes(engine: Isolated) -> dict[str, int]:
    return dict(engine._pool.counts.queries)


def test_a_small_answer_is_whole(engine):
    assert engine.answer(Job(LOOKUP)).chunks == (FOUND,)


def test_a_large_answer_comes_in_chunks(engine):
    text = "SELECT * { ?a <http://x/p> ?b . ?c <http://x/p> ?d } LIMIT 40000"
    chunks = list(engine.answer(Job(text, results="csv")).chunks)
    assert len(chunks) > 10
    assert b"".join(chunks).count(b"\r\n") == 40_001


def test_an_error_is_raised_in_the_thread(engine):
    with pytest.raises(QuerySyntaxError):
        engine.answer(Job("SELECT"))


def test_an_answer_that_is_cut_raises_in_the_thread(engine):
    chunks = engine.answer(Job(MANY)).chunks
    with pytest.raises(TooManyRows):
        list(chunks)


def test_an_answer_that_is_given_up_ends_its_query(engine):
    gathered = engine.answer(Job(MANY))
    next(iter(gathered.chunks))
    gathered.chunks.close()
    assert outcomes(engine) == {"Abandoned": 1}


def test_an_answer_that_was_read_may_be_closed(engine):
    text = "SELECT * { ?a <http://x/p> ?b . ?c <http://x/p> ?d } LIMIT 40000"
    chunks = engine.answer(Job(text)).chunks
    list(chunks)
    chunks.close()
    assert outcomes(engine) == {"Answered": 1}
