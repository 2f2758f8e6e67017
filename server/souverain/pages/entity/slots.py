"""All that a claim says, part by part: the words as printed, and what they are understood as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from souverain.explanation import Node
from souverain.pages.entity.values import Row, Value, row, rows, when
from souverain.pages.page import Page

# What an article prints, and after it what the project understands by it.
UNDERSTOOD = {
    "percentageText": (
        "percentage",
        "percentageMin",
        "percentageExclusiveMin",
        "percentageMax",
        "percentageExclusiveMax",
        "intervalMin",
        "intervalMax",
        "stakeBasis",
    ),
    "amountText": ("amountValue", "amountMin", "amountMax", "currency", "measures"),
    "quantityText": ("quantityValue", "quantityMin", "quantityMax", "measures"),
    "roleText": ("role",),
    "surfaceForm": ("mentions", "mentionKind"),
    "supporterText": ("supporter",),
    "supportedText": ("supported",),
}
# Who and what come first, then how it is said; what stands elsewhere on the page is left out.
FIRST = (
    "holder",
    "member",
    "acquirer",
    "mergingParty",
    "seller",
    "announcer",
    "speaker",
    "partner",
    "receiver",
    "payer",
    "supporter",
    "relyingParty",
    "usedBy",
    "seeker",
    "concerns",
    "initiative",
    "organization",
    "target",
    "derivedPercentage",
    "derivedMin",
    "derivedMax",
    *UNDERSTOOD,
)
LAST = ("status", "polarity", "modality", "asOf", "assertedIn", "attributedTo", "reportedIn")
ELSEWHERE = frozenset({"rdf:type", "evidence", "attribution", "skos:editorialNote", "premise"})
DATED = ("printedWords", "edtf", "earliest", "latest", "yearBasis", "inferenceNote", "inferredFrom")


class Slot(NamedTuple):
    """A property of the claim; `is_understood` where it says what the words before it mean."""

    row: Row
    is_understood: bool


class Dated(NamedTuple):
    """A date of the claim: of what it is, the date in words, and all that is known of it."""

    label: str
    date: Value
    rows: list[Row]


def slots(page: Page, node: Node) -> list[Slot]:
    """The properties of a claim in order."""
    return [Slot(row(page, node, name), is_understood) for name, is_understood in _ordered(node)]


def dates(page: Page, node: Node) -> list[Dated]:
    """The dates of a claim, each once for every property that leads to it."""
    found = []
    for name in node.values:
        date = page.site.facts.value(node, name)
        if date.all("edtf"):
            label = row(page, node, name).label
            found.append(Dated(label, when(page, date), rows(page, date, DATED)))
    return found


def _ordered(node: Node) -> Iterator[tuple[str, bool]]:
    said = {name for printed in UNDERSTOOD if node.all(printed) for name in UNDERSTOOD[printed]}
    rest = sorted(set(node.values) - {*FIRST, *LAST})
    for name in (*FIRST, *rest, *LAST):
        if node.all(name) and name not in said | ELSEWHERE:
            yield name, False
            yield from ((other, True) for other in UNDERSTOOD.get(name, ()) if node.all(other))
