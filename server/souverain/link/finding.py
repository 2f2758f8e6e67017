"""From entities without a link to the rows of a review file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from souverain.link import decisions, ranking, search
from souverain.link.decisions import Log
from souverain.link.profile import Ground, Profile
from souverain.link.ranking import Candidate
from souverain.link.search import Linked
from souverain.link.service import Service
from souverain.link.sheet import PROPOSED, Row
from souverain.link.targets import Target, find

# The fewest points for which a person is asked, and the most candidates of one entity.
LEAST_SCORE = 20
MOST_CANDIDATES = 6


@dataclass(frozen=True)
class Finding:
    """Finds candidates for the entities of a graph in one target."""

    ground: Ground
    target: Target
    log: Log

    @property
    def linked(self) -> Linked:
        """The items that entities are linked to, in the target and where it is found through."""
        through = self.target.through
        return Linked(
            _ids(self.ground, self.target),
            _ids(self.ground, find(through)) if through else {},
        )

    def open(self) -> list[str]:
        """The entities that are neither linked nor known to have nothing, in order."""
        done = self.linked.items.keys() | {
            entity
            for entity in self.ground.entities
            if self.ground.profile(entity).short in self.log.settled(self.target.name)
        }
        return [entity for entity in self.ground.entities if entity not in done]

    def rows(self, service: Service, entity: str) -> list[Row]:
        """The rows of an entity, the likeliest candidate first; raises as `Service` does."""
        profile, linked = self.ground.profile(entity), self.linked
        found = search.candidates(service, self.target, profile, linked)
        rejected = self.log.rejected(self.target.name, profile.short)
        ranked = ranking.rank(self.ground, self.target, profile, found, linked, rejected)
        likely = [row for row in ranked if row.score >= LEAST_SCORE][:MOST_CANDIDATES]
        return list(self._rows(profile, likely, len(ranked)))

    def _rows(
        self, profile: Profile, candidates: Sequence[Candidate], number: int
    ) -> Iterator[Row]:
        for row in candidates:
            item = row.found.item
            yield Row(
                decision="",
                reason="",
                entity=profile.short,
                name=profile.name,
                item=item.id,
                label=item.label,
                description=item.description or ", ".join(row.found.kinds[:1]),
                score=row.score,
                note=PROPOSED if row.is_proposed else "",
                breakdown=row.breakdown,
                why=row.why,
                why_not=row.why_not,
                looked=f"{self.target.title} {item.id}, revision {item.revision}, {item.at[:10]}",
                seen=_json(self.target, row),
            )
        if not candidates:
            why_not = f"{number} found, none of them likely" if number else "nothing found"
            yield Row(entity=profile.short, name=profile.name, why_not=why_not)


def _ids(ground: Ground, target: Target) -> dict[str, list[str]]:
    return {
        entity: [id for item in items if (id := target.id(item))]
        for entity, items in ground.matches(target.prefix).items()
    }


def _json(target: Target, row: Candidate) -> str:
    found = decisions.seen(row.found.item, target.properties)
    return json.dumps(found, ensure_ascii=False, sort_keys=True)
