"""A judge that learns from reviews: how probably a draft is right, by more than its rule.

A logistic regression over a few features of a draft, learned in a fixed number of steps from the
decisions of the log: the same log gives the same judge. Below `FEWEST` decisions there is none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from souverain.files import Project
from souverain.intake import decisions, drafts
from souverain.intake.calibration import JUDGED, RIGHT
from souverain.intake.candidate import Candidate

FEWEST = 200
_STEPS = 300
_RATE = 0.5
_DECAY = 1e-3


def of(project: Project) -> Judge | None:
    """The judge that a project's reviews make; None where they are too few.

    Raises `DataError` where drafts or decisions do not read.
    """
    decided: list[tuple[Candidate, bool]] = []
    logs = {slug: decisions.read(project, slug) for slug in drafts.articles(project)}
    if sum(map(len, logs.values())) < FEWEST:
        return None
    for slug, log in logs.items():
        drafted = drafts.load(project, slug).drafts
        standing = decisions.standing(log)
        decided += [
            (drafted[item], row.verdict in RIGHT)
            for item, row in standing.items()
            if item in drafted and row.verdict in JUDGED
        ]
    return Judge.learn(decided)


@dataclass(frozen=True)
class Judge:
    """Weights of the features, the last of which is the constant."""

    weights: tuple[float, ...]

    @classmethod
    def learn(cls, decided: Iterable[tuple[Candidate, bool]]) -> Self | None:
        """The judge that decisions make of drafts; None where they are too few, or all alike."""
        rows = [(_features(candidate), float(right)) for candidate, right in decided]
        if len(rows) < FEWEST or len({right for _, right in rows}) < 2:
            return None
        weights = [0.0] * len(rows[0][0])
        for _ in range(_STEPS):
            slopes = [_DECAY * weight for weight in weights]
            for features, right in rows:
                error = (_probability(weights, features) - right) / len(rows)
                slopes = [s + error * f for s, f in zip(slopes, features, strict=True)]
            weights = [w - _RATE * s for w, s in zip(weights, slopes, strict=True)]
        return cls(tuple(weights))

    def judged(self, candidate: Candidate) -> Candidate:
        """The draft with the confidence that was learned, and without the mark of a prior."""
        confidence = round(_probability(self.weights, _features(candidate)), 3)
        flags = tuple(flag for flag in candidate.flags if flag != "prior-confidence")
        return replace(candidate, confidence=confidence, flags=flags)


def _features(candidate: Candidate) -> list[float]:
    """What is known of a draft before anyone reads it, each about between 0 and 1."""
    return [
        candidate.confidence,
        float(bool(candidate.antecedents)),
        float("in-speech" in candidate.flags),
        float(candidate.modality != "Stated"),
        float(any(flag.startswith(("name-not", "number-not")) for flag in candidate.flags)),
        min(1.0, len(candidate.quote) / 300),
        float(all(mention.iri for mention in candidate.mentions)),
        1.0,
    ]


def _probability(weights: Sequence[float], features: Sequence[float]) -> float:
    total = sum(w * f for w, f in zip(weights, features, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
