"""Why a sentence has no claim: what a reviewer decided, in `seeds/no-facts.tsv`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from souverain import text
from souverain.files import Project
from souverain.intake.decisions import NO_FACT, REJECTED, Decision
from souverain.intake.drafts import Drafts, flagged_id
from souverain.publish.intake.accepted import Accepted
from souverain.text import NO_FACTS, Article

HEAD = "article\tsentence\treason"
WAITING = "What was accepted of it in review waits until it can become a claim."
NOTHING = "Read in review, with nothing drafted from it that the graph keeps."


def account_for(
    project: Project,
    article: Article,
    rows: Sequence[Accepted],
    drafted: Drafts,
    standing: Mapping[str, Decision],
    held: Collection[str] = (),
) -> None:
    """Give each sentence that no accepted draft quotes its reason, where it has none yet.

    `held` are the ids of accepted drafts that are no claims yet.
    """
    rows = [row for row in rows if row.id not in held]
    known = text.no_facts(project)
    places = {key: (row.start, row.end) for key, row in drafted.drafts.items()}
    places |= {flagged_id(span): (span.start, span.end) for span in drafted.flagged}
    quoted = [(row.candidate.start, row.candidate.end) for row in rows]
    quoted += [(s.start, s.end) for row in rows for s in row.candidate.antecedents]
    added = dict(known)
    for number, (start, end) in enumerate(article.sentences, start=1):
        words = len(article.text[start:end].strip())
        if any(a < start + words and b > start for a, b in quoted):
            added.pop((article.slug, number), None)
        else:
            here = [key for key, (a, b) in places.items() if a < end and b > start]
            waits = WAITING if any(key in held for key in here) else ""
            given = waits or _reason(standing[key] for key in here if key in standing)
            before = added.get((article.slug, number), NOTHING)
            added[article.slug, number] = given or before
    if added != known:
        write_reasons(project, added)


def write_reasons(project: Project, reasons: Mapping[tuple[str, int], str]) -> None:
    """Write the reason why each sentence, by its article and number, states no fact."""
    lines = [f"{slug}\t{number}\t{why}" for (slug, number), why in sorted(reasons.items())]
    project.write(project.seeds / NO_FACTS, "\n".join([HEAD, *lines]) + "\n")


def _reason(found: Iterable[Decision]) -> str:
    """The reasons of those who decided, without what a table cannot hold; empty for none."""
    given = {row.reason: None for row in found if row.verdict in {NO_FACT, REJECTED}}
    return " ".join("; ".join(given).split())
