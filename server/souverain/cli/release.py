"""`souverain release`: the graph in every format, as a folder to publish."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from souverain.cli import origins, terminal
from souverain.cli.invocation import Invocation
from souverain.errors import UsageError


@click.command(name="release")
@click.argument("target", metavar="TARGET")
@click.option("--date", required=True, metavar="DATE", help="The day of the release: 2026-11-28.")
@click.option(
    "--without", multiple=True, metavar="NAME", help="Leave a format out. May be repeated."
)
@click.option(
    "--previous",
    default="",
    metavar="VERSION",
    help="The version of the data before this, or the folder of its release.",
)
@origins.options
@click.pass_obj
def command(
    invocation: Invocation,
    target: str,
    date: str,
    without: tuple[str, ...],
    previous: str,
    store: str,
    number: int,
    data: str,
) -> None:
    """Write every format into a new folder, with what tells of them.

    Beside the formats stand manifest.json (each file with its size, hash and losses), SHA256SUMS
    for `sha256sum -c`, how to cite the data, what changed last, and the licence. The date stands in
    every file that has one, and the same data and date give the same bytes. The folder is there
    once it is whole. Its version is the SHA-256 of the data in canonical N-Quads, in every format.

    \b
    Examples:
      souverain release --date 2026-11-28 souverain-2026-11-28
      souverain release --date 2026-11-28 --without parquet --without xlsx small
      souverain release --date 2026-12-28 --previous souverain-2026-11-28 souverain-2026-12-28
    """
    from souverain import export
    from souverain.export import release

    day, rows = _day(date), release.chosen(without)
    origin = origins.found(invocation, store, number, data)
    project = None if store or data else invocation.project()

    def steps() -> int:
        selection = export.Selection(origin)
        return sum(export.steps(selection, row) for row in rows)

    with terminal.bar("release", steps) as bar:
        made = release.make(origin, day, rows, Path(target), project, previous, bar.name, bar.step)
    size = sum(file.bytes for file in made.files)
    claims = max((row.claims for row in made.formats), default=0)
    click.echo(
        f"{target}: {len(made.formats)} formats of {claims} claims, {len(made.files)} files, "
        f"{size / 1e6:.1f} MB"
    )


def _day(text: str) -> str:
    """The date as it stands in the files; raises `UsageError` for what is no whole day."""
    try:
        day = datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        day = ""
    if day != text:
        raise UsageError(f"--date {text!r} is no day", hint="write it like this: 2026-11-28")
    return day
