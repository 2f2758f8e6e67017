"""One worker as the server sees it: a socket, and a descriptor by which to stop the process."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import time
from collections.abc import Callable
from typing import Protocol, cast

from souverain.errors import SouverainError, WorkerLost
from souverain.query import faults, frames
from souverain.query.frames import Malformed, Reader
from souverain.query.ticket import ABANDONED, Ticket

LOGGER = logging.getLogger(__name__)
LEAST_PRIORITY = 19
# No clock can be set to nothing.
LEAST_SECONDS = 0.001


SCHEDULED = 2


class Owner(Protocol):
    """Whoever hands out the workers."""

    def begun(self, link: Link) -> None:
        """A worker has begun."""

    def ready(self, link: Link) -> None:
        """A worker can be asked."""

    def gone(self, link: Link) -> None:
        """A worker is of no use any more."""


class Link(asyncio.Protocol):
    """Hands one ticket at a time to a worker, and the frames that come back to the ticket."""

    def __init__(self, owner: Owner, pid: int, descriptor: int) -> None:
        self.pid = pid
        self.ticket: Ticket | None = None
        self.is_ready = False
        self.is_leaving = False
        self.is_gone = False
        self.status: int | None = None
        self._owner = owner
        self._descriptor = descriptor
        self._reader = Reader()
        self._transport: asyncio.Transport | None = None
        self._is_attached = False
        self._is_closed = False

    @property
    def is_open(self) -> bool:
        """Whether there is still a way to the worker."""
        return self._transport is not None and not self._transport.is_closing()

    def ask(self, ticket: Ticket) -> None:
        """Let the worker answer a ticket."""
        ticket.started_at = time.monotonic()
        ticket.link = self
        self.ticket = ticket
        assert self._transport
        left_seconds = max(ticket.deadline - ticket.started_at, LEAST_SECONDS)
        self._transport.write(frames.packed(ticket.job, left_seconds))

    # What the loop tells.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way to the worker."""
        self._transport = cast(asyncio.Transport, transport)

    def attached(self) -> None:
        """Know that the loop has taken over the socket, which may be closed from now on."""
        self._is_attached = True
        if self.is_gone and self._transport:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        """Do what the frames say; a worker that says nonsense is killed."""
        try:
            for sort, payload in self._reader.feed(data):
                DEEDS[sort](self, payload)
                if self.is_gone:
                    return
        except (Malformed, LookupError, ValueError, TypeError, AttributeError) as fault:
            LOGGER.error("worker %d sent what is no frame: %r", self.pid, fault)
            self.drop(WorkerLost())

    def connection_lost(self, fault: Exception | None) -> None:
        """Wait for the word how the worker ended."""
        self._is_closed = True
        self._part()

    # What the helper tells.

    def ended(self, status: int) -> None:
        """Know how the process ended; what it sent before may still be on its way."""
        self.status = status
        self.resume()
        self._part()

    def _part(self) -> None:
        if self._is_closed and self.status is not None:
            self.drop(None)

    # What is done to the worker.

    def drop(self, fault: SouverainError | None) -> None:
        """Be done with the process, killing it; its ticket fails, without a fault by its death."""
        if self.is_gone:
            return
        self.is_gone = True
        self._signal(signal.SIGKILL)
        os.close(self._descriptor)
        if self._transport and self._is_attached:
            self._transport.abort()
        if self.ticket and fault:
            self.ticket.fail(fault)
        self._owner.gone(self)

    def abandon(self) -> None:
        """Kill the worker: nobody wants its answer."""
        if self.ticket:
            self.ticket.finish(ABANDONED)
            self.drop(None)

    def close(self) -> None:
        """Let the process end by itself; it has nothing to do."""
        self.is_leaving = True
        if self._transport:
            self._transport.close()

    def hold(self) -> None:
        """Take nothing more from the worker for a while."""
        if self._transport and not self._is_closed and self.status is None:
            self._transport.pause_reading()

    def resume(self) -> None:
        """Take what the worker sends."""
        if self._transport and not self._is_closed and not self.is_gone:
            self._transport.resume_reading()

    def processor_seconds(self) -> float:
        """How long the process has had a processor, in all; 0 where it has ended.

        The clock of another process has a number made of the process's own (Linux, `CPUCLOCK_SCHED`
        of clock_getcpuclockid(3)).
        """
        with contextlib.suppress(OSError):
            return time.clock_gettime(~self.pid << 3 | SCHEDULED)
        return 0.0

    def renice(self) -> None:
        """Let everything else run first, for good: only a privileged process may take it back."""
        self.is_leaving = True
        # A worker leads a group of its own, which holds its threads: by its number alone, only the
        # thread that waits would be meant.
        with contextlib.suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PGRP, self.pid, LEAST_PRIORITY)

    def suspend(self) -> None:
        """Let the process stand still."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it run again."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._descriptor, number)

    # What the frames say.

    def _on_ready(self, payload: bytes) -> None:
        self.is_ready = True
        self._owner.begun(self)
        self._owner.ready(self)

    def _on_leaving(self, payload: bytes) -> None:
        self.is_leaving = True

    def _on_whole(self, payload: bytes) -> None:
        self._asked().answer(*frames.opened(payload))
        self._free()

    def _on_beginning(self, payload: bytes) -> None:
        self._asked().begin(*frames.opened(payload), self)

    def _on_more(self, payload: bytes) -> None:
        self._asked().feed(payload)

    def _on_end(self, payload: bytes) -> None:
        self._asked().end()
        self._free()

    def _on_fault(self, payload: bytes) -> None:
        self._asked().fail(faults.heard(payload))
        self._free()

    def _on_broken(self, payload: bytes) -> None:
        LOGGER.error("worker %d failed: %s", self.pid, payload.decode("utf-8", "replace"))
        self.drop(WorkerLost())

    def _asked(self) -> Ticket:
        if self.ticket is None:
            raise Malformed
        return self.ticket

    def _free(self) -> None:
        self.ticket = None
        if self.is_leaving:
            self.close()
        self._owner.ready(self)


DEEDS: dict[int, Callable[[Link, bytes], None]] = {
    frames.READY: Link._on_ready,
    frames.LEAVING: Link._on_leaving,
    frames.WHOLE: Link._on_whole,
    frames.BEGINNING: Link._on_beginning,
    frames.MORE: Link._on_more,
    frames.END: Link._on_end,
    frames.FAULT: Link._on_fault,
    frames.BROKEN: Link._on_broken,
}
