"""`souverain link check`: whether what entities are linked to is still what it was."""

from __future__ import annotations

import click

from souverain.cli.invocation import Invocation
from souverain.cli.link.asking import Asking, asking
from souverain.errors import DataError
from souverain.link import upkeep
from souverain.link.decisions import Log


@click.command(name="check")
@asking
@click.pass_obj
def command(invocation: Invocation, asking: Asking) -> None:
    """Look whether the items that entities are linked to were merged, deleted or changed.

    An item is compared with what it was when it was linked. The exit code is 1 when any needs a
    person. Answers that are kept count unless --fresh is given.

    \b
    Example:
      souverain link check --fresh --contact me@example.org
    """
    project = invocation.project()
    with asking.connected(invocation) as (service, target):
        rows = upkeep.records(project, target)
        changes = sorted(upkeep.check(service, target, rows, Log.read(project)))
    for change in changes:
        click.echo(f"{change.entity} {change.item} [{change.kind}] {change.message}")
        click.echo(f"    -> {change.hint}")
    if changes:
        number = len({(change.entity, change.item) for change in changes})
        raise DataError(f"{number} of {len(rows)} links need a person")
    click.echo(click.style("as they were: ", fg="green") + f"{len(rows)} links")
