"""What the commands on a store share: its folder, as the settings name it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from souverain.errors import Conflict, UsageError

if TYPE_CHECKING:
    from souverain.cli.invocation import Invocation
    from souverain.commit.outcome import Outcome
    from souverain.patch import Patch
    from souverain.settings import Settings
    from souverain.versions.folder import Folder

# How often a change is worked out anew where a server commits at the same time.
TRIES = 5


def option(function: Callable[..., Any]) -> Callable[..., Any]:
    """The option that names the folder of a store, for a command that needs one."""
    return click.option(
        "--store", metavar="DIR", envvar="SOUVERAIN_STORE", required=True, help="The store."
    )(function)


def changing(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a command that makes a version: why, and whether it is only tried."""
    for added in (
        click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing."),
        click.option("--message", default="", metavar="TEXT", help="Why, for the history."),
    ):
        function = added(function)
    return function


def opened(store: str) -> Folder:
    """The store in a folder; raises `UsageError` where there is none."""
    from souverain.versions import folder

    return folder.open(Path(store))


def settled(settings: Settings) -> Settings:
    """The settings, with what the store itself says of its shapes, default graph and base.

    A store without shapes is made where there is none. Raises `UsageError`.
    """
    if not settings.store:
        if settings.writable:
            raise UsageError("--writable needs a store", hint="name one with --store DIR")
        return settings
    if settings.data:
        raise UsageError(
            "--store and --data are two sources", hint="name one, or load the data into the store"
        )
    nature = made(settings).nature
    return replace(
        settings, shapes=nature.shapes, default_graph=nature.default_graph, base=nature.base
    )


def made(settings: Settings) -> Folder:
    """The store of some settings, made where it is not there and has no shapes."""
    from souverain.versions import folder
    from souverain.versions.nature import Nature

    root = Path(settings.store)
    if not folder.is_store(root) and settings.shapes == "none":
        nature = Nature(settings.default_graph, settings.shapes, settings.base)
        return folder.create(root, nature)
    return folder.open(root)


def committed(
    invocation: Invocation,
    opened: Folder,
    change: Callable[[], Patch],
    message: str,
    dry_run: bool,
) -> Outcome:
    """What came of a change by whoever runs the command; it is printed too.

    The change is worked out again where another writer was faster, so that it is always one of the
    version that it is kept after. Raises what it raises, and `Unsound`.
    """
    from souverain.commit.committing import commit
    from souverain.commit.outcome import Stamp

    stamp = Stamp(author(), message)
    project = invocation.project() if opened.nature.shapes == "project" else None
    keep = invocation.settings().keep_versions
    for is_last in (*[False] * (TRIES - 1), True):
        parent = opened.current
        try:
            outcome = commit(
                opened, change(), stamp, project, parent=parent, dry_run=dry_run, keep=keep
            )
            break
        except Conflict:
            if is_last:
                raise
    counts = f"{len(outcome.patch.added)} quads added, {len(outcome.patch.removed)} removed"
    if outcome.commit:
        click.echo(f"version {outcome.commit.number}: {counts}")
    else:
        click.echo(f"would be: {counts}" if outcome.patch else "nothing to change")
    return outcome


def author() -> str:
    """Who runs the command, by the name that the machine knows."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
