"""An HTTP/1.1 server on the running loop: every client within its limits, at the others' speed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Iterable

from souverain.http.admission import Admission
from souverain.http.connection import Connection
from souverain.http.handler import Done, Handler, Problem, Record
from souverain.http.limits import Limits
from souverain.http.origin import Network, Proxies
from souverain.http.received import Received
from souverain.http.shared import Shared
from souverain.http.spool import Room
from souverain.http.wire import Ready

__all__ = ["Done", "Handler", "Limits", "Ready", "Received", "Server"]

LOG = logging.getLogger(__name__)
BACKLOG = 1024


class Server:
    """Serves on sockets that are bound; `problem` writes the errors that the server itself finds.

    `record` is told of every answered request.
    """

    def __init__(
        self,
        handler: Handler,
        sockets: Iterable[socket.socket],
        problem: Problem,
        limits: Limits | None = None,
        *,
        trusted_proxies: Iterable[Network] = (),
        record: Record | None = None,
        sweep_seconds: float = 1.0,
    ) -> None:
        self._sockets = list(sockets)
        self._handler = handler
        self._problem = problem
        self._limits = limits or Limits()
        self._proxies = Proxies(trusted_proxies)
        self._record = record
        self._sweep_seconds = sweep_seconds
        self._servers: list[asyncio.Server] = []

    @property
    def open_connections(self) -> int:
        """How many are open."""
        return len(self._shared.connections)

    async def start(self) -> None:
        """Accept connections."""
        loop = asyncio.get_running_loop()
        self._shared = shared = Shared(
            handler=self._handler,
            problem=self._problem,
            limits=self._limits,
            proxies=self._proxies,
            record=self._record,
            loop=loop,
            admission=Admission(self._limits),
            room=Room(self._limits),
        )
        for bound in self._sockets:
            server = await loop.create_server(
                lambda: Connection(shared), sock=bound, backlog=BACKLOG
            )
            self._servers.append(server)
        self._sweeping = loop.create_task(self._sweep())

    async def stop(self, grace_seconds: float) -> None:
        """Accept no more; let the answers that are under way end within the time, and then cut."""
        shared = self._shared
        shared.is_stopping = True
        for server in self._servers:
            server.close()
        for connection in list(shared.connections):
            connection.finish()
        until = shared.loop.time() + grace_seconds
        while shared.connections and shared.loop.time() < until:
            await asyncio.sleep(0.02)
        tasks = [connection.task for connection in shared.connections if connection.task]
        for connection in list(shared.connections):
            connection.abort()
        self._sweeping.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._sweeping
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _sweep(self) -> None:
        """Look at all connections once a second: no request needs a timer of its own."""
        shared = self._shared
        while True:
            await asyncio.sleep(self._sweep_seconds)
            shared.tails.renew()
            now = shared.loop.time()
            for connection in list(shared.connections):
                try:
                    connection.sweep(now)
                except Exception:
                    LOG.exception("a connection could not be looked after, and is ended")
                    connection.abort()
