"""`souverain link undo`: the last decision on an entity is taken back."""

from __future__ import annotations

import click

from souverain.cli.act import accounted
from souverain.cli.invocation import Invocation
from souverain.cli.link import applying
from souverain.cli.link.asking import target_option
from souverain.link import targets
from souverain.link.decisions import UNDO
from souverain.publish.account import Account
from souverain.publish.linking import decided
from souverain.ttl import expand, shorten


@click.command(name="undo")
@click.argument("entity", metavar="ENTITY")
@click.argument("item", metavar="[ITEM]", default="")
@target_option
@accounted
@click.pass_obj
def command(
    invocation: Invocation,
    entity: str,
    item: str,
    target_name: str,
    account: Account,
    dry_run: bool,
) -> None:
    """Take the last decision on an entity back.

    With ITEM, it is the last on that item. A link goes with its record, a record of absence goes,
    a rejected item may be found again. The log keeps both decisions.

    \b
    Example:
      souverain link undo id:normandie --reason "the former province, not the region" \\
        --by "the maintainers" --on 2024-01-31
    """
    entity = shorten(expand(entity if ":" in entity else f"id:{entity}"))
    told = decided(account, targets.find(target_name), entity, item, UNDO)
    applying.take(invocation, [told], dry_run)
