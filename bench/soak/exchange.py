"""A request, and its answer taken whole or found cut; what may be refused, and how."""

from __future__ import annotations

import http.client
import json
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from bench.servers import Server

PROBLEM = "application/problem+json"
PIECE_BYTES = 65_536
# What a client in order may be told when processes die and others ask too much.
CLEAN = {
    429: {"over-budget"},
    503: {"busy", "out-of-memory", "out-of-time", "unanswered", "worker-lost"},
}
BROKEN = (http.client.HTTPException, ConnectionError)


class Fault(Exception):
    """Something that must never happen."""


class Cut(Exception):
    """The answer broke off after its head, as a client can see."""


@dataclass(frozen=True)
class Answer:
    """A whole answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Client:
    """Asks over a connection that it keeps, and makes anew after a break."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._connection = server.connect()

    def ask(self, query: str, pause_seconds: float = 0.0, **headers: str) -> Answer:
        """The answer, of which the next piece is taken after a pause.

        Raises `Cut` where it breaks off, and `Fault` where nothing was said at all.
        """
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            self._connection.request("GET", self._server.target(query), headers=named)
            response = self._connection.getresponse()
        except (*BROKEN, TimeoutError) as fault:
            self._connection.close()
            raise Fault(f"no status at all: {fault!r}") from None
        try:
            body = _whole(response, pause_seconds)
        except Cut:
            self._connection.close()
            raise
        told = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, told, _decoded(body, told))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _whole(response: http.client.HTTPResponse, pause_seconds: float) -> bytes:
    pieces = []
    try:
        while piece := response.read(PIECE_BYTES):
            pieces.append(piece)
            time.sleep(pause_seconds)
    except TimeoutError:
        raise Fault("the answer stopped in the middle, and was not broken off") from None
    except BROKEN as fault:
        raise Cut(repr(fault)) from None
    # Python says nothing where fewer bytes came than were announced.
    if response.length:
        raise Cut(f"{response.length} bytes are missing")
    return b"".join(pieces)


def _decoded(body: bytes, headers: Mapping[str, str]) -> bytes:
    if headers.get("content-encoding") != "gzip":
        return body
    decoder = zlib.decompressobj(wbits=31)
    text = decoder.decompress(body)
    if not decoder.eof:
        raise Fault("a gzip stream that ends before its end, in a whole answer")
    return text


def refused(answer: Answer) -> str:
    """How it was refused, in a word; raises `Fault` unless that is clean."""
    if answer.headers.get("content-type") != PROBLEM:
        raise Fault(f"{answer.status} without a problem document: {answer.body[:200]!r}")
    problem = json.loads(answer.body)
    name = str(problem["type"]).rpartition("/")[2]
    if problem["status"] != answer.status or name not in CLEAN.get(answer.status, ()):
        raise Fault(f"{answer.status} {problem}")
    return f"{answer.status} {name}"
