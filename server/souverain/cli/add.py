"""`souverain add`: new articles, kept and drafted."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from souverain import clock
from souverain.cli import corrected, described, terminal
from souverain.cli.invocation import Invocation
from souverain.errors import ReadOnlyProject, UsageError

if TYPE_CHECKING:
    from souverain.cli.corrected import Correction
    from souverain.files import Project
    from souverain.intake.adding import Taken
    from souverain.intake.crew import Crew
    from souverain.intake.journal import Journal, Outcome
    from souverain.intake.origins import Origin

FIELDS = ("source", "outcome", "article", "drafts", "flagged", "why")


@click.command(name="add")
@click.argument("source", metavar="SOURCE")
@described.options
@click.option("--anyway", is_flag=True, help="Add what is nearly the same as a known article too.")
@click.option("--private", is_flag=True, help="Let an address be on this machine or its network.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing.")
@click.option("--jobs", type=click.IntRange(1), help="How many processes draft; else one a core.")
@click.option("--hints", is_flag=True, help="Ask spaCy as well what words name (8 s to load).")
@click.option("--scheduler", metavar="ADDRESS", help="Draft on a Dask cluster: tcp://HOST:PORT.")
@click.option("--corrects", metavar="ARTICLE", help="SOURCE is a corrected version of this one.")
@click.option("--by", envvar="SOUVERAIN_REVIEWER", default="", help="Who says so, for --corrects.")
@click.option("--reason", default="", help="What was corrected, for --corrects.")
@click.pass_obj
def command(
    invocation: Invocation,
    /,
    source: str,
    anyway: bool,
    private: bool,
    yes: bool,
    jobs: int | None,
    hints: bool,
    scheduler: str | None,
    told: Mapping[str, str],
    **options: Any,
) -> int:
    """Keep new articles, and draft every claim that they make.

    SOURCE is a file of plain text or HTML, an address, a folder of such files, or a feed (RSS or
    Atom). Each article is kept as it is in the project's folder, with what is known of it; its
    drafts wait for a person: nothing is published. Cut off, the same command goes on where it was.
    With --corrects the claims of the old version are sliced again on the new one, as
    `souverain review NEW --corrects OLD` does.

    \b
    Examples:
      souverain add article.txt --published 2015-03 --publisher "La Gazette"
      souverain --project shop add https://example.org/article
      souverain --project shop add articles/ --yes
      souverain add new.txt --corrects 005 --by "Ada" --reason "the publisher corrected a figure"
      souverain --project shop add feed.xml --scheduler tcp://127.0.0.1:8786
    """
    from souverain.intake import adding, extras, origins
    from souverain.intake.journal import FAILED, Journal

    project = invocation.project()
    if not project.writable:
        raise ReadOnlyProject
    extras.demand("intake", "add")
    if hints:
        extras.demand("hints", "add --hints")
    correction = _correction(invocation, **options)
    crew = _crew(jobs, scheduler)
    journal = Journal(project)
    near = anyway or correction is not None
    done = frozenset[str]() if near else journal.settled()
    read = origins.read(source, clock.stamp()[:10], private=private, done=done)
    found = list(terminal.progress(read, "reading"))
    is_one = len(found) == 1 and found[0].name == source and found[0].text is not None
    if is_one:
        found = [described.one(project, found[0], told, near)]
    elif told or correction:
        raise UsageError(
            f"--{min(told, default='corrects')} cannot be said of {len(found)} articles at once",
            hint="add them one by one, or leave it out",
        )
    _ask(found, yes)
    taken = adding.take(project, found, anyway=near, again=anyway and is_one)
    outcomes = list(_drafted(invocation, taken, crew, journal, hints=hints))
    _tell(project, outcomes, is_one)
    if any(outcome.outcome == FAILED for outcome in outcomes):
        return 1
    return correction.apply(outcomes[0].article) if correction else 0


def _correction(
    invocation: Invocation, corrects: str | None, by: str, reason: str
) -> Correction | None:
    return corrected.read(invocation, corrects, by, reason) if corrects else None


def _crew(jobs: int | None, scheduler: str | None) -> Crew:
    from souverain.intake import crew

    return crew.cluster(scheduler) if scheduler else crew.local(jobs or crew.cores())


def _ask(found: Sequence[Origin], yes: bool) -> None:
    """Ask a person who is there whether to go on; raises `click.Abort` where not."""
    texts = [(origin.name, origin.text) for origin in found if origin.text]
    if yes or not texts or not sys.stdin.isatty():
        return
    rows = [
        (name, text.language, text.published or "", text.title, f"{len(text.content):,}")
        for name, text in texts
    ]
    terminal.table(("source", "language", "published", "title", "characters"), rows)
    click.confirm("Keep and draft?", default=True, abort=True, err=True)


def _drafted(
    invocation: Invocation, taken: Taken, crew: Crew, journal: Journal, *, hints: bool
) -> Iterator[Outcome]:
    """What became of each, as it becomes."""
    from souverain.intake import adding

    for outcome in taken.others:
        journal.write(outcome)
        yield outcome
    project, base = invocation.project(), invocation.settings().base
    drafted = adding.drafted(project, taken.names, crew, journal, base, hinted=hints)
    yield from terminal.progress(drafted, "drafting", len(taken.names))


def _tell(project: Project, outcomes: Sequence[Outcome], is_one: bool) -> None:
    if not is_one:
        terminal.table(FIELDS, [[str(getattr(row, name)) for name in FIELDS] for row in outcomes])
        counts = Counter(row.outcome for row in outcomes)
        click.echo(", ".join(f"{n} {name}" for name, n in sorted(counts.items())), err=True)
    for row in outcomes if is_one else ():
        told = f"{row.drafts} drafts, {row.flagged} sentences flagged"
        click.echo(f"article {row.article}: {row.why or told}")
    if slugs := [row.article for row in outcomes if row.drafts or row.flagged]:
        which = f" {slugs[0]}" if len(slugs) == 1 else ""
        click.echo(f"next: souverain --project {project.root} review{which}", err=True)
