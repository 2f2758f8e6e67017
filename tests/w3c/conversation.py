"""The W3C's tests of the protocols: requests as they stand, and what must come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pyoxigraph import NamedNode, RdfFormat

from .answer import Answer, of_graph
from .comparison import difference
from .manifest import rows
from .servers import Reply, Server
from .statements import MF, RDFS, Statements, path

HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
STATUSES = {
    "StatusCode2xx": range(200, 300),
    "StatusCode3xx": range(300, 400),
    "StatusCode4xx": range(400, 500),
    "OK": range(200, 201),
    "Created": range(201, 202),
    "NoContent": range(204, 205),
    "NotFound": range(404, 405),
}
READING = ("GET", "HEAD")

Reader = Callable[[bytes], Answer]
# For each kind of answer, what reads its media types.
Kinds = Mapping[str, Mapping[str, Reader]]


@dataclass(frozen=True)
class Message:
    """The headers and the body of a request or a response."""

    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None

    @property
    def media_type(self) -> str:
        """The media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Exchange:
    """A request, and what must come back: a status among some, a kind of answer, an answer."""

    method: str
    target: str
    request: Message
    response: Message
    statuses: frozenset[int]
    kind: str = ""
    boolean: bool | None = None
    location: str = ""


@dataclass(frozen=True)
class Conversation:
    """One test: its exchanges in order, and the files that are the named graphs of the server."""

    name: str
    authority: str
    exchanges: tuple[Exchange, ...]
    graphs: dict[str, Path]


def conversations(manifest: Path) -> list[Conversation]:
    """The tests of a manifest and of those it includes."""
    return [_conversation(*row) for row in rows(manifest)]


def _conversation(statements: Statements, node: NamedNode, name: str) -> Conversation:
    action = statements.object(node, f"{MF}action")
    graphs = {
        statements.object(graph, f"{RDFS}label").value: path(
            statements.object(graph, f"{UT}graph").value
        )
        for graph in statements.objects(node, f"{UT}graphData")
    }
    return Conversation(
        name.rpartition("/")[2],
        _text(statements, action, f"{HT}connectionAuthority"),
        tuple(_exchange(statements, node) for node in statements.items(action, f"{HT}requests")),
        graphs,
    )


def _exchange(statements: Statements, node: Any) -> Exchange:
    response = statements.object(node, f"{HT}resp")
    boolean = _text(statements, response, f"{MF}expectedBoolean")
    return Exchange(
        _text(statements, node, f"{HT}methodName"),
        _text(statements, node, f"{HT}absolutePath"),
        _message(statements, node),
        _message(statements, response),
        _statuses(statements, response),
        _text(statements, response, f"{MF}expectedFormat"),
        boolean == "true" if boolean else None,
        _text(statements, response, f"{MF}expectedLocation"),
    )


def _statuses(statements: Statements, response: Any) -> frozenset[int]:
    names = [
        status.value.rpartition("#")[2]
        for status in statements.objects(response, f"{MF}expectedStatus")
    ]
    assert names, "a response without a status expects nothing"
    return frozenset(status for name in names for status in STATUSES[name])


def _message(statements: Statements, node: Any) -> Message:
    headers = {
        _text(statements, header, f"{HT}fieldName").lower(): _text(
            statements, header, f"{HT}fieldValue"
        )
        for header in statements.items(node, f"{HT}headers")
    }
    body = statements.object(node, f"{HT}body")
    if body is None:
        return Message(headers)
    encoding = _text(statements, body, f"{CNT}characterEncoding")
    return Message(headers, _text(statements, body, f"{CNT}chars").encode(encoding))


def _text(statements: Statements, node: Any, predicate: str) -> str:
    found = statements.object(node, predicate)
    return found.value if found else ""


def moved(exchange: Exchange, old: str, new: str) -> Exchange:
    """The exchange on a server where the path of the endpoint is another one."""
    assert exchange.target.startswith(old), exchange.target
    return replace(exchange, target=new + exchange.target.removeprefix(old))


def with_location(exchange: Exchange, template: str, location: str) -> Exchange:
    """The exchange, with the address that an earlier response told in place of a template."""
    if not template:
        return exchange
    return replace(exchange, target=exchange.target.replace(template, quote(location, safe="")))


def replay(server: Server, test: Conversation, moves: tuple[str, str], kinds: Kinds) -> str:
    """What went wrong first in a whole test on a server where a path is another one, or nothing."""
    template = location = ""
    for exchange in test.exchanges:
        asked = with_location(moved(exchange, *moves), template, location)
        reply = sent(server, test.authority, asked)
        if told := reply_fault(reply, asked, kinds):
            return f"{asked.method} {asked.target}: {told}"
        if exchange.location:
            template, location = exchange.location, reply.headers.get("location", "")
            if not location:
                return f"{asked.method} {asked.target}: no location is told"
    return ""


def fault(server: Server, authority: str, exchange: Exchange, kinds: Kinds) -> str:
    """What went wrong in one exchange, or nothing."""
    return reply_fault(sent(server, authority, exchange), exchange, kinds)


def sent(server: Server, authority: str, exchange: Exchange) -> Reply:
    """What a server replies, under the name of the host that the test gives it."""
    headers = {"Host": authority, **exchange.request.headers}
    return server.ask(exchange.method, exchange.target, headers, exchange.request.body)


def reply_fault(reply: Reply, exchange: Exchange, kinds: Kinds) -> str:
    """What is wrong with a reply, or nothing."""
    if reply.status not in exchange.statuses:
        return f"{reply.status}: {reply.body[:200]!r}"
    wanted = exchange.response
    if wanted.media_type and reply.headers.get("content-type") != wanted.headers["content-type"]:
        return f"the media type is {reply.headers.get('content-type')}"
    if wanted.body is not None:
        reader = partial(of_graph, format=RdfFormat.TURTLE)
        return difference(reader(wanted.body), reader(reply.body))
    return _answer_fault(reply, exchange, kinds)


def _answer_fault(reply: Reply, exchange: Exchange, kinds: Kinds) -> str:
    """What is wrong with the kind of an answer."""
    if not exchange.kind:
        return ""
    readers = kinds[exchange.kind]
    if reply.media_type not in readers:
        return f"{reply.media_type} is no format of {exchange.kind} answers"
    answer = readers[reply.media_type](reply.body)
    if exchange.kind != "RDF" and isinstance(answer, bool) != (exchange.kind == "boolean"):
        return f"the answer is not {exchange.kind}: {answer}"
    if exchange.boolean is not None and answer is not exchange.boolean:
        return f"the answer is {answer}"
    return ""
