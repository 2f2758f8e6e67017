"""`souverain link quickstatements`: drafts of what Wikidata lacks, for a person to review."""

from __future__ import annotations

import click

from souverain.cli.invocation import Invocation


@click.command(name="quickstatements")
@click.option(
    "--source",
    "given",
    metavar="ARTICLE=ITEM|ADDRESS",
    multiple=True,
    help="Where an article stands: its item in Wikidata, or its address.",
)
@click.option("--accessed", default="", metavar="YYYY-MM-DD", help="When the address was read.")
@click.pass_obj
def command(invocation: Invocation, given: tuple[str, ...], accessed: str) -> None:
    """Draft what Wikidata lacks, for a human to review; nothing is sent.

    Only what is in force, has ended or was done, between items that are linked exactly. Above each
    command stands what a person must review, and what was left out of it.

    \b
    Example:
      souverain link quickstatements --source 004=https://example.org/news --accessed 2024-01-31
    """
    from souverain.link import comparison, quickstatements, targets
    from souverain.store import Dataset

    project, base = invocation.project(), invocation.settings().base
    target = targets.find(comparison.GRAPH)
    sources = quickstatements.Sources.read(given, accessed, target)
    dataset = Dataset.load(project, base)
    comparison.demand_retrieved(dataset, base)
    rows = comparison.compare(dataset, comparison.queries(project))
    query = comparison.drafting(project)
    found = list(quickstatements.drafts(dataset, rows, query, sources, target))
    for line in (*quickstatements.HEAD, *(draft.text() for draft in found)):
        click.echo(line)
    click.echo(f"{len(found)} drafts, each for a human to review", err=True)
