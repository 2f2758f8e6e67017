"""Waiting between tries: as long as a service asks, longer each time, and not for ever."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from souverain.errors import ServicePaused

FIRST_SECONDS = 1.0
LONGEST_SECONDS = 120.0


def _silent(_told: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Patience:
    """How often a request is tried, and what is done between two tries.

    `tell` is told, in a sentence, of each pause before it is made.
    """

    tries: int = 5
    sleep: Callable[[float], None] = time.sleep
    tell: Callable[[str], None] = field(default=_silent)

    def pauses(self) -> Iterator[float | None]:
        """How long to wait, at least, after each try that failed; nothing after the last one."""
        for number in range(self.tries - 1):
            yield min(FIRST_SECONDS * 2.0**number, LONGEST_SECONDS)
        yield None

    def wait(self, address: str, seconds: float, asked_seconds: float | None, reason: str) -> None:
        """Wait, at least as long as the service asked for.

        Raises `ServicePaused` where that is longer than anyone would wait for.
        """
        if asked_seconds and asked_seconds > LONGEST_SECONDS:
            raise ServicePaused(address, round(asked_seconds))
        seconds = max(seconds, asked_seconds or 0.0)
        self.tell(f"<{address}> {reason}; trying again in {seconds:g} s")
        self.sleep(seconds)
