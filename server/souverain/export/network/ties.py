"""Which entities a claim ties: one row for each pair of slots, with what the tie is called.

A claim in which three or more take part is an edge for each pair, with the one IRI of the claim.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from souverain.export.records.statements import Statement


@dataclass(frozen=True)
class Tie:
    """From the entities of a slot to those of another, or of one slot to each other."""

    kind: str
    source: str
    target: str
    relation: str


TIES = (
    Tie("Stake", "holder", "target", "holds"),
    Tie("Acquisition", "acquirer", "target", "acquires"),
    Tie("Acquisition", "seller", "target", "sells"),
    Tie("Merger", "mergingParty", "mergingParty", "merges"),
    Tie("Partnership", "partner", "partner", "partners"),
    Tie("RoleHolding", "member", "organization", "serves"),
    Tie("Funding", "payer", "receiver", "funds"),
    Tie("ServiceInclusion", "initiative", "service", "includes"),
    Tie("InfrastructureReliance", "relyingParty", "provider", "relies_on"),
    Tie("InfrastructureReliance", "relyingParty", "facility", "relies_on"),
    Tie("TechnologyUse", "usedBy", "technology", "uses"),
    Tie("LabelSought", "seeker", "qualityLabel", "seeks"),
    Tie("Kinship", "relative", "relative", "related"),
    Tie("Siting", "locatedThing", "location", "located_in"),
    Tie("Siting", "operator", "locatedThing", "operates"),
    Tie("Support", "supporter", "supported", "supports"),
    Tie("LifecycleEvent", "participant", "concerns", "takes_part"),
    Tie("Quantity", "concerns", "location", "counted_in"),
    Tie("Opinion", "speaker", "about", "speaks_of"),
    Tie("DerivedStake", "holder", "target", "holds"),
)
MEMBER = "has_member"
BY_KIND = {kind: tuple(rows) for kind, rows in itertools.groupby(TIES, key=lambda tie: tie.kind)}
RELATIONS = tuple(dict.fromkeys([*(tie.relation for tie in TIES), MEMBER]))


def pairs(statement: Statement) -> Iterator[tuple[str, str, str]]:
    """What a claim ties: the relation, and the two entities."""
    for tie in BY_KIND[statement.kind]:
        sources, targets = statement.things(tie.source), statement.things(tie.target)
        if tie.source == tie.target:
            found: Iterator[tuple[str, ...]] = itertools.combinations(sources, 2)
        else:
            found = itertools.product(sources, targets)
        for source, target in found:
            yield tie.relation, source, target
