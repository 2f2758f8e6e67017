"""How often the drafts of each rule were right, as reviewers decided: its confidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from souverain.files import Project
from souverain.intake import decisions
from souverain.intake.decisions import ACCEPTED, BY_HAND, EDITED, EVIDENCE, REJECTED, Decision

# A draft that had to be edited was not right; one whose evidence was added to a claim was.
RIGHT = frozenset({ACCEPTED, EVIDENCE})
JUDGED = RIGHT | {EDITED, REJECTED}
# Jeffreys: before the first decision, a rule is as likely right as wrong, and little is known.
PRIOR = 0.5


def calibration(log: Iterable[Decision]) -> Mapping[str, float]:
    """The precision of each rule that reviewers judged, between 0 and 1.

    The mean of the Beta distribution that Jeffreys' prior gives: (right + ½) / (judged + 1). What
    was taken back, published or added by hand does not count.
    """
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for row in judgements(log):
        judged[row.rule] += 1
        right[row.rule] += row.verdict in RIGHT
    return {
        rule: (right[rule] + PRIOR) / (count + 2 * PRIOR) for rule, count in sorted(judged.items())
    }


def judgements(log: Iterable[Decision]) -> list[Decision]:
    """The last judgement on each draft that nobody took back; publishing is none."""
    return [
        row
        for row in decisions.standing(log).values()
        if row.verdict in JUDGED and row.rule and not row.rule.startswith(BY_HAND)
    ]


def of(project: Project) -> Mapping[str, float]:
    """The precision of each rule by all the logs of a project; raises `DataError`."""
    found: list[Decision] = []
    for file in sorted((project.root / "drafts").glob("*.log.jsonl")):
        slug = file.name.removesuffix(".log.jsonl")
        found += judgements(decisions.read(project, slug))
    return _counted(found)


def _counted(rows: list[Decision]) -> Mapping[str, float]:
    """Judgements of several articles, whose numbers would meet, counted as they are."""
    apart = [
        Decision(f"{at}", row.verdict, row.by, row.at, row.reason, row.rule, number=at)
        for at, row in enumerate(rows, start=1)
    ]
    return calibration(apart)
