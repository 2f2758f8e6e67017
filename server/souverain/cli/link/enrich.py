"""`souverain link enrich`: what Wikidata says of linked items, into a graph of its own."""

from __future__ import annotations

import click

from souverain.cli import terminal
from souverain.cli.invocation import Invocation
from souverain.cli.link.asking import Asking, asking


@click.command(name="enrich")
@asking
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.pass_obj
def command(invocation: Invocation, asking: Asking, dry_run: bool) -> None:
    """Retrieve what Wikidata says of linked items, into a graph of its own.

    Names, dates, identifiers, who owns what and who heads it, with qualifiers, references and rank,
    go into graph/wikidata.ttl: a named graph that is asked for by its name only, and is no claim.
    A run replaces it whole, once it conforms to its shapes; a run that fails leaves it as it was.

    \b
    Examples:
      souverain link enrich --contact me@example.org
      souverain link enrich --offline --dry-run
    """
    from souverain.link import enrichment
    from souverain.publish.enriching import enrich

    project, base = invocation.project(), invocation.settings().base
    with asking.connected(invocation) as (service, target):
        found = enrichment.retrieve(project, service, target, terminal.progress, base)
    done = enrich(project, found.text, dry_run=dry_run)
    for note in found.notes:
        click.echo(note, err=True)
    verb = "would change" if dry_run else "changed"
    told = verb if done.changed else "is as it was"
    click.echo(f"{done.file}: {found.items} items; it {told}")
