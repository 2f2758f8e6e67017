"""`souverain link compare`: what articles say beside what Wikidata says."""

from __future__ import annotations

import dataclasses
import json

import click

from souverain.cli import terminal
from souverain.cli.invocation import Invocation
from souverain.link.comparison import PARTS, VERDICTS

TABLE, JSON = "table", "json"
COLUMNS = ("verdict", "why", "claim", "subject", "property", "object", "said", "date", "theirs")
SHORTENED = ("claim", "subject", "property", "object", "theirs")


@click.command(name="compare")
@click.option("--part", type=click.Choice(PARTS), help="Only stakes, roles, or dates.")
@click.option("--verdict", type=click.Choice(VERDICTS), help="Only those of that verdict.")
@click.option("--format", "name", type=click.Choice((TABLE, JSON)), default=TABLE)
@click.pass_obj
def command(invocation: Invocation, part: str | None, verdict: str | None, name: str) -> None:
    """Say of each stake, role and date of the articles what Wikidata says of it.

    It agrees, contradicts, or lacks it; is undecided where either leaves open what is meant; or is
    not compared, and why: an announced stake, for one, lacks nothing. In a pipe, the table is
    separated by tabs.

    \b
    Examples:
      souverain link compare --verdict lacks
      souverain link compare --part stakes --format json
    """
    from souverain.link import comparison
    from souverain.store import Dataset
    from souverain.ttl import shorten

    project, base = invocation.project(), invocation.settings().base
    dataset = Dataset.load(project, base)
    comparison.demand_retrieved(dataset, base)
    texts = comparison.queries(project)
    chosen = {row: text for row, text in texts.items() if part in (None, row)}
    rows = [row for row in comparison.compare(dataset, chosen) if verdict in (None, row.verdict)]
    rows.sort(key=lambda row: VERDICTS.index(row.verdict))
    told = [dataclasses.asdict(row) for row in rows]
    if name == JSON:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for row in told:
        row.update((column, shorten(row[column])) for column in SHORTENED)
    terminal.table(COLUMNS, ([row[column] for column in COLUMNS] for row in told))
