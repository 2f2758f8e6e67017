"""The server: workers, front, Flask and sockets put together, from start to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import ipaddress
import logging
import resource
import signal
import socket
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import uvloop

from souverain.errors import SouverainError, UsageError
from souverain.federation.federated import Federation
from souverain.http.limits import Limits
from souverain.http.message import Request, Response
from souverain.http.origin import Network
from souverain.http.server import Done, Server
from souverain.http.wsgi import Wsgi
from souverain.query import capacity
from souverain.query.engine import Isolated
from souverain.query.pool import Pool
from souverain.settings import Settings
from souverain.source import Source, Summary
from souverain.tokens import Keyring
from souverain.versions import folder
from souverain.web import answers, protocol
from souverain.web.app import create_app
from souverain.web.committer import Committer, Place
from souverain.web.follower import Follower
from souverain.web.front import Front
from souverain.web.journal import Journal
from souverain.web.metrics import Figures, Metrics
from souverain.web.past import Past
from souverain.web.refusals import RequestError
from souverain.web.served import Served
from souverain.web.writes import Writes

LOG = logging.getLogger(__name__)
GRACE_SECONDS = 5
FLUSH_SECONDS = 0.5
SWEEP_SECONDS = 0.2
OTHER_DESCRIPTORS = 1024


def run(
    settings: Settings, source: Source, listener: socket.socket, greet: Callable[[int], None]
) -> None:
    """Serve until a signal says stop; `greet` is told the number of triples once it answers.

    Raises `DataError` or `UsageError` where nothing can be served.
    """
    networks = proxies(settings.trusted_proxy)
    _allow_descriptors(settings.connections)
    journal = Journal(settings.log)
    try:
        uvloop.run(_Running(settings, source, journal).serve(listener, networks, greet))
    finally:
        journal.close()


def proxies(text: str) -> list[Network]:
    """The networks of a list with commas between; raises `UsageError`."""
    try:
        return [ipaddress.ip_network(part.strip()) for part in text.split(",") if part.strip()]
    except ValueError as fault:
        raise UsageError(
            f"--trusted-proxy cannot be {text!r}: {fault}",
            hint="give addresses or networks with commas between, such as 127.0.0.1,10.0.0.0/8",
        ) from None


def _allow_descriptors(connections: int) -> None:
    """Let there be a descriptor for each connection, and one for the file that it may wait in."""
    wanted = 2 * connections + OTHER_DESCRIPTORS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


class _Running:
    """One run of the server: what its parts share."""

    def __init__(self, settings: Settings, source: Source, journal: Journal) -> None:
        self._settings = settings
        self._source = source
        self._journal = journal
        self._statuses: Counter[str] = Counter()
        self._reloads: Counter[str] = Counter()
        self._sent_bytes = 0
        self._follower: Follower | None = None
        self._committer: Committer | None = None

    async def serve(
        self, listener: socket.socket, networks: list[Network], greet: Callable[[int], None]
    ) -> None:
        settings = self._settings
        self._pool = Pool(self._source, capacity.of(settings))
        keyring = Keyring(Path(settings.store)) if settings.writable else None
        self._federation = Federation.of(settings, self._pool, lambda: self._served.version)
        self._served = Served(settings, Summary(**await self._pool.start()), keyring)
        engine = Isolated(self._federation, asyncio.get_running_loop())
        app = create_app(self._served, engine, Metrics(self._figures))
        problem = partial(_refused, self._served)
        self._front = Front(self._served, self._federation, Wsgi(app, settings.threads, problem))
        if settings.store:
            self._follow(folder.open(Path(settings.store)))
        self._server = Server(
            self._front,
            [listener],
            problem,
            _limits(settings),
            trusted_proxies=networks,
            record=self._record,
            sweep_seconds=SWEEP_SECONDS,
        )
        stop = self._signals()
        await self._server.start()
        # What is there now stays: looking through it again would hold everyone up.
        gc.collect()
        gc.freeze()
        greet(self._served.summary.served_triples)
        await self._work(stop)

    async def _work(self, stop: asyncio.Event) -> None:
        """Do what goes on beside the answers, until the server is to stop, and stop it."""
        waiting = [self._flush()]
        if self._follower and self._front.past:
            waiting += [self._follower.watch(), self._front.past.watch()]
        tasks = [asyncio.create_task(work) for work in waiting]
        try:
            await stop.wait()
            await self._server.stop(GRACE_SECONDS)
        finally:
            for task in tasks:
                task.cancel()
            for part in (self._committer, self._front.past, self._pool):
                if part:
                    await part.close()

    def _follow(self, store: folder.Folder) -> None:
        """Serve each new version of a store, and let it be written to where that is wanted."""
        settings = self._settings
        self._follower = follower = Follower(store, self._served, self._pool, self._source)
        follower.switched = self._switched
        self._front.past = Past(self._source, capacity.of(settings))
        if settings.writable:
            place = Place(
                settings.store,
                self._source.project,
                settings.shapes,
                settings.commit_seconds,
                settings.keep_versions,
            )
            self._committer = Committer(place)
            self._committer.prepare()
            self._front.writes = Writes(
                self._served, self._pool, store, self._committer, follower.advance
            )

    def _signals(self) -> asyncio.Event:
        loop, stop = asyncio.get_running_loop(), asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        tasks: set[asyncio.Task[None]] = set()

        def reload() -> None:
            task = asyncio.create_task(self._reload())
            tasks.add(task)
            task.add_done_callback(tasks.discard)

        loop.add_signal_handler(signal.SIGHUP, reload)
        return stop

    async def _reload(self) -> None:
        """Serve the data as they are now, or go on with the old ones where they are at fault."""
        self._journal.reopen()
        try:
            await self._pool.reload(self._source, self._switched)
        except SouverainError as fault:
            self._reloads["failed"] += 1
            LOG.error("not reloaded, the old data are served: %s", fault)

    def _switched(self, summary: dict[str, Any]) -> None:
        self._served.replace(Summary(**summary))
        self._front.forget()
        self._reloads["done"] += 1
        LOG.info("reloaded: %d triples", self._served.summary.served_triples)

    async def _flush(self) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            while True:
                await asyncio.sleep(FLUSH_SECONDS)
                self._journal.flush()

    def _record(self, done: Done) -> None:
        self._statuses[str(done.status)] += 1
        self._sent_bytes += done.sent_bytes
        if self._journal.is_kept:
            asked = done.received
            self._journal.note(
                asked.client,
                method=asked.method.decode("latin-1"),
                target=asked.target.partition(b"?")[0].decode("latin-1"),
                status=done.status,
                sent_bytes=done.sent_bytes,
                seconds=round(done.seconds, 6),
                is_whole=done.is_whole,
                **_query(asked.target, asked.headers.get(b"content-type", b""), asked.body),
            )

    def _figures(self) -> Figures:
        return {
            "triples": self._served.summary.triples,
            "connections": self._server.open_connections,
            "cache_bytes": self._front.cache.held_bytes,
            "cache_answers": len(self._front.cache),
            "cache_hits": self._front.hits,
            "sent_bytes": self._sent_bytes,
            "requests": dict(self._statuses),
            "reloads": dict(self._reloads),
            "log_dropped": self._journal.dropped,
            **self._pool.figures(),
            **self._federation.figures(),
        }


def _query(target: bytes, media_type: bytes, body: bytes) -> dict[str, str]:
    """The text of the query in a request, where it has one that can be read."""
    if media_type.startswith(protocol.QUERY.encode()):
        return {"query": body.decode("utf-8", "replace")}
    with contextlib.suppress(RequestError):
        found = protocol.parameters(body if media_type else target.partition(b"?")[2], "")
        return {"query": " ".join(texts)} if (texts := protocol.values(found, "query")) else {}
    return {}


def _refused(served: Served, status: int, request: Request) -> Response:
    return answers.refused(status, request, served)


def _limits(settings: Settings) -> Limits:
    return Limits(
        connections=settings.connections,
        client_connections=settings.client_connections,
        head_seconds=settings.head_seconds,
        body_bytes=settings.max_body_bytes,
        body_seconds=settings.body_seconds,
        idle_seconds=settings.idle_seconds,
        stall_seconds=settings.stall_seconds,
    )
