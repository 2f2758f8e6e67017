"""What speaks against a head that can be read: one function for each rule, and their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from souverain.http.limits import Limits
from souverain.http.origin import is_host
from souverain.http.received import Received, split

EXPECTED = b"100-continue"


class Refusal(NamedTuple):
    """A request that the server answers by itself: with a status, after which nothing is read."""

    status: int
    received: Received


def _version(head: Received, _: Limits) -> bool:
    return head.version in ("1.0", "1.1")


def _method(head: Received, _: Limits) -> bool:
    return head.method != b"CONNECT"


def _target_size(head: Received, limits: Limits) -> bool:
    return len(head.target) <= limits.target_bytes


def _target(head: Received, _: Limits) -> bool:
    if head.target == b"*":
        return head.method == b"OPTIONS"
    authority, path = split(head.target)
    return path.startswith(b"/") and b"#" not in path and (not authority or is_host(authority))


def _host(head: Received, _: Limits) -> bool:
    """RFC 9112, section 3.2: one host, but for a client that knows no better.

    Two come joined by a comma, which is in no name.
    """
    host = head.headers.get(b"host")
    return head.version == "1.0" if host is None else is_host(host)


def _coding(head: Received, _: Limits) -> bool:
    return head.headers.get(b"transfer-encoding", b"chunked").lower() == b"chunked"


def _framing(head: Received, _: Limits) -> bool:
    """RFC 9112, section 6.1: a 1.0 client that says chunked was rewritten by someone."""
    return head.version == "1.1" or b"transfer-encoding" not in head.headers


def _expectation(head: Received, _: Limits) -> bool:
    return head.headers.get(b"expect", EXPECTED).lower() == EXPECTED


def _body_size(head: Received, limits: Limits) -> bool:
    return int(head.headers.get(b"content-length", b"0")) <= limits.body_bytes


RULES: tuple[tuple[Callable[[Received, Limits], bool], int], ...] = (
    (_version, 505),
    (_method, 501),
    (_target_size, 414),
    (_target, 400),
    (_host, 400),
    (_coding, 501),
    (_framing, 400),
    (_expectation, 417),
    (_body_size, 413),
)


def refusal(head: Received, limits: Limits) -> int:
    """The status that a head is refused with; 0 where nothing speaks against it."""
    return next((status for fits, status in RULES if not fits(head, limits)), 0)
