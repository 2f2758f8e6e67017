"""The look that is taken at all queries at short intervals: which are heavy, and which are late.

Nothing is done for a query that is over before the first look: a timer for each would cost more
than most queries.
"""

from __future__ import annotations

from collections.abc import Iterable

from souverain.errors import Busy
from souverain.query.capacity import Capacity
from souverain.query.link import Link
from souverain.query.ticket import Ticket

INTERVAL_SECONDS = 0.05
# The kernel's own clock is to be first, where the process is not standing still.
GRACE_SECONDS = 0.05
# Where this process itself was late, answers that have come are read between two looks.
LEAST_LOOKS = 2

Running = list[tuple[Link, Ticket]]


def look(links: Iterable[Link], capacity: Capacity, now: float) -> None:
    """Kill what is late, put heavy queries behind all others, and let only so many of them run."""
    busy = [(link, link.ticket) for link in links if link.ticket]
    for link, ticket in busy:
        ticket.see(link.processor_seconds())
        if now >= ticket.deadline + GRACE_SECONDS:
            link.drop(ticket.too_late(now))
    busy = [(link, ticket) for link, ticket in busy if not link.is_gone]
    _find_heavy(busy, capacity, now)
    _share([(link, ticket) for link, ticket in busy if not link.is_gone], capacity, now)


def _find_heavy(busy: Running, capacity: Capacity, now: float) -> None:
    heavy = sum(1 for _, ticket in busy if ticket.heavy_at)
    for link, ticket in busy:
        # By the processor, not by the clock: a look-up on a busy machine is no heavy query.
        is_light = ticket.worked_seconds < capacity.lookup_seconds - INTERVAL_SECONDS
        if ticket.heavy_at or is_light or ticket.looks < LEAST_LOOKS:
            continue
        if heavy >= capacity.most_heavy:
            link.drop(Busy("too many queries that take long are under way"))
            continue
        heavy += 1
        ticket.heavy_at = now
        link.renice()


def _share(busy: Running, capacity: Capacity, now: float) -> None:
    """Let the first heavy queries run; the others stand still until one of these is over."""
    heavy = sorted((pair for pair in busy if pair[1].heavy_at), key=lambda pair: pair[1].heavy_at)
    for place, (link, ticket) in enumerate(heavy):
        if place < capacity.heavy_workers:
            if ticket.suspended_at:
                ticket.suspended_seconds += now - ticket.suspended_at
                ticket.suspended_at = 0.0
                link.go_on()
        elif not ticket.suspended_at:
            ticket.suspended_at = now
            link.suspend()
