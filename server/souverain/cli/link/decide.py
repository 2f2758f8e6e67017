"""`souverain link decide`: one decision, by a command or a script."""

from __future__ import annotations

import json
from dataclasses import replace

import click

from souverain.cli.act import accounted
from souverain.cli.invocation import Invocation
from souverain.cli.link import applying
from souverain.cli.link.asking import target_option
from souverain.cli.link.standing import file_option, review_file
from souverain.link import sheet, targets
from souverain.link.decisions import ANSWERS
from souverain.publish.account import Account
from souverain.publish.linking import decided
from souverain.ttl import expand, shorten


@click.command(name="decide")
@click.argument("decision", type=click.Choice(list(ANSWERS)))
@click.argument("entity", metavar="ENTITY")
@click.argument("item", metavar="[ITEM]", default="")
@target_option
@file_option
@click.option("--evidence", default="", metavar="TEXT", help="What supports a link, and where.")
@accounted
@click.pass_obj
def command(
    invocation: Invocation,
    decision: str,
    entity: str,
    item: str,
    target_name: str,
    file: str | None,
    evidence: str,
    account: Account,
    dry_run: bool,
) -> None:
    """Decide on one entity: exact or close to ITEM, reject ITEM, none, or later.

    What supports a link is told by --evidence, or is in the review file since the item was found.

    \b
    Example:
      souverain link decide none id:synfonium --reason "searched in both languages" \\
        --by "the maintainers" --on 2024-01-31
    """
    target = targets.find(target_name)
    entity = shorten(expand(entity if ":" in entity else f"id:{entity}"))
    told = decided(account, target, entity, item, decision, evidence)
    rows = sheet.read(review_file(invocation, target, file))
    found = next((row for row in rows if (row.entity, row.item) == (entity, told.item)), None)
    if found and told.item:
        seen = json.loads(found.seen or "{}")
        told = replace(told, evidence=told.evidence or found.evidence, seen=seen)
    applying.take(invocation, [told], dry_run)
