"""The way of a query with SERVICE: taken apart, asked of others, and then of this data alone."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Self

from souverain import __version__, syntax
from souverain.errors import (
    Busy,
    OutOfTime,
    QueryRefused,
    QuerySyntaxError,
    ServiceFailed,
    UsageError,
)
from souverain.federation import allowed, clauses
from souverain.federation.allowed import Endpoints
from souverain.federation.asking import Asker
from souverain.federation.course import Bounds, Course
from souverain.federation.exchange import Exchange
from souverain.federation.local import Local
from souverain.federation.slots import Slots
from souverain.federation.structure import Structure
from souverain.query.job import Job, Reply, Runner
from souverain.settings import Settings
from souverain.vocab import PREFIXES

LOG = logging.getLogger(__name__)
HEADER = "Souverain-Service"
# What is taken apart is taken apart in the server's own process.
MOST_CHARACTERS = 32_768
MOST_ATTEMPTS = 3
DATE = "%Y-%m-%dT%H:%M:%SZ"


class Federation:
    """Answers jobs as the runner does, and those with SERVICE too, of the endpoints on its list."""

    def __init__(
        self,
        runner: Runner,
        endpoints: Endpoints,
        asker: Asker,
        slots: Slots,
        bounds: Bounds,
        seconds: float,
        prefixes: Mapping[str, str] = PREFIXES,
        version: Callable[[], str] = str,
    ) -> None:
        self._runner = runner
        self._endpoints = endpoints
        self._asker = asker
        self._slots = slots
        self._bounds = bounds
        self._seconds = seconds
        self._prefixes = prefixes
        self._version = version

    @classmethod
    def of(cls, settings: Settings, runner: Runner, version: Callable[[], str]) -> Self:
        """The federation that the settings allow; raises `UsageError`.

        `version` tells which data the runner asks now.
        """
        slots = Slots(settings.service_requests, settings.client_service_requests)
        exchange = Exchange(agent(settings), settings.service_seconds, settings.service_bytes)
        asker = Asker(
            exchange,
            slots,
            settings.service_rows,
            settings.service_cache_bytes,
            settings.service_cache_seconds,
        )
        return cls(
            runner,
            allowed.endpoints(settings.service_allow),
            asker,
            slots,
            Bounds(settings.service_rows, settings.service_bytes, settings.service_batch),
            settings.query_seconds,
            {} if settings.default_graph == "strict" else PREFIXES,
            version,
        )

    def figures(self) -> Mapping[str, Mapping[str, float]]:
        """What was asked of others so far, by the names under which it is measured."""
        return {"service_requests": dict(self._asker.outcomes)}

    async def run(self, job: Job, client: str = "") -> Reply:
        """The answer, or its beginning; raises what the runner raises, and `ServiceError`.

        Where other endpoints were asked it is volatile, and the header `Souverain-Service` says
        when. Whoever is cancelled while waiting gives up what was asked of them too.
        """
        if not self._endpoints or not await _names_service(job.text):
            return await self._runner.run(job, client)
        if len(job.text) > MOST_CHARACTERS:
            raise QueryRefused(
                f"a query with SERVICE may have {MOST_CHARACTERS} characters",
                hint="ask for less at once",
            )
        seconds = min(job.seconds or self._seconds, self._seconds)
        local = Local(
            self._runner, job, client, seconds, time.monotonic() + seconds, self._bounds.bytes
        )
        await local.parse(clauses.masked(job.text))
        with self._slots.admitted(client):
            for _ in range(MOST_ATTEMPTS):
                before = self._version()
                reply = await self._answered(local)
                if self._version() == before:
                    return reply
                # What was bound in the old data is not joined with the new.
                if reply.rest:
                    await reply.rest.aclose()
        raise Busy("the data were replaced while other endpoints were asked")

    async def _answered(self, local: Local) -> Reply:
        job = local.job
        structure = await asyncio.to_thread(Structure, job.text, self._prefixes, job.base)
        course = Course(structure, self._endpoints, self._asker, self._bounds, local)
        try:
            async with asyncio.timeout(local.seconds):
                text = await course.text()
        except TimeoutError:
            raise OutOfTime(local.seconds) from None
        except QuerySyntaxError as fault:
            raise _unreadable(course, fault) from None
        try:
            reply = await local.run(text=text)
        except QuerySyntaxError as fault:
            raise _unreadable(course, fault) from None
        told = ((HEADER, header(course.fetched)),) if course.fetched else ()
        return replace(reply, head=replace(reply.head, is_volatile=True, headers=told))


def header(fetched: Mapping[str, float]) -> str:
    """Each endpoint with the date of its oldest rows, or that it failed."""
    told = (
        f'<{iri}>; fetched="{time.strftime(DATE, time.gmtime(at))}"' if at else f"<{iri}>; failed"
        for iri, at in fetched.items()
    )
    return ", ".join(told)


def agent(settings: Settings) -> str:
    """What the requests say of who sends them; raises `UsageError` where no header can."""
    contact = settings.service_contact or settings.base
    if not (contact.isascii() and contact.isprintable()):
        raise UsageError(
            f"--service-contact cannot be {contact!r}",
            hint="give an address of mail or of the web, in ASCII",
        )
    return f"souverain/{__version__} ({contact})"


async def _names_service(text: str) -> bool:
    """Whether a query may ask another endpoint; others have their turn while a long one is read."""
    if "service" not in text.lower():
        return False
    if len(text) > MOST_CHARACTERS:
        return await asyncio.to_thread(syntax.names_service, text)
    return syntax.names_service(text)


def _unreadable(course: Course, fault: QuerySyntaxError) -> ServiceFailed:
    """The error where rows make a query unreadable that could be parsed without them."""
    LOG.warning("rows of %s cannot be put into a query: %s", list(course.fetched), fault)
    endpoint = next(iter(course.fetched), "")
    return ServiceFailed(endpoint, "gives terms that cannot be read")
