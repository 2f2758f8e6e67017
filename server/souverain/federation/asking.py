"""Rows of another endpoint: from memory, or by a request in its turn, read and checked."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from http import HTTPStatus
from typing import NamedTuple

from souverain.cache import Cache
from souverain.errors import ServiceFailed, ServicePaused, ServiceTooLarge, SouverainError
from souverain.federation import pauses, values
from souverain.federation.allowed import Endpoint
from souverain.federation.exchange import JSON, Answer, Exchange
from souverain.federation.pauses import Pauses
from souverain.federation.slots import Slots
from souverain.federation.values import Malformed, Row
from souverain.http.message import media_type

TYPES = frozenset({JSON, "application/json"})
PAUSING = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
# By which Virtuoso says how many rows it gives at most, whatever is asked.
MOST_ROWS = "x-sparql-maxrows"
MOST_ATTEMPTS = 3
ANSWERED, KEPT = "Answered", "Kept"
CELL_BYTES = 64


class Fetched(NamedTuple):
    """Rows, when they were fetched (in seconds since 1970), and the memory that they take."""

    rows: tuple[Row, ...]
    at: float
    size_bytes: int


class Asker:
    """Asks endpoints for rows; what came is kept for a while, with its date.

    `outcomes` counts how requests ended, by the names of faults, and those that memory answered.
    """

    def __init__(
        self,
        exchange: Exchange,
        slots: Slots,
        most_rows: int,
        cache_bytes: int,
        cache_seconds: float,
    ) -> None:
        self._exchange = exchange
        self._slots = slots
        self._most_rows = most_rows
        self._cache: Cache[Fetched] = Cache(cache_bytes)
        self._cache_seconds = cache_seconds
        self._pauses = Pauses()
        self.outcomes: Counter[str] = Counter()

    async def rows(
        self, endpoint: Endpoint, query: str, columns: Sequence[str], client: str, deadline: float
    ) -> Fetched:
        """The rows of a query, in the order of its columns.

        Raises `ServiceError`, and `ServicePaused` where the endpoint wants to be left alone for
        longer than to the deadline.
        """
        key = endpoint.iri, query
        kept = self._cache.get(key)
        if kept and time.time() - kept.at < self._cache_seconds:
            self.outcomes[KEPT] += 1
            return kept
        try:
            answer = await self._patiently(endpoint, query, client, deadline)
            at = time.time()
            found = await asyncio.to_thread(self._read, endpoint, answer, columns)
        except SouverainError as fault:
            self.outcomes[type(fault).__name__] += 1
            raise
        self.outcomes[ANSWERED] += 1
        size_bytes = sum(len(cell) + CELL_BYTES for row in found for cell in row) + CELL_BYTES
        fetched = Fetched(tuple(found), at, size_bytes)
        self._cache.put(key, fetched, size_bytes + len(query))
        return fetched

    async def _patiently(
        self, endpoint: Endpoint, query: str, client: str, deadline: float
    ) -> Answer:
        """The answer of an endpoint, after the pauses that it asks for."""
        pause = None
        for _ in range(MOST_ATTEMPTS):
            await self._pauses.over(endpoint.iri, deadline)
            async with self._slots.taken(client):
                answer = await self._exchange.post(endpoint, query)
            pause = pauses.seconds(answer.headers.get("retry-after", ""))
            if answer.status not in PAUSING or pause is None:
                return answer
            self._pauses.note(endpoint.iri, pause)
        raise ServicePaused(endpoint.iri, max(round(pause or 0), 1))

    def _read(self, endpoint: Endpoint, answer: Answer, columns: Sequence[str]) -> list[Row]:
        iri = endpoint.iri
        if fault := _fault(answer):
            raise ServiceFailed(iri, *fault)
        try:
            found = values.read(bytes(answer.body), columns)
        except Malformed as malformed:
            raise ServiceFailed(iri, f"gives an answer that cannot be read: {malformed}") from None
        if len(found) > self._most_rows:
            raise ServiceTooLarge(iri, f"gives more than {self._most_rows} rows")
        told = answer.headers.get(MOST_ROWS, "")
        if told.isdecimal() and len(found) >= int(told):
            raise ServiceTooLarge(iri, f"gives {told} rows at most, and perhaps not all")
        return found


def _fault(answer: Answer) -> tuple[str] | None:
    """What is wrong with an answer before its body is read."""
    kind = media_type(answer.headers)
    coding = answer.headers.get("content-encoding", "identity").strip().lower()
    if answer.status in range(300, 400):
        return ("answers with a redirect, which is not followed",)
    if answer.status != HTTPStatus.OK:
        return (f"answers with the status {answer.status}",)
    if coding != "identity":
        return ("answers in a content coding that was not asked for",)
    if kind not in TYPES:
        return ("answers in another media type than that of results in JSON",)
    return None
