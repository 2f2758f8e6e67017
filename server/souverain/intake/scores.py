"""How good drafts are: precision, recall and F1, with intervals from resampled documents.

The interval of a figure is that between the 2.5th and the 97.5th percentile of what it is over
documents drawn anew, with replacement (percentile bootstrap; Efron and Tibshirani 1993, chapter
13). The draws are the same in each run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from souverain.intake.candidate import SLOTS, Candidate, Span
from souverain.intake.gold import Document, Fact
from souverain.intake.matching import Naming, normal, pair

OVERALL = "all"
DRAWS = 1000
SEED = 20150301


@dataclass(frozen=True)
class Tally:
    """How many facts were found, how many missed, and how many drafts are wrong."""

    found: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.found + other.found, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def precision(self) -> float | None:
        """The share of the drafts that are right; `None` where there is no draft."""
        return _share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float | None:
        """The share of the facts that were found; `None` where there is no fact."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; `None` where there is neither draft nor fact."""
        return _share(2 * self.found, 2 * self.found + self.missed + self.wrong)


FIGURES: Mapping[str, Callable[[Tally], float | None]] = {
    "precision": lambda tally: tally.precision,
    "recall": lambda tally: tally.recall,
    "f1": lambda tally: tally.f1,
}


@dataclass(frozen=True)
class Estimate:
    """A figure with the bounds of its interval; all `None` where it has no value."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Judged:
    """One document's drafts, judged: tallies by strictness and kind, and the two shares."""

    slug: str
    strict: Mapping[str, Tally]
    relaxed: Mapping[str, Tally]
    exact: tuple[int, int]
    flagged: tuple[int, int]
    missed: tuple[Fact, ...]
    wrong: tuple[Candidate, ...]


def judge(
    document: Document,
    drafts: Sequence[Candidate],
    flagged: Sequence[Span],
    naming: Naming = normal,
) -> Judged:
    """The drafts of a document against its facts.

    `exact` counts the drafts whose quote stands where they say; `flagged` the facts that overlap a
    flagged sentence or the quote of a draft, so that a reviewer has them before the eyes.
    """
    content = document.text.content
    pairings = {
        strict: pair(document.facts, drafts, naming, strict=strict) for strict in (True, False)
    }
    tallies = {
        strict: {
            kind: Tally(
                sum(fact.claim.kind == kind for fact, _ in paired.pairs),
                sum(fact.claim.kind == kind for fact in paired.missed),
                sum(draft.kind == kind for draft in paired.wrong),
            )
            for kind in SLOTS
        }
        for strict, paired in pairings.items()
    }
    demanded = [fact.claim for fact in document.facts if not fact.optional]
    shown = [(span.start, span.end) for span in flagged]
    shown += [(draft.start, draft.end) for draft in drafts]
    return Judged(
        document.text.slug,
        tallies[True],
        tallies[False],
        (sum(content[d.start : d.end] == d.quote for d in drafts), len(drafts)),
        (sum(_is_shown(claim, shown) for claim in demanded), len(demanded)),
        pairings[True].missed,
        pairings[True].wrong,
    )


def estimates(tallies: Sequence[Tally]) -> dict[str, Estimate]:
    """Each figure over the sum of documents' tallies, with its interval."""
    whole = sum(tallies, Tally())
    draws = [sum(chosen, Tally()) for chosen in _drawn(tallies)]
    return {
        name: _estimate(figure(whole), [figure(draw) for draw in draws])
        for name, figure in FIGURES.items()
    }


def share(counts: Sequence[tuple[int, int]]) -> Estimate:
    """The share that the parts have of the wholes, with its interval."""
    tallies = [Tally(part, whole - part) for part, whole in counts]
    return estimates(tallies)["recall"]


def total(judged: Mapping[str, Tally]) -> Tally:
    """The tally of all kinds."""
    return sum(judged.values(), Tally())


def _is_shown(claim: Candidate, shown: Iterable[tuple[int, int]]) -> bool:
    return any(start < claim.end and end > claim.start for start, end in shown)


def _drawn(tallies: Sequence[Tally]) -> Iterable[Sequence[Tally]]:
    chance = random.Random(SEED)
    for _ in range(DRAWS if tallies else 0):
        yield chance.choices(tallies, k=len(tallies))


def _estimate(value: float | None, draws: Sequence[float | None]) -> Estimate:
    known = sorted(draw for draw in draws if draw is not None)
    if value is None or not known:
        return Estimate(value, None, None)
    low, high = (known[round(part * (len(known) - 1))] for part in (0.025, 0.975))
    return Estimate(value, low, high)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
