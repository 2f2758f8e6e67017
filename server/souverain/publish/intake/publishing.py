"""Publishing an article's accepted drafts, and the log told of it."""

from __future__ import annotations

from souverain import clock
from souverain.check import Progress
from souverain.files import Project
from souverain.intake import decisions
from souverain.intake.decisions import PUBLISHED, Decision
from souverain.publish import Published, publish
from souverain.publish.account import Account
from souverain.publish.intake.acceptance import Outcome, accept
from souverain.publish.intake.correction import Resliced, correct, put_up
from souverain.vocab import BASE


def publish_article(
    project: Project,
    slug: str,
    by: str,
    base: str = BASE,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Published:
    """Publish what was accepted of an article and can be claimed, in one act; the rest is held.

    Where the claims would not be sound, nothing is written. The log is told afterwards: a machine
    that stops in between has the claims, and publishing again gives the same ones. Raises what
    `acceptance.accept` and `publish` raise.
    """
    decisions.demand_author(by)
    outcome = Outcome({})
    done = publish(
        project,
        lambda staged: accept(staged, slug, project, outcome, base),
        base,
        dry_run=dry_run,
        progress=progress,
    )
    if not dry_run:
        at = clock.stamp()
        rows = [
            Decision(item, PUBLISHED, by, at, claims=claims)
            for item, claims in outcome.claims.items()
        ]
        decisions.append(project, slug, rows)
    return done


def correct_article(
    project: Project,
    old: str,
    new: str,
    account: Account,
    base: str = BASE,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Published:
    """Slice the claims of an article again on its corrected version; those that do not, to review.

    Raises what `correction.correct` and `publish` raise; then nothing is written.
    """
    outcome = Resliced([], {})
    done = publish(
        project,
        lambda staged: correct(staged, old, new, account, outcome, base),
        base,
        dry_run=dry_run,
        progress=progress,
    )
    if not dry_run:
        put_up(project, new, outcome, base)
    return done
