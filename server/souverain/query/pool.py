"""The workers of a server: who asks waits for one, is answered by it, and never harms another."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

from souverain.errors import Busy, OutOfTime, SouverainError, Unanswered, UsageError, WorkerLost
from souverain.query import faults, watch
from souverain.query.capacity import Capacity
from souverain.query.clients import Clients
from souverain.query.counts import Counts
from souverain.query.helper import LONGEST_PAUSE_SECONDS, SHORTEST_PAUSE_SECONDS, Helper, Loadable
from souverain.query.job import Job, Reply
from souverain.query.link import Link
from souverain.query.ticket import Ticket

LOGGER = logging.getLogger(__name__)
# A query that is not over by then is no look-up, and others need not wait for it.
BEGINNING_SECONDS = 0.005


class Pool:
    """Answers jobs in isolated processes; all of it lives in one asyncio loop."""

    def __init__(self, source: Loadable, capacity: Capacity) -> None:
        self.counts = Counts()
        self._source = source
        self._capacity = capacity
        self._clients = Clients(capacity)
        self._helper: Helper | None = None
        self._draining: set[Helper] = set()
        self._idle: list[Link] = []
        self._beginning: deque[Ticket] = deque()
        self._handing_out: asyncio.TimerHandle | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._revival: asyncio.Task[None] | None = None
        self._closing: set[asyncio.Task[None]] = set()
        self._reloading = asyncio.Lock()
        self._is_closed = False

    async def start(self) -> dict[str, Any]:
        """The summary of the data, once they are read and all workers can be asked.

        Raises what reading the data raises, and `UsageError` where there is no Linux.
        """
        if not sys.platform.startswith("linux"):
            raise UsageError(
                "queries are isolated by the Linux kernel, and this is no Linux",
                hint="serve from Linux; souverain query answers here",
            )
        return await self._begin(self._source)

    async def reload(
        self, source: Loadable, switched: Callable[[dict[str, Any]], None] | None = None
    ) -> dict[str, Any]:
        """The summary of other data, which every query that begins from now on is asked of.

        Queries under way are finished over the old data. `switched` is called with the summary
        before any query is asked of the new ones. Where reading them fails the old ones stay.
        """
        async with self._reloading:
            summary = await self._begin(source, switched)
            self._source = source
        return summary

    async def advance(
        self,
        source: Loadable,
        number: int,
        switched: Callable[[dict[str, Any]], None] | None = None,
    ) -> dict[str, Any]:
        """The summary of a version of the data, as `reload` gives it, and sooner where that can be.

        `source` is that of the version. The process that holds the data changes them, and forks
        workers anew; where it cannot, they are read again.
        """
        async with self._reloading:
            helper = self._helper
            try:
                summary = await helper.advance(number) if helper else None
            except Unanswered:
                summary = None
            if summary is not None:
                self._source = source
                idle, self._idle = self._idle, []
                if switched:
                    switched(summary)
                for link in idle:
                    link.close()
                return summary
        return await self.reload(source, switched)

    async def run(self, job: Job, client: str = "") -> Reply:
        """The answer, or its beginning; raises `QueryError` or `Unanswered`.

        `Reply.rest` must be read to its end or closed. Whoever is cancelled while waiting gives up
        the query.
        """
        if self._is_closed:
            raise Busy("the server is stopping")
        reply: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        ticket = Ticket(job, client, self._capacity.limits, reply, self._over)
        self._clients.add(ticket)
        self._hand_out()
        if self._clients.waiting > self._capacity.waiting:
            self._clients.newest().fail(Busy("too many queries are waiting"))
        if self._timer is None:
            self._look_later()
        try:
            return await reply
        except asyncio.CancelledError:
            ticket.give_up()
            if reply.done() and not reply.cancelled():
                reply.exception()  # it came at the same moment, and nobody is there to see it
            raise

    async def close(self) -> None:
        """End all processes; queries that are under way or waiting are refused."""
        self._is_closed = True
        fault = Busy("the server is stopping")
        for ticket in self._clients.all():
            ticket.fail(fault)
        for link in self.links():
            link.drop(fault)
        for timer in (self._timer, self._handing_out):
            if timer:
                timer.cancel()
        if self._revival:
            self._revival.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._revival
        for helper in [self._helper, *self._draining]:
            if helper:
                await helper.close()

    @property
    def is_busy(self) -> bool:
        """Whether a query is under way, or waits."""
        return bool(self._clients.waiting) or any(link.ticket for link in self.links())

    def figures(self) -> Mapping[str, float | Mapping[str, float]]:
        """What is going on now, and what was, by the names under which it is measured."""
        tickets = [link.ticket for link in self.links() if link.ticket]
        return {
            "workers": len(self.links()),
            "queries_running": len(tickets),
            "queries_heavy": sum(1 for ticket in tickets if ticket.heavy_at),
            "queries_suspended": sum(1 for ticket in tickets if ticket.suspended_at),
            "queries_waiting": self._clients.waiting,
            "queries": dict(self.counts.queries),
            "workers_started": self.counts.workers_started,
            "workers_lost": self.counts.workers_lost,
        }

    # What the helpers tell.

    def free(self, helper: Helper, link: Link) -> None:
        """Ask the next query of a worker, or let it go where the data are old."""
        if link.is_leaving:
            return
        if helper is self._helper:
            self._idle.append(link)
            self._hand_out()
        elif helper in self._draining:
            link.close()

    def gone(self, helper: Helper, link: Link) -> None:
        """Tell whoever waits for a worker that it is no more."""
        if link in self._idle:
            self._idle.remove(link)
        if link.ticket or not link.is_leaving:
            self.counts.workers_lost += 1
        if link.ticket:
            link.ticket.fail(self._death(link, link.ticket))
        if helper in self._draining and not helper.links:
            self._close_soon(helper)

    def lost(self, helper: Helper) -> None:
        """Have the data read again, for the process that held them is gone."""
        self.counts.helpers_lost += 1
        LOGGER.error("the process that holds the data was lost")
        self._draining.add(helper)
        self._close_soon(helper)
        if helper is self._helper and not self._is_closed:
            self._helper = None
            self._revival = asyncio.get_running_loop().create_task(self._revive())

    def closed(self, helper: Helper) -> None:
        """Forget a helper."""
        self._draining.discard(helper)

    def _close_soon(self, helper: Helper) -> None:
        task = asyncio.get_running_loop().create_task(helper.close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def _begin(
        self, source: Loadable, switched: Callable[[dict[str, Any]], None] | None = None
    ) -> dict[str, Any]:
        helper = Helper(self, self._capacity)
        summary = await helper.start(source)
        old, self._helper = self._helper, helper
        ready = [link for link in helper.links.values() if link.is_ready]
        idle, self._idle = self._idle, ready
        if switched:
            switched(summary)
        if old:
            old.drain()
            self._draining.add(old)
            for link in idle:
                link.close()
        self._hand_out()
        return summary

    async def _revive(self) -> None:
        seconds = SHORTEST_PAUSE_SECONDS
        while self._helper is None and not self._is_closed:
            try:
                async with self._reloading:
                    if self._helper is None:
                        await self._begin(self._source)
            except SouverainError as fault:
                LOGGER.error("the data cannot be read again: %s", fault)
                await asyncio.sleep(seconds)
                seconds = min(seconds * 2, LONGEST_PAUSE_SECONDS)

    def links(self) -> list[Link]:
        """The workers, those over old data included."""
        helpers = [self._helper, *self._draining] if self._helper else list(self._draining)
        return [link for helper in helpers if helper for link in helper.links.values()]

    def _hand_out(self) -> None:
        while self._clients.waiting:
            # One that was lost a moment ago, of which nobody has told us yet, is no use to anyone.
            while self._idle and not self._idle[-1].is_open:
                self._idle.pop()
            if not self._idle or self._are_enough_beginning():
                return
            ticket = self._clients.next()
            if ticket is None:
                return
            self._idle.pop().ask(ticket)
            self._beginning.append(ticket)

    def _are_enough_beginning(self) -> bool:
        """Whether the next query waits for those that began a moment ago; it is not forgotten."""
        beginning, oldest = self._beginning, time.monotonic() - BEGINNING_SECONDS
        while beginning and (beginning[0].is_over or beginning[0].started_at < oldest):
            beginning.popleft()
        at_once = self._capacity.at_once
        if len(beginning) < at_once:
            return False
        if sum(not ticket.is_over for ticket in beginning) < at_once:
            return False
        if self._handing_out is None and self._clients.waiting:
            loop = asyncio.get_running_loop()
            self._handing_out = loop.call_later(BEGINNING_SECONDS, self._hand_out_again)
        return True

    def _hand_out_again(self) -> None:
        self._handing_out = None
        self._hand_out()

    def _over(self, ticket: Ticket, outcome: str) -> None:
        self.counts.queries[outcome] += 1
        if ticket.started_at:
            self._clients.release(ticket)
        else:
            self._clients.remove(ticket)

    def _death(self, link: Link, ticket: Ticket) -> SouverainError:
        fault = faults.of_death(link.status, ticket.seconds, self._capacity.limits)
        now = time.monotonic()
        is_late = isinstance(fault, OutOfTime) or (
            isinstance(fault, WorkerLost) and now >= ticket.deadline
        )
        return ticket.too_late(now) if is_late else fault

    def _look_later(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(watch.INTERVAL_SECONDS, self._look)

    def _look(self) -> None:
        now = time.monotonic()
        watch.look(self.links(), self._capacity, now)
        for ticket in self._clients.late(now):
            ticket.fail(ticket.too_late(now))
        self._clients.forget()
        self._timer = None
        if self._clients:
            self._look_later()
