"""`souverain query`: an answer to a query, at the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from souverain.cli import terminal
from souverain.cli.invocation import Invocation
from souverain.errors import QuerySyntaxError, UsageError
from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS, Format, Kind

if TYPE_CHECKING:
    from souverain.files import Project
    from souverain.question import Question

TABLE = "table"
NAMES = (TABLE, *(format.name for format in (*RESULT_FORMATS, *GRAPH_FORMATS)))


@click.command(name="query")
@click.argument("text", required=False)
@click.option("--file", metavar="FILE", help="Read the query from a file; - is standard input.")
@click.option("--question", metavar="NAME", help="Ask a question of ontology/questions/.")
@click.option("--list", "listed", is_flag=True, help="List the questions and their parameters.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(NAMES),
    default=TABLE,
    help="How to write the answer. A table is for people: a graph is then Turtle.",
)
@click.option(
    "--param",
    "given",
    metavar="NAME=VALUE",
    multiple=True,
    help="A value for a parameter of the query.",
)
@click.pass_obj
def command(
    invocation: Invocation,
    text: str | None,
    file: str | None,
    question: str | None,
    listed: bool,
    format_name: str,
    given: tuple[str, ...],
) -> None:
    """Answer a query: a text, a file, or a question by its name.

    The usual prefixes are known without being declared. Tables shorten IRIs with them; the other
    formats never do.

    \b
    Examples:
      souverain query 'SELECT ?holder { ?s a sov:Stake ; sov:holder ?holder }'
      souverain query --question cap-table --param target=id:numergy
      souverain query --file mine.rq --format csv
      souverain query --list
    """
    from souverain import query
    from souverain.store import Dataset

    project = invocation.project()
    if listed:
        _list(project)
        return
    asked = _asked(project, text, file, question)
    values = asked.bind(dict(map(_pair, given)))
    try:
        bound = query.Query(asked.text, substitutions=values)
        format = _format(bound.kind, format_name)
        dataset = Dataset.load(project, invocation.settings().base)
        with query.run(dataset, bound, format) as answer:
            _write(answer.kind, format_name, answer.read())
    except QuerySyntaxError as fault:
        _point(asked, fault)
        raise


def _asked(project: Project, text: str | None, file: str | None, question: str | None) -> Question:
    from souverain.question import find, read

    if sum(source is not None for source in (text, file, question)) != 1:
        raise UsageError(
            "name one query: a text, --file or --question",
            hint="souverain query --list shows the questions",
        )
    if question is not None:
        return find(project, question)
    if file is not None:
        try:
            with click.open_file(file, encoding="utf-8") as stream:
                return read(stream.read(), file)
        except UnicodeDecodeError:
            raise UsageError(f"{file} is not UTF-8", hint="save the query as UTF-8") from None
    return read(text or "", "")


def _pair(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals:
        raise UsageError(f"{given!r} gives no value", hint="write: --param NAME=VALUE")
    return name, value


def _format(kind: Kind, name: str) -> Format:
    if name == TABLE:
        return kind.formats[0]
    for format in kind.formats:
        if format.name == name:
            return format
    raise UsageError(
        f"{name} is no format for the answer to this query",
        hint=f"choose one of {', '.join(format.name for format in kind.formats)}",
    )


def _write(kind: Kind, format_name: str, content: bytes) -> None:
    if format_name == TABLE and kind is not Kind.GRAPH:
        SHOWN[kind](json.loads(content))
        return
    click.echo(content, nl=not content.endswith(b"\n"))


def _show_rows(results: dict[str, Any]) -> None:
    columns = results["head"]["vars"]
    rows = results["results"]["bindings"]
    terminal.table(columns, ([_cell(row.get(name)) for name in columns] for row in rows))
    if sys.stdout.isatty():
        click.echo(f"{len(rows)} rows")


def _show_boolean(results: dict[str, Any]) -> None:
    click.echo("true" if results["boolean"] else "false")


SHOWN: dict[Kind, Callable[[dict[str, Any]], None]] = {
    Kind.SELECT: _show_rows,
    Kind.ASK: _show_boolean,
}


def _cell(term: dict[str, Any] | None) -> str:
    from souverain.ttl import shorten

    if term is None:
        return ""
    value = term["value"]
    if term["type"] == "triple":
        return " ".join(_cell(value[part]) for part in ("subject", "predicate", "object"))
    if term["type"] == "uri":
        return shorten(value)
    return f"_:{value}" if term["type"] == "bnode" else str(value)


def _point(asked: Question, fault: QuerySyntaxError) -> None:
    """Show the line at fault, with a caret under the token, and the name of a file or question."""
    lines = asked.text.split("\n")
    line = lines[min(fault.line, len(lines)) - 1]
    before = "".join("\t" if letter == "\t" else " " for letter in line[: fault.column - 1])
    if asked.name:
        click.echo(f"{asked.name}:{fault.line}", err=True)
    click.echo(f"{line}\n{before}^", err=True)


def _list(project: Project) -> None:
    from souverain.question import load

    rows = []
    for question in load(project).values():
        parameters = " ".join(f"{row.name}={row.default}" for row in question.parameters.values())
        rows.append((question.name, question.words.get("en", ""), parameters))
    terminal.table(("question", "in words", "parameters"), rows)
