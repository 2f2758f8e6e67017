"""What another endpoint does, however bad, is an answer or a clear error in bounded time."""

from __future__ import annotations

import asyncio
import gzip
import threading
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest

from souverain.errors import (
    ServiceError,
    ServiceFailed,
    ServicePaused,
    ServiceTooLarge,
    ServiceTooSlow,
)
from souverain.federation import allowed
from souverain.federation.allowed import Endpoint
from souverain.federation.asking import Asker, Fetched
from souverain.federation.exchange import Exchange
from souverain.federation.slots import Slots

from .mischief import (
    RIGHT,
    TYPE,
    Deed,
    Mischief,
    endless,
    results,
    right,
    saying,
    sending,
    waiting,
)

T = TypeVar("T")
SECONDS = 1.0
MOST_BYTES = 20_000
MOST_ROWS = 5
OK = b"HTTP/1.1 200 OK\r\n" + TYPE.encode() + b"\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


def run(work: Coroutine[Any, Any, T]) -> T:
    """What a coroutine gives, within a minute."""
    return asyncio.run(asyncio.wait_for(work, 60))


def endpoint(iri: str) -> Endpoint:
    return allowed.endpoints(iri)[iri]


def asker(exchange: Exchange | None = None) -> Asker:
    exchange = exchange or Exchange("souverain/1 (me@example.org)", SECONDS, MOST_BYTES)
    return Asker(exchange, Slots(4, 4), MOST_ROWS, 2**20, 60)


async def rows(asker: Asker, iri: str, seconds: float = 30) -> Fetched:
    """The rows of one query, for which there is so much time."""
    return await asker.rows(endpoint(iri), "SELECT", ("s",), "", time.monotonic() + seconds)


def bindings(number: int) -> bytes:
    row = b'{"s":{"type":"literal","value":"a"}}'
    return b'{"head":{"vars":["s"]},"results":{"bindings":[' + b",".join([row] * number) + b"]}}"


def term(told: str) -> bytes:
    return b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":' + told.encode() + b"}]}}"


ANSWERS = {
    "with its length": right,
    "in chunks": saying(CHUNKED + b"%x\r\n%s\r\n0\r\n\r\n" % (len(RIGHT), RIGHT)),
    "to the end of the connection": saying(OK + b"\r\n" + RIGHT),
    "as plain JSON": sending("200 OK", "Content-Type: application/json", body=RIGHT),
    "with parameters of the type": sending("200 OK", f"{TYPE}; charset=utf-8", body=RIGHT),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_read(name: str):
    with Mischief(ANSWERS[name]) as other:
        assert run(rows(asker(), other.iri)).rows == (("<urn:a>",),)


FAULTS: dict[str, tuple[Deed, type[ServiceError], str]] = {
    "hangs up": (lambda connection: None, ServiceFailed, "broke its answer off"),
    "is no HTTP": (saying(b"SSH-2.0-x\r\n\r\n"), ServiceFailed, "does not answer in HTTP"),
    "changes the protocol": (
        saying(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
        ServiceFailed,
        "does not answer in HTTP|status 101",
    ),
    "waits with the head": (waiting(), ServiceTooSlow, "within 1 seconds"),
    "waits in the head": (waiting(OK), ServiceTooSlow, "within 1 seconds"),
    "waits in the body": (waiting(CHUNKED, b"1\r\n{"), ServiceTooSlow, "within 1 seconds"),
    "trickles": (
        endless(CHUNKED, b"1\r\n \r\n", threading.Event()),
        ServiceTooSlow,
        "within 1 seconds",
    ),
    "ends no head": (endless(OK, b"X-A: b\r\n" * 100), ServiceFailed, "head without end"),
    "ends no header": (endless(OK + b"X-A: ", b"b" * 1000), ServiceFailed, "head without end"),
    "ends no body": (
        endless(CHUNKED, b"3e8\r\n%s\r\n" % (b" " * 1000)),
        ServiceTooLarge,
        "more than 20000 bytes",
    ),
    "tells a huge body": (
        saying(OK + b"Content-Length: 99999999999\r\n\r\n{"),
        ServiceTooLarge,
        "more than 20000 bytes",
    ),
    "breaks off": (
        sending("200 OK", TYPE, body=RIGHT, length=1000),
        ServiceFailed,
        "broke its answer off",
    ),
    "breaks a chunk off": (saying(CHUNKED + b"ff\r\n{}"), ServiceFailed, "broke its answer off"),
    "redirects": (
        sending("302 Found", "Location: http://127.0.0.1:9/"),
        ServiceFailed,
        "redirect",
    ),
    "fails": (sending("500 Internal Server Error"), ServiceFailed, "status 500"),
    "gives a part": (sending("206 Partial Content", TYPE, body=RIGHT), ServiceFailed, "206"),
    "is busy": (sending("503 Service Unavailable"), ServiceFailed, "status 503"),
    "says nothing": (sending("204 No Content", length=-1), ServiceFailed, "status 204"),
    "is a page": (
        sending("200 OK", "Content-Type: text/html", body=b"<p>"),
        ServiceFailed,
        "another media type",
    ),
    "has no type": (sending("200 OK", body=RIGHT), ServiceFailed, "another media type"),
    "is a bomb": (
        results(gzip.compress(b" " * 1_000_000), "Content-Encoding: gzip"),
        ServiceFailed,
        "content coding",
    ),
    "is no JSON": (results(b"a,b"), ServiceFailed, "no JSON"),
    "is cut JSON": (results(RIGHT[:-9]), ServiceFailed, "no JSON"),
    "is deep JSON": (results(b"[" * 19_000), ServiceFailed, "no JSON"),
    "is no UTF-8": (results(RIGHT.replace(b"urn:a", b"urn:\xff")), ServiceFailed, "no JSON"),
    "is a number": (results(b"1"), ServiceFailed, "no solutions"),
    "is a boolean": (results(b'{"head":{},"boolean":true}'), ServiceFailed, "no solutions"),
    "has other rows": (
        results(b'{"head":{"vars":[]},"results":{"bindings":[1]}}'),
        ServiceFailed,
        "no list of objects",
    ),
    "has a term that is none": (results(term("1")), ServiceFailed, "term in it is none"),
    "has a term of no type": (
        results(term('{"type":"x","value":"a"}')),
        ServiceFailed,
        "term in it is none",
    ),
    "has a value that is no text": (
        results(term('{"type":"literal","value":1}')),
        ServiceFailed,
        "term in it is none",
    ),
    "has half a character": (
        results(term(r'{"type":"literal","value":"\ud800"}')),
        ServiceFailed,
        "term in it is none",
    ),
    "has an IRI that ends early": (
        results(term('{"type":"uri","value":"urn:a> } #"}')),
        ServiceFailed,
        "IRI in it is none",
    ),
    "has a relative IRI": (
        results(term('{"type":"uri","value":"a"}')),
        ServiceFailed,
        "IRI in it is none",
    ),
    "has a tag that is none": (
        results(term('{"type":"literal","value":"a","xml:lang":"en } #"}')),
        ServiceFailed,
        "tag of a language",
    ),
    "has too many rows": (results(bindings(6)), ServiceTooLarge, "more than 5 rows"),
    "may have left rows out": (
        results(bindings(3), "X-SPARQL-MaxRows: 3"),
        ServiceTooLarge,
        "3 rows at most",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_the_endpoint(name: str):
    deed, kind, words = FAULTS[name]
    with Mischief(deed) as other, pytest.raises(kind, match=words) as told:
        run(rows(asker(), other.iri))
    assert str(told.value).startswith(f"<{other.iri}> ")
    assert told.value.endpoint == other.iri
    assert told.value.hint


def test_nobody_who_listens_is_told():
    with Mischief(right) as other:
        pass
    with pytest.raises(ServiceFailed, match="cannot be reached"):
        run(rows(asker(), other.iri))


def test_as_many_rows_as_may_come_are_read():
    with Mischief(results(bindings(MOST_ROWS), f"X-SPARQL-MaxRows: {MOST_ROWS + 1}")) as other:
        assert len(run(rows(asker(), other.iri)).rows) == MOST_ROWS


SENT = [
    b"POST /sparql?a=b HTTP/1.1\r\n",
    b"\r\nUser-Agent: souverain/1 (me@example.org)\r\n",
    b"\r\nAccept: application/sparql-results+json\r\n",
    b"\r\nAccept-Encoding: identity\r\n",
    b"\r\nContent-Type: application/x-www-form-urlencoded\r\n",
    b"\r\n\r\nquery=SELECT",
]


@pytest.mark.parametrize("part", SENT)
def test_a_request_says_who_asks_what(part: bytes):
    with Mischief(right) as other:
        run(rows(asker(), other.iri))
        assert part in other.heard[0]


def test_a_redirect_leads_nowhere():
    with Mischief(right) as trap:
        found = sending("307 Temporary Redirect", f"Location: {trap.iri}")
        with Mischief(found) as other, pytest.raises(ServiceFailed):
            run(rows(asker(), other.iri))
        assert trap.heard == []


LATER = sending("429 Too Many Requests", "Retry-After: 100")


def test_a_pause_that_is_too_long_is_told_and_kept():
    ours = asker()
    with Mischief(LATER, right) as other:
        for _ in range(2):
            with pytest.raises(ServicePaused) as told:
                run(rows(ours, other.iri))
            assert 99 <= told.value.retry_seconds <= 100
        assert len(other.heard) == 1


def test_a_pause_that_fits_is_waited_for():
    with Mischief(sending("503 Busy", "Retry-After: 1"), right) as other:
        assert run(rows(asker(), other.iri)).rows == (("<urn:a>",),)
        assert len(other.heard) == 2


def test_an_endpoint_that_is_never_ready_is_asked_a_few_times():
    with Mischief(sending("503 Busy", "Retry-After: 0")) as other:
        with pytest.raises(ServicePaused):
            run(rows(asker(), other.iri))
        assert len(other.heard) == 3


def test_whoever_is_cancelled_hangs_up():
    async def cancelled(iri: str) -> None:
        task = asyncio.create_task(rows(asker(), iri))
        while not other.heard:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with Mischief(waiting()) as other:
        run(cancelled(other.iri))
        assert other.hung_up.wait(10)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.1.2.3", "::ffff:127.0.0.1"])
def test_a_name_that_leads_to_a_private_address_is_not_followed(address: str):
    async def resolve(host: str, port: int) -> list[str]:
        return [address]

    with Mischief(right) as other:
        exchange = Exchange("souverain", SECONDS, MOST_BYTES, resolve)
        named = f"http://souverain.example:{other.port}/"
        with pytest.raises(ServiceFailed, match="no public address"):
            run(rows(asker(exchange), named))
        assert other.heard == []


def test_the_machine_itself_may_be_named():
    with Mischief(right) as other:
        named = f"http://localhost:{other.port}/"
        assert run(rows(asker(), named)).rows == (("<urn:a>",),)
