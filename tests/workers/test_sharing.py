"""Who gets a worker, who waits, and who has had enough."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

from souverain.errors import Busy, OutOfTime, OverBudget
from souverain.query.job import Job

from .asking import ENDLESS, FOUND, LOOKUP, ask, busy, fails, is_alive, pool_of, running, until


def state(pid: int) -> str:
    """What a process does: T for one that stands still."""
    return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]


def niceness(pid: int) -> set[int]:
    """The priorities of the threads of a process."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return {os.getpriority(os.PRIO_PROCESS, int(task.name)) for task in tasks}


async def stop(tasks: list[asyncio.Task[object]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def test_a_heavy_query_gives_way_to_all_others(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            tasks = [asyncio.create_task(pool.run(Job(ENDLESS)))]
            await until(lambda: pool.figures()["queries_heavy"] == 1)
            (pid,) = busy(pool)
            assert niceness(pid) == {19}
            await stop(tasks)

    run(asking())


def test_a_worker_that_was_put_behind_does_not_come_back(run, source):
    async def asking():
        async with pool_of(source, seconds=20.0, lookup_seconds=0.01) as pool:
            values = " ".join(map(str, range(20)))
            text = f"SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f . VALUES ?x {{ {values} }} }}"
            asked = asyncio.create_task(ask(pool, text, results="csv"))
            await until(lambda: busy(pool))
            (pid,) = busy(pool)
            await until(lambda: pool.figures()["queries_heavy"])
            await asked
            assert pool.counts.queries == {"Answered": 1}
            await until(lambda: not is_alive(pid))
            await until(lambda: pool.figures()["workers"] == 4)
            assert pool.counts.workers_lost == 0

    run(asking())


def test_only_so_many_heavy_queries_run_and_the_next_follows(run, source):
    async def asking():
        async with pool_of(source, seconds=9.0, workers=5, heavy_workers=1) as pool:
            tasks = [asyncio.create_task(pool.run(Job(ENDLESS))) for _ in range(3)]
            await until(lambda: pool.figures()["queries_suspended"] == 2)
            pids = busy(pool)
            await until(lambda: "".join(map(state, pids)).count("T") == 2)
            (first,) = (
                link for link in pool.links() if link.ticket and not link.ticket.suspended_at
            )
            first.ticket.give_up()
            await until(lambda: pool.figures()["queries_suspended"] == 1)
            await until(lambda: "".join(map(state, busy(pool))).count("T") == 1)
            await stop(tasks)

    run(asking())


def test_look_ups_are_answered_beside_as_many_heavy_queries_as_there_may_be(run, source):
    async def asking():
        async with pool_of(source, seconds=9.0) as pool:
            tasks = [asyncio.create_task(pool.run(Job(ENDLESS))) for _ in range(4)]
            await until(lambda: pool.figures()["queries_heavy"] == 2)
            await until(lambda: pool.counts.queries["Busy"] == 2)
            start = time.monotonic()
            assert [await ask(pool, LOOKUP) for _ in range(20)] == [FOUND] * 20
            assert time.monotonic() - start < 5
            await stop(tasks)

    run(asking())


def test_a_query_that_mostly_stood_still_is_told_that_it_was_busy(run, source):
    async def asking():
        async with pool_of(source, seconds=1.0, workers=5, heavy_workers=1) as pool:
            tasks = [asyncio.create_task(pool.run(Job(ENDLESS))) for _ in range(2)]
            start = time.monotonic()
            faults = await asyncio.gather(*tasks, return_exceptions=True)
            assert time.monotonic() - start < 2
            assert sorted(type(fault).__name__ for fault in faults) == ["Busy", "OutOfTime"]

    run(asking())


def test_a_query_waits_no_longer_than_it_might_run(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0, client_workers=1) as pool:
            first = asyncio.create_task(pool.run(Job(ENDLESS), "a"))
            await running(pool, 1)
            start = time.monotonic()
            await fails(pool.run(Job(LOOKUP, seconds=0.3), "a"), Busy)
            assert 0.3 <= time.monotonic() - start < 1
            await stop([first])

    run(asking())


def test_one_client_has_so_many_workers_and_another_is_not_kept_waiting(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0, client_workers=2) as pool:
            tasks = [asyncio.create_task(pool.run(Job(ENDLESS), "greedy")) for _ in range(5)]
            await until(lambda: pool.figures()["queries_waiting"] == 3)
            assert pool.figures()["queries_running"] == 2
            assert await ask(pool, LOOKUP, "modest") == FOUND
            assert pool.figures()["queries_waiting"] == 3
            await stop(tasks)

    run(asking())


def test_clients_take_turns(run, source):
    async def asking():
        async with pool_of(source, workers=1, client_workers=1, spared=0) as pool:
            blocked = [asyncio.create_task(pool.run(Job(ENDLESS, seconds=0.8)))]
            await running(pool, 1)
            order: list[str] = []

            async def one(client: str) -> None:
                await ask(pool, LOOKUP, client)
                order.append(client)

            tasks = [asyncio.create_task(one("many")) for _ in range(30)]
            await asyncio.sleep(0)
            tasks.append(asyncio.create_task(one("one")))
            await asyncio.gather(*blocked, return_exceptions=True)
            await asyncio.gather(*tasks)
            assert order.index("one") <= 1

    run(asking())


def test_too_many_that_wait_are_refused_and_the_one_who_sent_most_is_refused_first(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0, client_workers=1, waiting=5) as pool:
            crowd = [asyncio.create_task(pool.run(Job(ENDLESS), "crowd")) for _ in range(6)]
            await until(lambda: pool.figures()["queries_waiting"] == 5)
            refused = asyncio.create_task(pool.run(Job(LOOKUP), "crowd"))
            await fails(refused, Busy)
            single = [asyncio.create_task(pool.run(Job(ENDLESS), "single")) for _ in range(2)]
            await until(lambda: pool.counts.queries["Busy"] == 2)
            assert not any(task.done() for task in single)
            await stop([*crowd, *single])

    run(asking())


def test_whoever_used_up_the_time_of_a_minute_is_told_when_to_come_back(run, source):
    async def asking():
        async with pool_of(source, client_seconds_per_minute=1.0) as pool:
            await fails(ask(pool, ENDLESS, "spender"), OutOfTime)
            fault = await fails(ask(pool, LOOKUP, "spender"), OverBudget)
            assert 1 <= fault.retry_seconds <= 120
            assert await ask(pool, LOOKUP, "other") == FOUND
            assert await ask(pool, LOOKUP) == FOUND

    run(asking())


def test_the_budget_comes_back_with_time(run, source):
    async def asking():
        async with pool_of(source, seconds=0.5, client_seconds_per_minute=0.4) as pool:
            await fails(ask(pool, ENDLESS, "spender"), OutOfTime)
            await fails(ask(pool, LOOKUP, "spender"), OverBudget)
            pool._clients._known["spender"].counted_at -= 60
            assert await ask(pool, LOOKUP, "spender") == FOUND

    run(asking())


def test_clients_that_owe_nothing_are_forgotten(run, source):
    async def asking():
        async with pool_of(source) as pool:
            for number in range(200):
                await ask(pool, LOOKUP, f"client {number}")
            await until(lambda: not len(pool._clients))

    run(asking())


def test_all_that_is_asked_is_counted_by_its_outcome(run, source):
    async def asking():
        async with pool_of(source, seconds=0.5) as pool:
            await ask(pool, LOOKUP)
            await fails(ask(pool, ENDLESS), OutOfTime)
            told = pool.figures()
            assert told["queries"] == {"Answered": 1, "OutOfTime": 1}
            assert told["queries_running"] == told["queries_waiting"] == 0
            assert told["workers_lost"] == 1

    run(asking())
