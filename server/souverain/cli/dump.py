"""`souverain dump`: what a store holds, as files again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from souverain import files
from souverain.cli import stored
from souverain.errors import UsageError

if TYPE_CHECKING:
    from souverain.versions.folder import Folder

TURTLE, NQUADS = "turtle", "nquads"
STDOUT = "-"


@click.command(name="dump")
@stored.option
@click.argument("target", required=False, default=STDOUT)
@click.option("--version", "number", type=int, metavar="N", help="That version; else the newest.")
@click.option(
    "--format",
    "name",
    type=click.Choice([TURTLE, NQUADS]),
    help="turtle, as for a store with shapes, or nquads, as for one without.",
)
@click.option("--replace", is_flag=True, help="Replace the Turtle files of a project.")
def command(store: str, target: str, number: int | None, name: str | None, replace: bool) -> None:
    """Write what a store holds back into files.

    A store with shapes becomes the Turtle files of TARGET/graph, each in the one form, and the
    tables of its links: all of them, or none. TARGET is new or empty; with --replace it is a
    project, whose files are then those of the store and no others. A store without shapes becomes
    N-Quads, in order, in the file TARGET, or on standard output.

    \b
    Examples:
      souverain dump shop --store shop.store --replace
      souverain dump --store people.store --version 3 > people.nq
    """
    opened = stored.opened(store)
    number = opened.current if number is None else number
    if number:
        opened.commit(number)
    if (name or (TURTLE if opened.nature.shapes == "project" else NQUADS)) == NQUADS:
        _nquads(opened, number, target)
    else:
        _turtle(opened, number, target, replace)


def _nquads(opened: Folder, number: int, target: str) -> None:
    from souverain.versions import data
    from souverain.versions.disk import write_through

    text = "".join(f"{line}\n" for line in sorted(data.lines(data.load(opened, number))))
    if target == STDOUT:
        click.echo(text, nl=False)
    else:
        write_through(Path(target), text)


def _turtle(opened: Folder, number: int, target: str, replace: bool) -> None:
    from souverain.versions import files as turtle
    from souverain.versions.copying import making

    if target == STDOUT:
        raise UsageError("Turtle files need a folder", hint="name one, or give --format nquads")
    if opened.nature.shapes == "none":
        raise UsageError(
            "the graphs of a store without shapes have no files", hint="give --format nquads"
        )
    texts = turtle.texts(opened, number)
    if not replace:
        with making(Path(target)) as aside:
            click.echo(_written(files.Project(aside, writable=True), texts))
    else:
        click.echo(_written(files.find(target), texts))


def _written(project: files.Project, texts: dict[str, str]) -> str:
    """Write the files, and the tables of the links; how many they are, and had to change or go."""
    from souverain import sssom

    wanted = {project.graph / name: text for name, text in texts.items()}
    made = wanted | sssom.tables(project, wanted)
    there = [*project.graph_files(), *project.graph.glob(sssom.TABLES)]
    changed = project.write_all(made, [path for path in there if path not in made])
    return f"{len(made)} files, {len(changed)} changed"
