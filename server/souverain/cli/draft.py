"""`souverain draft`: the claims that an article probably makes, a line of JSON for each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from souverain.cli import terminal
from souverain.cli.invocation import Invocation

if TYPE_CHECKING:
    from souverain.intake.candidate import Candidate
    from souverain.intake.extraction import Draft


@click.command(name="draft")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--published", metavar="EDTF", help="When the article was published, such as 2015-03."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    help="A line of JSON for each candidate, or a table for people.",
)
@click.option("--language", type=click.Choice(["fr", "en"]), help="Without it: as the text shows.")
@click.pass_obj
def command(
    invocation: Invocation, file: Path, published: str | None, form: str, language: str | None
) -> None:
    """Draft the claims that an article probably makes, each with its exact quote.

    Nothing is written and nothing asked of any project but the names that it knows. Without a date
    of publication no relative date is resolved. Needs the extra `intake`.

    \b
    Examples:
      souverain draft article.txt --published 2015-03 --format jsonl
      souverain draft article.txt --format table
    """
    from souverain.intake import extraction, languages, text
    from souverain.intake.known import Known

    try:
        content = text.decode(file.read_bytes(), str(file))
    except OSError as fault:
        raise click.FileError(str(file), hint=fault.strerror) from fault
    tongue = language or languages.of(content, str(file))
    known = Known.load(invocation.project(), tongue, invocation.settings().base)
    drafted = extraction.draft(text.Text(file.stem, content, tongue), known, published)
    if form == "jsonl":
        for row in drafted.candidates:
            click.echo(json.dumps(row.to_json(), ensure_ascii=False))
        return
    _table(drafted)


def _table(drafted: Draft) -> None:
    rows = [
        (row.kind, row.status, _said(row), f"{row.confidence:.2f}", row.quote)
        for row in drafted.candidates
    ]
    terminal.table(("kind", "status", "what it says", "confidence", "quote"), rows)
    number = len(drafted.flagged)
    click.echo(f"{number} sentences probably state a fact; read those that no row quotes", err=True)


def _said(row: Candidate) -> str:
    told = ((name, row.slots[name]) for name in row.slots)
    return "; ".join(
        f"{name}: {', '.join(value) if isinstance(value, tuple) else value}"
        for name, value in told
        if value not in (None, ())
    )
