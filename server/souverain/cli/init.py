"""`souverain init`: a project folder of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from souverain import files
from souverain.cli.invocation import Invocation


@click.command(name="init")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def command(invocation: Invocation, directory: Path) -> None:
    """Make a project folder with ontology, articles and graph.

    DIR must be new or empty; it receives a copy of the data that came with the program, or of
    the project named by --project. Nothing is left behind when the copy fails.

    \b
    Example:
      souverain init shop
      souverain --project shop check
    """
    named = invocation.settings().project
    project = files.init(directory, files.find(named) if named else files.packaged())
    click.echo(f"{directory}: a project with {len(project.graph_files())} graph files")
    click.echo(f"next: souverain --project {directory} check")
