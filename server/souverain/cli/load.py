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
@stored.changing
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
    from souverain.versions import folder
    from souverain.versions.nature import Nature

    settings = invocation.settings(store=store, shapes=shapes, default_graph=default_graph)
    root = Path(store)
    if not folder.is_store(root):
        nature = Nature(settings.default_graph, settings.shapes, settings.base)
        folder.create(root, nature)
    opened = folder.open(root)
    why = message or f"loaded {data or 'the files of the project'}"
    stored.committed(invocation, opened, lambda: _change(invocation, opened, data), why, dry_run)


def _change(invocation: Invocation, opened: Folder, data: str) -> Patch:
    from souverain.commit import files

    if data:
        return files.of_data(opened, data)
    return files.of_project(opened, invocation.project())
