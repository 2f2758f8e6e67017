"""`souverain blame`: where what is said of a thing comes from."""

from __future__ import annotations

import click

from souverain import ttl
from souverain.cli import stored
from souverain.cli.terminal import table
from souverain.errors import UsageError


@click.command(name="blame")
@stored.option
@click.argument("name", metavar="IRI")
def command(store: str, name: str) -> None:
    """Show which version brought what is said of a thing, and what was taken away.

    A row with + is there, with the version that brought it; one with - is there no more, with the
    version that took it away. Prefixed names are known.

    \b
    Example:
      souverain blame id:cloudwatt --store shop.store
    """
    from souverain.versions import blame, wording

    found = blame.traces(stored.opened(store), ttl.expand(name))
    if not found:
        raise UsageError(
            f"nothing was ever said of {name}", hint="give its whole IRI, or a prefixed name"
        )
    told = wording.rows(trace.line for trace in found)
    rows = [
        (
            "-" if trace.removed else "+",
            row.predicate,
            row.value,
            row.graph,
            str(trace.last.number),
            trace.last.date,
            trace.last.author,
            trace.last.message,
        )
        for trace, row in zip(found, told, strict=True)
    ]
    columns = ("", "predicate", "value", "graph", "version", "date", "author", "message")
    table(columns, rows)
