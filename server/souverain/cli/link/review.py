"""`souverain link review`: candidates in the terminal, with one key for each."""

from __future__ import annotations

from pathlib import Path

import click

from souverain.cli.act import accounted
from souverain.cli.invocation import Invocation
from souverain.cli.link import applying
from souverain.cli.link.asking import target_option
from souverain.cli.link.standing import file_option, finding, review_file
from souverain.link import sheet, targets
from souverain.link.decisions import CLOSE, EXACT, LATER, NONE, REJECT
from souverain.link.profile import Profile
from souverain.link.reviewing import Reviewing
from souverain.link.sheet import PROPOSED, Row
from souverain.link.targets import Target
from souverain.publish.account import Account
from souverain.ttl import expand

KEYS = {"e": EXACT, "c": CLOSE, "r": REJECT, "n": NONE, "l": LATER}
OF_NO_ITEM = {"n": NONE, "l": LATER}
MORE, QUIT = "o", "q"
FEW_QUOTES = 3


@click.command(name="review")
@target_option
@file_option
@accounted
@click.pass_obj
def command(
    invocation: Invocation, target_name: str, file: str | None, account: Account, dry_run: bool
) -> None:
    """Go through the candidates in the terminal, with one key for each.

    What the articles say of the entity stands above what the dataset says of the candidate. Each
    answer is in the review file at once; at the end, or at q, all become links together, when the
    whole graph is sound with them. Cut off before that, `souverain link apply` goes on.

    \b
    Example:
      souverain link review --by "the maintainers" --on 2024-01-31 --reason "read both"
    """
    target = targets.find(target_name)
    path = review_file(invocation, target, file)
    known = finding(invocation, target)
    reviewing = Reviewing(sheet.read(path))
    for number, row in reviewing:
        profile = known.ground.profile(expand(row.entity))
        _show(profile, row, target, reviewing.waiting)
        key = _key(profile, row)
        if key == QUIT:
            break
        reviewing.decide(number, KEYS[key])
        _keep(path, reviewing, dry_run)
    if dry_run:
        click.echo("nothing was written", err=True)
        return
    number = applying.apply(invocation, path, target, account, dry_run)
    click.echo(f"{path}: {number} decisions, {reviewing.waiting} entities left", err=True)


def _keep(path: Path, reviewing: Reviewing, dry_run: bool) -> None:
    if not dry_run:
        sheet.write(path, reviewing.rows)


def _show(profile: Profile, row: Row, target: Target, waiting: int) -> None:
    """The entity with its quotes, then the candidate with what speaks for and against it."""
    click.echo("")
    name = click.style(profile.name, bold=True)
    click.echo(f"{name} ({profile.short})  {', '.join(_kinds(profile))}  [{waiting} left]")
    _quotes(profile, FEW_QUOTES)
    if not row.item:
        click.echo(f"  no candidate in {target.title}: {row.why_not}")
        return
    proposed = click.style(f"  {PROPOSED}", fg="green") if row.note == PROPOSED else ""
    label = click.style(row.label, bold=True)
    click.echo(f"  {row.item} {label}: {row.description or 'not described'}{proposed}")
    click.echo(f"  {target.page.format(id=row.item)}")
    click.echo(f"  {row.score} points: {row.breakdown}")
    for mark, text in (("+", row.why), ("-", row.why_not)):
        for reason in filter(None, text.split("; ")):
            click.echo(f"  {mark} {reason}")


def _kinds(profile: Profile) -> list[str]:
    from souverain.link.kinds import FITTING

    return sorted(profile.kinds & {*FITTING, "Collective"})


def _quotes(profile: Profile, most: int | None) -> None:
    for article, text in profile.quotes[:most]:
        click.echo(f"  «\u00a0{text}\u00a0» ({article})")
    for note in profile.notes:
        click.echo(f"  {note}")


def _key(profile: Profile, row: Row) -> str:
    """The key of an answer that makes sense for the row."""
    keys = KEYS if row.item else OF_NO_ITEM
    told = ", ".join(f"[{key}] {name}" for key, name in keys.items())
    while True:
        click.echo(f"  {told}, [{MORE}] all quotes, [{QUIT}] quit: ", nl=False)
        key = click.getchar().lower()
        click.echo(key if key.isprintable() else "?")
        if key in keys or key == QUIT:
            return key
        if key == MORE:
            _quotes(profile, None)
