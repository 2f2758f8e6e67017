"""Doing writes, one after the other: each is worked out, checked, kept, and then served."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import quote

from souverain import patch
from souverain.commit.outcome import OPERATOR, Outcome, Stamp
from souverain.errors import Busy, Conflict, CorruptStore, SouverainError, Unanswered, Unkept
from souverain.federation.loading import Loading
from souverain.http.message import Request, Response
from souverain.patch import Patch
from souverain.query.job import Reply
from souverain.query.pool import Pool
from souverain.versions.folder import Folder
from souverain.web.committer import Committer
from souverain.web.negotiation import choose
from souverain.web.refusals import PreconditionFailed
from souverain.web.served import Served
from souverain.web.write import Write

LOG = logging.getLogger(__name__)
# So often a change is worked out anew where another process wrote meanwhile.
ATTEMPTS = 8
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
        self._loading = Loading.of(served.settings)
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def perform(self, asked: Write, request: Request) -> Response:
        """What came of a write; raises what working it out, and committing it, raises."""
        if self._waiting >= self._served.settings.waiting_writes:
            raise Busy("too many writes are waiting")
        self._waiting += 1
        try:
            await self._turn.acquire()
        except asyncio.CancelledError:
            self._waiting -= 1
            raise
        # Once begun it is done, and holds its turn, even for a client that has gone.
        task = asyncio.get_running_loop().create_task(self._perform(asked, request))
        task.add_done_callback(self._done)
        return await asyncio.shield(task)

    def _done(self, task: asyncio.Task[Response]) -> None:
        self._waiting -= 1
        self._turn.release()
        if not task.cancelled():
            task.exception()  # the client may have gone, and nobody be there to see it

    async def _perform(self, asked: Write, request: Request) -> Response:
        parent, outcome = await self._committed(asked, request.client)
        if outcome.commit:
            try:
                await self._caught_up()
            except SouverainError as fault:
                LOG.error("version %d is not served: %s", outcome.commit.number, fault)
                raise Unanswered(
                    f"the change is kept as version {outcome.commit.number}, and not served yet",
                    hint="do not send it again; ask for it in a moment",
                ) from None
        return _response(asked, request, parent, outcome)

    async def _caught_up(self) -> None:
        try:
            if self._folder.current != self._served.summary.number:
                await self._advance()
        except CorruptStore as fault:
            LOG.error("the current version cannot be read: %s: %s", fault, fault.hint)
            raise Unkept(
                "the store is damaged: its current version cannot be read",
                hint=OPERATOR,
            ) from None

    async def _committed(self, asked: Write, client: str) -> tuple[int, Outcome]:
        """The version before, and what came of it; where another writer was faster, again."""
        for is_last in (False,) * (ATTEMPTS - 1) + (True,):
            await self._caught_up()
            parent = self._served.summary.number
            self._hold(asked, parent)
            reply = await self._pool.run(await self._loading.loaded(asked.job), client)
            # It may be of a million rows: others are answered meanwhile.
            change = await asyncio.to_thread(Patch.parse, await _gathered(reply))
            if self._is_idle(asked, change):
                return parent, Outcome(None, change)
            stamp = Stamp(asked.token.name, asked.message)
            try:
                outcome = await self._committer.commit(change, stamp, parent, dry_run=asked.dry_run)
            except Conflict:
                if is_last:
                    raise
            else:
                return parent, outcome
        raise AssertionError

    def _hold(self, asked: Write, parent: int) -> None:
        """Raise the error of a write whose conditions are not met by the version that is served."""
        if asked.parent and asked.parent != parent:
            raise Conflict(asked.parent, parent)
        is_there = not asked.job.graph or asked.job.graph in self._served.summary.named
        if asked.exists is not None and asked.exists is not is_there:
            raise PreconditionFailed(f"the graph is {'' if is_there else 'not '}there")

    def _is_idle(self, asked: Write, change: Patch) -> bool:
        """Whether there is nothing to be kept, nor to be checked."""
        return not change or (asked.dry_run and self._folder.nature.takes_anything)


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
    root = request.url.partition("/store")[0] + "/store"
    return graph if graph.startswith(f"{root}/") else f"{root}?graph={quote(graph, safe='')}"
