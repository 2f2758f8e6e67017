"""Running the server: over standard input and output, or by HTTP on an address of this machine."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

import uvicorn
from mcp.server.transport_security import TransportSecuritySettings

from souverain.mcp.asking import Asked, Local, Remote
from souverain.mcp.server import made
from souverain.query import capacity
from souverain.query.pool import Pool
from souverain.settings import Settings
from souverain.source import Source

PATH = "/mcp"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
BODY_BYTES = 1_048_576
MOST_ROWS = 100_000
MOST_BYTES = 16_777_216


def over_stdio(source: Source | None, endpoint: str, settings: Settings) -> None:
    """Serve whoever started this process, until it closes the standard input."""

    async def run() -> None:
        async with _asked(source, endpoint, settings) as asked:
            await made(asked).run_stdio_async()

    asyncio.run(run())


def over_http(
    source: Source | None,
    endpoint: str,
    settings: Settings,
    listener: socket.socket,
    hosts: Sequence[str],
    greet: Callable[[], None],
) -> None:
    """Serve by Streamable HTTP at `/mcp` until the process is told to stop; greet when it is ready.

    A request must name one of the hosts, or this machine itself: else a page in a browser could ask
    by a name that leads here (DNS rebinding).
    """

    async def run() -> None:
        async with _asked(source, endpoint, settings) as asked:
            app = made(asked).streamable_http_app(
                streamable_http_path=PATH,
                stateless_http=True,
                json_response=True,
                max_request_body_size=BODY_BYTES,
                transport_security=_security(hosts),
            )
            config = uvicorn.Config(app, log_level="warning", lifespan="on")
            greet()
            await uvicorn.Server(config).serve(sockets=[listener])

    asyncio.run(run())


def _security(hosts: Sequence[str]) -> TransportSecuritySettings:
    names = [*LOOPBACK, *hosts]
    allowed = [form for name in names for form in (name, f"{name}:*")]
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=allowed,
        allowed_origins=[f"{scheme}://{name}" for scheme in ("http", "https") for name in allowed],
    )


def _bounded(settings: Settings) -> Settings:
    """The settings for answers that are gathered here, and read by a model: no huge ones."""
    return replace(
        settings,
        answer_rows=min(settings.answer_rows, MOST_ROWS),
        answer_bytes=min(settings.answer_bytes, MOST_BYTES),
    )


@asynccontextmanager
async def _asked(source: Source | None, endpoint: str, settings: Settings) -> AsyncIterator[Asked]:
    """Whoever answers: a remote server, or workers over the source."""
    if source is None:
        yield Remote(endpoint, float(settings.query_seconds) + settings.head_seconds)
        return
    pool = Pool(source, capacity.of(_bounded(settings)))
    try:
        await pool.start()
        yield Local(pool)
    finally:
        await pool.close()
