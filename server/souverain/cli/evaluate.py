"""`souverain evaluate`: how good the drafts are, against what a reader found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from souverain.cli import terminal
from souverain.cli.invocation import Invocation
from souverain.errors import UsageError

if TYPE_CHECKING:
    from souverain.intake.evaluation import Evaluation
    from souverain.intake.gold import Document
    from souverain.intake.known import Known
    from souverain.intake.scores import Estimate, Judged

COLUMNS = ("match", "kind", "facts", "drafts", "precision", "recall", "F1")
ERROR_COLUMNS = ("article", "fault", "kind", "status", "says", "quote")


@click.command(name="evaluate")
@click.argument(
    "gold", metavar="GOLD.jsonl...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--drafts",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Judge the drafts of this file of JSON lines, instead of drafting.",
)
@click.option("--hints", is_flag=True, help="Ask spaCy as well what words name (8 s to load).")
@click.option("--errors", is_flag=True, help="List each missed fact and each wrong draft.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(("table", "json")),
    default="table",
    help="A table for people, or JSON.",
)
@click.pass_obj
def command(
    invocation: Invocation,
    gold: tuple[Path, ...],
    drafts: Path | None,
    hints: bool,
    errors: bool,
    format_name: str,
) -> None:
    """Say how good the drafts are, against what a reader found.

    Each line of GOLD.jsonl is a fact, in the form of `souverain draft --format jsonl`. Its article
    is the file that `article` names, else the .txt of the gold's name, beside it. Precision, recall
    and F1 come with 95 % intervals over resampled documents. What a match is: server/INTAKE.md.

    \b
    Examples:
      souverain evaluate tests/intake/development/*.jsonl
      souverain evaluate gold.jsonl --drafts drafts.jsonl --format json
    """
    from souverain.intake import evaluation
    from souverain.intake import gold as golds
    from souverain.intake.known import Known

    documents = golds.read(gold)
    if not documents:
        raise UsageError("the gold holds no fact", hint="give a line of JSON for each fact")
    project, base = invocation.project(), invocation.settings().base
    tongues = {document.text.language for document in documents}
    known = {tongue: Known.load(project, tongue, base, hinted=hints) for tongue in sorted(tongues)}
    judged = list(_judged(documents, known, drafts))
    found = evaluation.evaluate(judged)
    if format_name == "json":
        click.echo(json.dumps(found.to_json(), ensure_ascii=False, indent=2))
    else:
        _show(found)
    if errors:
        terminal.table(ERROR_COLUMNS, _errors(judged))


def _judged(
    documents: Sequence[Document], known: Mapping[str, Known], drafts: Path | None
) -> Iterator[Judged]:
    from souverain.intake import evaluation
    from souverain.intake.scores import judge

    namings = {tongue: evaluation.naming(entities) for tongue, entities in known.items()}
    if drafts:
        given = evaluation.drafts_of(drafts, documents)
        for document in documents:
            text = document.text
            yield judge(document, given[text.slug], (), namings[text.language])
        return
    from souverain.intake import extraction

    for document in terminal.progress(documents, "drafting"):
        text = document.text
        drafted = extraction.draft(text, known[text.language], text.published)
        yield judge(document, drafted.candidates, drafted.flagged, namings[text.language])


def _show(found: Evaluation) -> None:
    terminal.table(
        COLUMNS,
        [
            (
                row.match,
                row.kind,
                str(row.tally.found + row.tally.missed),
                str(row.tally.found + row.tally.wrong),
                *(_told(figure) for figure in (row.precision, row.recall, row.f1)),
            )
            for row in found.rows
        ],
    )
    click.echo(f"exact quotes: {_told(found.exact)} of the drafts")
    click.echo(f"facts in a flagged sentence or a draft: {_told(found.flagged)}")
    click.echo(f"documents: {found.documents}; intervals: 95 %, documents resampled", err=True)


def _told(figure: Estimate) -> str:
    if figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.2f}"
    return f"{figure.value:.2f} [{figure.low:.2f}–{figure.high:.2f}]"


def _errors(judged: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    for document in judged:
        rows = [("missed", fact.claim) for fact in document.missed]
        rows += [("wrong", draft) for draft in document.wrong]
        for fault, claim in sorted(rows, key=lambda row: (row[1].start, row[0])):
            slots = json.dumps(dict(claim.slots), ensure_ascii=False)
            yield document.slug, fault, claim.kind, claim.status, slots, claim.quote
