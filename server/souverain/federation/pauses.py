"""The pauses that other endpoints ask for, by `Retry-After` (RFC 9110, section 10.2.3)."""

from __future__ import annotations

import asyncio
import math
import re
import time
from email.utils import parsedate_to_datetime

from souverain.errors import ServicePaused

LONGEST_SECONDS = 86_400
_SECONDS = re.compile(r"[0-9]{1,9}")


class Pauses:
    """Remembers until when an endpoint wants to be left alone."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def note(self, iri: str, seconds: float) -> None:
        """Ask an endpoint nothing for a while."""
        self._until[iri] = time.monotonic() + seconds

    async def over(self, iri: str, deadline: float) -> None:
        """Wait for the end of a pause; raises `ServicePaused` where it ends after the deadline."""
        now, until = time.monotonic(), self._until.get(iri, 0.0)
        if until >= deadline:
            raise ServicePaused(iri, max(math.ceil(until - now), 1))
        if until > now:
            await asyncio.sleep(until - now)


def seconds(header: str) -> float | None:
    """The pause that a header asks for, at most a day; nothing where it asks for none."""
    if _SECONDS.fullmatch(header.strip()):
        return float(min(int(header), LONGEST_SECONDS))
    try:
        until = parsedate_to_datetime(header).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(until - time.time(), 0.0), LONGEST_SECONDS)
