"""How an answer is sent: framed so that a whole one and a cut one cannot be taken for another."""

from __future__ import annotations

import http.client
import shutil
import subprocess
import time
from email.utils import parsedate_to_datetime

import pytest

HOST = b"Host: souverain.example\r\n"
PIECE_BYTES = 65_536


def test_a_ready_answer_is_sent_as_it_is(running):
    answer = running.get("/ready")
    assert (answer.status, answer.body) == (200, b'{"ready": true}')
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("target", ["/ready", "/echo", "/stream?1", "/missing"])
def test_every_answer_tells_the_date(running, target):
    told = parsedate_to_datetime(running.get(target).headers["date"]).timestamp()
    assert abs(told - time.time()) < 5


@pytest.mark.parametrize("target", ["/ready", "/told?3,3", "/stream?1"])
def test_head_gets_no_body(running, target):
    received = running.ask(
        f"HEAD {target} HTTP/1.1\r\nHost: souverain.example\r\nConnection: close\r\n\r\n".encode()
    )
    assert received.startswith(b"HTTP/1.1 200 ")
    assert received.endswith(b"\r\n\r\n")
    assert received.count(b"\r\n\r\n") == 1


def test_head_is_told_the_length_of_a_ready_answer(running):
    assert running.get("/ready", method="HEAD").headers["content-length"] == "15"


def test_head_is_told_the_length_that_get_would_be_told(running):
    head, whole = (running.get("/slow?0", method=method) for method in ("HEAD", "GET"))
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_an_answer_without_a_body_has_no_framing(running):
    answer = running.get("/empty")
    assert answer.status == 204
    assert not {"content-length", "transfer-encoding"} & answer.headers.keys()


def test_a_body_of_unknown_length_comes_in_chunks(running):
    answer = running.get("/stream?3")
    assert answer.headers["transfer-encoding"] == "chunked"
    assert len(answer.body) == 3 * PIECE_BYTES


def test_chunks_that_are_at_hand_are_sent(running):
    assert running.get("/list").body == b"one,two"


def test_a_body_of_told_length_is_sent_without_chunks(running):
    answer = running.get("/told?5,5")
    assert "transfer-encoding" not in answer.headers
    assert answer.body == b"xxxxx"


@pytest.mark.parametrize("target", ["/ready", "/echo", "/list"])
def test_a_client_of_1_0_gets_a_length_and_the_connection_ends(running, target):
    received = running.ask(f"GET {target} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n".encode())
    head, _, body = received.partition(b"\r\n\r\n")
    assert f"content-length: {len(body)}".encode() in head.lower()
    assert b"transfer-encoding" not in head.lower()
    assert b"Connection: close" in head


def test_a_large_answer_to_a_client_of_1_0_has_a_length(running):
    received = running.ask(b"GET /stream?40 HTTP/1.0\r\n\r\n")
    head, _, body = received.partition(b"\r\n\r\n")
    assert len(body) == 40 * PIECE_BYTES
    assert f"content-length: {len(body)}".encode() in head.lower()


def test_a_client_of_1_0_is_told_of_a_cut_before_it_gets_a_byte(running):
    received = running.ask(b"GET /cut HTTP/1.0\r\n\r\n")
    assert received.startswith(b"HTTP/1.1 500 ")


@pytest.mark.parametrize("target", ["/cut", "/told?9,5", "/told?5,9"])
def test_a_cut_body_is_seen_as_cut(running, target):
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=10)
    connection.request("GET", target)
    with pytest.raises((http.client.IncompleteRead, ConnectionError)):
        connection.getresponse().read()
    connection.close()


@pytest.mark.needs("curl")
@pytest.mark.parametrize("target", ["/cut", "/told?9,5"])
def test_a_cut_body_is_an_error_of_curl(running, target):
    done = subprocess.run(
        [shutil.which("curl"), "-s", "-o", "-", f"http://127.0.0.1:{running.port}{target}"],
        capture_output=True,
        timeout=20,
    )
    assert done.returncode in (18, 56)


def test_a_cut_is_told_to_the_record(start):
    running = start()
    running.ask(b"GET /cut HTTP/1.1\r\n" + HOST + b"\r\n")
    assert running.eventually(lambda: running.done)
    assert (running.done[0].is_whole, running.done[0].sent_bytes) == (False, 2 * PIECE_BYTES)


def test_a_cut_is_logged_once(start, caplog):
    running = start()
    running.ask(b"GET /cut HTTP/1.1\r\n" + HOST + b"\r\n")
    assert running.eventually(lambda: running.done)
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_head_closes_a_body_that_was_not_sent(start):
    running = start()
    running.get("/stream?3", method="HEAD")
    assert running.handler.ended.wait(5)


def test_a_client_that_leaves_with_the_last_byte_has_got_a_whole_answer(start):
    running = start()
    for _ in range(20):
        with running.connect() as client:
            client.sendall(b"GET /lingers HTTP/1.1\r\n" + HOST + b"\r\n")
            while not client.recv(65536).endswith(b"0\r\n\r\n"):
                pass
    assert running.eventually(lambda: len(running.done) == 20)
    assert all(done.is_whole for done in running.done)


def test_a_body_is_closed_at_its_end(start):
    running = start()
    running.get("/stream?3")
    assert running.handler.ended.wait(5)


@pytest.mark.parametrize("target", ["/fails", "/split"])
def test_what_the_handler_cannot_answer_is_an_error(running, target):
    answer = running.get(target)
    assert (answer.status, answer.body) == (500, b"500 for GET")
    assert "set-cookie" not in answer.headers


def test_an_answered_request_is_recorded(start):
    running = start()
    running.get("/ready?")
    running.get("/ready")
    running.get("*")
    assert running.eventually(lambda: len(running.done) == 3)
    told = [
        (done.received.method, done.received.target, done.status, done.sent_bytes, done.is_whole)
        for done in running.done
    ]
    assert told[1:] == [
        (b"GET", b"/ready", 200, 15, True),
        (b"GET", b"*", 400, 11, True),
    ]
    assert running.done[0].received.client == "127.0.0.1"
    assert 0 <= running.done[0].seconds < 5
