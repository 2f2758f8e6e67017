"""`souverain explain`: what the graph says of one thing, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from souverain.cli.invocation import Invocation

if TYPE_CHECKING:
    from souverain.explanation import Explanation, Sentence, Words


@click.command(name="explain")
@click.argument("name", metavar="IRI")
@click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default="en",
    help="The language of the sentences; what is quoted stays as it is printed.",
)
@click.pass_obj
def command(invocation: Invocation, name: str, language: str) -> None:
    """Say in a sentence what a claim, a number or an entity is, with what it stands on.

    A claim comes with its quotes, a computed number with its rule and its premises, and either
    with those who tell it otherwise. Prefixed names are known.

    \b
    Examples:
      souverain explain id:cloudwatt
      souverain explain id:stake-002-16d66caa05 --language fr
    """
    from souverain import explanation
    from souverain.store import Dataset

    dataset = Dataset.load(invocation.project(), invocation.settings().base)
    found = explanation.explain(dataset, name, language)
    _show(found, explanation.words.read(language))


def _show(found: Explanation, words: Words) -> None:
    click.echo(_styled(found.sentence))
    for quote in found.quotes:
        click.echo(f"  «\u00a0{quote.text}\u00a0» ({quote.article}, {quote.start}–{quote.end})")
    said = (f"{row.speaker} («\u00a0{row.words}\u00a0»)" for row in found.said)
    _list(words["headings.attribution"], said)
    _list(words["headings.rule"], [_styled(found.rule)] if found.rule else [])
    _list(words["headings.premises"], map(_styled, found.premises))
    for row in found.disagreements:
        told = [row.note, *map(_styled, row.others)]
        _list(f"{words['headings.disagreements']} ({row.kind})", told)
    for group in found.related:
        _list(group.heading, map(_styled, group.sentences))
    _list(words["headings.counts"], (f"{count} × {kind}" for kind, count in found.counts))
    dated = found.article.note if found.article else ""
    _list(words["headings.notes"], filter(None, [dated, *found.notes]))


def _list(heading: str, lines: Iterable[str]) -> None:
    rows = list(dict.fromkeys(lines))
    if rows:
        click.echo(f"\n{heading}")
    for row in rows:
        click.echo(f"  {row}")


def _styled(sentence: Sentence) -> str:
    from souverain.explanation import STRONG

    parts = (
        click.style(span.text, bold=True) if span.look in STRONG else span.text
        for span in sentence.spans
    )
    return "".join([*parts, sentence.ending])
