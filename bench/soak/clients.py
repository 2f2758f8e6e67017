"""The clients: each asks one kind of thing, and knows what may come back.

Each function does one exchange and returns what came of it in a word; it raises `Fault` where that
must never be.
"""

from __future__ import annotations

import json
import random
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from bench import data
from bench.servers import Server
from bench.soak.answers import Answers
from bench.soak.exchange import PIECE_BYTES, Answer, Client, Cut, Fault, refused

JSON = "application/sparql-results+json"
TSV = "text/tab-separated-values"
ANSWERED = "answered"
SLOW_SECONDS = 0.01
NOT_SPARQL = "SELECT ?stake { ?stake a {number} }} "
RESET = struct.pack("ii", 1, 0)


@dataclass
class Visit:
    """What a client has at hand: the server, a connection, chance, and the right answers."""

    server: Server
    client: Client
    chance: random.Random
    answers: Answers

    def number(self, most: int = 10**9) -> int:
        """A number that makes a query its own, and is no limit to any answer but the largest."""
        return self.chance.randrange(100_000, most)


def _taken(answer: Answer, is_right: Callable[[Answer], bool]) -> str:
    if answer.status != 200:
        return refused(answer)
    if not is_right(answer):
        raise Fault(f"a wrong answer of {len(answer.body)} bytes: {answer.body[:200]!r}")
    return ANSWERED


def look_up(visit: Visit) -> str:
    """Who holds some of one organization, never asked before."""
    number = visit.number()
    answer = visit.client.ask(data.filled(data.LOOK_UP, number), accept=JSON)
    return _taken(answer, lambda answer: _pairs(answer) == _known(visit, number))


def repeated(visit: Visit) -> str:
    """The same of one in ten organizations; one time in two with the tag of a former answer."""
    number = 100_000 + visit.chance.randrange(10)
    query = data.filled(data.LOOK_UP, number)
    answer = visit.client.ask(query, accept=JSON)
    said = _taken(answer, lambda answer: _pairs(answer) == _known(visit, number))
    if said != ANSWERED or visit.chance.random() < 0.5:
        return said
    again = visit.client.ask(query, accept=JSON, if_none_match=answer.headers["etag"])
    if again.status != 304 or again.body:
        raise Fault(f"{again.status} for the tag of an answer that still holds")
    return "unchanged"


def _pairs(answer: Answer) -> list[tuple[str, str]]:
    rows = json.loads(answer.body)["results"]["bindings"]
    return sorted((row["holder"]["value"], row["percentage"]["value"]) for row in rows)


def _known(visit: Visit, number: int) -> list[tuple[str, str]]:
    return visit.answers.holders[number % data.ORGANIZATIONS]


def exact(visit: Visit) -> str:
    """All of every stake, line by line; one time in two coded with gzip."""
    encoding = visit.chance.choice(["gzip", "identity"])
    return _streamed(
        visit,
        data.filled(data.STAKE_ROWS, visit.number()),
        lambda answer: sorted(answer.body.splitlines()) == visit.answers.stake_rows,
        accept_encoding=encoding,
    )


def large(visit: Visit) -> str:
    """Up to a million rows, which are counted."""
    number = visit.number(10**6)
    query = data.filled(data.ROWS, number)
    return _streamed(visit, query, lambda answer: answer.body.count(b"\n") == number + 1)


def slow(visit: Visit) -> str:
    """All of every stake, taken a piece at a time."""
    return _streamed(
        visit,
        data.filled(data.STAKE_ROWS, visit.number()),
        lambda answer: sorted(answer.body.splitlines()) == visit.answers.stake_rows,
        pause_seconds=SLOW_SECONDS,
    )


def _streamed(
    visit: Visit,
    query: str,
    is_right: Callable[[Answer], bool],
    pause_seconds: float = 0.0,
    **headers: str,
) -> str:
    try:
        answer = visit.client.ask(query, pause_seconds, accept=TSV, **headers)
    except Cut:
        return "cut, and seen to be"
    return _taken(answer, is_right)


def wrong(visit: Visit) -> str:
    """What is not SPARQL."""
    answer = visit.client.ask(data.filled(NOT_SPARQL, visit.number()), accept=JSON)
    if answer.status != 400:
        return refused(answer)
    problem = json.loads(answer.body)
    if not {"line", "column", "token"} <= problem.keys():
        raise Fault(f"a syntax error that is nowhere: {problem}")
    return "400 query-syntax"


def endless(visit: Visit) -> str:
    """What cannot be answered in any time."""
    answer = visit.client.ask(data.filled(data.ENDLESS, visit.number()), accept=JSON)
    return refused(answer)


def gone(visit: Visit) -> str:
    """A client that goes away: in the middle of its request, at once, or of its answer."""
    address = urlsplit(visit.server.url)
    target = visit.server.target(data.filled(data.ROWS, visit.number(10**6)))
    request = f"GET {target} HTTP/1.1\r\nHost: {address.netloc}\r\nAccept: {TSV}\r\n\r\n".encode()
    when = visit.chance.choice(["in its request", "at once", "in its answer"])
    with socket.create_connection((address.hostname, address.port), timeout=20) as connection:
        half = when == "in its request"
        connection.sendall(request[: len(request) // 2] if half else request)
        if when == "in its answer":
            connection.recv(PIECE_BYTES)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    return f"gone {when}"


@dataclass(frozen=True)
class Kind:
    """One kind of client: how many of it there are, and how long each rests between two visits."""

    visit: Callable[[Visit], str]
    clients: int
    rest_seconds: float


KINDS = {
    "look-up": Kind(look_up, 3, 0.002),
    "repeated": Kind(repeated, 1, 0.002),
    "every stake, exact": Kind(exact, 1, 0.05),
    "up to 1,000,000 rows": Kind(large, 1, 0.2),
    "read slowly": Kind(slow, 1, 0.05),
    "client goes away": Kind(gone, 1, 0.1),
    "not SPARQL": Kind(wrong, 1, 0.02),
    "endless": Kind(endless, 2, 0.1),
}
