"""What a server asks of whoever answers, and what it tells when an answer is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from souverain.http.message import Request, Response
from souverain.http.received import Received
from souverain.http.wire import Ready


class Handler(Protocol):
    """Whoever answers requests."""

    def ready(self, asked: Received) -> Ready | None:
        """An answer that can be had without waiting, if any; asked on the loop for each request.

        The server leaves out its body for HEAD, and adds the date.
        """

    async def respond(self, request: Request) -> Response | Ready:
        """The answer to everything else; what it raises is logged and answered with 500."""


class Done(NamedTuple):
    """An answered request; one that is not whole was broken off, by us or by the client."""

    received: Received
    status: int
    sent_bytes: int
    seconds: float
    is_whole: bool = True


Problem = Callable[[int, Request], Response]
Record = Callable[[Done], None]
