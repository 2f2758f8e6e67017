"""`souverain verify`: whether a store is as it was left."""

from __future__ import annotations

import click

from souverain.cli import stored, terminal


@click.command(name="verify")
@stored.option
def command(store: str) -> None:
    """Read all that a store holds, and say what is damaged.

    The data and the Turtle files of each version must add up to its record, and its patch must
    lead to it from the version before. Nothing is changed.

    \b
    Example:
      souverain verify --store shop.store
    """
    from souverain.versions import verifying

    opened = stored.opened(store)
    newest, found = opened.current, list(verifying.findings(opened, terminal.progress))
    for finding in found:
        click.echo(str(finding))
    if found:
        raise verifying.fault(opened, found)
    whole = sum(map(opened.is_whole, range(1, newest + 1)))
    told = f"{newest} version{'' if newest == 1 else 's'}, {whole} with data of their own"
    click.echo(click.style("sound: ", fg="green") + told)
