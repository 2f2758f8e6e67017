"""`souverain link apply`: the decisions of a review file become links."""

from __future__ import annotations

import click

from souverain.cli.act import accounted
from souverain.cli.invocation import Invocation
from souverain.cli.link import applying
from souverain.cli.link.asking import target_option
from souverain.cli.link.standing import file_option, review_file
from souverain.link import targets
from souverain.publish.account import Account


@click.command(name="apply")
@target_option
@file_option
@accounted
@click.pass_obj
def command(
    invocation: Invocation, target_name: str, file: str | None, account: Account, dry_run: bool
) -> None:
    """Make links of the decisions that a review file holds.

    The first column of the file says exact, close, reject, none or later, the second why; where
    that is empty, --reason stands with what the search found. A link, its record and the line of
    the log are written together, when all of `souverain check` holds afterwards, or nothing is.

    \b
    Example:
      souverain link apply --by "the maintainers" --on 2024-01-31 --reason "read both"
    """
    target = targets.find(target_name)
    path = review_file(invocation, target, file)
    number = applying.apply(invocation, path, target, account, dry_run)
    click.echo(f"{path}: {number} decisions", err=True)
