"""`souverain log`: the history of a store."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import islice

import click

from souverain.cli import stored
from souverain.cli.terminal import table


@click.command(name="log")
@stored.option
@click.option("--limit", type=click.IntRange(1), metavar="N", help="The newest N; else all.")
@click.option("--format", "name", type=click.Choice(["table", "json"]), default="table")
def command(store: str, limit: int | None, name: str) -> None:
    """List who changed a store, when, why, and by how much.

    The newest version comes first. The same is in the graph `graph/history` of a server.

    \b
    Examples:
      souverain log --store shop.store --limit 10
      souverain log --store shop.store --format json
    """
    commits = list(islice(stored.opened(store).commits(), limit))
    if name == "json":
        click.echo(json.dumps([asdict(row) for row in commits], ensure_ascii=False, indent=2))
        return
    rows = [
        (str(row.number), row.date, row.author, f"+{row.added}", f"-{row.removed}", row.message)
        for row in commits
    ]
    table(("version", "date", "author", "added", "removed", "message"), rows)
