"""A card of a review: a draft, a claim added by hand or a flagged sentence, and its decision."""

from __future__ import annotations

from dataclasses import dataclass

from souverain.intake import decisions
from souverain.intake.candidate import Candidate
from souverain.intake.decisions import Decision


@dataclass(frozen=True)
class Card:
    """One thing to decide: a draft, or a flagged sentence where `candidate` is None.

    `decision` is what holds, None while nobody decided; `claims` are those it became.
    """

    id: str
    start: int
    end: int
    quote: str
    candidate: Candidate | None
    decision: Decision | None
    claims: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        """What was decided; empty while nobody did, `published` once it is."""
        if self.claims:
            return decisions.PUBLISHED
        return self.decision.verdict if self.decision else ""
