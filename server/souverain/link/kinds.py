"""What kinds of things can be an entity of a class, by what others call the kinds.

Another dataset says of an item what kind of thing it is, and which kinds are above that one. These
are told by their English names, for a name can be read and checked, and an identifier would have to
be known by heart.
"""

from __future__ import annotations

from collections.abc import Iterable

from souverain import folding

ORGANIZATION = frozenset(
    {
        "organization",
        "organisation",
        "company",
        "business",
        "enterprise",
        "corporation",
        "government",
        "government agency",
        "public institution",
        "institution",
        "government organization",
        "state",
        "newspaper",
        "online newspaper",
        "news website",
        "mass media",
        "financial institution",
        "investment fund",
        "fund",
    }
)
SERVICE = frozenset(
    {
        "service",
        "product",
        "software",
        "website",
        "online service",
        "web service",
        "cloud computing",
        "computing platform",
        "search engine",
        "web search engine",
        "application",
        "brand",
        "trademark",
    }
)
PLACE = frozenset(
    {
        "place",
        "location",
        "geographic location",
        "geographical feature",
        "geographic region",
        "region",
        "territory",
        "territorial entity",
        "administrative territorial entity",
        "human settlement",
        "continent",
        "country",
        "political territorial entity",
        "political union",
    }
)
PROGRAMME = frozenset(
    {"programme", "program", "project", "plan", "policy", "public policy", "investment", "strategy"}
)
# By the class of the entity, the kinds of which an item must be one.
FITTING = {
    "Organization": ORGANIZATION,
    "Person": frozenset({"human"}),
    "Initiative": ORGANIZATION | SERVICE | PROGRAMME,
    "Service": SERVICE,
    "Technology": SERVICE | {"technology", "software library", "standard", "technical standard"},
    "Place": PLACE,
    "Facility": frozenset(
        {"facility", "building", "architectural structure", "data center", "data centre"}
    ),
    "Programme": PROGRAMME,
    "QualityLabel": frozenset(
        {"certification", "certification mark", "quality label", "label", "standard"}
    ),
    "HolderGroup": frozenset({"family", "sibling group", "group of humans", "sibling duo"}),
}


def fitting(classes: Iterable[str], kinds: Iterable[str]) -> str:
    """The first of the kinds that an entity of these classes can be of; empty where none is."""
    wanted = {folding.fold(kind) for name in classes for kind in FITTING.get(name, ())}
    return next((kind for kind in kinds if folding.fold(kind) in wanted), "")
