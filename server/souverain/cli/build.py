"""`souverain build`: claims completed, files in the one form, the derived layer made anew."""

from __future__ import annotations

import click

from souverain import build
from souverain.cli.invocation import Invocation


@click.command(name="build")
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.pass_obj
def command(invocation: Invocation, dry_run: bool) -> None:
    """Complete the claims, write every file in the one form, and derive what follows.

    A claim may be written as a blank node with the bare quote as its evidence; building finds
    the quote in the article, mints the IRIs and works out the dates. Building twice changes
    nothing. Nothing is written unless everything can be.

    \b
    Example:
      souverain build
      souverain --project shop build --dry-run
    """
    project = invocation.project()
    built = build.build(project, invocation.settings().base)
    changed = build.changes(project, built) if dry_run else build.write(project, built)
    for path in changed:
        click.echo(project.name(path))
    verb = "would change" if dry_run else "changed"
    click.echo(f"{len(built.texts)} files, {len(changed)} {verb}", err=True)
