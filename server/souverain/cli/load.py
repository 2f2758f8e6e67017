"""`souverain load`: fill a store from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from souverain.cli import stored
from souverain.cli.invocation import Invocation

if TYPE_CHECKING:
    from souverain.patch import Patch
    from souverain.versions.folder import Folder


@click.command(name="load")
@stored.option
@click.argument("data", required=False, default="")
@click.option("--shapes", metavar="NAME", help="project, or none: for a store that is made.")
@click.option("--default-graph", metavar="NAME", help="union, or strict: for a store that is made.")
@click.option("--message", default="", metavar="TEXT", help="Why, for the history.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.pass_obj
def command(
    invocation: Invocation,
    store: str,
    data: str,
    shapes: str | None,
    default_graph: str | None,
    message: str,
    dry_run: bool,
) -> None:
    """Make the files the next version of a store.

    They are those of the project, or the RDF files in DATA. The store is made where there is none.
    What the files do not have, the new version has no more.

    \b
    Examples:
      souverain load --store shop.store
      souverain load people.nq --store people.store --shapes none --default-graph strict
    """
    from souverain.commit.committing import commit
    from souverain.commit.outcome import Stamp
    from souverain.versions import folder
    from souverain.versions.folder import Nature

    settings = invocation.settings(store=store, shapes=shapes, default_graph=default_graph)
    root = Path(store)
    if not folder.is_store(root):
        nature = Nature(settings.default_graph, settings.shapes, settings.base)
        folder.create(root, nature)
    opened = folder.open(root)
    change = _change(invocation, opened, data)
    stamp = Stamp(stored.author(), message or f"loaded {data or 'the files of the project'}")
    project = invocation.project() if opened.nature.shapes == "project" else None
    outcome = commit(opened, change, stamp, project, dry_run=dry_run, keep=settings.keep_versions)
    counts = f"{len(outcome.patch.added)} quads added, {len(outcome.patch.removed)} removed"
    if outcome.commit:
        click.echo(f"version {outcome.commit.number}: {counts}")
    else:
        click.echo(f"would be: {counts}" if outcome.patch else "nothing to change")


def _change(invocation: Invocation, opened: Folder, data: str) -> Patch:
    from souverain.commit import files

    if data:
        return files.of_data(opened, data)
    return files.of_project(opened, invocation.project())
