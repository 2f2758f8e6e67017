"""What the words of a stake tell besides its slots.

« de 12 à 27 % » ends one share and begins another, « chacun » gives each holder a stake of its
own, « à Oxalis » a next holder, and « les salariés » hold without a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from souverain.intake.candidate import Candidate
from souverain.intake.filling import Draft, Filling
from souverain.intake.phrase import FIRM, Phrase
from souverain.intake.scene import Scene

_ARTICLE = re.compile(r"(?:les?|la|l'|des|du|ses|sa|son|leurs?|aux?)\s?", re.IGNORECASE)
# What becomes of a share that is to be sold, or is.
_NEXT = {"Ended": "InForce", "InForce": "Planned"}


def note(scene: Scene, content: str, draft: Draft, group: str, span: tuple[int, int]) -> bool:
    """Take from the span of a group what is no slot; False where the group is of another sort."""
    match group:
        case "former":
            found = scene.share(span[0])
            draft.values["former"] = found.number if found else None
        case "span":
            if found := scene.share(span[0]):
                draft.values |= {"percentage": found.last, "basis": "Exact", "former": found.first}
        case "rest":
            draft.values |= {"basis": "Remainder", "percentage": None}
        case "each":
            draft.values["each"] = "each"
        case "crowd" | "crowdbuyer":
            unnamed = [crowd(content, *span)]
            draft.put("holder" if group == "crowd" else "buyer", Filling(unnamed, unnamed))
        case _:
            return False
    return True


def crowd(content: str, start: int, end: int) -> Phrase:
    """A phrase of those who hold without a name: its own words name them."""
    article = _ARTICLE.match(content, start)
    at = article.end() if article else start
    return Phrase(start, end, at, end, FIRM, (content[at:end],), ("",), plural=True)


def sequels(draft: Draft, row: Candidate) -> Iterator[Candidate]:
    """The stake of a draft, or one for each of its holders; then what was before, or comes next."""
    if row.status == "Negated" and row.slots["basis"] == "Unstated":
        row = replace(row, slots={**row.slots, "basis": "NoStake"})
    holders = row.names("holder")
    if draft.values.get("each") and len(holders) > 1:
        for name in holders:
            mentions = tuple(m for m in row.mentions if m.slot != "holder" or m.name == name)
            yield replace(row, slots={**row.slots, "holder": (name,)}, mentions=mentions)
    else:
        yield row
    former = draft.values.get("former")
    if former is not None and former != row.slots["percentage"] and row.status == "InForce":
        slots = {**row.slots, "percentage": former, "basis": "Exact"}
        yield replace(row, slots=slots, status="Ended")


def handed_on(draft: Draft) -> Draft | None:
    """The draft of the stake that a buyer gets of what is sold."""
    buyer = draft.fillings.pop("buyer", None)
    status = _NEXT.get(draft.standing.status)
    if buyer is None or status is None or not buyer.named:
        return None
    given = replace(draft, standing=replace(draft.standing, status=status))
    given.fillings = {**draft.fillings, "holder": buyer}
    return given
