"""How a command shows its results: with tables and colour to a person, plainly to a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click

Item = TypeVar("Item")


def colour() -> bool | None:
    """Whether to colour: never where NO_COLOR is set, else as the stream decides (`None`)."""
    return False if os.environ.get("NO_COLOR") else None


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns: drawn on a terminal, tab-separated in a pipe."""
    if not sys.stdout.isatty():
        for row in (columns, *rows):
            click.echo("\t".join(_one_line(cell) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table()
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*map(Text, row))
    Console().print(drawn)


def progress(items: Sequence[Item], label: str) -> Iterator[Item]:
    """The same items, with a bar on standard error while a person waits for them."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, label, console=Console(stderr=True), transient=True)


def _one_line(cell: str) -> str:
    return cell.replace("\t", " ").replace("\n", " ")
