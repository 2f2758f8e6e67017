"""`souverain token`: who may write to a store."""

from __future__ import annotations

import click

from souverain import tokens
from souverain.cli import stored
from souverain.cli.terminal import table
from souverain.clock import stamp


@click.group(name="token")
def command() -> None:
    """Make, list and revoke the tokens that let others write to a store.

    All of it works beside a running server, which knows of it at the next write.

    \b
    Example:
      souverain token add --store shop.store --scope write --name Ada --days 90
    """


@command.command(name="add")
@stored.option
@click.option("--scope", default="write", metavar="SCOPE", help="write (as without it), or admin.")
@click.option("--name", default="", metavar="NAME", help="Who writes with it, for the history.")
@click.option("--days", default=0, metavar="DAYS", type=click.IntRange(0, 36500), help="Its life.")
def add(store: str, scope: str, name: str, days: int) -> None:
    """Print a new token, once, alone on the last line."""
    root = stored.opened(store).root
    token, text = tokens.add(root, scope, name, days)
    until = f" until {token.expires}" if token.expires else ""
    click.echo(f"{token.id}: {token.name} may {scope}{until}. This is not shown again:", err=True)
    click.echo(text)


@command.command(name="list")
@stored.option
def list_(store: str) -> None:
    """List the tokens, without what is secret of them."""
    now, root = stamp(), stored.opened(store).root
    rows = [
        (row.id, row.name, row.scope, row.created, row.expires, row.state(now))
        for row in tokens.read(root)
    ]
    table(("id", "name", "scope", "created", "expires", "state"), rows)


@command.command(name="revoke")
@stored.option
@click.argument("id")
def revoke(store: str, id: str) -> None:
    """Let a token be worth nothing from now on."""
    token = tokens.revoke(stored.opened(store).root, id)
    click.echo(f"{token.id}: {token.name} can no more write")
