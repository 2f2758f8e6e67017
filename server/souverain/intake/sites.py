"""A plant, an office or a voice that has no name: it is called by the words of the text."""

from __future__ import annotations

from souverain.intake.filling import Filling
from souverain.intake.phrase import FIRM, Phrase


def filling(content: str, start: int, end: int) -> Filling:
    """What « agence de Rodez » fills a slot with: those words, as a name; « Dépôts » nothing."""
    if content[start].isupper():
        return Filling()
    row = Phrase(start, end, start, end, FIRM, (content[start:end],), ("",))
    return Filling([row], [row])
