"""What a worker cannot do, and whom it does not harm when it is lost."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from souverain.errors import Busy, OutOfMemory, OutOfTime, TooDeep, UsageError, WorkerLost
from souverain.query import confinement, faults, frames
from souverain.query.confinement import Unconfined
from souverain.query.frames import Malformed, Reader
from souverain.query.job import Job, Limits

from .asking import (
    ENDLESS,
    FOUND,
    LOOKUP,
    MANY,
    MEMORY_BYTES,
    ask,
    busy,
    fails,
    is_alive,
    parent,
    pool_of,
    running,
    until,
    whole,
)

# A worker as the nursery forks it, with a fifth descriptor to spare.
SPARED = """\
import socket, os
from pyoxigraph import Store
from souverain.query import confinement, worker
from souverain.query.job import Limits
from souverain.store import Dataset
confinement.limit.__defaults__ = (5,)
theirs, ours = socket.socketpair()
parent = os.getpid()
if not os.fork():
    worker.main(ours, Dataset.of(Store(), True), Limits(), parent)
ours.close()
os.write(1, theirs.recv(65536))
os.write(1, theirs.recv(65536))
print(os.waitstatus_to_exitcode(os.wait()[1]))
"""
# A server that is killed once it is ready, after it has told the numbers of its processes.
KILLED = """\
import asyncio, os, signal, sys
from souverain.query.capacity import Capacity
from souverain.query.pool import Pool
from souverain.source import Source

async def main():
    pool = Pool(Source(data=sys.argv[1]), Capacity(workers=3))
    await pool.start()
    workers = [link.pid for link in pool.links()]
    helper = open(f"/proc/{workers[0]}/stat").read().rpartition(")")[2].split()[1]
    print(*workers, helper, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


def limits_of(pid: int) -> dict[str, str]:
    """The soft limits of a process."""
    rows = Path(f"/proc/{pid}/limits").read_text("utf-8").splitlines()[1:]
    return {row[:26].strip(): row[26:].split()[0] for row in rows}


def test_a_worker_has_no_descriptor_but_its_socket_and_three_that_lead_nowhere(run, pool):
    run(ask(pool, LOOKUP))
    pid = pool.links()[0].pid
    found = [
        os.readlink(f"/proc/{pid}/fd/{name}") for name in sorted(os.listdir(f"/proc/{pid}/fd"))
    ]
    assert found[:3] == ["/dev/null"] * 3
    assert [name.partition(":")[0] for name in found[3:]] == ["socket"]


@pytest.mark.parametrize(
    ("name", "most"),
    [("Max open files", "4"), ("Max file size", "0"), ("Max core file size", "0")],
)
def test_the_kernel_limits_a_worker(pool, name, most):
    assert limits_of(pool.links()[0].pid)[name] == most


def test_the_kernel_limits_its_memory_to_what_one_query_may_have(pool):
    pid = pool.links()[0].pid
    mapped = int(Path(f"/proc/{pid}/statm").read_text().split()[0]) * os.sysconf("SC_PAGESIZE")
    room = int(limits_of(pid)["Max address space"]) - mapped
    assert MEMORY_BYTES * 0.9 < room <= MEMORY_BYTES


def test_a_worker_that_can_open_a_file_or_a_socket_does_not_serve():
    done = subprocess.run([sys.executable, "-c", SPARED], capture_output=True, timeout=60)
    ((sort, payload),) = Reader().feed(done.stdout[: done.stdout.rindex(b"1\n")])
    assert sort == frames.BROKEN
    assert b"could open a socket" in payload
    assert done.stdout.endswith(b"1\n")


def test_a_process_that_is_not_confined_is_found_out():
    with pytest.raises(Unconfined):
        confinement.prove()


def test_workers_give_way_to_the_server(pool):
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PGRP, pool.links()[0].pid) == own + confinement.NICE


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (signal.SIGALRM, OutOfTime),
        (signal.SIGXCPU, OutOfTime),
        (signal.SIGABRT, OutOfMemory),
        (signal.SIGSEGV, TooDeep),
        (signal.SIGBUS, TooDeep),
        (signal.SIGKILL, WorkerLost),
        (signal.SIGTERM, WorkerLost),
    ],
)
def test_a_death_means(number, kind):
    assert type(faults.of_death(number, 1.0, Limits())) is kind


@pytest.mark.parametrize("status", [0, 256, None])
def test_an_end_without_a_signal_is_a_loss(status):
    assert type(faults.of_death(status, 1.0, Limits())) is WorkerLost


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_worker_costs_its_own_query_alone(run, source, number):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            lost = asyncio.create_task(pool.run(Job(ENDLESS)))
            other = asyncio.create_task(ask(pool, ENDLESS, seconds=1.0))
            await running(pool, 2)
            victim = next(link for link in pool.links() if link.ticket and link.ticket.seconds > 2)
            os.kill(victim.pid, number)
            await fails(lost, WorkerLost)
            assert await ask(pool, LOOKUP) == FOUND
            await fails(other, OutOfTime)
            await until(lambda: pool.figures()["workers"] == 4)
            assert pool.counts.workers_lost == 2

    run(asking())


def test_a_worker_that_is_killed_within_an_answer_cuts_it(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            reply = await pool.run(Job(MANY))
            os.kill(busy(pool)[0], signal.SIGKILL)
            await fails(whole(reply), WorkerLost)
            assert await ask(pool, LOOKUP) == FOUND

    run(asking())


def test_idle_workers_that_are_killed_are_replaced(run, source):
    async def asking():
        async with pool_of(source) as pool:
            before = {link.pid for link in pool.links()}
            for pid in before:
                os.kill(pid, signal.SIGKILL)
            await until(lambda: not before & {link.pid for link in pool.links()})
            assert await ask(pool, LOOKUP) == FOUND

    run(asking())


def test_the_helper_is_replaced_and_its_workers_go_with_it(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            workers = [link.pid for link in pool.links()]
            lost = asyncio.create_task(pool.run(Job(ENDLESS)))
            await running(pool, 1)
            os.kill(parent(workers[0]), signal.SIGKILL)
            await fails(lost, WorkerLost)
            assert await ask(pool, LOOKUP) == FOUND
            await until(lambda: not any(map(is_alive, workers)))
            assert pool.counts.helpers_lost == 1

    run(asking())


def test_all_go_when_the_server_is_killed(source):
    done = subprocess.run(
        [sys.executable, "-c", KILLED, source.data], capture_output=True, text=True, timeout=60
    )
    pids = [int(word) for word in done.stdout.split()]
    assert len(pids) == 4
    deadline = time.monotonic() + 10
    while any(map(is_alive, pids)):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_whoever_gives_up_waiting_gives_up_the_query(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            asked = asyncio.create_task(pool.run(Job(ENDLESS)))
            await running(pool, 1)
            (pid,) = busy(pool)
            asked.cancel()
            await until(lambda: not is_alive(pid))
            assert pool.counts.queries == {"Abandoned": 1}

    run(asking())


def test_whoever_closes_an_answer_gives_up_the_query(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            reply = await pool.run(Job(MANY))
            (pid,) = busy(pool)
            assert await anext(reply.rest)
            await reply.rest.aclose()
            await until(lambda: not is_alive(pid))
            assert pool.counts.queries == {"Abandoned": 1}
            assert await ask(pool, LOOKUP) == FOUND

    run(asking())


def test_whoever_is_cancelled_within_an_answer_gives_up_the_query(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            reply = await pool.run(Job(MANY))
            (pid,) = busy(pool)
            reading = asyncio.create_task(whole(reply))
            await asyncio.sleep(0.1)
            reading.cancel()
            with pytest.raises(asyncio.CancelledError):
                await reading
            await until(lambda: not is_alive(pid))

    run(asking())


def test_an_answer_that_nobody_reads_stays_in_the_worker(run, source):
    async def asking():
        async with pool_of(source, seconds=1.0) as pool:
            reply = await pool.run(Job(MANY))
            await asyncio.sleep(0.5)
            held = sum(map(len, reply.rest._chunks))
            assert 1_000_000 < held < 2_000_000
            fault = await fails(whole(reply), OutOfTime)
            assert fault.limit == 1.0

    run(asking())


def test_a_query_that_waits_is_given_up_when_nobody_wants_it(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0, client_workers=1) as pool:
            first = asyncio.create_task(pool.run(Job(ENDLESS), "a"))
            second = asyncio.create_task(pool.run(Job(LOOKUP), "a"))
            await until(lambda: pool.figures()["queries_waiting"] == 1)
            second.cancel()
            await until(lambda: pool.figures()["queries_waiting"] == 0)
            first.cancel()

    run(asking())


def test_what_a_worker_may_not_send_is_no_frame():
    with pytest.raises(Malformed):
        list(Reader().feed(b"\x02\xff\xff\xff\xff"))


@pytest.mark.parametrize("piece", [1, 3, 1000])
def test_frames_are_read_however_they_are_cut(piece):
    content = frames.frame(frames.MORE, b"a" * 500) + frames.frame(frames.END)
    reader = Reader()
    found = [
        row
        for start in range(0, len(content), piece)
        for row in reader.feed(content[start:][:piece])
    ]
    assert found == [(frames.MORE, b"a" * 500), (frames.END, b"")]


def test_a_worker_that_sends_nonsense_is_killed(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            lost = asyncio.create_task(pool.run(Job(ENDLESS)))
            await running(pool, 1)
            link = next(link for link in pool.links() if link.ticket)
            link.data_received(frames.frame(frames.FAULT, b'["SystemExit", "", {}]'))
            await fails(lost, WorkerLost)
            await until(lambda: not is_alive(link.pid))

    run(asking())


def test_a_pool_that_is_closed_is_busy_and_leaves_no_process(run, source):
    async def asking():
        async with pool_of(source, seconds=5.0) as pool:
            lost = asyncio.create_task(pool.run(Job(ENDLESS)))
            await running(pool, 1)
            workers = [link.pid for link in pool.links()]
            workers.append(parent(workers[0]))
        await fails(lost, Busy)
        await fails(pool.run(Job(LOOKUP)), Busy)
        await until(lambda: not any(map(is_alive, workers)))

    run(asking())


def test_other_systems_are_told_that_this_needs_linux(run, source, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    async def asking():
        async with pool_of(source):
            pass

    with pytest.raises(UsageError, match="Linux"):
        run(asking())
