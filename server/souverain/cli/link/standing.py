"""How far a graph is linked, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from souverain.cli.invocation import Invocation
from souverain.link import sheet
from souverain.link.decisions import NONE, Log
from souverain.link.finding import Finding
from souverain.link.profile import Ground
from souverain.link.targets import TARGETS, Target
from souverain.store import Dataset


def file_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that names the review file."""
    return click.option("--file", metavar="FILE", help="The review file.")(command)


def review_file(invocation: Invocation, target: Target, named: str | None) -> Path:
    """The review file that was named, or that of the project for the target."""
    name = sheet.NAME.format(target=target.name)
    return Path(named) if named else invocation.project().root / name


def finding(invocation: Invocation, target: Target) -> Finding:
    """What is known of the project's entities and their links to a target."""
    project = invocation.project()
    ground = Ground(Dataset.load(project, invocation.settings().base))
    return Finding(ground, target, Log.read(project))


def tell(invocation: Invocation) -> None:
    """Print for each target how far the graph is linked, and the next command."""
    for target in TARGETS:
        known = finding(invocation, target)
        none = sum(row.decision == NONE for row in known.log.settled(target.name).values())
        linked, waiting = len(known.linked.items), len(known.open())
        click.echo(
            f"{target.title}: {linked} entities linked, {none} known to have nothing there, "
            f"{waiting} open"
        )
        rows = sheet.read(review_file(invocation, target, None))
        decided = sum(bool(row.decision) for row in rows)
        left = len({row.entity for row in rows if not row.decision})
        click.echo(f"  -> {_next(waiting, decided, left)}")


def _next(waiting: int, decided: int, left: int) -> str:
    if decided:
        return f"{decided} decisions are not in the graph yet: souverain link apply"
    if left:
        return f"{left} entities have candidates to look at: souverain link review"
    if waiting:
        return "look for candidates: souverain link find"
    return "see whether the items are still there: souverain link check"
