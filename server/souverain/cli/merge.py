"""`souverain merge`: two entities that are one, made one with a reason."""

from __future__ import annotations

import click

from souverain.cli.act import accounted, published
from souverain.cli.invocation import Invocation
from souverain.publish.account import Account
from souverain.publish.merging import merge


@click.command(name="merge")
@click.argument("duplicate", metavar="DUPLICATE")
@click.argument("kept", metavar="KEPT")
@accounted
@click.pass_obj
def command(
    invocation: Invocation, duplicate: str, kept: str, account: Account, dry_run: bool
) -> None:
    """Merge an entity into another that is the same.

    DUPLICATE and KEPT are their IRIs, whole or short. What was said of the duplicate is said of
    the one kept, its names become other names of that one, and its IRI says what replaced it, who
    merged it, when and why. Nothing is written unless all of `souverain check` holds afterwards.

    \b
    Example:
      souverain merge id:iliad-free id:iliad --reason "one company under two names" \\
        --by "the maintainers" --on 2024-01-31
    """
    base = invocation.settings().base
    published(invocation, lambda staged: merge(staged, duplicate, kept, account, base), dry_run)
