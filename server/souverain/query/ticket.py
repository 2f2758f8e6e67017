"""One query that was asked: who asked it, how long it has waited and run, and who awaits it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Protocol

from souverain.errors import Busy, OutOfTime, SouverainError
from souverain.query.job import Head, Job, Limits, Reply
from souverain.query.stream import Origin, Stream

ANSWERED = "Answered"
ABANDONED = "Abandoned"
# A query that had a processor for less than this part of its time was held up by others.
OWN_PART = 0.05


class Holder(Protocol):
    """Whoever works on a ticket."""

    def abandon(self) -> None:
        """Stop."""


class Ticket:
    """A query from being asked to being answered; `outcome` is told once, when it is over."""

    def __init__(
        self,
        job: Job,
        client: str,
        limits: Limits,
        reply: asyncio.Future[Reply],
        over: Callable[[Ticket, str], None],
    ) -> None:
        self.job = job
        self.client = client
        self.seconds = min(job.seconds or limits.seconds, limits.seconds)
        self.asked_at = time.monotonic()
        self.deadline = self.asked_at + self.seconds
        self.link: Holder | None = None
        self.started_at = 0.0
        self.looks = 0
        self.worked_from = 0.0
        self.worked_seconds = 0.0
        self.heavy_at = 0.0
        self.suspended_at = 0.0
        self.suspended_seconds = 0.0
        self._reply = reply
        self._stream: Stream | None = None
        self._over = over
        self.is_over = False

    def ran_seconds(self, now: float) -> float:
        """How long a worker was busy with it."""
        if not self.started_at:
            return 0.0
        still = now - self.suspended_at if self.suspended_at else 0.0
        return now - self.started_at - self.suspended_seconds - still

    def see(self, processor_seconds: float) -> None:
        """Note how long its worker has had a processor in all, now and at each look before."""
        self.looks += 1
        if self.looks == 1:
            self.worked_from = processor_seconds
        self.worked_seconds = max(self.worked_seconds, processor_seconds - self.worked_from)

    def too_late(self, now: float) -> SouverainError:
        """The error for a query whose time is over: its own fault only if it had its turn."""
        passed_seconds = now - self.asked_at
        had_turn = not self.suspended_at and self.ran_seconds(now) >= passed_seconds / 2
        if had_turn and self.worked_seconds >= OWN_PART * passed_seconds:
            return OutOfTime(self.seconds)
        return Busy("the query waited too long for its turn: others were first")

    def answer(self, head: Head, data: bytes) -> None:
        """Give the whole answer."""
        if not self._reply.done():
            self._reply.set_result(Reply(head, data))
        self.finish(ANSWERED)

    def begin(self, head: Head, data: bytes, origin: Origin) -> None:
        """Give the beginning of the answer."""
        self._stream = Stream(origin)
        if not self._reply.done():
            self._reply.set_result(Reply(head, data, self._stream))

    def feed(self, data: bytes) -> None:
        """Give more of it."""
        if self._stream:
            self._stream.feed(data)

    def end(self) -> None:
        """The answer is whole."""
        if self._stream:
            self._stream.end()
        self.finish(ANSWERED)

    def fail(self, fault: SouverainError) -> None:
        """There is no answer, or no more of it."""
        if self._stream:
            self._stream.end(fault)
        elif not self._reply.done():
            self._reply.set_exception(fault)
        self.finish(type(fault).__name__)

    def give_up(self) -> None:
        """Nobody wants the answer any more."""
        if self.link and not self.is_over:
            self.link.abandon()
        self.finish(ABANDONED)

    def finish(self, outcome: str) -> None:
        """Tell the outcome, the first time."""
        if not self.is_over:
            self.is_over = True
            self._over(self, outcome)
