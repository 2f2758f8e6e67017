"""A corrected version of an article, as two commands take it: its claims are sliced again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from souverain.cli import terminal
from souverain.cli.invocation import Invocation
from souverain.errors import UnknownName, UsageError

if TYPE_CHECKING:
    from souverain.publish.account import Account


@dataclass(frozen=True)
class Correction:
    """Which article has a corrected version, and who says so, when and why."""

    invocation: Invocation
    old: str
    account: Account

    def apply(self, new: str, *, dry_run: bool = False) -> int:
        """Slice the claims again on an article that is kept; the exit code, with what was done."""
        from souverain.cli.act import told
        from souverain.publish.intake.publishing import correct_article

        if new == self.old:
            raise UsageError(
                f"it is article {new} itself, byte for byte", hint="give the corrected version"
            )
        project, base = self.invocation.project(), self.invocation.settings().base
        return told(
            correct_article(
                project,
                self.old,
                new,
                self.account,
                base,
                dry_run=dry_run,
                progress=terminal.progress,
            ),
            dry_run,
        )


def read(
    invocation: Invocation, old: str, by: str, reason: str, language: str = "en"
) -> Correction:
    """The correction that options tell.

    Raises `UsageError` without who and why, or for an article without claims, and `UnknownName`
    for one that is not there.
    """
    from souverain import clock, text
    from souverain.publish.account import Account

    account = Account.read(reason, by, clock.stamp()[:10], language)
    project = invocation.project()
    articles = text.load(project)
    if old not in articles:
        raise UnknownName("article", old, articles)
    if not (project.graph / f"{old}.ttl").is_file():
        raise UsageError(f"article {old} has no claims", hint="publish the new version by itself")
    return Correction(invocation, old, account)
