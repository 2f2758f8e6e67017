"""Other data while the server goes on."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from souverain.errors import TurtleError
from souverain.query.capacity import Capacity
from souverain.query.job import Job
from souverain.query.pool import Pool
from souverain.source import Source

from .asking import FOUND, LOOKUP, MANY, ask, fails, is_alive, parent, pool_of, until, whole

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture
def other(tmp_path) -> Source:
    path = tmp_path / "other.nt"
    path.write_text("<http://x/a> <http://x/b> <http://x/c> .\n", "utf-8")
    return Source(data=str(path), default_graph="strict")


def test_the_summary_is_told_at_the_start(run, source):
    async def asking():
        pool = Pool(source, Capacity(workers=3))
        summary = await pool.start()
        await pool.close()
        return summary

    assert run(asking()) == replace(source).load().summary()


def test_data_at_fault_stop_the_start(run, broken_source):
    fault = run(fails(Pool(broken_source, Capacity()).start(), TurtleError))
    assert (fault.path, fault.line) == ("broken.ttl", 2)
    assert fault.findings[0].rule == "turtle-syntax"


def test_other_data_are_asked_from_then_on_and_the_old_processes_go(run, source, other):
    async def asking():
        async with pool_of(source) as pool:
            old = [link.pid for link in pool.links()]
            old.append(parent(old[0]))
            told = []
            summary = await pool.reload(other, told.append)
            assert told == [summary]
            assert summary["triples"] == 1
            assert await ask(pool, COUNT, results="csv") == b"n\r\n1\r\n"
            await until(lambda: not any(map(is_alive, old)))
            assert pool.counts.workers_lost == 0

    run(asking())


def test_an_answer_under_way_is_finished_from_the_old_data(run, source, other):
    async def asking():
        async with pool_of(source, seconds=20.0) as pool:
            text = "SELECT * { ?a <http://x/p> ?c . ?d <http://x/p> ?f }"
            reply = await pool.run(Job(text, results="csv"))
            await pool.reload(other)
            assert await ask(pool, COUNT, results="csv") == b"n\r\n1\r\n"
            assert (await whole(reply)).count(b"\r\n") == 400 * 400 + 1
            await until(lambda: pool.figures()["workers"] == 4)

    run(asking())


def test_queries_are_answered_all_the_while(run, source, other):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            found = []

            async def on() -> None:
                while True:
                    found.append(await ask(pool, COUNT, results="csv"))

            asked = asyncio.create_task(on())
            await pool.reload(other)
            await pool.reload(source)
            asked.cancel()
            assert set(found) <= {b"n\r\n401\r\n", b"n\r\n1\r\n"}
            assert len(found) > 10

    run(asking())


def test_where_the_new_data_are_at_fault_the_old_ones_stay(run, source, broken_source):
    async def asking():
        async with pool_of(source) as pool:
            before = sorted(link.pid for link in pool.links())
            await fails(pool.reload(broken_source), TurtleError)
            assert await ask(pool, LOOKUP) == FOUND
            assert sorted(link.pid for link in pool.links()) == before

    run(asking())


def test_no_answer_is_lost_to_a_client_that_reads_slowly_meanwhile(run, source, other):
    async def asking():
        async with pool_of(source, seconds=20.0) as pool:
            reply = await pool.run(Job(MANY))
            await pool.reload(other)
            assert await anext(reply.rest)
            await reply.rest.aclose()
            await until(lambda: pool.figures()["workers"] == 4)

    run(asking())
