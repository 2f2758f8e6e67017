"""How answers look on the wire: the status line, headers, the date, chunks (RFC 9112)."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus
from types import MappingProxyType
from typing import NamedTuple, Self

from souverain.http.message import Response

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
LAST_CHUNK = b"0\r\n\r\n"
BODILESS = frozenset({204, 304})
# What only the server can know of a connection (RFC 9110, section 7.6.1), and its clock.
OURS = frozenset({"connection", "date", "keep-alive", "transfer-encoding", "upgrade"})
STATUS_LINES = {status.value: f"HTTP/1.1 {status.value} {status.phrase}" for status in HTTPStatus}
NO_FRAMING: Mapping[str, str] = MappingProxyType({})
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_UNSAFE = re.compile(r"[\x00\r\n]|[^\x00-\xff]")


class Ready(NamedTuple):
    """A whole answer that can be sent again and again.

    The head ends before its blank line: the server adds the date, and whether the connection ends.
    """

    status: int
    head: bytes
    body: bytes

    @classmethod
    def of(cls, response: Response) -> Self:
        """The answer with the bytes of a response whose body is at hand."""
        assert isinstance(response.body, bytes)
        told = {"Content-Length": str(len(response.body))}
        return cls(response.status, start(response.status, response.headers, told), response.body)


def start(
    status: int, headers: Mapping[str, str], framing: Mapping[str, str] = NO_FRAMING
) -> bytes:
    """The status line and the headers, each with its line end, without the blank line.

    The framing wins over what the headers say of it. Raises `ValueError` for a header that would be
    read as more than one, or as none.
    """
    first = STATUS_LINES.get(status) or f"HTTP/1.1 {status} Status"
    if framing:
        headers = {
            name: value for name, value in headers.items() if name.lower() != "content-length"
        }
    told = [_line(name, value) for name, value in headers.items()]
    return "".join([first, "\r\n", *told]).encode("latin-1") + lines(framing)


def lines(headers: Mapping[str, str]) -> bytes:
    """The lines of headers that are known to be safe."""
    return "".join([f"{name}: {value}\r\n" for name, value in headers.items()]).encode("latin-1")


@lru_cache(maxsize=4096)
def _line(name: str, value: str) -> str:
    """The line of a header, empty for one that is the server's own; most are the same each time."""
    if not _NAME.fullmatch(name) or _UNSAFE.search(value):
        raise ValueError(f"the header {name!r} cannot be sent with the value {value!r}")
    return "" if name.lower() in OURS else f"{name}: {value}\r\n"


def chunk(content: bytes) -> bytes:
    """One chunk of a body of unknown length; the content is not empty."""
    return b"%x\r\n%b\r\n" % (len(content), content)


class Tails:
    """What every head ends in: the date, which is written anew once a second."""

    def __init__(self) -> None:
        self.kept = b""
        self.closed = b""
        self.renew()

    def renew(self) -> None:
        """Take the time of now."""
        date = f"Date: {formatdate(time.time(), usegmt=True)}\r\n".encode("ascii")
        self.kept = date + b"\r\n"
        self.closed = date + b"Connection: close\r\n\r\n"
