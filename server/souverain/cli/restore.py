"""`souverain restore`: a store, or its content, from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from souverain.cli import stored
from souverain.cli.invocation import Invocation


@click.command(name="restore")
@stored.option
@click.argument("source", metavar="BACKUP", type=click.Path(path_type=Path))
@stored.changing
@click.pass_obj
def command(invocation: Invocation, store: str, source: Path, message: str, dry_run: bool) -> None:
    """Make a store of a backup, or its content the next version of a store.

    Where the store is not there, it is made, with the whole history and without tokens. Where it
    is there, the newest content of the backup becomes one more version of it, checked as any
    change, and its own history stays. Nothing is done unless every file of the backup is as it was
    written and its data add up to what they were.

    \b
    Example:
      souverain restore shop.backup --store shop.store
    """
    from souverain.versions import folder

    root = Path(store)
    if folder.is_store(root):
        _commit(invocation, root, source, message, dry_run)
    elif dry_run:
        _verify(source)
    else:
        _make(root, source)


def _make(root: Path, source: Path) -> None:
    from souverain.versions import backup

    made = backup.restore(source, root)
    click.echo(f"{root}: version {made.version}, {made.quads} quads, SHA-256 {made.hash or '-'}")
    click.echo(f"next: souverain token add --store {root}", err=True)


def _verify(source: Path) -> None:
    from souverain.versions import backup, manifest

    told = manifest.read(source)
    backup.verify(source, told, str(source))
    click.echo(f"would be: version {told.version}, {told.quads} quads, SHA-256 {told.hash or '-'}")


def _commit(invocation: Invocation, root: Path, source: Path, message: str, dry_run: bool) -> None:
    from souverain.commit import files
    from souverain.versions import folder, manifest

    opened, told = folder.open(root), manifest.read(source)
    why = message or f"restored version {told.version} from the backup of {told.date}"
    done = stored.committed(
        invocation, opened, lambda: files.of_backup(opened, source), why, dry_run
    )
    if done.commit and done.commit.checksum != told.checksum:
        click.echo("what the rules conclude is not what they did then", err=True)
