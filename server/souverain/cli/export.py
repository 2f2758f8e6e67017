"""`souverain export`: the graph in a format of another tool."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from souverain.cli import origins, terminal
from souverain.cli.invocation import Invocation
from souverain.errors import UsageError

if TYPE_CHECKING:
    from souverain.export import Counts, Format, Selection, Target

STDOUT = "-"
SHOWN_UNCERTAIN = 5


@click.command(name="export")
@click.option("--format", "name", metavar="NAME", help="The format; --list shows them.")
@click.option("--output", metavar="PATH", default=STDOUT, help="Where to; - is standard output.")
@click.option(
    "--only",
    multiple=True,
    metavar="NAME=VALUE",
    help="Only of an article, class, entity or date: article=003. May be repeated.",
)
@click.option("--at", default="", metavar="DATE", help="Only what held at that date (EDTF).")
@click.option("--layer", default="all", metavar="NAME", help="all, claims, or derived.")
@origins.options
@click.option("--force", is_flag=True, help="Replace what is at the output.")
@click.option("--list", "listed", is_flag=True, help="List the formats, and what each loses.")
@click.pass_obj
def command(
    invocation: Invocation,
    name: str | None,
    output: str,
    only: tuple[str, ...],
    at: str,
    layer: str,
    store: str,
    number: int,
    data: str,
    force: bool,
    listed: bool,
) -> None:
    """Write the graph in a format of another tool.

    All of it, or what meets each --only (of one name, one value suffices); a claim comes with its
    evidence, its article and the names of its entities. At a date, what is planned or has ended
    does not hold, and what perhaps holds is told on standard error.

    \b
    Examples:
      souverain export --list
      souverain export --format bods --output owners.json
      souverain export --format csv --output tables --only article=003 --only class=Stake
      souverain export --format turtle --only entity=cloudwatt --at 2015
    """
    from souverain import export
    from souverain.export import wanted

    if listed:
        _list()
        return
    if name is None:
        raise UsageError("name a format with --format", hint="souverain export --list shows them")
    format = export.find(name)
    if format.is_folder and output == STDOUT:
        raise UsageError(f"{name} is a folder of files", hint="name one with --output DIR")
    asked = wanted.read(only, at, layer, invocation.settings().base)
    export.writer(format)  # whether it can be had is told before the data are read
    origin = origins.found(invocation, store, number, data)
    selection = export.Selection(origin, asked)
    with (
        _target(output, format, force) as target,
        terminal.bar(name, lambda: export.steps(selection, format)) as bar,
    ):
        selection.on_read = bar.step
        counts = export.write(selection, format, target)
    _tell(selection, counts, output)


def _target(output: str, format: Format, force: bool) -> contextlib.AbstractContextManager[Target]:
    from souverain.export import target

    if output == STDOUT:
        return target.piped(sys.stdout.buffer)
    return target.named(Path(output), is_folder=format.is_folder, force=force)


def _tell(selection: Selection, counts: Counts, output: str) -> None:
    for note in counts.notes:
        click.echo(note, err=True)
    if selection.wanted.at and (unsure := selection.uncertain):
        named = ", ".join(unsure[:SHOWN_UNCERTAIN]) + (" …" if unsure[SHOWN_UNCERTAIN:] else "")
        click.echo(f"{len(unsure)} hold perhaps at {selection.wanted.at}: {named}", err=True)
    if output != STDOUT:
        click.echo(f"{output}: {_listed(counts.written)}, of {_listed(counts.read)}")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _list() -> None:
    from souverain.export import FORMATS

    rows = []
    for row in FORMATS:
        limit = "streams" if row.most_claims is None else f"{row.most_claims} claims"
        lost = " ".join(loss.en for loss in row.losses)
        needs = f"extra {row.extra}" if row.extra else ""
        kind = f"{row.extension}/" if row.is_folder else f".{row.extension}"
        rows.append((row.name, kind, row.media_type, row.for_whom.en, limit, needs, lost))
    terminal.table(("format", "file", "media type", "for", "up to", "needs", "what is lost"), rows)
