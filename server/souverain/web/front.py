"""What stands before Flask's routing: ready answers, and requests for the data.

It decides nothing that `answers` does not decide: it only knows how to wait for an answer without
a thread, and how to send one again that was sent before.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from souverain.cache import Cache
from souverain.http.message import Request, Response
from souverain.http.received import Received
from souverain.http.wire import Ready, lines, start
from souverain.http.wsgi import Wsgi
from souverain.query.job import Head, Reply, Runner
from souverain.web import answers, history
from souverain.web.answers import Route
from souverain.web.past import Past
from souverain.web.plan import Plan, common, known_tags
from souverain.web.served import Served
from souverain.web.write import Write
from souverain.web.writes import Writes

# A request that came before is known by its bytes; so many are, and none that is longer.
ALIASES = 8192
ALIAS_BYTES = 4096
LONG_BYTES = 65_536
NAMED_BY = (b"host", b"accept", b"accept-encoding", b"accept-language", b"content-type")
# What describes a body, and is not told where there is none (RFC 9110, section 15.4.5).
BODILY = frozenset(
    (b"Content-Type", b"Content-Length", b"Content-Encoding", b"Content-Disposition")
)
OK = 200
NOT_MODIFIED = 304
NOT_MODIFIED_LINE = b"HTTP/1.1 304 Not Modified"
DESCRIBED = "/sparql"
FILED = (history.VERSIONS, history.DIFF)
READ = ("GET", "HEAD")

Alias = tuple[bytes | None, ...]


class Kept(NamedTuple):
    """A ready answer, and its tag, if a client may keep it too."""

    ready: Ready
    tag: str

    @property
    def size_bytes(self) -> int:
        """The memory that it takes, nearly."""
        return len(self.ready.head) + len(self.ready.body)

    @property
    def unchanged(self) -> Ready:
        """What is sent to a client that has it already."""
        _, *lines = self.ready.head.split(b"\r\n")
        kept = [line for line in lines if line.partition(b":")[0] not in BODILY]
        return Ready(NOT_MODIFIED, b"\r\n".join([NOT_MODIFIED_LINE, *kept]), b"")


class Front:
    """Answers from memory, else from the workers, else from Flask."""

    def __init__(self, served: Served, runner: Runner, pages: Wsgi) -> None:
        self.hits = 0
        # Both come with a store.
        self.writes: Writes | None = None
        self.past: Past | None = None
        self.cache: Cache[Kept] = Cache(served.settings.cache_bytes)
        self._served = served
        self._runner = runner
        self._pages = pages
        self._aliases: dict[Alias, tuple[str, ...]] = {}
        self._long = asyncio.Lock()
        self._filed = asyncio.Lock()

    def forget(self) -> None:
        """Keep no answer: the data are others now."""
        self.cache.clear()
        self._aliases.clear()

    def ready(self, received: Received) -> Ready | None:
        """The answer to the same request as before, if it is still in memory."""
        key = self._aliases.get(_alias(received))
        kept = self.cache.get(key) if key else None
        if kept is None:
            return None
        self.hits += 1
        told = received.headers.get(b"if-none-match")
        if told and kept.tag and kept.tag in known_tags(told.decode("latin-1")):
            return kept.unchanged
        return kept.ready

    async def respond(self, request: Request) -> Response | Ready:
        """The answer to any request; HEAD is answered as GET is."""
        path = urlsplit(request.url).path
        route = answers.route(path, self._served)
        if route is None or (path == DESCRIBED and not request.query and request.method in READ):
            # A page, or the description of the service, which takes long to write.
            return await self._pages.respond(request)
        if path.startswith(FILED):
            # Read from files, which may take a while and much memory: one after the other.
            async with self._filed:
                return await asyncio.to_thread(_responded, route, request, self._served)
        if len(request.query) + len(request.body) > LONG_BYTES:
            # Others have their turn before it, and between it and the next one.
            async with self._long:
                await asyncio.sleep(0)
                planned = route.plan(request, self._served)
                await asyncio.sleep(0)
        else:
            planned = route.plan(request, self._served)
        if isinstance(planned, Write):
            return await self._write(planned, route, request)
        if not isinstance(planned, Plan):
            return planned
        key = _key(planned)
        if key and (kept := self.cache.get(key)):
            self.hits += 1
            if path in answers.TABLE or planned.job.asked:
                self._name(request, path, key)
            return kept.ready
        return await self._answer(planned, key, route, request)

    async def _write(self, asked: Write, route: Route, request: Request) -> Response:
        assert self.writes
        try:
            response = await self.writes.perform(asked, request)
        except Exception as fault:
            return route.failed(fault, asked, request, self._served)
        return route.dressed(response, request, self._served)

    async def _answer(
        self, plan: Plan, key: tuple[str, ...] | None, route: Route, request: Request
    ) -> Response | Ready:
        try:
            reply = await self._run(plan, request.client)
        except Exception as fault:
            return route.failed(fault, plan, request, self._served)
        # Where the data were replaced meanwhile, nobody will ask for this key again.
        if reply.head.is_volatile or plan.version != self._served.version:
            key = None
        if reply.rest is None:
            own = plan.own(reply.head, len(reply.first))
            told = _common(*plan.sort(reply.head)) + lines(own)
            if reply.head.status != OK:
                return Ready(reply.head.status, told, reply.first)
            return self._keep(key, told, own.get("ETag", ""), reply.first)
        response = route.dressed(plan.response(reply.head, b"", None), request, self._served)
        return replace(response, body=self._passed_on(reply, response.headers, key))

    async def _run(self, plan: Plan, client: str) -> Reply:
        if not plan.number:
            return await self._runner.run(plan.job, client)
        assert self.past
        return await self.past.run(plan.job, plan.number, client)

    async def _passed_on(
        self, reply: Reply, headers: Mapping[str, str], key: tuple[str, ...] | None
    ) -> AsyncIterator[bytes]:
        """The chunks of an answer as they come; what is not too large is kept once it is whole."""
        assert reply.rest
        seen, room_bytes = [reply.first], self.cache.largest_bytes - len(reply.first)
        async with aclosing(reply.rest) as rest:
            yield reply.first
            async for chunk in rest:
                room_bytes -= len(chunk)
                if key and room_bytes >= 0:
                    seen.append(chunk)
                else:
                    seen.clear()
                yield chunk
        if key and room_bytes >= 0:
            content = b"".join(seen)
            told = start(OK, {**headers, "Content-Length": str(len(content))})
            self._keep(key, told, headers.get("ETag", ""), content)

    def _keep(self, key: tuple[str, ...] | None, told: bytes, tag: str, content: bytes) -> Ready:
        """The answer, made ready, and kept where it has a key."""
        ready = Ready(OK, told, content)
        if key:
            kept = Kept(ready, tag)
            self.cache.put(key, kept, kept.size_bytes)
        return ready

    def _name(self, request: Request, path: str, key: tuple[str, ...]) -> None:
        """Know the request by its bytes, the next time that it comes."""
        target = path.encode("latin-1") + (b"?" + request.query if request.query else b"")
        told = (request.headers.get(name.decode("ascii")) for name in NAMED_BY)
        alias = (
            request.method.encode("latin-1"),
            target,
            request.body,
            *(None if value is None else value.encode("latin-1") for value in told),
        )
        if sum(len(part or b"") for part in alias) > ALIAS_BYTES:
            return
        if len(self._aliases) >= ALIASES:
            self._aliases.clear()
        self._aliases[alias] = key


def _key(plan: Plan) -> tuple[str, ...] | None:
    """What the answer is kept under: what it holds, how it is coded, what headers go with it."""
    return (plan.key, *plan.job.encodings, str(plan.keepable)) if plan.key else None


@lru_cache(maxsize=1024)
def _common(media_type: str, head: Head, is_tagged: bool) -> bytes:
    """The beginning of the answers of a sort, the same for all of them."""
    return start(head.status, answers.DRESS | common(media_type, head, is_tagged))


def _alias(received: Received) -> Alias:
    headers = received.headers
    return (
        received.method,
        received.target,
        received.body,
        *(headers.get(name) for name in NAMED_BY),
    )


def _responded(route: Route, request: Request, served: Served) -> Response:
    planned = route.plan(request, served)
    assert isinstance(planned, Response)
    return planned
