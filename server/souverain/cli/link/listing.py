"""`souverain link list`: each entity with its link, or with what was decided of it."""

from __future__ import annotations

from collections.abc import Iterator

import click

from souverain.cli import terminal
from souverain.cli.invocation import Invocation
from souverain.cli.link.asking import target_option
from souverain.cli.link.standing import finding
from souverain.link import decisions, targets, upkeep
from souverain.link.decisions import LATER, NONE, REJECT, Log
from souverain.link.targets import Target

COLUMNS = ("entity", "name", "state", "item", "label", "by", "on")
STATES = {"skos:exactMatch": "exact", "skos:closeMatch": "close"}


@click.command(name="list")
@target_option
@click.option("--open", "is_open", is_flag=True, help="Only those that are neither one nor other.")
@click.option("--log", "is_log", is_flag=True, help="Every decision, in the order of the log.")
@click.pass_obj
def command(invocation: Invocation, target_name: str, is_open: bool, is_log: bool) -> None:
    """Show each entity with its link, or with what was decided of it.

    \b
    Example:
      souverain link list --open
      souverain link list --log
    """
    target = targets.find(target_name)
    if is_log:
        rows = decisions.shown(Log.read(invocation.project()).rows)
        terminal.table(list(decisions.COLUMNS)[:7], rows)
        return
    listed = _rows(invocation, target)
    terminal.table(COLUMNS, [row for row in listed if not is_open or row[2] == "open"])


def _rows(invocation: Invocation, target: Target) -> Iterator[tuple[str, ...]]:
    known = finding(invocation, target)
    linked = upkeep.records(invocation.project(), target)
    for iri in known.ground.entities:
        entity = known.ground.profile(iri)
        head = (entity.short, entity.name)
        records = [row for row in linked if row.entity == entity.short]
        for row in records:
            yield (*head, STATES[row.relation], row.item, row.label, row.by, row.on)
        if not records:
            yield (*head, *_state(known.log, target, entity.short))


def _state(log: Log, target: Target, entity: str) -> tuple[str, ...]:
    """What holds of an entity without a link."""
    held = log.standing(target.name, entity)
    rejected = sum(row.decision == REJECT for row in held)
    more = f"{rejected} rejected" if rejected else ""
    for row in reversed(held):
        if row.decision in {NONE, LATER}:
            return (row.decision, "", row.reason, row.by, row.day)
    return ("open", "", more, "", "")
