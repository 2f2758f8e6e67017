"""What commands that change the graph share: the account they ask for, and what they print."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from souverain.cli import terminal
from souverain.cli.invocation import Invocation
from souverain.publish import Act, Published, publish
from souverain.publish.account import LANGUAGES, Account

OPTIONS = (
    click.option("--reason", required=True, help="Why, in a sentence."),
    click.option("--by", required=True, help="Who says so."),
    click.option("--on", required=True, metavar="YYYY-MM-DD", help="On what day."),
    click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        default="en",
        show_default=True,
        help="The language of the reason.",
    ),
    click.option("--dry-run", is_flag=True, help="Say what would change; write nothing."),
)


def accounted(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options that tell who, when and why, given to it as `account`."""

    @functools.wraps(command)
    def told(*args: Any, reason: str, by: str, on: str, language: str, **options: Any) -> None:
        command(*args, account=Account.read(reason, by, on, language), **options)

    for option in reversed(OPTIONS):
        told = option(told)
    return told


def published(invocation: Invocation, act: Act, dry_run: bool) -> None:
    """Do an act on the project of the call, and print what changed and what there is to tell."""
    done = publish(
        invocation.project(),
        act,
        invocation.settings().base,
        dry_run=dry_run,
        progress=terminal.progress,
    )
    told(done, dry_run)


def told(done: Published, dry_run: bool) -> int:
    """Print the files that an act changed and what there is to tell; gives the exit code.

    It is 1 where something was left out, since the data is at fault.
    """
    for name in done.changed:
        click.echo(name)
    for note in done.notes:
        click.echo(note, err=True)
    verb = "would change" if dry_run else "changed"
    click.echo(f"{len(done.changed)} files {verb}", err=True)
    return 1 if done.held else 0
