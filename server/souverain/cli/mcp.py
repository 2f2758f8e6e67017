"""`souverain mcp`: the graph for language models."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from souverain.cli import serve, stored
from souverain.cli.invocation import Invocation
from souverain.errors import MissingExtra, PortInUse, UsageError

if TYPE_CHECKING:
    import socket

WAITING = 128


@click.command(name="mcp")
@click.option("--http", metavar="HOST:PORT", help="Serve by HTTP at /mcp, not on standard input.")
@click.option(
    "--allow-host",
    "hosts",
    metavar="NAME",
    multiple=True,
    help="Another name by which it may be asked by HTTP, such as that of a proxy.",
)
@click.option(
    "--endpoint",
    metavar="URL",
    default="",
    help="Ask a server of this project there, not the project's files.",
)
@click.pass_obj
def command(
    invocation: Invocation, http: str | None, hosts: tuple[str, ...], endpoint: str
) -> None:
    """Let language models ask the graph, by the Model Context Protocol. It only reads.

    Its tools find an entity, describe it with its sources, list and ask the named questions, run
    SPARQL within the endpoint's limits, and tell the schema. Every answer carries the claims that
    it stands on, each with its quote.

    \b
    Examples:
      souverain mcp
      souverain mcp --http 127.0.0.1:8001
      souverain mcp --endpoint http://127.0.0.1:8000
    """
    if find_spec("mcp") is None:
        raise MissingExtra("mcp", "mcp")
    settings = stored.settled(invocation.settings())
    if endpoint and not endpoint.startswith(("http://", "https://")):
        raise UsageError(f"{endpoint!r} is no address", hint="--endpoint http://127.0.0.1:8000")
    listener = _listener(http) if http else None
    source = None if endpoint else serve.chosen(invocation, settings)

    from souverain.mcp import running

    if listener is None:
        running.over_stdio(source, endpoint, settings)
        return

    def greet() -> None:
        click.echo(f"MCP on {serve.url(listener)}{running.PATH}", err=True)

    running.over_http(source, endpoint, settings, listener, hosts, greet)


def _listener(text: str) -> socket.socket:
    host, colon, port = text.rpartition(":")
    if not (colon and host and port.isascii() and port.isdigit() and int(port) < 65536):
        raise UsageError(f"{text!r} is no HOST:PORT", hint="write: --http 127.0.0.1:8001")
    try:
        listener = serve.listening(host.strip("[]"), int(port))
        # From now on the port is taken, though nobody is answered until the data are read.
        listener.listen(WAITING)
    except PortInUse as fault:
        hint = f"choose another port: --http {host}:{int(port) + 1}"
        raise UsageError(str(fault), hint=hint) from None
    return listener
