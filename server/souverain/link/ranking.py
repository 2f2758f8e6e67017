"""Weighing what was found: points that a person can read, each with its reason.

A name alone is never enough. An item is proposed only if it is of a fitting kind, if something
besides its name and its kind speaks for it, and if no other comes near it. Nothing is linked by
being proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from souverain.link import features
from souverain.link.features import Case, Point
from souverain.link.profile import Ground, Profile
from souverain.link.search import Found, Linked
from souverain.link.targets import Target

LEAST_SCORE = 60
LEAST_LEAD = 10
# What else must speak for an item than its name and its kind.
SUPPORT = frozenset({"relations", "words"})


@dataclass(frozen=True)
class Candidate:
    """An item with its points; `doubts` are sentences that say why it is not proposed."""

    found: Found
    points: tuple[Point, ...]
    doubts: tuple[str, ...] = ()

    @property
    def score(self) -> int:
        """The sum of its points, from 0 to 100."""
        return min(max(sum(point.points for point in self.points), 0), 100)

    @property
    def is_proposed(self) -> bool:
        """Whether nothing speaks against a proposal; to link it is for a person."""
        return not self.doubts

    @property
    def breakdown(self) -> str:
        """The points by what they are for: `name 40, kind 20, period -25`."""
        return ", ".join(f"{point.feature} {point.points}" for point in self.points if point.points)

    @property
    def why(self) -> str:
        """What speaks for it."""
        return "; ".join(point.reason for point in self.points if point.points > 0)

    @property
    def why_not(self) -> str:
        """What speaks against it, and why it is not proposed."""
        against = [point.reason for point in self.points if point.points < 0]
        return "; ".join([*against, *self.doubts])


def rank(
    ground: Ground,
    target: Target,
    profile: Profile,
    found: Sequence[Found],
    linked: Linked,
    rejected: Mapping[str, str] | None = None,
) -> list[Candidate]:
    """The items, the likeliest first, each with its points.

    `rejected` says of items that a person has refused for this entity who did so and why.
    """
    case = Case(target, profile, _entities(linked), _countries(ground, linked), rejected or {})
    weighed = [
        Candidate(row, tuple(point for weigh in features.FEATURES for point in weigh(case, row)))
        for row in found
    ]
    # Ids decide between equals, so that the order in which a service answers does not.
    weighed.sort(key=lambda row: (-row.score, len(row.found.item.id), row.found.item.id))
    return [replace(row, doubts=tuple(_doubts(row, weighed))) for row in weighed]


def _entities(linked: Linked) -> dict[str, list[str]]:
    """The entities that are linked to an item, by its id."""
    found: dict[str, list[str]] = {}
    for entity, ids in linked.items.items():
        for id in ids:
            found.setdefault(id, []).append(entity)
    return found


def _countries(ground: Ground, linked: Linked) -> dict[str, str]:
    """The places of the graph by the items that they are linked to."""
    return {
        id: entity
        for entity, ids in linked.items.items()
        if "Place" in ground.profile(entity).kinds
        for id in ids
    }


def _doubts(row: Candidate, all_: Sequence[Candidate]) -> Iterator[str]:
    points = {point.feature: point.points for point in row.points}
    if points.get("name", 0) < features.EXACT_ALIAS:
        yield "no name of it is quite the same"
    if points.get("kind", 0) <= 0:
        yield "it is not known to be of a fitting kind"
    if not any(points.get(feature, 0) > 0 for feature in SUPPORT):
        yield "nothing but its name and its kind speaks for it"
    if row.score < LEAST_SCORE:
        yield f"it has {row.score} points, and {LEAST_SCORE} are needed"
    for other in all_:
        if other is not row and other.score > row.score - LEAST_LEAD:
            yield f"{other.found.item.id} fits {_compared(other.score - row.score)}"
            return


def _compared(lead: int) -> str:
    """How another item fits that has so many points more."""
    if lead >= LEAST_LEAD:
        return "better"
    return "as well: look at both" if lead == 0 else "nearly as well: look at both"
