"""Bytes become requests: in slices, so that a flood of them takes little memory at once."""

from __future__ import annotations

from collections import deque
from enum import IntEnum

from httptools import (
    HttpParserError,
    HttpParserInvalidMethodError,
    HttpParserUpgrade,
    HttpRequestParser,
)

from souverain.http.limits import Limits
from souverain.http.origin import Origin
from souverain.http.received import Received
from souverain.http.refusal import Refusal, refusal
from souverain.http.spool import Room

# The parser cannot be stopped between two requests: what one slice holds, waits as objects.
SLICE_BYTES = 4096
# How much the sizes, extensions and trailers of chunks may add to a body.
CHUNKING_BYTES = 16_384
UNREAD = "0.0"
NO_HOST = b" "
SLASH = ord("/")
# Headers by which a body comes, or is announced.
BODILY = frozenset({b"content-length", b"transfer-encoding", b"expect"})


class Phase(IntEnum):
    """How far the request has come that is read now."""

    IDLE = 0
    HEAD = 1
    BODY = 2


# A member of an enumeration costs more to look up than a name (Python 3.11).
IDLE, HEAD, BODY = Phase


class _Refused(Exception):
    """Stops the parser."""


class Reader:
    """Gives, in `arrived`, the requests of one connection in order; the last may be a refusal."""

    __slots__ = (
        "_body",
        "_body_bytes",
        "_fields",
        "_head",
        "_headers",
        "_known_host",
        "_limits",
        "_origin",
        "_parser",
        "_raw_bytes",
        "_room",
        "_status",
        "_target",
        "arrived",
        "expects_continue",
        "held_bytes",
        "phase",
    )

    def __init__(self, limits: Limits, origin: Origin, room: Room) -> None:
        self.arrived: deque[Received | Refusal] = deque()
        self.phase = IDLE
        self.expects_continue = False
        self._limits = limits
        self._origin = origin
        self._room = room
        self._body_bytes = 0
        self.held_bytes = 0
        self._known_host = NO_HOST
        self._status = 0
        self._body: list[bytes] = []
        self._parser = HttpRequestParser(self)
        self.on_message_begin()
        self.phase = IDLE

    def feed(self, data: bytes) -> None:
        """Read a slice; what it completes is added to `arrived`."""
        try:
            self._parser.feed_data(data)
            if self.phase:
                self._measure(len(data))
        except HttpParserUpgrade as pause:
            self._downgrade(data, pause.args[0])
        except HttpParserError as fault:
            self.refuse(self._status or self._status_of(fault))
        except _Refused:
            self.refuse(self._status)

    def refuse(self, status: int) -> None:
        """Give up what is being read, and tell it as refused."""
        method = self._parser.get_method() if self._target else b"GET"
        version = self._parser.get_http_version()
        told = Received(method, self._target, self._headers, b"", False, version, self._origin)
        self.phase = IDLE
        self._body.clear()
        self.release()
        self.arrived.append(Refusal(status, told))

    def release(self) -> None:
        """Give back the room of the bodies that were read: they are answered, or given up."""
        self._room.body_bytes += self.held_bytes
        self.held_bytes = 0

    def on_message_begin(self) -> None:
        """Begin a request."""
        self.phase = HEAD
        self._target = b""
        self._headers: dict[bytes, bytes] = {}
        self._head: Received | None = None
        self._raw_bytes = self._fields = 0

    def on_url(self, part: bytes) -> None:
        """Take a part of the target."""
        self._target += part

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; what follows a body is not looked at."""
        if self._head is not None:
            return
        self._fields += 1
        if self._fields > self._limits.head_fields:
            self._refuse(431)
        headers = self._headers
        name = name.lower()
        value = value.strip(b" \t")
        if name in headers:
            value = headers[name] + b", " + value
        headers[name] = value

    def on_headers_complete(self) -> None:
        """Judge the head, before a body is read."""
        parser = self._parser
        if parser.should_upgrade():
            return
        version = parser.get_http_version()
        keep_alive = version == "1.1" and parser.should_keep_alive()
        self._head = head = Received(
            parser.get_method(), self._target, self._headers, b"", keep_alive, version, self._origin
        )
        if self._is_plain(head):
            return
        if status := refusal(head, self._limits):
            self._refuse(status)
        self._known_host = head.headers.get(b"host", NO_HOST)
        self.phase = BODY
        self._raw_bytes = self._body_bytes = 0
        self._body = []
        self.expects_continue = b"expect" in head.headers and version == "1.1"

    def on_body(self, part: bytes) -> None:
        """Take a part of the body."""
        self.expects_continue = False
        self._body_bytes += len(part)
        self.held_bytes += len(part)
        self._room.body_bytes -= len(part)
        if self._body_bytes > self._limits.body_bytes:
            self._refuse(413)
        if self._room.body_bytes < 0:
            self._refuse(503)
        self._body.append(part)

    def on_message_complete(self) -> None:
        """Hand over the request."""
        head = self._head
        if head is None:
            return
        if self.phase is BODY:
            head.body = b"".join(self._body)
            self.expects_continue = False
        self.phase = IDLE
        self.arrived.append(head)

    def _is_plain(self, head: Received) -> bool:
        """Whether it is like the last one, for which every rule was tried: the common case."""
        target, headers = head.target, head.headers
        return (
            headers.get(b"host") == self._known_host
            and head.version == "1.1"
            and (head.method == b"GET" or head.method == b"HEAD")
            and target[0] == SLASH
            and b"#" not in target
            and len(target) <= self._limits.target_bytes
            and BODILY.isdisjoint(headers)
        )

    def _measure(self, size: int) -> None:
        """Refuse what is too large before it is complete, to within a slice."""
        limits = self._limits
        self._raw_bytes += size
        if self.phase is BODY:
            # Tiny chunks take far more of everyone's time than their content is worth.
            if self._raw_bytes > self._body_bytes * 3 // 2 + CHUNKING_BYTES:
                self._refuse(413)
        elif len(self._target) > limits.target_bytes:
            self._refuse(414)
        elif self._raw_bytes > limits.head_bytes:
            self._refuse(431)

    def _downgrade(self, data: bytes, offset: int) -> None:
        """Read the request as if it had not asked for another protocol (httptools 0.9).

        The parser skips the body of such a request, though what we answer is the request itself:
        it is told the head again, without the wish.
        """
        method, target, headers = self._parser.get_method(), self._target, self._headers
        if method == b"CONNECT":
            self.refuse(501)
            return
        headers.pop(b"upgrade", None)
        lines = [b"%b %b HTTP/1.1" % (method, target)]
        lines += [b"%b: %b" % header for header in headers.items()]
        self._parser = HttpRequestParser(self)
        self.feed(b"\r\n".join([*lines, b"", b""]) + data[offset:])

    def _refuse(self, status: int) -> None:
        self._status = status
        raise _Refused

    def _status_of(self, fault: HttpParserError) -> int:
        if isinstance(fault, HttpParserInvalidMethodError):
            return 501
        return 400 if self._parser.get_http_version() in (UNREAD, "1.0", "1.1") else 505
