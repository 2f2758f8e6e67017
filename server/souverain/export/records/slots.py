"""The slots of every class of claims and derivations: one row each, as the shapes have them.

What all claims have (article, date, evidence, who is cited) stands in no row; the records have it
as fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a slot holds."""

    ENTITY = "entity"
    CLAIM = "claim"
    CONCEPT = "concept"
    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    WHEN = "when"


@dataclass(frozen=True)
class Slot:
    """A property of the ontology by its short name; `many` tells that it may repeat."""

    name: str
    kind: Kind
    many: bool = False


def _all(kind: Kind, *names: str) -> tuple[Slot, ...]:
    """A row for each name; one that ends in a star may have several values."""
    return tuple(Slot(name.removesuffix("*"), kind, name.endswith("*")) for name in names)


def _entities(*names: str) -> tuple[Slot, ...]:
    return _all(Kind.ENTITY, *names)


def _claims(*names: str) -> tuple[Slot, ...]:
    return _all(Kind.CLAIM, *names)


def _concepts(*names: str) -> tuple[Slot, ...]:
    return _all(Kind.CONCEPT, *names)


def _texts(*names: str) -> tuple[Slot, ...]:
    return _all(Kind.TEXT, *names)


def _numbers(*names: str) -> tuple[Slot, ...]:
    return _all(Kind.NUMBER, *names)


def _whens(*names: str) -> tuple[Slot, ...]:
    return _all(Kind.WHEN, *names)


def _flags(*names: str) -> tuple[Slot, ...]:
    return _all(Kind.FLAG, *names)


CLAIMS: dict[str, tuple[Slot, ...]] = {
    "Stake": (
        *_entities("holder", "target", "via", "onBehalfOf*", "withinProgramme"),
        *_concepts("stakeBasis", "status", "polarity", "interest", "directness"),
        *_numbers("percentage", "percentageMin", "percentageMax"),
        *_numbers("percentageExclusiveMin", "percentageExclusiveMax"),
        *_texts("percentageText"),
        *_numbers("intervalMin", "intervalMax"),
        *_claims("concernsHolding"),
    ),
    "Acquisition": (
        *_entities("acquirer*", "target", "seller*"),
        *_texts("percentageText", "alsoTakesOver*"),
        *_claims("resultingStake*", "soldStake*"),
    ),
    "Merger": (*_entities("mergingParty*"), *_texts("cause*")),
    "StatusObservation": (
        *_claims("observes"),
        *_concepts("transactionStatus"),
        *_whens("observedWhen"),
        *_texts("cause*"),
    ),
    "Announcement": (
        *_entities("announcer*", "medium*"),
        *_concepts("announcementStatus", "channel"),
        *_whens("announcedWhen"),
        *_claims("about*", "confirms*", "reports*"),
    ),
    "Partnership": (
        *_entities("partner*", "about*"),
        *_concepts("partnershipStatus"),
        *_texts("purpose*"),
    ),
    "RoleHolding": (
        *_entities("member", "organization"),
        *_concepts("role", "status", "polarity"),
        *_texts("roleText"),
    ),
    "Funding": (
        *_entities("payer*", "receiver*", "via", "withinProgramme"),
        *_concepts("fundingStatus"),
        *_claims("amount"),
        *_texts("purpose*"),
    ),
    "Amount": (
        *_entities("concerns*"),
        *_concepts("measures"),
        *_numbers("amountValue", "amountMin", "amountMax"),
        *_texts("currency", "amountText"),
        *_whens("measuredWhen"),
    ),
    "Quantity": (
        *_entities("concerns*", "location"),
        *_concepts("measures"),
        *_numbers("quantityValue", "quantityMin", "quantityMax"),
        *_texts("quantityText"),
    ),
    "ServiceInclusion": (
        *_entities("initiative", "service"),
        *_concepts("status"),
        *_flags("partial"),
    ),
    "InfrastructureReliance": (
        *_entities("relyingParty", "provider", "facility"),
        *_concepts("relianceKind", "status"),
    ),
    "TechnologyUse": (*_entities("usedBy", "technology"), *_concepts("status")),
    "LabelSought": _entities("seeker*", "qualityLabel"),
    "Kinship": (*_entities("relative*"), *_concepts("kinshipKind")),
    "Siting": (*_entities("locatedThing", "location", "operator"), *_concepts("status")),
    "Support": (
        *_entities("supporter*", "supported*"),
        *_concepts("polarity"),
        *_texts("supporterText", "supportedText"),
    ),
    "Condition": (
        *_entities("concerns*"),
        *_concepts("conditionKind", "status"),
        *_texts("cause*"),
    ),
    "LifecycleEvent": (
        *_entities("concerns*", "participant*"),
        *_concepts("eventKind", "eventStatus"),
        *_whens("eventWhen"),
        *_texts("cause*"),
    ),
    # An article can be the speaker, which is no entity.
    "Opinion": (*_claims("speaker"), *_entities("about*"), *_concepts("opinionKind")),
    "Mention": (*_entities("mentions"), *_concepts("mentionKind"), *_texts("surfaceForm")),
}
DERIVED: dict[str, tuple[Slot, ...]] = {
    "DerivedStake": (
        *_entities("holder", "target", "via"),
        *_concepts("status"),
        *_numbers("derivedPercentage", "derivedMin", "derivedMax"),
    ),
    "Holding": _entities("holder", "target"),
    "Operation": (
        *_entities("acquirer*", "mergingParty*", "target"),
        *_concepts("latestStatus"),
        *_claims("wouldGive*", "wouldEnd*"),
    ),
    "Discrepancy": (
        *_claims("between*"),
        *_concepts("discrepancyKind"),
        *_texts("discrepancyNote*"),
    ),
}
SLOTS = {**CLAIMS, **DERIVED}
# The slot that tells how far it has come, or whether it is so.
STATES = {
    "Announcement": "announcementStatus",
    "Funding": "fundingStatus",
    "LifecycleEvent": "eventStatus",
    "Operation": "latestStatus",
    "Partnership": "partnershipStatus",
    "StatusObservation": "transactionStatus",
}
