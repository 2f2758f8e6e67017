"""One answer on its way: how its body is framed, and what happens when it breaks off."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Mapping
from contextlib import aclosing

from souverain.errors import SouverainError
from souverain.http import wire
from souverain.http.handler import Problem
from souverain.http.message import Response
from souverain.http.outlet import Outlet
from souverain.http.received import Received

LOG = logging.getLogger(__name__)


class Miscounted(Exception):
    """A body that is longer or shorter than its head says."""


class Delivery:
    """Sends one response; `sent_bytes` counts the body, also of one that breaks off.

    The status is 0 until the head is sent; `is_given` says that nothing more will come.
    """

    def __init__(self, asked: Received, outlet: Outlet) -> None:
        self.asked = asked
        self.status = 0
        self.sent_bytes = 0
        self.is_given = False
        self._outlet = outlet
        self._tail = b""

    async def attempt(self, response: Response, tail: bytes, problem: Problem) -> bool:
        """Whether the client has got a whole answer: this one, or an error in its place."""
        try:
            await self.send(response, tail)
        except SouverainError as fault:
            LOG.warning("an answer was cut after %d bytes: %s", self.sent_bytes, fault)
        except OSError as fault:
            LOG.warning("an answer was cut, no room to wait for its reader: %s", fault)
        except Exception:
            LOG.exception("an answer was cut after %d bytes", self.sent_bytes)
        else:
            return True
        if self.status:
            return False
        await self.send(problem(500, self.asked.request()), tail)
        return True

    async def send(self, response: Response, tail: bytes) -> None:
        """Send it all, and wait until the client has taken it.

        Raises what the body raises, `OSError` where too much waits, and `Miscounted`. Each leaves
        an answer that is not complete, and must not look so.
        """
        self._tail = tail
        self.sent_bytes = 0
        try:
            await self._give(response)
            self.is_given = True
        finally:
            await close(response.body)
        await self._outlet.drained()

    async def _give(self, response: Response) -> None:
        body = response.body
        if isinstance(body, bytes):
            self._give_whole(response, body)
            return
        async with aclosing(pieces(body)) as chunks:
            await self._stream(response, chunks)

    def _give_whole(self, response: Response, body: bytes) -> None:
        if self._is_bodiless(response):
            self._send_head(response)
        else:
            self._send_head(response, {"Content-Length": str(len(body))}, body)
            self.sent_bytes = len(body)

    async def _stream(self, response: Response, chunks: AsyncIterator[bytes]) -> None:
        told = {name.lower(): value for name, value in response.headers.items()}
        if self._is_bodiless(response):
            # A generator that was not begun would close nothing at its end.
            await anext(chunks, b"")
            self._send_head(response)
        elif length := told.get("content-length"):
            await self._stream_told(response, chunks, int(length))
        elif self.asked.version == "1.1":
            await self._stream_chunked(response, chunks)
        else:
            await self._stream_gathered(response, chunks)

    def _is_bodiless(self, response: Response) -> bool:
        return self.asked.method == b"HEAD" or response.status in wire.BODILESS

    async def _stream_told(
        self, response: Response, chunks: AsyncIterator[bytes], length_bytes: int
    ) -> None:
        self._send_head(response)
        async for chunk in chunks:
            self.sent_bytes += len(chunk)
            if self.sent_bytes > length_bytes:
                break
            self._outlet.write(chunk)
        if self.sent_bytes != length_bytes:
            raise Miscounted(f"{length_bytes} bytes were told, and {self.sent_bytes} came")

    async def _stream_chunked(self, response: Response, chunks: AsyncIterator[bytes]) -> None:
        self._send_head(response, {"Transfer-Encoding": "chunked"})
        async for chunk in chunks:
            self._outlet.write(wire.chunk(chunk))
            self.sent_bytes += len(chunk)
        self._outlet.write(wire.LAST_CHUNK)

    async def _stream_gathered(self, response: Response, chunks: AsyncIterator[bytes]) -> None:
        """Gather it first: where only the end of a connection ends a body, a cut looks whole."""
        self._outlet.hold()
        try:
            async for chunk in chunks:
                self._outlet.write(chunk)
        except Exception:
            self._outlet.drop()
            raise
        self.sent_bytes = self._outlet.kept_bytes
        framing = {"Content-Length": str(self.sent_bytes)}
        head = wire.start(response.status, response.headers, framing)
        self.status = response.status
        self._outlet.let_go(head + self._tail)

    def _send_head(
        self, response: Response, framing: Mapping[str, str] = wire.NO_FRAMING, body: bytes = b""
    ) -> None:
        head = wire.start(response.status, response.headers, framing)
        self.status = response.status
        self._outlet.send(head + self._tail)
        if body:
            self._outlet.send(body)


async def pieces(
    body: Iterable[bytes] | AsyncIterator[bytes],
) -> AsyncGenerator[bytes, None]:
    """The chunks of a body that are not empty; others have their turn after each."""
    if isinstance(body, AsyncIterator):
        async for chunk in body:
            if chunk:
                yield chunk
                await asyncio.sleep(0)
    else:
        for chunk in body:
            if chunk:
                yield chunk
                await asyncio.sleep(0)


async def close(body: object) -> None:
    """Close a body that wants it."""
    if ending := getattr(body, "aclose", None):
        await ending()
    elif ending := getattr(body, "close", None):
        ending()
