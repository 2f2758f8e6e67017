"""`souverain revert`: take a change back."""

from __future__ import annotations

import click

from souverain.cli import stored
from souverain.cli.invocation import Invocation
from souverain.errors import UsageError


@click.command(name="revert")
@stored.option
@click.argument("number", type=click.IntRange(1), metavar="N", required=False)
@click.option("--to", "whole", type=click.IntRange(0), metavar="N", help="Back to that version.")
@stored.changing
@click.pass_obj
def command(
    invocation: Invocation,
    store: str,
    number: int | None,
    whole: int | None,
    message: str,
    dry_run: bool,
) -> None:
    """Take back what a version changed, as a new version.

    Where a later version has changed the same, each such triple is told and nothing is done. With
    --to the whole content becomes that of an earlier version again. It is checked as any change.

    \b
    Examples:
      souverain revert 12 --store shop.store --message "the wrong file"
      souverain revert --to 9 --store shop.store --dry-run
    """
    from souverain.commit import reverting

    opened = stored.opened(store)
    if number is not None and whole is None:
        what = f"took back version {number}"
        change = lambda: reverting.without(opened, number)  # noqa: E731
    elif whole is not None and number is None:
        what = f"went back to version {whole}"
        change = lambda: reverting.back_to(opened, whole)  # noqa: E731
    else:
        raise UsageError("name one version", hint="souverain revert N, or souverain revert --to N")
    stored.committed(invocation, opened, change, message or what, dry_run)
