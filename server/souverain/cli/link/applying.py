"""What sub-commands that decide share: decisions become links, or nothing changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from souverain.cli.act import published
from souverain.cli.invocation import Invocation
from souverain.errors import ReadOnlyProject
from souverain.link import sheet
from souverain.link.decisions import OF_AN_ITEM, Decision
from souverain.link.sheet import Row
from souverain.link.targets import Target
from souverain.publish.account import Account
from souverain.publish.linking import decide, decided, is_logged_only

UNTOLD = "looked at in a review file"


def take(invocation: Invocation, rows: Sequence[Decision], dry_run: bool) -> None:
    """Write decisions into the graph, with all that `souverain check` asks, or change nothing."""
    project, base = invocation.project(), invocation.settings().base
    if not is_logged_only(rows) or dry_run:
        published(invocation, lambda staged: decide(staged, rows, base), dry_run)
        return
    if not project.writable:
        raise ReadOnlyProject
    for note in decide(project, rows, base).notes:
        click.echo(note, err=True)


def apply(
    invocation: Invocation, path: Path, target: Target, account: Account, dry_run: bool
) -> int:
    """Make links of what a review file decides, and take that out of it; gives how many."""
    rows = sheet.read(path)
    taken = [_decision(row, target, account) for row in rows if row.decision]
    if not taken:
        return 0
    take(invocation, taken, dry_run)
    if not dry_run:
        sheet.write(path, _left(rows))
    return len(taken)


def _decision(row: Row, target: Target, account: Account) -> Decision:
    item = row.item if row.decision in OF_AN_ITEM else ""
    told = decided(account, target, row.entity, item, row.decision, row.evidence)
    reason = row.reason or f"{account.reason}: {row.why or row.why_not or UNTOLD}"
    return replace(told, reason=reason, seen=json.loads(row.seen or "{}") if item else {})


def _left(rows: Sequence[Row]) -> list[Row]:
    """What is still to be decided: nothing of an entity that was settled."""
    settled = {row.entity for row in rows if row.decision not in {"", "reject"}}
    return [row for row in rows if not row.decision and row.entity not in settled]
