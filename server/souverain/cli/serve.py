"""`souverain serve`: the graph, or any RDF, on the web."""

from __future__ import annotations

import errno
import logging
import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from souverain.cli import stored
from souverain.cli.invocation import Invocation
from souverain.errors import DataError, PortInUse, UsageError

if TYPE_CHECKING:
    from souverain.settings import Settings
    from souverain.source import Source

# Every setting is an option, but for those that stand before the command's name.
ELSEWHERE = ("project",)


def _options(function: Callable[..., None]) -> Callable[..., None]:
    from souverain.settings import SETTINGS

    for row in reversed([row for row in SETTINGS if row.name not in ELSEWHERE]):
        name = f"--{row.name.replace('_', '-')}"
        told = f"{row.help[0].upper()}{row.help[1:]}."
        default = f" {row.default} without it." if row.default != "" else ""
        shape = {"flag_value": "yes"} if row.unit == "flag" else {"metavar": row.unit.upper()}
        option = click.option(name, row.name, help=told + default, **shape)  # type: ignore[arg-type]
        function = option(function)
    return function


@click.command(name="serve")
@_options
@click.pass_obj
def command(invocation: Invocation, /, **options: str | None) -> None:
    """Serve the graph: SPARQL at /sparql, its graphs at /store, a page about it at /.

    The files are read at the start, and again on SIGHUP: answers that are under way are finished
    from the old ones, and where the new ones are at fault the old ones stay. It stops on Ctrl-C or
    SIGTERM, after the answers that are under way.

    \b
    Examples:
      souverain serve
      souverain --project shop serve --port 8080
      souverain serve --data people.ttl --shapes none
      souverain serve --store shop.store --writable
    """
    settings = stored.settled(invocation.settings(**options))
    if not sys.platform.startswith("linux"):
        raise UsageError(
            "queries are isolated by the Linux kernel, and this is no Linux",
            hint="serve from Linux; souverain query answers here",
        )
    source = chosen(invocation, settings)
    listener = listening(settings.host, settings.port)
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(levelname)s %(name)s %(message)s"
    )

    from souverain.web import server

    def greet(triples: int) -> None:
        click.echo(f"Serving {triples} triples on {url(listener)} (SPARQL at /sparql)")

    server.run(settings, source, listener, greet)


def chosen(invocation: Invocation, settings: Settings) -> Source:
    """What the settings say is to be served."""
    from souverain.source import Source

    if settings.store and settings.shapes == "none":
        return Source("", settings.base, "", settings.default_graph, settings.store)
    if settings.data:
        source = Source("", settings.base, settings.data, settings.default_graph)
        if settings.shapes == "project":
            _conform(invocation, source)
        return source
    from souverain.pages.site import SiteSource

    project = invocation.project()
    root = str(project.root)
    return SiteSource(
        root, settings.base, "", settings.default_graph, settings.store, settings=settings
    )


def _conform(invocation: Invocation, source: Source) -> None:
    """Raise `DataError` unless the data meet the shapes of the project."""
    from souverain.check import conformance

    dataset, _ = source.read()
    found = list(conformance.of(invocation.project(), source.data, dataset.ntriples()))
    if found:
        number = f"{len(found)} finding{'s' if len(found) > 1 else ''}"
        raise DataError(
            f"{source.data}: {number} by the project's shapes",
            hint="serve data of another kind with: --shapes none",
            findings=found,
        )


def listening(host: str, port: int) -> socket.socket:
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


def url(listener: socket.socket) -> str:
    """The address of the server that listens there."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
