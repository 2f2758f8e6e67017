"""How a request is read: its address, its headers, its body, and who sent it."""

from __future__ import annotations

import ipaddress
import time

import pytest

HOST = b"Host: souverain.example\r\n"
PROXIED = {
    "the client": (["X-Forwarded-For: 192.0.2.7"], "192.0.2.7"),
    "a lie before the client": (["X-Forwarded-For: 192.0.2.1, 192.0.2.7"], "192.0.2.7"),
    "another proxy of ours": (["X-Forwarded-For: 192.0.2.7, 127.0.0.9"], "192.0.2.7"),
    "two headers": (["X-Forwarded-For: 192.0.2.1", "X-Forwarded-For: 192.0.2.7"], "192.0.2.7"),
    "no address": (["X-Forwarded-For: unknown"], "127.0.0.1"),
    "nothing": ([], "127.0.0.1"),
    "an address of IPv6": (["X-Forwarded-For: 2001:DB8::1"], "2001:db8::1"),
}
TARGETS = {
    "/a/b": ("http://souverain.example/a/b", ""),
    "/a%2Fb%C3%A9?q=%20&r": ("http://souverain.example/a%2Fb%C3%A9", "q=%20&r"),
    "//evil.example/a": ("http://souverain.example//evil.example/a", ""),
    "/a?b?c": ("http://souverain.example/a", "b?c"),
    "http://other.example:81/a?b": ("http://other.example:81/a", "b"),
    "HTTPS://other.example": ("http://other.example/", ""),
    "http://other.example?b": ("http://other.example/", "b"),
    "/?http://a/b": ("http://souverain.example/", "http://a/b"),
}


@pytest.fixture(scope="module")
def proxied(request):
    """A server that trusts its proxies, which are all of 127.0.0.0/8."""
    running = request.getfixturevalue("running").__class__(
        trusted_proxies=[ipaddress.ip_network("127.0.0.0/8")]
    )
    yield running
    running.stop()


@pytest.mark.parametrize(("target", "read"), TARGETS.items())
def test_a_target_is_read_as_an_address_and_a_query(running, target, read):
    told = running.get(target).told
    assert (told["url"], told["query"]) == read


def test_the_star_stands_for_the_server(running):
    answer = running.get("*", method="OPTIONS")
    assert answer.told["url"] == "http://souverain.example"


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "QUERY"])
def test_a_method_is_handed_on(running, method):
    assert running.get("/echo", method=method).told["method"] == method


def test_a_client_of_1_0_that_names_no_host_gets_the_address_of_the_server(running):
    received = running.ask(b"GET /echo HTTP/1.0\r\n\r\n")
    assert f'"url": "http://127.0.0.1:{running.port}/echo"'.encode() in received


def test_headers_sent_twice_are_joined_and_their_names_in_lower_case(running):
    told = running.get("/echo", "X-ONE: a \t", "x-one: b").told
    assert told["headers"]["x-one"] == "a, b"


def test_headers_are_latin_1(running):
    assert running.get("/echo", "A: \xe9").told["headers"]["a"] == "\xe9"


def test_the_client_is_the_peer(running):
    assert running.get("/echo").told["client"] == "127.0.0.1"


def test_nobody_is_believed_who_is_not_trusted(running):
    told = running.get(
        "/echo",
        "X-Forwarded-For: 192.0.2.7",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: evil.example",
    ).told
    assert (told["client"], told["url"]) == ("127.0.0.1", "http://souverain.example/echo")


@pytest.mark.parametrize(("headers", "client"), PROXIED.values(), ids=PROXIED)
def test_a_trusted_proxy_tells_the_client(proxied, headers, client):
    assert proxied.get("/echo", *headers).told["client"] == client


def test_a_trusted_proxy_tells_scheme_and_host(proxied):
    told = proxied.get("/echo", "X-Forwarded-Proto: https", "X-Forwarded-Host: w3id.org").told
    assert told["url"] == "https://w3id.org/echo"


@pytest.mark.parametrize(
    "headers",
    [["X-Forwarded-Proto: gopher"], ["X-Forwarded-Host: <script>"], ["X-Forwarded-Host: "]],
    ids=["scheme", "host", "empty host"],
)
def test_nonsense_of_a_trusted_proxy_is_passed_over(proxied, headers):
    assert proxied.get("/echo", *headers).told["url"] == "http://souverain.example/echo"


@pytest.mark.parametrize("method", ["POST", "GET", "PUT"])
def test_a_body_of_told_length_is_read(running, method):
    sent = f"{method} /echo HTTP/1.1\r\nContent-Length: 3\r\nConnection: close\r\n".encode()
    assert b'"body": "abc"' in running.ask(sent + HOST + b"\r\nabc")


def test_a_body_in_chunks_is_read_and_its_trailers_are_not(running):
    sent = b"POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n" + HOST
    sent += b"\r\n1\r\na\r\n2;x=y\r\nbc\r\n0\r\nHost: evil.example\r\nX-Late: 1\r\n\r\n"
    received = running.ask(sent)
    assert b'"body": "abc"' in received
    assert b"evil" not in received
    assert b"x-late" not in received


def test_a_body_at_the_limit_is_read(running):
    sent = b"POST /echo HTTP/1.1\r\nContent-Length: 1048576\r\nConnection: close\r\n" + HOST
    assert b"a" * 1_048_576 in running.ask(sent + b"\r\n" + b"a" * 1_048_576)


def test_a_body_in_chunks_over_the_limit_is_refused_while_it_comes(running):
    sent = b"POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + HOST
    received = running.ask(sent + b"\r\n100001\r\n" + b"a" * 0x100001)
    assert received.startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    "chunk", [b"1;" + b"x" * 4000 + b"\r\na\r\n", b"1\r\na\r\n"], ids=["extensions", "tiny"]
)
def test_chunks_that_are_nearly_all_framing_are_refused(running, chunk):
    sent = b"POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + HOST + b"\r\n"
    received = running.ask(sent + chunk * (2_300_000 // len(chunk)))
    assert received.startswith(b"HTTP/1.1 413 ")


def test_endless_trailers_are_refused(running):
    sent = b"POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + HOST + b"\r\n0\r\n"
    assert running.ask(sent + b"A: b\r\n" * 400_000).startswith(b"HTTP/1.1 413 ")


def test_a_large_upload_can_read_why_it_is_refused(running):
    sent = b"POST /echo HTTP/1.1\r\nContent-Length: 3000000\r\n" + HOST
    with running.connect() as client:
        client.sendall(sent + b"\r\n" + b"a" * 3_000_000)
        # An end, and no reset.
        received = b"".join(iter(lambda: client.recv(65_536), b""))
    assert received.startswith(b"HTTP/1.1 413 ")


def test_bodies_of_all_clients_together_are_bounded(start, limits):
    running = start(limits(all_body_bytes=1000))
    sent = b"POST /echo HTTP/1.1\r\nContent-Length: 800\r\nConnection: close\r\n" + HOST + b"\r\n"
    with running.connect() as client:
        client.sendall(sent + b"a" * 700)
        assert running.eventually(lambda: running.server._shared.room.body_bytes == 300)
        assert running.ask(sent + b"a" * 800).startswith(b"HTTP/1.1 503 ")
        client.sendall(b"a" * 100)
        assert running.answer(client).status == 200
    assert running.eventually(lambda: running.server._shared.room.body_bytes == 1000)


@pytest.mark.parametrize("target", [b"/echo", b"/ready"])
def test_bodies_of_one_connection_after_another_are_not_added_up(start, limits, target):
    running = start(limits(all_body_bytes=1000))
    sent = b"POST %b HTTP/1.1\r\nContent-Length: 800\r\n" % target + HOST + b"\r\n"
    with running.connect() as client:
        client.sendall(sent + b"a" * 800)
        first = running.answer(client).status
        client.sendall(sent + b"a" * 800)
        assert (first, running.answer(client).status) == (200, 200)


@pytest.mark.parametrize("first", [b"", b"Content-Length: 3\r\n"], ids=["no body", "a body"])
def test_a_wish_for_another_protocol_is_passed_over(running, first):
    sent = b"POST /echo HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n" + first + HOST
    with running.connect() as client:
        client.sendall(sent + b"\r\n" + (b"abc" if first else b""))
        answer = running.answer(client)
        client.sendall(b"GET /ready HTTP/1.1\r\n" + HOST + b"\r\n")
        assert running.answer(client).status == 200
    assert answer.told["body"] == ("abc" if first else "")
    assert "upgrade" not in answer.told["headers"]


def test_the_server_says_to_go_on_before_it_reads_a_body(running):
    with running.connect() as client:
        client.sendall(
            b"POST /echo HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n" + HOST + b"\r\n"
        )
        assert client.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.sendall(b"abc")
        assert running.answer(client).told["body"] == "abc"


def test_the_server_does_not_ask_for_a_body_that_it_refuses(running):
    sent = b"POST /echo HTTP/1.1\r\nContent-Length: 9999999\r\nExpect: 100-continue\r\n" + HOST
    assert running.ask(sent + b"\r\n").startswith(b"HTTP/1.1 413 ")


def test_the_server_does_not_ask_for_a_body_that_came_already(running):
    sent = b"POST /echo HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n" + HOST
    received = running.ask(sent + b"Connection: close\r\n\r\nabc")
    assert received.startswith(b"HTTP/1.1 200 ")


def test_a_client_of_1_0_is_not_told_to_go_on(running):
    sent = b"POST /echo HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"
    with running.connect() as client:
        client.sendall(sent)
        time.sleep(0.2)
        client.sendall(b"abc")
        assert running.rest(client).startswith(b"HTTP/1.1 200 ")
