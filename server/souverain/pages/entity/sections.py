"""The parts of an entity's page: which things stand in each, by class and by how they name it."""

from __future__ import annotations

from typing import NamedTuple

# How a claim is tied to those whom its article cites, the nearest and the further ones.
ATTRIBUTED = (
    "sov:attributedTo|sov:attribution/sov:speaker|sov:attribution/sov:relayedBy+/sov:speaker"
)
# Any property of a claim by which it says something of the entity.
ANY = "!(rdf:type|sov:attributedTo)"


class Section(NamedTuple):
    """A part of the page.

    `rows` are classes of claims, each with the path from a claim to the entity; an empty class is
    any. A claim that the rows of an earlier section take is not taken again. `layout` is how they
    are shown, `moment` a path to the date that they are ordered by.
    """

    name: str
    rows: tuple[tuple[str, str], ...]
    layout: str = "claims"
    moment: str = "sov:asOf"


SECTIONS = (
    Section("held_by", (("Stake", "sov:target"),), "holdings"),
    Section("holds", (("Stake", "sov:holder/org:hasMember*"),), "holdings"),
    Section(
        "between", (("Stake", "sov:via|sov:onBehalfOf|sov:withinProgramme"),), layout="holdings"
    ),
    Section(
        "transactions",
        (
            ("Acquisition", "sov:target|sov:acquirer|sov:seller"),
            ("Merger", "sov:mergingParty"),
            ("StatusObservation", f"sov:observes/{ANY}"),
        ),
        "operations",
        "sov:observedWhen",
    ),
    Section(
        "events", (("LifecycleEvent", "sov:concerns|sov:participant"),), moment="sov:eventWhen"
    ),
    Section("conditions", (("Condition", "sov:concerns"),), moment="sov:validFrom"),
    Section("people", (("RoleHolding", "sov:organization"),)),
    Section("roles", (("RoleHolding", "sov:member"),)),
    Section("kinship", (("Kinship", "sov:relative"),)),
    Section("partners", (("Partnership", "sov:partner|sov:about"),)),
    Section("services", (("ServiceInclusion", "sov:initiative"),)),
    Section("included", (("ServiceInclusion", "sov:service"),)),
    Section(
        "infrastructure",
        (("InfrastructureReliance", "sov:relyingParty|sov:provider|sov:facility"),),
    ),
    Section("technologies", (("TechnologyUse", "sov:usedBy|sov:technology"),)),
    Section("labels", (("LabelSought", "sov:seeker|sov:qualityLabel"),)),
    Section("places", (("Siting", "sov:locatedThing|sov:location|sov:operator"),)),
    Section(
        "money",
        (
            ("Funding", "sov:payer|sov:receiver|sov:via|sov:withinProgramme"),
            ("Amount", "sov:concerns"),
            ("Quantity", "sov:concerns|sov:location"),
        ),
    ),
    Section("support", (("Support", "sov:supporter|sov:supported"),)),
    Section(
        "announcements",
        (("Announcement", f"sov:announcer|sov:medium|sov:about/{ANY}"),),
        moment="sov:announcedWhen",
    ),
    Section("says", (("Opinion", "sov:speaker"),), "opinions"),
    Section("said_of", (("Opinion", "sov:about"),), "opinions"),
    Section("cited", (("", ATTRIBUTED),)),
    Section("mentions", (("Mention", "sov:mentions"),), "mentions"),
)
