"""`souverain review`: a person decides on what was drafted, and publishes it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import click

from souverain.cli import corrected, terminal
from souverain.cli.deeds import DEEDS
from souverain.cli.invocation import Invocation
from souverain.errors import MissingExtra, ReadOnlyProject, UsageError

if TYPE_CHECKING:
    from souverain.files import Project
    from souverain.intake.desk import Desk

COLUMNS = ("id", "state", "kind", "status", "says", "quote")


@click.command(name="review")
@click.argument("article", required=False)
@click.option("--by", envvar="SOUVERAIN_REVIEWER", default="", help="Who reviews.")
@click.option("--list", "is_list", is_flag=True, help="List what there is to decide.")
@click.option("--accept", multiple=True, metavar="ID", help="Accept a draft; `all`: each open one.")
@click.option("--set", nargs=2, multiple=True, metavar="ID SLOT=VALUE", help="Accept it edited.")
@click.option("--reject", multiple=True, metavar="ID", help="Reject a draft or flagged sentence.")
@click.option("--reason", default="", help="Why, for --reject.")
@click.option("--evidence", nargs=2, multiple=True, metavar="ID CLAIM", help="Add its evidence.")
@click.option("--undo", is_flag=True, help="Take the last decision back.")
@click.option("--publish", "is_publish", is_flag=True, help="Publish what was accepted.")
@click.option("--corrects", metavar="OLD", help="ARTICLE is a corrected version of this one.")
@click.option("--dry-run", is_flag=True, help="With --publish or --corrects: write nothing.")
@click.option("--calibration", is_flag=True, help="Print the precision of each rule.")
@click.option("--web", is_flag=True, help="Review in the browser, on this machine only.")
@click.option("--language", type=click.Choice(("en", "fr")), default="en", show_default=True)
@click.pass_obj
def command(invocation: Invocation, /, article: str | None, **options: Any) -> int:
    """Decide on the drafts of an article, one key each; then publish what was accepted.

    Without an option it opens in the terminal, with --web in the browser. The options do the same
    from a script; IDs are those of --list, or their first letters. A decision is never lost or
    overwritten: it is a line at the end of drafts/ARTICLE.log.jsonl. Nothing is published unless
    all of `souverain check` holds afterwards.

    \b
    Examples:
      souverain review 005 --by "Ada"
      souverain review 005 --list
      souverain review 005 --by "Ada" --accept 2d34cc --set 4fe772 percentage=33,4
      souverain review 005 --by "Ada" --publish
      souverain review 006 --corrects 005 --by "Ada" --reason "the publisher corrected a figure"
    """
    project = invocation.project()
    if options["calibration"]:
        return _calibration(project)
    slug = article or _only(project)
    if not slug:
        return _articles(project)
    if options["corrects"]:
        who = (options["by"], options["reason"], options["language"])
        correction = corrected.read(invocation, options["corrects"], *who)
        return correction.apply(slug, dry_run=options["dry_run"])
    return _review(invocation, project, slug, options)


def _review(invocation: Invocation, project: Project, slug: str, options: dict[str, Any]) -> int:
    from souverain.intake.desk import Desk

    desk = Desk(project, slug, options["by"])
    acts = [name for name in DEEDS if options[name]]
    if not options["is_list"] and not project.writable:
        raise ReadOnlyProject
    for name in acts:
        _act(desk, name, options)
    if options["is_list"]:
        terminal.table(COLUMNS, rows(desk))
    if options["is_publish"]:
        return _publish(invocation, desk, options["dry_run"])
    if not acts and not options["is_list"]:
        _open(invocation, desk, options)
    return 0


def _act(desk: Desk, name: str, options: dict[str, Any]) -> None:
    """Do an act on each card that its option names, and tell it."""
    from souverain.intake.decisions import demand_author

    demand_author(desk.by)
    for decision in DEEDS[name](desk, options):
        click.echo(f"{decision.verdict} {decision.item}" if decision else "nothing", err=True)


def rows(desk: Desk) -> list[Sequence[str]]:
    """A row of the list for each card."""
    found: list[Sequence[str]] = []
    for card in desk.cards():
        said = card.candidate
        kind, status = (said.kind, said.status) if said else ("sentence", "")
        slots = said.slots.items() if said else ()
        says = "; ".join(f"{name}: {_shown(value)}" for name, value in slots if value)
        found.append((card.id, card.verdict or "open", kind, status, says, card.quote))
    return found


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.12g}"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _publish(invocation: Invocation, desk: Desk, dry_run: bool) -> int:
    from souverain.cli.act import told
    from souverain.publish.intake.publishing import publish_article

    base = invocation.settings().base
    return told(
        publish_article(
            desk.project, desk.slug, desk.by, base, dry_run=dry_run, progress=terminal.progress
        ),
        dry_run,
    )


def _open(invocation: Invocation, desk: Desk, options: dict[str, Any]) -> None:
    from souverain.intake.decisions import demand_author

    demand_author(desk.by)
    base = invocation.settings().base
    if options["web"]:
        from souverain.web.review.server import run

        run(desk, base, options["language"], lambda address: click.echo(address))
        return
    if find_spec("textual") is None:
        raise MissingExtra("intake", "review")
    from souverain.cli.reviewer import Reviewer

    Reviewer(desk, base, options["language"]).run()


def _only(project: Project) -> str:
    """The article that has drafts, where it is the only one."""
    from souverain.intake import drafts

    found = drafts.articles(project)
    return found[0] if len(found) == 1 else ""


def _articles(project: Project) -> int:
    """List the articles that have drafts, with how many are decided."""
    from souverain.intake import drafts
    from souverain.intake.desk import Desk

    found = []
    for slug in drafts.articles(project):
        cards = Desk(project, slug).cards()
        decided = sum(1 for card in cards if card.verdict)
        published = sum(1 for card in cards if card.claims)
        found.append((slug, str(len(cards)), str(decided), str(published)))
    if not found:
        raise UsageError("nothing is drafted", hint="draft an article with: souverain add FILE")
    terminal.table(("article", "cards", "decided", "published"), found)
    return 0


def _calibration(project: Project) -> int:
    from souverain.intake import calibration

    found = calibration.of(project)
    terminal.table(("rule", "precision"), [(rule, f"{rate:.3f}") for rule, rate in found.items()])
    return 0
