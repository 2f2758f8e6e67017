"""A client that keeps no rule of HTTP unless it is asked to, from any address of this machine."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import socket
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

UPDATE = "application/sparql-update"
QUERY = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
PROBLEM = "application/problem+json"
PATIENCE_SECONDS = 20
RECEIVE_BYTES = 65_536
# So much of a body is searched.
MOST_BYTES = 100_000
# What tells a stranger how the machine or the program looks inside.
LEAK = re.compile(
    rb"Traceback|File \"|site-packages|souverain\.\w+\.|\w\.py\b|\w\.rs\b|panicked|/home/|/root\b"
    rb"|/usr/|/proc/|/tmp/|root:x:0"
)


@dataclass(frozen=True)
class Reply:
    """What came back, and how long after the request was begun; status 0 is none at all."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float
    is_whole: bool = True

    @property
    def told(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    @property
    def media_type(self) -> str:
        """The media type, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def bindings(self) -> list[dict[str, str]]:
        """The rows of results in JSON: only the values."""
        rows = self.told["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in rows]

    def __repr__(self) -> str:
        whole = "" if self.is_whole else ", cut"
        return f"<{self.status} after {self.seconds:.3f} s{whole}: {self.body[:300]!r}>"


class Stranger:
    """Asks the server at `url`, from an address of its own."""

    def __init__(self, url: str, address: str = "127.0.0.1") -> None:
        parts = urlsplit(url)
        self.url = url
        self.host = parts.netloc
        self.address = address
        self._peer = (str(parts.hostname), int(parts.port or 80))

    def connect(self, receive_bytes: int = 0) -> socket.socket:
        """A connection; with few bytes to receive, it is a slow one."""
        client = socket.socket()
        try:
            if receive_bytes:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
            client.settimeout(PATIENCE_SECONDS)
            client.bind((self.address, 0))
            client.connect(self._peer)
        except OSError:
            client.close()
            raise
        return client

    def head(self, method: str, target: str, *headers: str) -> bytes:
        """The head of a request."""
        lines = [f"{method} {target} HTTP/1.1", f"Host: {self.host}", *headers, "", ""]
        return "\r\n".join(lines).encode("latin-1")

    def post(
        self, text: str | bytes, *headers: str, media_type: str = QUERY, seconds: float = 0
    ) -> bytes:
        """A request that posts a query, or a form; with seconds, it asks for less time."""
        body = text if isinstance(text, bytes) else text.encode("utf-8")
        told = (f"Content-Type: {media_type}", f"Content-Length: {len(body)}", *headers)
        target = f"/sparql?timeout={seconds}" if seconds else "/sparql"
        return self.head("POST", target, *told) + body

    def send(self, sent: bytes) -> Reply:
        """The first answer to some bytes, whatever they are."""
        began = time.monotonic()
        method = "HEAD" if sent.startswith(b"HEAD ") else "GET"
        with self.connect() as client:
            with contextlib.suppress(ConnectionError):
                client.sendall(sent)  # It may have been refused already, which can be read.
            return read(client, began, method)

    def ask(self, text: str, *headers: str, seconds: float = 0) -> Reply:
        """The answer to a query."""
        return self.send(self.post(text, *headers, seconds=seconds))

    def get(self, target: str, *headers: str, method: str = "GET") -> Reply:
        """The answer to a request without a body."""
        return self.send(self.head(method, target, *headers))

    def query(self, text: str, more: str = "", *headers: str) -> Reply:
        """The answer to a query in the address; `more` is what follows it there."""
        return self.get(f"/sparql?query={quote(text, safe='')}{more}", *headers)

    def everything(self, sent: bytes) -> bytes:
        """All that comes back until the server ends the connection."""
        received = b""
        with self.connect() as client, contextlib.suppress(ConnectionError):
            client.sendall(sent)
            client.shutdown(socket.SHUT_WR)
            while piece := client.recv(RECEIVE_BYTES):
                received += piece
        return received


class Writer(Stranger):
    """One who has a token."""

    def __init__(self, url: str, address: str, token: str) -> None:
        super().__init__(url, address)
        self._token = token

    def update(self, text: str) -> Reply:
        """The answer to an update."""
        allowed = f"Authorization: Bearer {self._token}"
        return self.send(self.post(text, allowed, media_type=UPDATE))


def read(client: socket.socket, began: float, method: str = "GET") -> Reply:
    """The next answer on a connection, by the standard library's reading of it."""
    status, headers, body, is_whole = 0, {}, b"", True
    with http.client.HTTPResponse(client, method=method) as response:
        try:
            response.begin()
            status = response.status
            headers = {name.lower(): value for name, value in response.getheaders()}
            body = response.read()
        except http.client.IncompleteRead as cut:
            body, is_whole = cut.partial, False
        except (ConnectionError, http.client.HTTPException):
            is_whole = False
    return Reply(status, headers, body, time.monotonic() - began, is_whole)


def assert_closed_mouthed(reply: Reply) -> None:
    """Nothing of the inside of the program or the machine is in it."""
    head = repr(reply.headers).encode()
    found = LEAK.search(head + reply.body[:MOST_BYTES])
    assert not found, f"{found[0]!r} is in {reply}"


def assert_refused(reply: Reply, *statuses: int) -> None:
    """It is a clean refusal: a problem document with one of the statuses, if any are given."""
    assert reply.is_whole, reply
    assert reply.status == 503 or 400 <= reply.status < 500, reply
    assert not statuses or reply.status in statuses, reply
    assert reply.media_type == PROBLEM, reply
    assert reply.headers["cache-control"] == "no-store", reply
    assert reply.headers["x-content-type-options"] == "nosniff", reply
    told = reply.told
    assert told["status"] == reply.status, reply
    assert told["type"], reply
    assert told["title"], reply
    assert told["detail"], reply
    assert_closed_mouthed(reply)
