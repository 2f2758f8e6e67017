"""What a person accepted: each candidate as it was decided on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from souverain import ttl
from souverain.errors import DataError
from souverain.intake.candidate import Candidate
from souverain.intake.decisions import BY_HAND, CLAIMING, EVIDENCE, Decision
from souverain.intake.drafts import Drafts


@dataclass(frozen=True)
class Accepted:
    """One accepted draft: its id, what it says, and the decision.

    `claim` is the IRI of the published claim that only gets its evidence, where that was decided.
    """

    id: str
    candidate: Candidate
    decision: Decision
    claim: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def rule(self) -> str:
        """The rule that drafted it."""
        return self.decision.rule or BY_HAND

    def __str__(self) -> str:
        return f"{self.id} ({self.candidate.kind}: « {self.candidate.quote} »)"


class Unclaimable(DataError):
    """A draft that cannot become a claim as it stands; which slot to edit is in the hint."""


def accepted(drafts: Drafts, standing: Mapping[str, Decision]) -> list[Accepted]:
    """The accepted drafts in the order of the text, as they were edited."""
    found = []
    for key, decision in standing.items():
        if decision.verdict not in CLAIMING:
            continue
        if decision.candidate is not None:
            candidate = Candidate.from_json(decision.candidate)
        elif key in drafts.drafts:
            candidate = drafts.drafts[key]
        else:
            raise DataError(
                f"the draft {key} was accepted, and is not there any more",
                hint="draft the article again, or take the decision back",
            )
        claim = ttl.expand(decision.claims[0]) if decision.verdict == EVIDENCE else ""
        found.append(Accepted(key, candidate, decision, claim, decision.kinds))
    return sorted(found, key=lambda row: (row.candidate.start, row.candidate.end, row.id))
