"""Who is next, and who has had enough: one queue for each client, and one budget of seconds."""

from __future__ import annotations

import math
import time
from collections import OrderedDict, deque

from souverain.errors import OverBudget
from souverain.query.capacity import Capacity
from souverain.query.ticket import Ticket

MINUTE = 60.0


class _Client:
    """What one client has: tickets that wait, workers, and seconds left of its budget."""

    def __init__(self, seconds: float) -> None:
        self.waiting: deque[Ticket] = deque()
        self.running = 0
        self.left_seconds = seconds
        self.counted_at = time.monotonic()


class Clients:
    """Gives the clients' tickets in turn, each client no more than its share.

    The client without a name has no bounds of its own.
    """

    def __init__(self, capacity: Capacity) -> None:
        self.waiting = 0
        self._capacity = capacity
        self._known: dict[str, _Client] = {}
        # Those with tickets that wait; the next one first.
        self._queue: OrderedDict[str, _Client] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def add(self, ticket: Ticket) -> None:
        """Let a ticket wait; raises `OverBudget`."""
        client = self._known.get(ticket.client)
        if client is None:
            client = self._known[ticket.client] = _Client(self._capacity.client_seconds_per_minute)
        elif ticket.client:
            self._refuse_spender(client)
        client.waiting.append(ticket)
        self._queue.setdefault(ticket.client, client)
        self.waiting += 1

    def newest(self) -> Ticket:
        """The last ticket of the client that has most of them waiting."""
        return max(self._queue.values(), key=lambda client: len(client.waiting)).waiting[-1]

    def next(self) -> Ticket | None:
        """The ticket whose turn it is, which holds a worker from now on."""
        for name, client in self._queue.items():
            if not name or client.running < self._capacity.client_workers:
                break
        else:
            return None
        ticket = client.waiting.popleft()
        self.waiting -= 1
        client.running += 1
        if client.waiting:
            self._queue.move_to_end(name)
        else:
            del self._queue[name]
        return ticket

    def remove(self, ticket: Ticket) -> None:
        """Forget a ticket that still waits."""
        client = self._known[ticket.client]
        client.waiting.remove(ticket)
        self.waiting -= 1
        if not client.waiting:
            del self._queue[ticket.client]

    def release(self, ticket: Ticket) -> None:
        """Take back the worker of a ticket, and count the time that it had."""
        client = self._known[ticket.client]
        client.running -= 1
        now = time.monotonic()
        self._refill(client, now)
        client.left_seconds -= ticket.ran_seconds(now)

    def late(self, now: float) -> list[Ticket]:
        """The tickets that have waited as long as they may."""
        return [
            ticket
            for client in self._queue.values()
            for ticket in client.waiting
            if now >= ticket.deadline
        ]

    def all(self) -> list[Ticket]:
        """The tickets that wait."""
        return [ticket for client in self._queue.values() for ticket in client.waiting]

    def forget(self) -> None:
        """Forget the clients that have nothing here and their whole budget."""
        now = time.monotonic()
        for name, client in list(self._known.items()):
            self._refill(client, now)
            is_full = client.left_seconds >= self._capacity.client_seconds_per_minute
            if is_full and not client.running and not client.waiting:
                del self._known[name]

    def _refuse_spender(self, client: _Client) -> None:
        if client.left_seconds > 0:
            return
        self._refill(client, time.monotonic())
        if client.left_seconds <= 0:
            per_minute = self._capacity.client_seconds_per_minute
            missing = (1.0 - client.left_seconds) / per_minute * MINUTE
            raise OverBudget(
                f"more than {per_minute:g} seconds of queries in a minute",
                retry_seconds=max(math.ceil(missing), 1),
            )

    def _refill(self, client: _Client, now: float) -> None:
        most = self._capacity.client_seconds_per_minute
        gained = (now - client.counted_at) * most / MINUTE
        client.left_seconds = min(client.left_seconds + gained, most)
        client.counted_at = now
