"""One connection: requests are answered in order, one at a time, within their limits of time."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
from typing import cast

from souverain.http import wire
from souverain.http.admission import Admitted
from souverain.http.delivery import Delivery
from souverain.http.handler import Done
from souverain.http.message import Response
from souverain.http.origin import Origin
from souverain.http.outlet import Outlet
from souverain.http.reader import BODY, IDLE, SLICE_BYTES, Phase, Reader
from souverain.http.received import Received
from souverain.http.refusal import Refusal
from souverain.http.shared import Shared

LOG = logging.getLogger(__name__)
# An answer that is at hand is copied behind its head, up to this size: one call is faster than two.
JOINED_BYTES = 65_536
# So much is read of one connection before the others have their turn.
TURN_SLICES = 8


class Connection(asyncio.Protocol):
    """Reads, answers and, when a limit is passed or nothing more is wanted, ends."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._unread = bytearray()
        self._task: asyncio.Task[None] | None = None
        self._is_paused = False
        # Once it is ending, nothing more is answered; while it lingers, what comes is dropped.
        self._is_ending = False
        self._lingering_bytes = -1
        self._timed: Phase | None = None
        self._deadline = math.inf

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, or refuse where there are too many."""
        shared = self._shared
        # uvloop's transports do not inherit from those of asyncio (0.23).
        self._transport = transport = cast(asyncio.Transport, transport)
        peer, local = map(transport.get_extra_info, ("peername", "sockname"))
        self._origin = Origin.of(peer, local, shared.proxies)
        self._admitted = shared.admission.enter(self._origin)
        if self._admitted is Admitted.DROPPED:
            self.abort()
            return
        self._outlet = Outlet(transport, shared.room, shared.limits)
        self._reader = Reader(shared.limits, self._origin, shared.room)
        shared.connections.add(self)
        if self._admitted is Admitted.IN:
            self._time()
        else:
            self._reader.refuse(503)
            self._advance()

    def data_received(self, data: bytes) -> None:
        """Read on; while an answer is under way, what follows waits."""
        if self._is_ending:
            self._drop(len(data))
        elif self._task or self._outlet.is_blocked or self._unread:
            self._unread += data
            self._is_paused = True
            self._transport.pause_reading()
        else:
            if len(data) <= SLICE_BYTES:
                self._reader.feed(data)
            else:
                self._unread += data
            self._advance()

    def eof_received(self) -> bool:
        """End: a client that sends no more is taken as gone, but for what is sent already."""
        if self._task:
            self.abort()
        return False

    def connection_lost(self, fault: Exception | None) -> None:
        """Free everything that the connection held."""
        shared = self._shared
        self._is_ending = True
        self._deadline = math.inf
        shared.admission.leave(self._origin, self._admitted)
        if self._admitted is Admitted.DROPPED:
            return
        shared.connections.discard(self)
        if self._task:
            self._task.cancel()
        self._outlet.close()
        self._reader.release()

    def pause_writing(self) -> None:
        """Note that the client is slow."""
        self._outlet.block()

    def resume_writing(self) -> None:
        """Go on, in a while: this can be called from within a write."""
        self._shared.loop.call_soon(self._resume)

    def sweep(self, now: float) -> None:
        """End what has passed its time."""
        if self._lingering_bytes < 0 and not self._outlet.is_empty:
            if self._outlet.is_stalled(now):
                self._outlet.discard()
                self.abort()
            elif self._timed is IDLE:
                self._timed = None
                self._time()
        elif now >= self._deadline:
            self._expire()

    def finish(self) -> None:
        """End at once where no answer is under way, and else after it."""
        if self._task is None and not self._is_ending:
            self._end()

    def abort(self) -> None:
        """End now, whatever is under way."""
        self._is_ending = True
        self._transport.abort()

    @property
    def task(self) -> asyncio.Task[None] | None:
        """The answer that is under way."""
        return self._task

    def _advance(self) -> None:
        """Answer what has arrived, as far as nothing must be waited for and it is our turn."""
        reader, outlet, slices = self._reader, self._outlet, TURN_SLICES
        while not (self._task or outlet.is_blocked or self._is_ending):
            if reader.arrived:
                self._answer(reader.arrived.popleft())
            elif self._unread and not slices:
                self._shared.loop.call_soon(self._advance)
                return
            elif self._unread:
                slices -= 1
                piece = bytes(self._unread[:SLICE_BYTES])
                del self._unread[:SLICE_BYTES]
                reader.feed(piece)
            else:
                self._continue()
                self._time()
                return

    def _continue(self) -> None:
        if self._is_paused:
            self._is_paused = False
            self._transport.resume_reading()
        reader = self._reader
        if reader.held_bytes and reader.phase is not BODY:
            reader.release()
        if reader.expects_continue:
            reader.expects_continue = False
            self._outlet.send(wire.CONTINUE)

    def _resume(self) -> None:
        if not self._transport.is_closing():
            self._outlet.unblock()
            self._advance()

    def _time(self) -> None:
        """Set the time by which the phase must be over, when it begins."""
        phase = self._reader.phase
        if phase is not self._timed:
            self._timed = phase
            self._deadline = self._shared.loop.time() + self._shared.seconds[phase]

    def _answer(self, asked: Received | Refusal) -> None:
        self._timed = None
        if isinstance(asked, Refusal):
            self._refuse(asked)
            return
        shared = self._shared
        began = shared.loop.time()
        try:
            ready = shared.handler.ready(asked)
        except Exception as fault:
            ready = None
            LOG.exception("failed before the answer: %s", fault)
        if ready is None:
            self._deadline = math.inf
            self._task = shared.loop.create_task(self._respond(asked, began))
            return
        self._send(asked, ready, began)

    def _send(self, asked: Received, ready: wire.Ready, began: float) -> None:
        """Hand over an answer that is at hand."""
        shared = self._shared
        status, head, body = ready
        keep = asked.keep_alive and not shared.is_stopping
        head += shared.tails.kept if keep else shared.tails.closed
        if asked.method == b"HEAD":
            body = b""
        if len(body) <= JOINED_BYTES:
            self._outlet.send(head + body)
        else:
            self._outlet.send(head)
            self._outlet.send(body)
        if shared.record:
            shared.record(Done(asked, status, len(body), shared.loop.time() - began))
        if not keep:
            self._end()

    async def _respond(self, asked: Received, began: float) -> None:
        """Answer one request, and go on with the next."""
        shared = self._shared
        delivery = Delivery(asked, self._outlet)
        ready = None
        is_whole = keep = False
        try:
            response = await self._response(asked)
            if isinstance(response, wire.Ready):
                ready = response
            else:
                keep = asked.keep_alive and not shared.is_stopping
                tail = shared.tails.kept if keep else shared.tails.closed
                is_whole = await delivery.attempt(response, tail, shared.problem)
        finally:
            self._task = None
            # One that has all of it may be gone before we are through.
            is_whole = is_whole or (delivery.is_given and not self._outlet.is_lossy)
            if shared.record and ready is None:
                spent = shared.loop.time() - began
                done = Done(asked, delivery.status, delivery.sent_bytes, spent, is_whole)
                shared.record(done)
        if ready:
            self._send(asked, ready, began)
            self._advance()
        elif not is_whole:
            self.abort()
        elif not keep or shared.is_stopping:
            self._end()
        else:
            self._advance()

    async def _response(self, asked: Received) -> Response | wire.Ready:
        request = asked.request()
        try:
            return await self._shared.handler.respond(request)
        except Exception:
            LOG.exception("failed: %s %s", request.method, request.url)
            return self._shared.problem(500, request)

    def _refuse(self, refusal: Refusal) -> None:
        """Answer with an error; what comes after is not understood."""
        asked = refusal.received
        response = self._shared.problem(refusal.status, asked.request())
        ready = wire.Ready.of(response)
        body = b"" if asked.method == b"HEAD" else ready.body
        self._outlet.send(ready.head + self._shared.tails.closed + body)
        if self._shared.record:
            self._shared.record(Done(asked, ready.status, len(body), 0.0))
        self._linger()

    def _drop(self, size: int) -> None:
        self._lingering_bytes += size
        if self._lingering_bytes > self._shared.limits.linger_bytes:
            self._transport.abort()

    def _expire(self) -> None:
        if self._is_ending:
            self._transport.abort()
        elif self._reader.phase is IDLE:
            self._end()
        else:
            self._reader.refuse(408)
            self._advance()

    def _end(self) -> None:
        if self._unread or self._reader.arrived:
            self._linger()
        else:
            self._is_ending = True
            self._transport.close()

    def _linger(self) -> None:
        """Send no more, and drop what comes: to close at once would take the answer back."""
        self._is_ending = True
        self._unread.clear()
        self._lingering_bytes = 0
        self._deadline = self._shared.loop.time() + self._shared.limits.linger_seconds
        if self._is_paused:
            self._transport.resume_reading()
        with contextlib.suppress(OSError):
            self._transport.write_eof()
