"""`souverain backup`: a store with its history, somewhere else."""

from __future__ import annotations

from pathlib import Path

import click

from souverain.cli import stored


@click.command(name="backup")
@stored.option
@click.argument("target", type=click.Path(path_type=Path))
def command(store: str, target: Path) -> None:
    """Write a store with its whole history, but without its tokens, into a folder.

    TARGET is new or empty, and has its name only once it is whole, on the disk and read again. A
    server may write to the store meanwhile: the backup has the version that was the newest one.

    \b
    Example:
      souverain backup shop.backup --store shop.store
    """
    from souverain.clock import stamp
    from souverain.versions import backup

    made = backup.backup(stored.opened(store), target, stamp())
    click.echo(f"{target}: version {made.version}, {made.quads} quads, SHA-256 {made.hash or '-'}")
