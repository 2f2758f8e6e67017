"""What a head may not say: each trick gets its error, and the connection ends after it."""

from __future__ import annotations

import pytest

HOST = b"Host: souverain.example\r\n"
GET = b"GET /ready HTTP/1.1\r\n"
POST = b"POST /echo HTTP/1.1\r\n" + HOST
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n"

REFUSED = {
    "length and coding": (
        POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        400,
    ),
    "coding and length": (CHUNKED + b"Content-Length: 3\r\n\r\n0\r\n\r\n", 400),
    "two lengths": (POST + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400),
    "one length twice": (POST + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400),
    "list of lengths": (POST + b"Content-Length: 3, 3\r\n\r\nabc", 400),
    "negative length": (POST + b"Content-Length: -3\r\n\r\nabc", 400),
    "signed length": (POST + b"Content-Length: +3\r\n\r\nabc", 400),
    "length in hexadecimal": (POST + b"Content-Length: 0x3\r\n\r\nabc", 400),
    "length past 64 bits": (POST + b"Content-Length: 99999999999999999999\r\n\r\nabc", 400),
    "empty length": (POST + b"Content-Length:\r\n\r\nabc", 400),
    "length over the limit": (POST + b"Content-Length: 1048577\r\n\r\n", 413),
    "chunked twice": (POST + b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n", 400),
    "chunked in two headers": (CHUNKED + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    "chunked after gzip": (POST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501),
    "gzip alone": (POST + b"Transfer-Encoding: gzip\r\n\r\nabc", 501),
    "identity": (POST + b"Transfer-Encoding: identity\r\n\r\nabc", 501),
    "nearly chunked": (POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501),
    "chunked behind a vertical tab": (
        POST + b"Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n",
        400,
    ),
    "chunked in 1.0": (
        b"POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400,
    ),
    "no size of a chunk": (CHUNKED + b"\r\n\r\nabc\r\n0\r\n\r\n", 400),
    "size that is no number": (CHUNKED + b"\r\nxy\r\nabc\r\n0\r\n\r\n", 400),
    "negative size": (CHUNKED + b"\r\n-3\r\nabc\r\n0\r\n\r\n", 400),
    "size with a prefix": (CHUNKED + b"\r\n0x3\r\nabc\r\n0\r\n\r\n", 400),
    "size past 64 bits": (CHUNKED + b"\r\nfffffffffffffffff\r\nabc\r\n0\r\n\r\n", 400),
    "chunk longer than told": (CHUNKED + b"\r\n2\r\nabc\r\n0\r\n\r\n", 400),
    "line feed after a size": (CHUNKED + b"\r\n3\nabc\r\n0\r\n\r\n", 400),
    "line feed in an extension": (CHUNKED + b"\r\n3;a\nb\r\nabc\r\n0\r\n\r\n", 400),
    "folded header": (GET + HOST + b"A: b\r\n c\r\n\r\n", 400),
    "folded first header": (GET + b" Host: souverain.example\r\n\r\n", 400),
    "NUL in a value": (GET + HOST + b"A: b\x00c\r\n\r\n", 400),
    "NUL in a name": (GET + HOST + b"A\x00: b\r\n\r\n", 400),
    "control in a value": (GET + HOST + b"A: b\x01\r\n\r\n", 400),
    "carriage return in a value": (GET + HOST + b"A: b\rC: d\r\n\r\n", 400),
    "space before the colon": (GET + b"Host : souverain.example\r\n\r\n", 400),
    "no colon": (GET + HOST + b"Hello\r\n\r\n", 400),
    "no name": (GET + HOST + b": b\r\n\r\n", 400),
    "line feed alone": (b"GET /ready HTTP/1.1\nHost: souverain.example\n\n", 400),
    "line feed after a header": (GET + b"Host: souverain.example\n\r\n", 400),
    "no host": (GET + b"\r\n", 400),
    "two hosts": (GET + HOST + HOST + b"\r\n", 400),
    "empty host": (GET + b"Host:\r\n\r\n", 400),
    "host with a path": (GET + b"Host: souverain.example/x\r\n\r\n", 400),
    "host with a user": (GET + b"Host: a@souverain.example\r\n\r\n", 400),
    "host with markup": (GET + b"Host: <script>\r\n\r\n", 400),
    "host of other letters": (GET + b"Host: \xc3\xa9.example\r\n\r\n", 400),
    "list of hosts": (GET + b"Host: a, b\r\n\r\n", 400),
    "absolute target with a user": (b"GET http://a@b/ready HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "absolute target of another scheme": (b"GET ftp://b/ready HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "target without a slash": (b"GET ready HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "target with a fragment": (b"GET /ready#x HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "target with a space": (b"GET /re ady HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "target with raw letters": (b"GET /\xc3\xa9 HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "target with a control": (b"GET /\x01 HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "star that is not of OPTIONS": (b"GET * HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "long target": (b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
    "endless target": (b"GET /" + b"a" * 100_000, 414),
    "large header": (GET + HOST + b"A: " + b"b" * 100_000 + b"\r\n\r\n", 431),
    "endless header": (GET + HOST + b"A: " + b"b" * 100_000, 431),
    "ten thousand headers": (GET + HOST + b"A: b\r\n" * 10_000 + b"\r\n", 431),
    "257 headers": (GET + b"".join(b"A%d: b\r\n" % n for n in range(257)) + b"\r\n", 431),
    "unknown method": (b"BREW /ready HTTP/1.1\r\n" + HOST + b"\r\n", 501),
    "method in lower case": (b"get /ready HTTP/1.1\r\n" + HOST + b"\r\n", 501),
    "CONNECT": (b"CONNECT souverain.example:80 HTTP/1.1\r\n" + HOST + b"\r\n", 501),
    "TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 501),
    "HTTP 0.9": (b"GET /ready\r\n\r\n", 505),
    "HTTP 1.2": (b"GET /ready HTTP/1.2\r\n" + HOST + b"\r\n", 505),
    "HTTP 2.0": (b"GET /ready HTTP/2.0\r\n" + HOST + b"\r\n", 505),
    "preface of HTTP 2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    "other expectation": (POST + b"Expect: wonders\r\nContent-Length: 3\r\n\r\nabc", 417),
}


@pytest.mark.parametrize(("sent", "status"), REFUSED.values(), ids=REFUSED)
def test_a_trick_gets_its_error_and_the_connection_ends(running, sent, status):
    # What follows would be answered if the trick had moved the end of the request.
    received = running.ask(sent + b"\r\n\r\nGET /ready HTTP/1.1\r\n" + HOST + b"\r\n")
    assert received.startswith(b"HTTP/1.1 %d " % status)
    assert b"\r\nConnection: close\r\n" in received
    assert received.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(("sent", "status"), REFUSED.values(), ids=REFUSED)
def test_a_trick_byte_by_byte_gets_the_same_error(running, sent, status):
    with running.connect() as client:
        for piece in (sent[at : at + 7] for at in range(0, min(len(sent), 700), 7)):
            client.sendall(piece)
        client.sendall(sent[700:])
        assert client.recv(65536).startswith(b"HTTP/1.1 %d " % status)


def test_a_head_at_the_limit_is_read(running):
    answer = running.get("/echo", f"A: {'b' * 60_000}")
    assert len(answer.told["headers"]["a"]) == 60_000


def test_a_target_at_the_limit_is_read(running):
    answer = running.get("/" + "a" * 32_767)
    assert answer.status == 200


def test_256_headers_are_read(running):
    answer = running.get("/echo", *(f"A{number}: b" for number in range(254)))
    assert answer.status == 200


def test_an_error_is_written_by_the_function_that_was_passed_in(running):
    assert running.ask(b"HEAD * HTTP/1.1\r\n" + HOST + b"\r\n").endswith(b"\r\n\r\n")
    received = running.ask(b"PUT * HTTP/1.1\r\n" + HOST + b"\r\n")
    assert received.endswith(b"400 for PUT")
