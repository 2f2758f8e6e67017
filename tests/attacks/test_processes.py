"""The processes behind the server: what they cannot do, and that each may die at any time."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import socket
import threading
import time
from pathlib import Path

import pytest

from souverain.query import confinement

from . import data
from .conftest import LATE_SECONDS, LIMITS, Attacked
from .stranger import assert_refused

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
DESCRIPTORS = 4


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    told = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in told for child in (task / "children").read_text().split()]


def tree(pid: int) -> list[int]:
    """The process and all below it that are there."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return [pid, *(below for child in children(pid) for below in tree(child))]
    return []


def holder(attacked: Attacked) -> int:
    """The process that holds the data, of which the workers are forked."""
    (pid,) = children(attacked.pid)
    return pid


def workers(attacked: Attacked) -> list[int]:
    return children(holder(attacked))


def limits(pid: int) -> dict[str, tuple[str, str]]:
    """The soft and the hard limit of each kind."""
    rows = Path(f"/proc/{pid}/limits").read_text().splitlines()[1:]
    return {row[:26].strip(): (row[26:47].strip(), row[47:68].strip()) for row in rows}


def eventually(holds, seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def test_there_are_as_many_workers_as_there_are_to_be(over_the_ring):
    assert eventually(lambda: len(workers(over_the_ring)) == LIMITS["workers"])


def test_a_worker_has_no_descriptor_beside_its_own_four(over_the_ring):
    for pid in workers(over_the_ring):
        held = {
            number: os.readlink(f"/proc/{pid}/fd/{number}")
            for number in os.listdir(f"/proc/{pid}/fd")
        }
        assert set(held) == {"0", "1", "2", "3"}
        assert held["0"] == held["1"] == held["2"] == os.devnull
        assert held["3"].startswith("socket:")


def test_no_socket_of_a_worker_leads_to_a_network(over_the_ring):
    """What its one socket is called stands in none of the lists of the kernel's networks."""
    for pid in workers(over_the_ring):
        number = os.readlink(f"/proc/{pid}/fd/3").strip("socket:[]")
        for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
            file = Path(f"/proc/{pid}/net/{kind}")
            rows = file.read_text().splitlines()[1:] if file.exists() else []
            assert number not in [row.split()[9] for row in rows]


LIMITED = {
    "Max open files": str(DESCRIPTORS),
    "Max file size": "0",
    "Max core file size": "0",
}


@pytest.mark.parametrize("kind", LIMITED)
def test_a_limit_of_a_worker_cannot_be_raised_again(over_the_ring, kind):
    for pid in workers(over_the_ring):
        assert limits(pid)[kind] == (LIMITED[kind], LIMITED[kind])


def test_the_memory_of_a_worker_is_bounded(over_the_ring):
    for pid in workers(over_the_ring):
        soft, hard = limits(pid)["Max address space"]
        assert soft == hard
        assert int(hard) < 4 * 1024**3
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[0])
        left_bytes = int(hard) - pages * confinement.PAGE_BYTES
        assert left_bytes <= LIMITS["query-memory-bytes"]


def test_a_worker_yields_to_the_server(over_the_ring):
    for pid in workers(over_the_ring):
        assert os.getpriority(os.PRIO_PROCESS, pid) > os.getpriority(
            os.PRIO_PROCESS, over_the_ring.pid
        )


def confined(*deeds: str) -> int:
    """How a process ends that does some of what a worker does before it serves."""
    parent, child = socket.socketpair()
    pid = os.fork()
    if not pid:
        code = 9
        try:
            for deed in deeds:
                if deed == "keep":
                    child = confinement.keep_only(child)
                elif deed == "limit":
                    confinement.limit(confinement.mapped_bytes() + 2**26)
                else:
                    confinement.limit(confinement.mapped_bytes() + 2**26, DESCRIPTORS + 1)
            confinement.prove()
            code = 0
        except confinement.Unconfined:
            code = 3
        finally:
            os._exit(code)
    _, status = os.waitpid(pid, 0)
    for end in (parent, child):
        end.close()
    return os.waitstatus_to_exitcode(status)


def test_a_process_that_can_open_nothing_serves():
    assert confined("keep", "limit") == 0


@pytest.mark.parametrize("deeds", [(), ("keep",), ("keep", "loose")], ids=str)
def test_a_process_that_could_open_a_socket_or_a_file_refuses_to_serve(deeds):
    assert confined(*deeds) == 3


def test_the_server_goes_on_while_its_workers_are_killed(over_the_ring: Attacked):
    """A look-up is answered rightly, or its one worker was lost: nothing else, and no wrong row."""
    dice = random.Random(7)
    over = threading.Event()

    def kill() -> None:
        while not over.wait(0.02):
            if found := workers(over_the_ring):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(dice.choice(found), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    answered = 0
    try:
        stranger = over_the_ring.stranger()
        for number in range(150):
            reply = stranger.ask(data.lookup(number) + f" # {os.getpid()}")
            if reply.status == 200:
                assert reply.bindings == [{"name": f"item {number}"}]
                answered += 1
            else:
                assert_refused(reply, 503)
                assert reply.seconds < LATE_SECONDS + 0.7
    finally:
        over.set()
        killer.join()
    assert answered > 75
    assert eventually(lambda: len(workers(over_the_ring)) == LIMITS["workers"])
    assert over_the_ring.is_well()


@pytest.mark.parametrize(
    "number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGTERM, signal.SIGSTOP]
)
def test_a_killed_worker_costs_its_own_client_one_clean_error(over_the_ring: Attacked, number: int):
    assert eventually(lambda: len(workers(over_the_ring)) == LIMITS["workers"])
    replies = []
    asking = threading.Thread(target=lambda: replies.append(over_the_ring.stranger().ask(SLOW)))
    before = {pid: _ticks(pid) for pid in workers(over_the_ring)}
    asking.start()
    time.sleep(0.3)
    # A worker may have been replaced meanwhile: what the test before asked of it can end it late.
    busy = max(workers(over_the_ring), key=lambda pid: _ticks(pid) - before.get(pid, 0))
    os.kill(busy, number)
    assert over_the_ring.is_well()
    asking.join()
    # Only a signal that means deep recursion may be taken for the fault of the query.
    assert_refused(replies[0], 503, 400)
    assert eventually(lambda: len(workers(over_the_ring)) == LIMITS["workers"])


def _ticks(pid: int) -> int:
    """The processor time that a process has used, in clock ticks; none once it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(fields[11]) + int(fields[12])


def test_when_the_process_that_holds_the_data_is_killed_another_takes_its_place(launch_ring):
    attacked = launch_ring()
    old = holder(attacked)
    os.kill(old, signal.SIGKILL)
    reply = attacked.stranger().ask(data.lookup(1))
    assert reply.status in (200, 503), reply
    assert attacked.stranger().get("/health").status in (200, 503)
    assert eventually(lambda: attacked.stranger().ask(data.lookup(2)).status == 200, 20)
    assert holder(attacked) != old
    assert attacked.stranger().ask(data.lookup(3)).bindings == [{"name": "item 3"}]
    code, _ = attacked.server.stop()
    assert code == 0


def test_no_process_outlives_the_server(launch_ring):
    attacked = launch_ring()
    pids = [holder(attacked), *workers(attacked)]
    attacked.server.process.kill()
    attacked.server.process.communicate(timeout=10)
    assert eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))
