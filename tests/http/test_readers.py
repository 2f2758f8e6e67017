"""Clients that take their answers slowly, or not at all, hold nobody up."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from functools import partial

import pytest

HOST = b"Host: souverain.example\r\n"
PIECE_BYTES = 65_536
SLOW = 4096


def stream(pieces: int) -> bytes:
    return b"GET /stream?%d HTTP/1.1\r\n" % pieces + HOST + b"Connection: close\r\n\r\n"


@pytest.fixture
def slow(request):
    """Opens connections that have asked and read nothing."""
    with contextlib.ExitStack() as stack:

        def begin(running, number: int, sent: bytes):
            clients = [stack.enter_context(running.connect(SLOW)) for _ in range(number)]
            for client in clients:
                client.sendall(sent)
            return clients

        yield begin


def test_a_slow_reader_frees_the_producer(start, slow):
    running = start()
    (client,) = slow(running, 1, stream(200))
    assert running.handler.ended.wait(5)
    assert running.handler.pieces == 200
    assert len(running.rest(client)) > 200 * PIECE_BYTES


def test_what_a_slow_reader_gets_is_whole(start, slow):
    running = start()
    (client,) = slow(running, 1, stream(100))
    assert running.handler.ended.wait(5)
    received = running.rest(client)
    assert received.count(b"\r\n10000\r\n") == 100
    assert received.count(b"0123456789abcdef" * 4096) == 100
    assert received.endswith(b"\r\n0\r\n\r\n")


def test_a_hundred_slow_readers_do_not_slow_others(start, slow):
    running = start()
    slow(running, 100, stream(100))
    assert running.eventually(lambda: running.handler.pieces == 100 * 100)
    began = time.monotonic()
    assert all(running.is_well() for _ in range(20))
    assert time.monotonic() - began < 1


def test_one_that_takes_nothing_is_given_up(start, limits, slow):
    running = start(limits(stall_seconds=0.5))
    slow(running, 1, stream(200))
    assert running.eventually(lambda: running.server.open_connections == 0)
    assert running.eventually(lambda: running.done)
    assert not running.done[0].is_whole


def test_one_that_takes_nothing_of_many_ready_answers_is_given_up(start, limits):
    running = start(limits(stall_seconds=0.5))
    get = b"GET /ready HTTP/1.1\r\n" + HOST + b"\r\n"
    with running.connect(SLOW) as client:
        client.settimeout(0.5)
        with contextlib.suppress(OSError):
            while True:
                client.sendall(get * 1000)
        assert running.eventually(lambda: running.server.open_connections == 0)


def test_one_that_takes_too_little_is_given_up(start, limits, slow):
    running = start(limits(stall_seconds=1, drain_bytes_per_second=10_000_000))
    (client,) = slow(running, 1, stream(400))
    began = time.monotonic()
    with contextlib.suppress(ConnectionError):
        while client.recv(1024) and time.monotonic() - began < 8:
            time.sleep(0.01)
    assert time.monotonic() - began < 4


def test_one_that_is_slow_and_goes_on_is_served(start, limits, slow):
    running = start(limits(stall_seconds=0.4, idle_seconds=0.4, drain_bytes_per_second=1000))
    (client,) = slow(running, 1, stream(100))
    received = 0
    for _ in range(40):
        received += len(client.recv(16_384))
        time.sleep(0.05)
    assert received + len(running.rest(client)) > 100 * PIECE_BYTES


@pytest.mark.parametrize("limit", ["spool_bytes", "all_spool_bytes"])
def test_more_than_may_wait_breaks_the_answer_off(start, limits, slow, limit, caplog):
    running = start(limits(**{limit: 4_000_000}))
    slow(running, 1, stream(400))
    assert running.eventually(lambda: running.done)
    assert not running.done[0].is_whole
    assert running.handler.pieces < 400
    assert "no room" in caplog.text
    assert running.is_well()


def test_a_full_disk_breaks_that_answer_off_alone(start, slow, monkeypatch):
    running = start()
    full = partial(open, "/dev/full", "r+b")
    monkeypatch.setattr("souverain.http.spool.TemporaryFile", full)
    slow(running, 1, stream(400))
    assert running.eventually(lambda: running.done)
    assert not running.done[0].is_whole
    assert len(running.get("/stream?3").body) == 3 * PIECE_BYTES


def test_the_room_of_answers_that_are_over_is_free_again(start, slow):
    running = start()
    room = running.server._shared.room
    before = vars(room).copy()
    for client in slow(running, 5, stream(300)):
        assert running.eventually(lambda: room.spool_bytes < before["spool_bytes"])
        client.close()
    assert running.eventually(lambda: vars(room) == before)


def test_a_spooled_answer_leaves_no_file_open(start, slow):
    running = start()
    assert running.is_well()
    before = len(os.listdir("/proc/self/fd"))
    (client,) = slow(running, 1, stream(300))
    assert running.handler.ended.wait(5)
    running.rest(client)
    client.close()
    assert running.eventually(lambda: len(os.listdir("/proc/self/fd")) <= before)


@pytest.mark.parametrize("target", [b"/endless", b"/never"])
def test_a_client_that_goes_away_ends_the_work_for_it(start, target):
    running = start()
    client = running.connect()
    client.sendall(b"GET %b HTTP/1.1\r\n" % target + HOST + b"\r\n")
    handler = running.handler
    assert running.eventually(lambda: handler.pieces > 3 or handler.begun.is_set())
    client.close()
    assert running.eventually(lambda: handler.ended.is_set() or handler.cancelled.is_set())
    assert running.eventually(lambda: running.done)
    assert not running.done[0].is_whole


def test_a_client_that_goes_away_while_it_is_slow_ends_the_work(start, slow):
    running = start()
    (client,) = slow(running, 1, b"GET /endless HTTP/1.1\r\n" + HOST + b"\r\n")
    assert running.eventually(lambda: running.handler.pieces > 50)
    client.close()
    assert running.handler.ended.wait(5)


def test_a_slow_client_that_sends_no_more_ends_the_work(start, slow, caplog):
    running = start()
    (client,) = slow(running, 1, b"GET /endless HTTP/1.1\r\n" + HOST + b"\r\n")
    assert running.eventually(lambda: running.handler.pieces > 50)
    client.shutdown(socket.SHUT_WR)
    assert running.handler.ended.wait(5)
    assert not caplog.records
