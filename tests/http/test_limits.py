"""What is slow, half-sent or too many ends in time, and costs nobody else anything."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import time

import pytest

from souverain.http.origin import share

HOST = b"Host: souverain.example\r\n"
GET = b"GET /ready HTTP/1.1\r\n" + HOST + b"\r\n"
HALF = {
    "nothing": b"",
    "half a line": b"GET /re",
    "half a head": b"GET /ready HTTP/1.1\r\nHost: souv",
    "a head without a body": b"POST /echo HTTP/1.1\r\nContent-Length: 100\r\n" + HOST + b"\r\n",
    "half a body": b"POST /echo HTTP/1.1\r\nContent-Length: 100\r\n" + HOST + b"\r\nabc",
    "half a chunk": b"POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
    + HOST
    + b"\r\n64\r\nabc",
}


@pytest.fixture
def open_many():
    """Opens many connections, and closes them in the end."""
    with contextlib.ExitStack() as stack:

        def many(running, number: int, receive_bytes: int = 0) -> list[socket.socket]:
            return [stack.enter_context(running.connect(receive_bytes)) for _ in range(number)]

        yield many


@pytest.mark.parametrize("sent", HALF.values(), ids=HALF)
def test_two_hundred_half_sent_requests_do_not_slow_others(running, open_many, sent):
    for client in open_many(running, 199):
        client.sendall(sent)
    began = time.monotonic()
    for _ in range(20):
        with contextlib.closing(socket.create_connection(("127.0.0.1", running.port))) as client:
            client.sendall(GET)
            assert running.answer(client).status == 200
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("limit", "sent", "status"),
    [
        ("head_seconds", HALF["half a line"], b"408"),
        ("head_seconds", HALF["half a head"], b"408"),
        ("body_seconds", HALF["a head without a body"], b"408"),
        ("body_seconds", HALF["half a body"], b"408"),
        ("body_seconds", HALF["half a chunk"], b"408"),
        ("idle_seconds", HALF["nothing"], b""),
        ("idle_seconds", b"\r\n\r\n", b""),
    ],
    ids=["line", "head", "no body", "body", "chunk", "nothing", "empty lines"],
)
def test_what_does_not_arrive_in_time_is_given_up(start, limits, limit, sent, status):
    running = start(limits(**{limit: 0.3}))
    began = time.monotonic()
    received = running.ask(sent)
    assert 0.3 <= time.monotonic() - began < 2
    assert received[9:12] == status


@pytest.mark.parametrize("name", ["half a head", "half a body"])
def test_a_trickle_does_not_extend_the_time(start, limits, name):
    running = start(limits(head_seconds=0.5, body_seconds=0.5))
    began = time.monotonic()
    with running.connect() as client:
        client.sendall(HALF[name])
        client.settimeout(0.05)
        received = b""
        while not received and time.monotonic() - began < 5:
            client.sendall(b"a")
            with contextlib.suppress(TimeoutError):
                received = client.recv(100)
    assert received.startswith(b"HTTP/1.1 408 ")
    assert time.monotonic() - began < 2


def test_the_time_of_a_head_begins_anew_with_each_request(start, limits):
    running = start(limits(head_seconds=1.5))
    with running.connect() as client:
        client.sendall(GET[:20])
        for _ in range(4):
            time.sleep(0.5)
            client.sendall(GET[20:] + GET[:20])
            assert running.answer(client).status == 200


def test_a_connection_that_rests_is_closed(start, limits):
    running = start(limits(idle_seconds=0.3))
    with running.connect() as client:
        client.sendall(GET)
        assert running.answer(client).status == 200
        began = time.monotonic()
        assert running.rest(client) == b""
        assert 0.2 <= time.monotonic() - began < 2


def test_an_answer_may_take_longer_than_a_connection_may_rest(start, limits):
    running = start(limits(idle_seconds=0.2, head_seconds=0.2, body_seconds=0.2))
    assert running.get("/slow?1").body == b"slow"


def test_one_connection_too_many_is_told_so(start, limits, open_many):
    running = start(limits(connections=3))
    open_many(running, 3)
    assert running.eventually(lambda: running.server.open_connections == 3)
    assert running.ask(GET).startswith(b"HTTP/1.1 503 ")


def test_one_connection_too_many_of_a_client_is_told_so(start, limits, open_many):
    running = start(limits(client_connections=3))
    open_many(running, 3)
    assert running.eventually(lambda: running.server.open_connections == 3)
    assert running.ask(GET).startswith(b"HTTP/1.1 503 ")
    with socket.socket() as other:
        other.bind(("127.0.0.2", 0))
        other.connect(("127.0.0.1", running.port))
        other.settimeout(5)
        other.sendall(GET)
        assert running.answer(other).status == 200


def test_a_connection_that_ends_makes_room(start, limits, open_many):
    running = start(limits(client_connections=1))
    for _ in range(5):
        assert running.is_well()
        assert running.eventually(lambda: running.server.open_connections == 0)


def test_a_trusted_proxy_has_no_share_of_its_own(start, limits, open_many):
    networks = [ipaddress.ip_network("127.0.0.1")]
    running = start(limits(client_connections=1), trusted_proxies=networks)
    open_many(running, 3)
    assert running.is_well()


def test_a_flood_of_refused_connections_is_dropped(start, limits, open_many):
    running = start(limits(client_connections=1))
    open_many(running, 150)
    assert running.eventually(lambda: running.server.open_connections <= 101)
    assert running.eventually(lambda: running.server.open_connections == 1)


def test_the_connections_of_one_network_of_ipv6_are_counted_together():
    assert share("2001:db8::1") == share("2001:db8::ffff:1") != share("2001:db8:0:1::1")
    assert share("::ffff:192.0.2.1") == share("192.0.2.1") != share("192.0.2.2")


def test_after_an_error_what_comes_is_read_only_so_far(start, limits):
    running = start(limits(linger_bytes=100_000))
    with running.connect() as client:
        client.sendall(b"BREW / HTTP/1.1\r\n\r\n")
        with pytest.raises(ConnectionError):
            client.sendall(b"a" * 100_000_000)
    assert running.is_well()


def test_after_an_error_the_connection_stays_only_so_long(start, limits):
    running = start(limits(linger_seconds=0.2))
    with running.connect() as client:
        client.sendall(b"BREW / HTTP/1.1\r\n\r\n")
        assert running.eventually(lambda: running.server.open_connections == 0)


@pytest.mark.parametrize(
    ("chunk", "status"), [(b"1\r\na\r\n", b"413"), (b"40\r\n" + b"a" * 64 + b"\r\n", b"200")]
)
def test_a_body_of_tiny_chunks_is_refused_and_one_of_small_chunks_is_read(running, chunk, status):
    head = b"POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n" + HOST
    received = running.ask(head + b"\r\n" + chunk * 12_000 + b"0\r\n\r\n")
    assert received[9:12] == status
