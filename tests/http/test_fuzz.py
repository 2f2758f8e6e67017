"""Whatever is sent, the server answers with an error or ends the connection, and goes on."""

from __future__ import annotations

import contextlib
import socket

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HOST = b"Host: souverain.example\r\n"
CALM = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
# Pieces of requests, whole, broken and out of place.
PIECES = st.sampled_from(
    [
        b"GET /ready HTTP/1.1\r\n",
        b"POST /echo HTTP/1.1\r\n",
        b"HEAD /stream?2 HTTP/1.0\r\n",
        b"OPTIONS * HTTP/1.1\r\n",
        b"QUERY http://a/ HTTP/1.1\r\n",
        HOST,
        b"Content-Length: 5\r\n",
        b"Content-Length: 99999999999999999999\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Expect: 100-continue\r\n",
        b"Connection: close\r\n",
        b"Connection: upgrade\r\nUpgrade: h2c\r\n",
        b"\r\n",
        b"\n",
        b"\r",
        b" ",
        b":",
        b"\x00",
        b"5\r\nabcde\r\n",
        b"0\r\n\r\n",
        b"ffffffffffffffff\r\n",
        b"abcde",
        b"GET /list HTTP/1.1\r\n" + HOST + b"\r\n",
    ]
)
SENT = st.one_of(
    st.binary(max_size=300),
    st.lists(PIECES, max_size=12).map(b"".join),
    st.lists(st.one_of(PIECES, st.binary(max_size=5)), max_size=12).map(b"".join),
)


@CALM
@given(sent=SENT, cut=st.integers(0, 300))
def test_any_bytes_get_an_answer_or_an_end(running, sent, cut):
    with running.connect() as client:
        # The server may have ended the connection before all was sent.
        with contextlib.suppress(OSError):
            client.sendall(sent[:cut])
            client.sendall(sent[cut:])
            client.shutdown(socket.SHUT_WR)
        received = running.rest(client)
    assert not received or received.startswith(b"HTTP/1.1 ")
    assert running.is_well()


def test_nothing_was_logged_as_a_fault_of_the_server(running, caplog):
    running.ask(b"\x00" * 1000)
    assert not caplog.records


def test_every_connection_is_over(running):
    assert running.eventually(lambda: running.server.open_connections == 0)
