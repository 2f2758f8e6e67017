"""`souverain check`: everything that must hold of a graph, and what does not."""

from __future__ import annotations

from collections.abc import Sequence

import click

from souverain import check
from souverain.check.coverage import Sentence
from souverain.cli import terminal
from souverain.cli.invocation import Invocation
from souverain.errors import DataError

WORDS_CHARACTERS = 60


@click.command(name="check")
@click.option("--coverage", is_flag=True, help="List every sentence and what accounts for it.")
@click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default="en",
    help="The language of the shapes' messages.",
)
@click.pass_obj
def command(invocation: Invocation, coverage: bool, language: str) -> None:
    """Check the articles, the evidence, the shapes, the derived layer and the files' form.

    Each finding is one line with file, line, node, what is wrong and the rule that says so, and
    one line with what to do. The exit code is 1 when there is any.

    \b
    Example:
      souverain check
      souverain check --coverage
    """
    project = invocation.project()
    report = check.check(project, language, terminal.progress)
    if coverage:
        _table(report.sentences)
    for finding in report.findings:
        click.echo(str(finding))
    if report.findings:
        number = len(report.findings)
        raise DataError(f"{project.root.name}: {number} finding{'s' if number > 1 else ''}")
    click.echo(click.style("sound: ", fg="green") + report.summary())


def _table(sentences: Sequence[Sentence]) -> None:
    rows = [
        (s.article, str(s.number), str(s.claims), s.words[:WORDS_CHARACTERS], s.reason)
        for s in sentences
    ]
    terminal.table(("article", "sentence", "claims", "words", "why no fact"), rows)
    accounted = sum(sentence.accounted for sentence in sentences)
    click.echo(f"{accounted} of {len(sentences)} sentences are accounted for")
