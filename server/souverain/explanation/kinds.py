"""What a sentence looks at, by class: which slot picks its template, its verb, and its marks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """The properties of a class whose concepts pick the template and the verb."""

    variant: str = ""
    state: str = ""


KINDS = {
    "Stake": Kind("stakeBasis", "status"),
    "DerivedStake": Kind(state="status"),
    "Announcement": Kind("announcementStatus", "announcementStatus"),
    "StatusObservation": Kind(state="transactionStatus"),
    "Partnership": Kind(state="partnershipStatus"),
    "RoleHolding": Kind("polarity", "status"),
    "Funding": Kind("fundingStatus", "fundingStatus"),
    "ServiceInclusion": Kind(state="status"),
    "InfrastructureReliance": Kind(state="status"),
    "TechnologyUse": Kind(state="status"),
    "Kinship": Kind(state="kinshipKind"),
    "Support": Kind(state="polarity"),
    "Condition": Kind("conditionKind", "status"),
    "LifecycleEvent": Kind("eventKind", "eventStatus"),
    "Siting": Kind(state="status"),
}
ANY = Kind()

# What stands after the sentence, in this order: in what state, and how surely, it is said.
MARKS = (
    "status",
    "fundingStatus",
    "eventStatus",
    "partnershipStatus",
    "announcementStatus",
    "polarity",
    "mentionKind",
    "modality",
)
UNMARKED = frozenset({"Affirmed", "Made"})
# How far a transaction has come, from the first state to the last.
STAGES = (
    "Considered",
    "InNegotiation",
    "Planned",
    "BeingFinalised",
    "Confirmed",
    "Completed",
    "Abandoned",
)
# How surely a state must be told to count as observed; the rule `outcome` says the same.
OBSERVED = frozenset({"Stated", "Announced"})
REAL = frozenset({"", "Stated"})
# What has no claims of its own: only those that name it, which it counts.
THINGS = frozenset({"Entity", "Article", "Term"})
# What is not told among the things that belong to another.
UNTOLD = frozenset({"", "Discrepancy", *THINGS})
# What stands in a slot that must say something where the article names nobody.
UNNAMED = frozenset(
    {"acquirer", "receiver", "supporter", "announcer", "partner", "speaker", "seeker", "member"}
)
# Texts that the project wrote, in each language; every other text is printed in an article.
OWN_TEXTS = frozenset(
    {
        "discrepancyNote",
        "inferenceNote",
        "linkMethod",
        "rankReason",
        "reviewedBy",
        "skos:editorialNote",
        "withdrawalReason",
        "withdrawnBy",
    }
)
# The claims that belong to a thing, by heading: a property of the thing, or one that leads to it.
RELATED = (
    ("withdraws", "withdraws", False),
    ("about", "about", False),
    ("confirms", "confirms", False),
    ("reports", "reports", False),
    ("observes", "observes", False),
    ("amount", "amount", False),
    ("resultingStake", "resultingStake", False),
    ("soldStake", "soldStake", False),
    ("wouldGive", "wouldGive", False),
    ("wouldEnd", "wouldEnd", False),
    ("observed_by", "observes", True),
    ("announced_by", "about", True),
    ("confirmed_by", "confirms", True),
    ("follows_from", "resultingStake", True),
    ("sold_in", "soldStake", True),
    ("supports", "evidence", True),
    ("derived", "premise", True),
    ("withdrawn_by", "withdraws", True),
)
