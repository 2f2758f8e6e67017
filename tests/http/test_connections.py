"""A connection is used again, in order, until one side wants to end it."""

from __future__ import annotations

import time

import pytest

HOST = b"Host: souverain.example\r\n"


def get(target: str, *headers: bytes) -> bytes:
    return f"GET {target} HTTP/1.1\r\n".encode() + HOST + b"".join(headers) + b"\r\n"


def test_a_connection_is_used_again(running):
    with running.connect() as client:
        for target in ("/ready", "/echo", "/stream?2", "/ready", "/empty", "/list"):
            client.sendall(get(target))
            assert running.answer(client).status in (200, 204)


def test_requests_sent_at_once_are_answered_in_order(running):
    targets = ["/slow?0.2", "/ready", "/a", "/stream?2", "/ready", "/b"]
    sent = b"".join(map(get, targets)) + get("/c", b"Connection: close\r\n")
    received = running.ask(sent)
    marks = [b"slow", b'"ready"', b"example/a", b"0123", b'{"ready"', b"example/b", b"example/c"]
    places = [received.index(marks[0])]
    for mark in marks[1:]:
        places.append(received.index(mark, places[-1] + 1))
    assert received.count(b"HTTP/1.1 200 ") == 7


def test_many_requests_sent_at_once_are_all_answered(running):
    sent = get("/ready") * 5000 + get("/ready", b"Connection: close\r\n")
    assert running.ask(sent).count(b"HTTP/1.1 200 ") == 5001


def test_bodies_sent_at_once_are_told_apart(running):
    post = b"POST /%d HTTP/1.1\r\nContent-Length: 10000\r\n" + HOST + b"\r\n"
    sent = b"".join(post % number + b"%d" % number * 10_000 for number in range(5))
    received = running.ask(sent + get("/ready", b"Connection: close\r\n"))
    assert all(b"%d" % number * 10_000 + b'"' in received for number in range(5))


def test_requests_are_worked_on_one_at_a_time(start):
    running = start()
    with running.connect() as client:
        client.sendall(get("/slow?0.3") + get("/echo", b"Connection: close\r\n"))
        assert running.handler.begun.wait(5)
        time.sleep(0.1)
        assert len(running.handler.requests) == 1
        assert running.rest(client).count(b"HTTP/1.1 200 ") == 2


def test_an_error_waits_for_the_answers_before_it(running):
    received = running.ask(get("/slow?0.2") + b"BREW / HTTP/1.1\r\n\r\n")
    assert received.startswith(b"HTTP/1.1 200 ")
    assert received.count(b"HTTP/1.1 501 ") == 1


@pytest.mark.parametrize("target", ["/ready", "/echo", "/stream?1"])
def test_a_wish_to_close_is_honoured_and_nothing_after_it_is_answered(running, target):
    received = running.ask(get(target, b"Connection: close\r\n") + get("/ready"))
    assert received.count(b"HTTP/1.1 ") == 1
    assert b"\r\nConnection: close\r\n" in received


def test_an_answer_is_not_taken_back_because_of_what_came_after_it(running):
    sent = get("/ready", b"Connection: close\r\n") + b"a" * 200_000
    with running.connect() as client:
        client.sendall(sent)
        # An end, and no reset: some systems drop what they have received when one comes.
        received = b"".join(iter(lambda: client.recv(65_536), b""))
    assert received.endswith(b'{"ready": true}')


def test_empty_lines_before_a_request_are_passed_over(running):
    assert running.ask(b"\r\n\r\n" + get("/ready", b"Connection: close\r\n")).startswith(
        b"HTTP/1.1 200 "
    )


def test_a_client_that_sends_no_more_gets_what_is_ready(running):
    with running.connect() as client:
        client.sendall(get("/ready"))
        client.shutdown(1)
        assert running.rest(client).startswith(b"HTTP/1.1 200 ")


def test_to_stop_lets_an_answer_end(start):
    running = start()
    with running.connect() as client, running.connect() as idle, running.connect() as half:
        client.sendall(get("/slow?0.5"))
        half.sendall(b"GET /rea")
        assert running.handler.begun.wait(5)
        running.begin_stop(grace_seconds=5)
        assert running.rest(idle) == b""
        assert running.rest(half) == b""
        received = running.rest(client)
    assert received.endswith(b"slow")
    assert b"Connection: close" in received
    running.join()


def test_to_stop_accepts_no_more(start):
    running = start()
    with running.connect() as client:
        client.sendall(get("/slow?0.5"))
        assert running.handler.begun.wait(5)
        running.begin_stop(grace_seconds=5)
        time.sleep(0.1)
        with pytest.raises(OSError, match=r"refused|reset"):
            running.get("/ready")


def test_to_stop_cuts_what_does_not_end_in_time(start):
    running = start()
    with running.connect() as client:
        client.sendall(get("/never"))
        assert running.handler.begun.wait(5)
        began = time.monotonic()
        running.begin_stop(grace_seconds=0.3)
        running.join()
        assert 0.3 <= time.monotonic() - began < 2
        assert running.rest(client) == b""
    assert running.handler.cancelled.is_set()
