"""Doing writes, one after the other: each is worked out, checked, kept, and then served."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace

from souverain import patch
from souverain.commit.outcome import Outcome, Stamp
from souverain.errors import Busy, Conflict
from souverain.http.message import Request, Response
from souverain.patch import Patch
from souverain.query.job import Reply
from souverain.query.pool import Pool
from souverain.versions.folder import Folder
from souverain.web.committer import Committer
from souverain.web.negotiation import choose
from souverain.web.served import Served
from souverain.web.write import Write

JSON = "application/json"
VERSION = "Souverain-Version"
Advance = Callable[[], Awaitable[None]]


class Writes:
    """The one way from a write to a new version.

    `advance` has the current version of the store served; it returns once every process that
    answers does so from it.
    """

    def __init__(
        self, served: Served, pool: Pool, folder: Folder, committer: Committer, advance: Advance
    ) -> None:
        self._served = served
        self._pool = pool
        self._folder = folder
        self._committer = committer
        self._advance = advance
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def perform(self, asked: Write, request: Request) -> Response:
        """What came of a write; raises what working it out, and committing it, raises."""
        if self._waiting >= self._served.settings.waiting_writes:
            raise Busy("too many writes are waiting")
        self._waiting += 1
        try:
            async with self._turn:
                # Once begun it is done, even for a client that has gone.
                return await asyncio.shield(self._perform(asked, request))
        finally:
            self._waiting -= 1

    async def _perform(self, asked: Write, request: Request) -> Response:
        parent, outcome = await self._committed(asked, request.client)
        if outcome.commit:
            await self._advance()
        return _response(asked, request, parent, outcome)

    async def _committed(self, asked: Write, client: str) -> tuple[int, Outcome]:
        """The version before, and what came of it; where another writer was faster, once more."""
        for is_last in (False, True):
            if self._folder.current != self._served.summary.number:
                await self._advance()
            parent = self._served.summary.number
            if asked.parent and asked.parent != parent:
                raise Conflict(asked.parent, parent)
            change = Patch.parse(await _gathered(await self._pool.run(asked.job, client)))
            stamp = Stamp(asked.token.name, asked.message)
            try:
                outcome = await self._committer.commit(change, stamp, parent, dry_run=asked.dry_run)
            except Conflict:
                if is_last:
                    raise
            else:
                return parent, outcome
        raise AssertionError


async def _gathered(reply: Reply) -> str:
    parts = [reply.first]
    if reply.rest:
        parts += [part async for part in reply.rest]
    return b"".join(parts).decode("utf-8")


def _response(asked: Write, request: Request, parent: int, outcome: Outcome) -> Response:
    number = outcome.commit.number if outcome.commit else parent
    headers = {VERSION: str(number), "Cache-Control": "no-store"}
    is_new = asked.created in outcome.patch.created
    if is_new and asked.created and not asked.dry_run:
        headers["Location"] = _place(asked.created, request)
        return Response(201, {**headers, "Content-Length": "0"})
    if not (asked.is_told or asked.dry_run):
        return Response(204, headers)
    told = {
        "version": number,
        "parent": parent,
        "dry_run": asked.dry_run,
        "added": len(outcome.patch.added),
        "removed": len(outcome.patch.removed),
    }
    media_type, content = JSON, json.dumps(told).encode("utf-8")
    if choose(request.accept, (JSON, patch.MEDIA_TYPE)) == patch.MEDIA_TYPE:
        media_type, content = patch.MEDIA_TYPE, outcome.patch.text().encode("utf-8")
    response = Response.of(200, media_type, content)
    return replace(response, headers={**response.headers, **headers})


def _place(graph: str, request: Request) -> str:
    """The address of a new graph: its own where it is one of this store, else by its name."""
    from urllib.parse import quote

    root = request.url.partition("/store")[0] + "/store"
    return graph if graph.startswith(f"{root}/") else f"{root}?graph={quote(graph, safe='')}"
