"""Answers that are too large, too late, or not wanted any more: never a part that looks whole."""

from __future__ import annotations

import contextlib
import gzip
import re
import socket
import struct
import time
from collections.abc import Callable, Iterator

import pytest
import zstandard

from . import data
from .conftest import LATE_SECONDS, LIMIT_SECONDS, ROWS, Attacked
from .stranger import Stranger, assert_refused, read

EVERYTHING = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
COUNTED = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
# Ten million rows, a hundred times as many as an answer may have.
MANY = f"SELECT ?a ?d {{ ?a <{data.SPACE}next> ?b . ?d <{data.SPACE}group> ?e }} LIMIT 10000000"
GRAPH = f"CONSTRUCT {{ ?a <{data.SPACE}of> ?d }} {MANY[13:].partition(' LIMIT')[0]}"
WHOLE = f"SELECT ?s ?name {{ ?s <{data.SPACE}name> ?name }}"
TYPES = {
    "application/sparql-results+json": MANY,
    "application/sparql-results+xml": MANY,
    "text/csv": MANY,
    "text/tab-separated-values": MANY,
    "text/html": MANY,
    "application/n-triples": GRAPH,
    "text/turtle": GRAPH,
    "application/rdf+xml": GRAPH,
    "application/ld+json": GRAPH,
}


def assert_not_whole(reply) -> None:
    """It is refused before the first byte, or broken off after it."""
    if reply.status == 200:
        assert not reply.is_whole, reply
    else:
        assert reply.status in (422, 503), reply


@pytest.mark.parametrize(
    ("media_type", "coding"),
    [
        *((name, "identity") for name in TYPES),
        *((name, coding) for name in list(TYPES)[::4] for coding in ("gzip", "zstd")),
    ],
)
def test_an_answer_of_ten_million_rows_never_looks_whole(over_the_ring, media_type, coding):
    stranger = over_the_ring.stranger()
    headers = (f"Accept: {media_type}", f"Accept-Encoding: {coding}")
    reply = stranger.ask(TYPES[media_type], *headers)
    assert_not_whole(reply)
    assert reply.seconds < LIMIT_SECONDS + LATE_SECONDS, reply
    assert over_the_ring.is_well()


def test_a_client_of_1_0_is_refused_before_the_first_byte(over_the_ring):
    """To it the end of the connection is the end of the answer."""
    stranger = over_the_ring.stranger()
    reply = stranger.send(stranger.post(MANY).replace(b"HTTP/1.1", b"HTTP/1.0", 1))
    assert reply.status != 200
    assert reply.told["status"] == reply.status


def test_too_many_small_rows_are_refused_before_the_first_byte(over_the_project):
    stranger = over_the_project.stranger()
    reply = stranger.query("SELECT (1 AS ?x) { ?s ?p ?o }", "", "Accept: text/csv")
    assert_refused(reply, 422)


def test_an_answer_at_the_limit_of_rows_is_whole(over_the_ring):
    reply = over_the_ring.stranger().ask(
        f"SELECT ?a {{ ?a <{data.SPACE}next> ?b . ?d <{data.SPACE}group> <{data.SPACE}group/1> }} "
        f"LIMIT {ROWS}"
    )
    assert reply.is_whole
    assert len(reply.bindings) == ROWS


@pytest.mark.parametrize(
    ("coding", "decode"),
    [
        ("gzip", gzip.decompress),
        ("zstd", lambda body: zstandard.ZstdDecompressor().decompressobj().decompress(body)),
    ],
)
def test_a_large_answer_is_the_same_when_it_is_coded(over_the_ring, coding, decode):
    stranger = over_the_ring.stranger()
    plain = stranger.ask(WHOLE)
    coded = stranger.ask(WHOLE, f"Accept-Encoding: {coding}")
    assert coded.headers["content-encoding"] == coding
    assert sorted(decode(coded.body)) == sorted(plain.body)


TIMEOUTS = [
    "-1",
    "0",
    "1e9",
    "NaN",
    "inf",
    "Infinity",
    "",
    " ",
    "a",
    "1;2",
    "0x1",
    "١",
    "1_0",
    "+1",
]


@pytest.mark.parametrize("timeout", TIMEOUTS)
def test_a_time_that_is_none_is_refused(over_the_ring, timeout):
    stranger = over_the_ring.stranger()
    escaped = "".join(f"%{byte:02x}" for byte in timeout.encode())
    assert_refused(stranger.query("ASK {}", f"&timeout={escaped}"), 400)


def test_two_times_are_refused(over_the_ring):
    assert_refused(over_the_ring.stranger().query("ASK {}", "&timeout=1&timeout=2"), 400)


@pytest.mark.parametrize("timeout", ["999999", "3600", "1.5"])
def test_no_client_gives_itself_more_time(over_the_ring, timeout):
    reply = over_the_ring.stranger().query(
        f"SELECT (COUNT(*) AS ?n) {EVERYTHING[8:]}", f"&timeout={timeout}"
    )
    assert_refused(reply, 503)
    assert reply.seconds < LIMIT_SECONDS + LATE_SECONDS


@pytest.mark.parametrize("timeout", ["0.1", "0.000001", "0.3"])
def test_a_client_may_give_itself_less_time(over_the_ring, timeout):
    reply = over_the_ring.stranger().query(
        f"SELECT (COUNT(*) AS ?n) {EVERYTHING[8:]}", f"&timeout={timeout}"
    )
    assert_refused(reply, 503)
    assert reply.seconds < float(timeout) + LATE_SECONDS


def running(attacked: Attacked) -> float:
    """How many workers are at work."""
    told = Stranger(attacked.url).get("/metrics").body.decode()
    found = re.search(r"^souverain_queries_running (\S+)$", told, re.MULTILINE)
    assert found, told
    return float(found[1])


def eventually_rests(attacked: Attacked, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while running(attacked):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


@pytest.fixture(scope="module")
def patient(launch_ring: Callable[..., Attacked]) -> Iterator[Attacked]:
    """A server that gives a query ten seconds, and as many rows as it finds."""
    attacked = launch_ring("--query-seconds", 10, "--answer-rows", 2_000_000_000)
    yield attacked
    attacked.server.stop()


@pytest.mark.parametrize("how", ["closed", "reset", "half closed"])
@pytest.mark.parametrize(
    "text",
    [COUNTED, EVERYTHING],
    ids=["before the answer", "within the answer"],
)
def test_a_client_that_vanishes_frees_its_worker(patient, how, text):
    """Under a limit of ten seconds, so that no limit frees it."""
    attacked = patient
    stranger = attacked.stranger()
    client = stranger.connect()
    client.sendall(stranger.post(text))
    until = time.monotonic() + 2
    while not running(attacked) and time.monotonic() < until:
        time.sleep(0.02)
    assert running(attacked) == 1
    if text == EVERYTHING:
        assert client.recv(1000)
    if how == "reset":
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    if how == "half closed":
        client.shutdown(socket.SHUT_WR)
    else:
        client.close()
    assert eventually_rests(attacked, 1.0)
    client.close()
    assert attacked.is_well()


def test_fifty_slow_readers_of_a_large_answer_hold_no_worker(over_the_ring: Attacked):
    with contextlib.ExitStack() as stack:
        strangers = [over_the_ring.stranger() for _ in range(50)]
        clients = [stack.enter_context(row.connect(receive_bytes=4096)) for row in strangers]
        for client, stranger in zip(clients, strangers, strict=True):
            client.sendall(stranger.post(WHOLE))
        assert eventually_rests(over_the_ring, 5)
        assert over_the_ring.is_well()
        reply = read(clients[-1], time.monotonic())
    # What waits for a slow reader is whole, or it is given up and broken off: no third way.
    if reply.is_whole and reply.status == 200:
        assert len(reply.bindings) == data.ITEMS
    elif reply.is_whole:
        assert_refused(reply, 503)


def test_a_client_that_takes_nothing_is_given_up(over_the_ring: Attacked):
    stranger = over_the_ring.stranger()
    with stranger.connect(receive_bytes=4096) as client:
        client.sendall(stranger.post(WHOLE) * 10)
        time.sleep(4)  # Twice the time that it may take nothing, and the looks between.
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_194_304)
        received = 0
        with contextlib.suppress(ConnectionError):
            while piece := client.recv(1_000_000):
                received += len(piece)
    assert received < 10 * 1_000_000
    assert over_the_ring.is_well()
