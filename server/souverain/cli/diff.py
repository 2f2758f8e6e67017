"""`souverain diff`: what changed between two versions of a store."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from souverain.cli import stored

if TYPE_CHECKING:
    from souverain.patch import Patch

COLOURS = {"-": "red", "+": "green"}


@click.command(name="diff")
@stored.option
@click.argument("old", type=click.IntRange(0), metavar="A")
@click.argument("new", type=click.IntRange(0), metavar="B", required=False)
@click.option(
    "--format",
    "name",
    type=click.Choice(["text", "patch"]),
    default="text",
    help="text, for people and as without it, or an RDF Patch.",
)
def command(store: str, old: int, new: int | None, name: str) -> None:
    """Show what changed from one version of a store to another.

    Without B it is the newest one. Version 0 is the empty one; B may be the earlier of the two.

    \b
    Examples:
      souverain diff 11 12 --store shop.store
      souverain diff 3 --store shop.store --format patch
    """
    opened = stored.opened(store)
    change = opened.difference(old, opened.current if new is None else new)
    if name == "patch":
        click.echo(change.text(), nl=False)
    else:
        _show(change)


def _show(change: Patch) -> None:
    from souverain.versions import wording

    for sign, names in (("-", change.dropped), ("+", change.created)):
        for graph in names:
            click.secho(f"{sign} {wording.iri(graph)}", fg=COLOURS[sign])
    rows = wording.changes(change)
    for (graph, subject), told in groupby(rows, key=lambda row: row[1][:2]):
        click.secho(f"{subject}  ({graph})" if graph else subject, bold=True)
        for sign, row in told:
            click.secho(f"  {sign} {row.predicate} {row.value}", fg=COLOURS[sign])
