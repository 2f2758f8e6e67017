"""While one address attacks, sixteen times at once, twenty others look things up as ever."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from souverain.versions import folder

from . import lookups, report
from .conftest import Attacked
from .queries import (
    CARTESIAN,
    CHAINED,
    HUGE_TEXTS,
    MEMORY,
    NESTED,
    PATHS,
    PLANNED,
    REGEX,
    Attack,
)
from .stranger import FORM, Stranger, Writer, assert_refused, read
from .test_addresses import SERVICES
from .test_answers import MANY, WHOLE, eventually_rests
from .test_processes import tree, workers
from .test_requests import FORMS, HEADERS, LONG_HEADS, TOO_LARGE, TRICKS
from .usage import Usage

AT_ONCE = 16
TIMES = 15
P95_SECONDS = 0.1
# An attack is one deed of one of the sixteen; they do it until the time is over.
Deed = Callable[[Stranger], None]


def asking(attacks: dict[str, Attack]) -> Deed:
    """Ask one query after another; each is refused cleanly, answered, or broken off."""
    texts = itertools.cycle([row.text for row in attacks.values()])

    def ask(stranger: Stranger) -> None:
        reply = stranger.ask(next(texts))
        if reply.status != 200:
            assert_refused(reply)

    return ask


def sending(requests: dict[str, Callable[[Stranger], bytes]]) -> Deed:
    """Send one request after another, whatever comes back."""
    made = itertools.cycle(requests.values())

    def send(stranger: Stranger) -> None:
        reply = stranger.send(next(made)(stranger))
        assert reply.status != 500, reply

    return send


def constant(sent: dict[str, bytes]) -> Deed:
    return sending({name: lambda _, text=text: text for name, text in sent.items()})


def read_slowly(stranger: Stranger) -> None:
    with stranger.connect(receive_bytes=4096) as client:
        client.sendall(stranger.post(WHOLE))
        client.settimeout(1)
        with contextlib.suppress(TimeoutError):
            for _ in range(10):
                client.recv(100)
                time.sleep(0.1)


def send_half(stranger: Stranger) -> None:
    with contextlib.ExitStack() as stack, contextlib.suppress(ConnectionError):
        for number in range(13):  # Sixteen times thirteen are more than the share of a client.
            client = stack.enter_context(stranger.connect())
            client.sendall(
                (b"GET /", b"POST /sparql HTTP/1.1\r\nContent-Length: 9\r\n")[number % 2]
            )
        time.sleep(0.5)


def vanish(stranger: Stranger) -> None:
    with stranger.connect() as client:
        client.sendall(stranger.post(MANY))
        client.settimeout(0.3)
        with contextlib.suppress(TimeoutError):
            client.recv(1000)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def connect_often(stranger: Stranger) -> None:
    with contextlib.ExitStack() as stack, contextlib.suppress(ConnectionError):
        for _ in range(100):
            stack.enter_context(stranger.connect())
        time.sleep(0.5)


def pipeline(stranger: Stranger) -> None:
    """Five hundred requests at once, of which every hundredth is a query."""
    with stranger.connect() as client:
        asked = stranger.head("GET", "/health") * 99 + stranger.post("SELECT (RAND() AS ?x) {}")
        client.settimeout(0.5)
        with contextlib.suppress(TimeoutError, ConnectionError):
            client.sendall(asked * 5)
            while client.recv(1_000_000):
                pass


def send_garbage(stranger: Stranger) -> None:
    stranger.everything(random.Random().randbytes(100_000))


def look_up_quickly(stranger: Stranger) -> None:
    """Small queries that are in order, as many as there can be."""
    with stranger.connect() as client:
        for _ in range(100):
            client.sendall(stranger.post(f"SELECT ({random.random()} AS ?x) {{}}"))
            assert read(client, time.monotonic()).status in (200, 429, 503)


def ask_for_zipped(stranger: Stranger) -> None:
    reply = stranger.ask(f"{WHOLE} #{random.random()}", "Accept-Encoding: gzip")
    assert reply.status in (200, 429, 503), reply


DEEDS: dict[str, Deed] = {
    "nested queries": asking(NESTED),
    "chained queries": asking(CHAINED),
    "planner blow-ups": asking(PLANNED),
    "cartesian products": asking(CARTESIAN),
    "runaway paths": asking(PATHS),
    "memory bombs": asking(MEMORY),
    "bombs of regular expressions": asking(REGEX),
    "huge texts": asking(HUGE_TEXTS),
    "SERVICE": asking(
        {name: Attack(text % "http://127.0.0.1:9/") for name, text in SERVICES.items()}
    ),
    "ten million rows": asking({"many": Attack(MANY)}),
    "large answers in gzip": ask_for_zipped,
    "oversize bodies": sending(TOO_LARGE),
    "forms of much nothing": sending(
        {name: lambda it, body=body: it.post(body, media_type=FORM) for name, body in FORMS.items()}
    ),
    "headers of much nothing": sending(
        {
            name: lambda it, name=name: it.head(
                "GET",
                "/sparql?query=ASK{}",
                f"{name.partition(',')[0]}: {HEADERS[name]}{random.random()}",
            )
            for name in HEADERS
        }
    ),
    "long heads": constant({name: sent + b"\r\n\r\n" for name, (sent, _) in LONG_HEADS.items()}),
    "tricks with heads": constant(TRICKS),
    "bytes without a sense": send_garbage,
    "half-sent requests": send_half,
    "slow readers": read_slowly,
    "clients that vanish": vanish,
    "many connections": connect_often,
    "many requests on a connection": pipeline,
    "a flood of small queries": look_up_quickly,
}


@contextlib.contextmanager
def siege(deed: Deed, stranger: Stranger) -> Iterator[None]:
    """Sixteen threads that attack until the block is over; what went wrong in them is raised."""
    over = threading.Event()
    faults: list[BaseException] = []

    def attack() -> None:
        while not over.is_set() and not faults:
            try:
                deed(stranger)
            except OSError:
                continue  # Refused or dropped, as one that attacks may be.
            except BaseException as fault:
                faults.append(fault)

    threads = [threading.Thread(target=attack) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()
    if faults:
        raise faults[0]


def looked_up(attacked: Attacked, query: str) -> tuple[list[float], list[str]]:
    """The seconds that each look-up of twenty others took, in order, and the wrong answers."""
    command = [sys.executable, str(Path(lookups.__file__)), attacked.url, str(TIMES), query]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    told = json.loads(done.stdout)
    return sorted(told["seconds"]), told["wrong"]


def assert_undisturbed(
    attacked: Attacked, name: str, note: report.Note, query: str = lookups.NAME_OF_ITEM
) -> None:
    usage = Usage(lambda: tree(attacked.pid))
    seconds, wrong = looked_up(attacked, query)
    p95 = seconds[len(seconds) * 95 // 100]
    busy = usage.strangers()
    note(report.OTHERS, f"{name} ({busy:.1f} processors busy with other things)", p95)
    assert len(seconds) == lookups.CLIENTS * TIMES
    assert not wrong, f"{len(wrong)} of {len(seconds)} look-ups went wrong, as: {wrong[0]}"
    assert p95 < P95_SECONDS, (
        f"of {len(seconds)} look-ups, half took {1000 * seconds[len(seconds) // 2]:.0f} ms, 95 of "
        f"100 {1000 * p95:.0f} ms, the slowest {1000 * seconds[-1]:.0f} ms, while {busy:.1f} "
        f"processors of {os.cpu_count()} were busy with what is no part of this test"
    )


def test_twenty_others_are_served_where_nobody_attacks(over_the_ring, note):
    assert_undisturbed(over_the_ring, "nothing", note)


@pytest.mark.parametrize("name", DEEDS)
def test_others_are_undisturbed_by(over_the_ring, name, note):
    with siege(DEEDS[name], over_the_ring.stranger()):
        time.sleep(0.3)
        assert_undisturbed(over_the_ring, name, note)
    assert eventually_rests(over_the_ring, 5)
    assert over_the_ring.is_well()


# Over the project's own graph, whose site has the pages.
NAME_OF_ARTICLE = 'SELECT (CONCAT("item ", STR(%d)) AS ?name) { ?a a sov:Article } LIMIT 1'
PAGES = (
    "/?lang=fr&x=%s",
    "/search?q=%s",
    "/search?q=cloud&x=%s",
    "/id/cloudwatt.html?x=%s",
    "/id/orange.html?lang=fr&x=%s",
    "/articles/001?x=%s",
    "/ownership?at=2012-10-02&x=%s",
    "/ownership.svg?x=%s",
    "/questions?x=%s",
    "/ontology?x=%s",
    "/id/%s",
    "/%s",
    "/feed.atom?x=%s",
    "/suggest.json?q=%s",
)


def read_pages(stranger: Stranger) -> None:
    for target in PAGES:
        reply = stranger.get(target % random.random(), "Accept: text/html")
        assert reply.status in (200, 303, 404, 429, 503), reply


def test_others_are_undisturbed_by_a_flood_of_pages(over_the_project, note):
    with siege(read_pages, over_the_project.stranger()):
        time.sleep(0.3)
        assert_undisturbed(over_the_project, "a flood of pages", note, NAME_OF_ARTICLE)
    assert eventually_rests(over_the_project, 5)
    assert over_the_project.is_well()


def write_quickly(stranger: Stranger) -> None:
    """Small updates that are in order, as many as there can be."""
    assert isinstance(stranger, Writer)
    reply = stranger.update(f"INSERT DATA {{ <urn:flood> <urn:value> {random.random()} }}")
    assert reply.status in (200, 429, 503), reply


def test_others_are_undisturbed_by_a_flood_of_writes(over_the_stored_ring, note):
    before = folder.open(over_the_stored_ring.root).current
    with siege(write_quickly, over_the_stored_ring.writer()):
        time.sleep(0.3)
        assert_undisturbed(over_the_stored_ring, "a flood of writes", note)
    assert folder.open(over_the_stored_ring.root).current > before
    assert eventually_rests(over_the_stored_ring, 5)
    assert over_the_stored_ring.is_well()


def test_others_are_undisturbed_by_workers_that_are_killed_at_heavy_queries(over_the_ring, note):
    """Those that answer look-ups are spared here: `test_processes` says what killing them costs."""

    def kill(stranger: Stranger) -> None:
        reply = stranger.ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        assert_refused(reply)

    def niced() -> list[int]:
        found = []
        for pid in workers(over_the_ring):
            with contextlib.suppress(ProcessLookupError):
                if os.getpriority(os.PRIO_PROCESS, pid) == 19:
                    found.append(pid)
        return found

    over = threading.Event()

    def execute() -> None:
        while not over.wait(0.1):
            for pid in niced():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    executioner = threading.Thread(target=execute)
    executioner.start()
    try:
        with siege(kill, over_the_ring.stranger()):
            time.sleep(0.3)
            assert_undisturbed(over_the_ring, "workers that are killed", note)
    finally:
        over.set()
        executioner.join()
    assert over_the_ring.is_well()
