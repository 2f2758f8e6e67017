"""The kinds of claims that a reader tells apart: each has a word, a shape and a colour."""

from __future__ import annotations

from souverain.explanation import Facts, Node

# The class of a claim, or one above it, decides; the first kind comes first wherever they meet.
KINDS = {
    "ownership": ("Stake",),
    "transaction": ("Transaction", "StatusObservation"),
    "announcement": ("Announcement",),
    "money": ("Funding", "Amount", "Quantity"),
    "people": ("RoleHolding", "Kinship"),
    "event": ("LifecycleEvent", "Condition"),
    "service": (),
    "opinion": ("Opinion", "Support"),
    "mention": ("Mention",),
}
NAMES = tuple(KINDS)
MENTION = "mention"
# Partnerships, services, what they rely on and where they are; and whatever is added later.
OTHER = "service"


def kind(facts: Facts, claim: Node) -> str:
    """The kind of a claim."""
    for name, classes in KINDS.items():
        if any(facts.is_a(claim, row) for row in classes):
            return name
    return OTHER
