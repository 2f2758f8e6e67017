"""`souverain draft`: the claims that an article probably makes, a line of JSON for each."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from souverain.cli import faults, terminal
from souverain.cli.invocation import Invocation
from souverain.errors import Unreadable

if TYPE_CHECKING:
    from souverain.intake.assistant import Assistant
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
@click.option("--hints", is_flag=True, help="Ask spaCy as well what words name (8 s to load).")
@click.option(
    "--model-address", metavar="URL", help="A language model to ask as well; without it none."
)
@click.option("--model", metavar="NAME", default="default", help="The model's name there.")
@click.option(
    "--model-timeout", type=click.FloatRange(0.1, 600), default=60.0, help="Seconds to wait for it."
)
@click.pass_obj
def command(
    invocation: Invocation,
    file: Path,
    published: str | None,
    form: str,
    language: str | None,
    hints: bool,
    model_address: str | None,
    model: str,
    model_timeout: float,
) -> int:
    """Draft the claims that an article probably makes, each with its exact quote.

    Nothing is written and nothing asked of any project but the names that it knows. Without a date
    of publication no relative date is resolved. `--hints` needs the extra `hints`.

    A language model is asked only at an address that speaks OpenAI's chat completions, with the key
    in SOUVERAIN_MODEL_KEY; a quote of its that does not stand in the article is rejected.

    \b
    Examples:
      souverain draft article.txt --published 2015-03 --format jsonl
      souverain draft article.txt --format table
    """
    from souverain.intake import extraction, languages, text
    from souverain.intake.known import Known

    content = text.decode(_bytes(file), str(file))
    tongue = language or languages.of(content, str(file))
    if language is None and languages.is_mixed(content):
        click.echo(f"{file}: French and English are mixed; drafted as {tongue}", err=True)
    extractors = [_assistant(model_address, model, model_timeout)] if model_address else []
    base = invocation.settings().base
    known = Known.load(invocation.project(), tongue, base, hinted=hints)
    drafted = extraction.draft(text.Text(file.stem, content, tongue), known, published, extractors)
    if form == "jsonl":
        for row in drafted.candidates:
            click.echo(json.dumps(row.to_json(), ensure_ascii=False))
    else:
        _table(drafted)
    if drafted.rejected:
        click.echo(f"{drafted.rejected} drafts quote what the article does not say", err=True)
    return max([faults.report(fault) for fault in drafted.failures], default=0)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise Unreadable(str(file), f"cannot be read: {fault.strerror}") from fault


def _assistant(address: str, model: str, timeout_seconds: float) -> Assistant:
    from souverain.intake.assistant import Assistant

    key = os.environ.get("SOUVERAIN_MODEL_KEY", "")
    return Assistant(address, model, key, timeout_seconds)


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
