"""How a command shows its results: with tables and colour to a person, plainly to a pipe."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import RenderableType

Item = TypeVar("Item")
NARROWEST_COLUMN_CHARACTERS = 12


def colour() -> bool | None:
    """Whether to colour: never where NO_COLOR is set, else as the stream decides (`None`)."""
    return False if os.environ.get("NO_COLOR") else None


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns: drawn on a terminal, tab-separated in a pipe.

    Where a terminal is too narrow for the columns, each row is a block of lines.
    """
    if not sys.stdout.isatty():
        for row in (columns, *rows):
            click.echo("\t".join(_one_line(cell) for cell in row))
        return
    from rich.console import Console

    console, rows = Console(), list(rows)
    narrow = console.width < NARROWEST_COLUMN_CHARACTERS * len(columns)
    console.print(*(_blocks if narrow else _table)(columns, rows))


def _table(columns: Sequence[str], rows: list[Sequence[str]]) -> Iterator[RenderableType]:
    """One table, a line under the head for each row."""
    from rich.table import Table
    from rich.text import Text

    drawn = Table()
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*map(Text, row))
    yield drawn


def _blocks(columns: Sequence[str], rows: list[Sequence[str]]) -> Iterator[RenderableType]:
    """A block for each row, a line for each cell that is not empty: for more than fits abreast."""
    from rich.rule import Rule
    from rich.table import Table
    from rich.text import Text

    for number, row in enumerate(rows, start=1):
        yield Rule(Text(f"row {number}"), align="left", style="dim")
        block = Table.grid(padding=(0, 2))
        block.add_column(style="bold", no_wrap=True)
        block.add_column(overflow="fold")
        for column, cell in zip(columns, row, strict=True):
            if cell:
                block.add_row(column, Text(cell))
        yield block


def progress(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """The same items, with a bar on standard error while a person waits for them.

    `total` says how many there are, where they cannot be counted.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, label, total, console=console, transient=True)


class Bar(NamedTuple):
    """A bar that grows: `step` by one, `name` says what is done now. Without a terminal: `None`."""

    step: Callable[[], None] | None
    name: Callable[[str], None]


@contextlib.contextmanager
def bar(label: str, total: Callable[[], int]) -> Iterator[Bar]:
    """A bar of so many steps on standard error while a person waits; `total` is asked only then."""
    if not sys.stderr.isatty():
        yield Bar(None, lambda _: None)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total() or None)
        yield Bar(
            lambda: progress.advance(task), lambda text: progress.update(task, description=text)
        )


def _one_line(cell: str) -> str:
    return cell.replace("\t", " ").replace("\n", " ")
