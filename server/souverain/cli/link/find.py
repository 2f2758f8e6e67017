"""`souverain link find`: candidates for entities that have no link."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from souverain.cli import terminal
from souverain.cli.invocation import Invocation
from souverain.cli.link.asking import Asking, asking
from souverain.cli.link.standing import file_option, finding, review_file
from souverain.errors import Unasked, UnknownName
from souverain.link import sheet
from souverain.link.finding import Finding
from souverain.link.service import Service
from souverain.link.sheet import PROPOSED, Row
from souverain.ttl import expand, shorten


@click.command(name="find")
@click.argument("entities", nargs=-1, metavar="[ENTITY]…")
@file_option
@asking
@click.pass_obj
def command(
    invocation: Invocation, entities: Sequence[str], file: str | None, asking: Asking
) -> None:
    """Search candidates for entities without a link, and write them into a review file.

    Without ENTITY, for each that is neither linked nor known to have nothing to be linked to.
    Nothing is linked by it. What is in the review file and decided stays there; what the service
    answered is kept, so that a run that was cut off goes on where it ended.

    \b
    Example:
      souverain link find --contact me@example.org
      souverain link find id:bleu id:shadow --offline
    """
    known = finding(invocation, asking.target)
    path = review_file(invocation, asking.target, file)
    old = sheet.read(path)
    wanted = [_entity(known, name) for name in entities] or known.open()
    with asking.connected(invocation) as (service, target):
        searching = Finding(known.ground, target, known.log)
        found = _searched(searching, service, wanted, path, old)
    proposed = len({row.entity for row in found if row.note == PROPOSED})
    click.echo(
        f"{path}: {len(wanted)} entities searched, {proposed} with a proposal; "
        "go through them with: souverain link review",
        err=True,
    )


def _searched(
    searching: Finding, service: Service, wanted: Sequence[str], path: Path, old: list[Row]
) -> list[Row]:
    """The rows that were found; they are in the file, whatever ends the search."""
    found: list[Row] = []
    missing: list[Unasked] = []
    try:
        for entity in terminal.progress(wanted, "searching"):
            try:
                found += searching.rows(service, entity)
            except Unasked as fault:
                missing.append(fault)
                click.echo(f"{shorten(entity)}: {fault}", err=True)
    finally:
        sheet.write(path, sheet.joined(old, found))
        if len(done := {row.entity for row in found}) < len(wanted):
            click.echo(f"{path}: {len(done)} of {len(wanted)} entities were searched", err=True)
    if missing:
        raise missing[0]
    return found


def _entity(known: Finding, name: str) -> str:
    whole = expand(name if ":" in name else f"id:{name}")
    if whole not in known.ground.entities:
        raise UnknownName("entity", name, map(shorten, known.ground.entities))
    return whole
