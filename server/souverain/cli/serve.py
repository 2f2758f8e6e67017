"""`souverain serve`: the graph on the web."""

from __future__ import annotations

import errno
import ipaddress
import logging
import signal
import socket
from typing import NoReturn

import click

from souverain.cli.invocation import Invocation
from souverain.errors import PortInUse, UsageError

# The choice of server is for now: it buffers whole requests, and nothing isolates a query.
SERVER = "souverain"
LARGER_BODIES = 8


@click.command(name="serve")
@click.option("--host", metavar="ADDRESS", help="The address to listen on; 127.0.0.1 without it.")
@click.option("--port", metavar="PORT", help="The port to listen on; 8000 without it, 0 for any.")
@click.option("--threads", metavar="N", help="How many requests are answered at once.")
@click.pass_obj
def command(
    invocation: Invocation, host: str | None, port: str | None, threads: str | None
) -> None:
    """Serve the graph: a SPARQL endpoint at /sparql, and a page about it at /.

    The files are read once, at the start: build, check, and start again to serve a change. It
    stops on Ctrl-C or SIGTERM, after the answers that are under way.

    \b
    Example:
      souverain serve
      souverain --project shop serve --port 8080
    """
    settings = invocation.settings(host=host, port=port, threads=threads)
    project = invocation.project()
    listener = _listener(settings.host, settings.port)

    from waitress.server import create_server

    from souverain.store import Dataset
    from souverain.web.app import create_app

    logging.basicConfig(
        level=settings.log_level.upper(), format="%(levelname)s %(name)s %(message)s"
    )
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a request that waits is no news
    dataset = Dataset.load(project, settings.base)
    app = create_app(settings, dataset)
    server = create_server(
        app,
        sockets=[listener],
        threads=settings.threads,
        ident=SERVER,
        max_request_body_size=settings.max_body_bytes * LARGER_BODIES,
        clear_untrusted_proxy_headers=True,
    )
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    if not _is_loopback(settings.host):
        click.echo(
            "warning: queries are not isolated yet, and one can take all time and memory: "
            "let only clients that you trust reach this address",
            err=True,
        )
    click.echo(f"Serving {dataset.triples} triples on {_url(listener)} (SPARQL at /sparql)")
    try:
        server.run()
    finally:
        server.close()


def _listener(host: str, port: int) -> socket.socket:
    """A socket bound to the address; raises `PortInUse`, or `UsageError` for one that is none."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as fault:
        raise UsageError(
            f"{host} is no address: {fault.strerror}", hint="name one of this machine's addresses"
        ) from None
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
    except OSError as fault:
        listener.close()
        if fault.errno == errno.EADDRINUSE:
            raise PortInUse(host, port) from None
        raise UsageError(
            f"cannot listen on {host}:{port}: {fault.strerror}",
            hint="name an address of this machine, and a port from 1024",
        ) from None
    return listener


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _stop(*_: object) -> NoReturn:
    raise SystemExit(0)
