"""What a picture of ownership shows: each party once, and an arrow for each claimed stake.

What is planned is dashed, what has ended is grey, what is denied is not drawn. A joint holder is
one box around its members, from which one arrow goes: nobody's part of it is known. A remainder
has its words, and no number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from souverain.export import records
from souverain.export.records import Entity, Stake
from souverain.export.selection import Selection
from souverain.export.shelf import Shelf


class Look(Enum):
    """How an arrow is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    GREY = "grey"


LOOKS = {
    "InForce": Look.SOLID,
    "Planned": Look.DASHED,
    "Ended": Look.GREY,
    "Abandoned": Look.GREY,
}
WORDS = {"Planned": "planned", "Ended": "ended", "Abandoned": "abandoned"}


@dataclass(frozen=True)
class Arrow:
    """A stake: from whom to what, its lines of words, and how it is drawn."""

    claim: str
    source: str
    target: str
    words: tuple[str, ...]
    look: Look


@dataclass(frozen=True)
class Drawing:
    """The picture of a selection."""

    selection: Selection

    def arrows(self) -> Iterator[Arrow]:
        """An arrow for each stake that is not denied, in IRI order."""
        for stake in records.stakes(self.selection):
            if stake.status in LOOKS:
                yield Arrow(
                    stake.iri,
                    stake.holder,
                    stake.target,
                    tuple(self._words(stake)),
                    LOOKS[stake.status],
                )

    def denied(self) -> int:
        """How many claims say that somebody holds nothing."""
        return sum(stake.status not in LOOKS for stake in records.stakes(self.selection))

    def boxes(self) -> list[Entity]:
        """The parties, in IRI order; those that hold together come with their members."""
        shelf = Shelf()
        for arrow in self.arrows():
            shelf.update([arrow.source, arrow.target])
        return [records.entity(self.selection, iri) for iri in shelf]

    def label(self, iri: str) -> str:
        """What a party is called."""
        return records.entity(self.selection, iri).label()

    def _words(self, stake: Stake) -> Iterator[str]:
        yield share(stake)
        if stake.status in WORDS:
            yield WORDS[stake.status]
        if stake.via:
            yield "via " + ", ".join(map(self.label, stake.via))
        told = f"{stake.article.rpartition('/')[2]}, {_date(stake)}".strip(", ")
        yield f"({told})"


def share(stake: Stake) -> str:
    """How much, as printed; what is not printed has no number."""
    if stake.words:
        return stake.words.text if stake.percentage is not None else f"« {stake.words.text} »"
    return f"{stake.percentage} %" if stake.percentage is not None else "a share"


def _date(stake: Stake) -> str:
    if stake.as_of is None:
        return ""
    return stake.as_of.edtf + ("" if stake.as_of.is_stated else " inferred")
