"""The clause of a predicate: how far to either side those stand of whom it tells something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from souverain.intake.phrase import PLACE, PRONOUN, Phrase
from souverain.intake.scene import Scene
from souverain.intake.subject import conjoined

# Where another clause begins, after a predicate.
_BREAK = re.compile(
    r"[;:«»“”\n]|\s[–—]\s|,?\s(?:tandis qu|alors qu|mais|puis|avant d|après|qu(?=e |')|qui|dont|où|parce qu"
    r"|car|quand|lorsqu|afin d|ce qui|comme|selon|pour (?=\w+(?:er|ir|re)\b)|(?:et|ni) (?:il|elle|ils"
    r"|elles|on|en|qu[e'i]|a|ont|est|sont|n')\b|et (?=\w+(?:ait|era|iera|ira)\b))"
)
# What stands between a preposition and the phrase that it governs.
_CASE = re.compile(
    r"(?<!\w)(?P<case>auprès (?:de|du|des|d')|au profit (?:de|du|des|d')|aux côtés (?:de|du|des|d')"
    r"|au sein (?:de|du|des|d')|hors (?:de|du|des|d')|face (?:à|aux?)|grâce (?:à|aux?)"
    r"|à la suite d|par|avec|entre|chez|contre|pour|dans|sur|sous|via|selon|en|vers|sans|de|du|des|d'"
    r"|à|aux?)(?:\s?(?:la |le |les |l'|son |sa |ses |leurs? |une? |cette? ))?"
    r"(?P<words>(?:\s?[a-zéèêàçîôûâïù-]{3,}){0,4}?\s?)$"
)
_WORDS_THAT_PART = re.compile(
    r"\b(?:a|ont|est|sont|qui|que|dont|et|ou|mais|où|par|pour|avec|dans|était|sera)\b"
)
_BASE = {"du": "de", "des": "de", "d'": "de", "au": "à", "aux": "à"}
_CHARACTERS_BEFORE = 70


@dataclass(frozen=True)
class Argument:
    """A phrase of a clause, and the preposition that governs it, empty where none does."""

    phrase: Phrase
    case: str


def end(scene: Scene, position: int) -> int:
    """Where the clause ends that begins at a position."""
    high = scene.sentence(position)[1]
    found = _BREAK.search(scene.full, position, high)
    return found.start() if found else high


def after(scene: Scene, position: int) -> Iterator[Argument]:
    """The phrases of the clause after a position, in their order."""
    return _arguments(scene, position, end(scene, position))


def before(scene: Scene, position: int) -> Sequence[Argument]:
    """The phrases of the sentence before a position, the nearest first."""
    start = scene.sentence(position)[0]
    return [*_arguments(scene, start, position)][::-1]


def case(scene: Scene, row: Phrase, floor: int = 0) -> str:
    """The preposition that governs a phrase: « à » for « au groupe », empty where none does."""
    low = max(floor, scene.sentence(row.start)[0], row.start - _CHARACTERS_BEFORE)
    text, found = scene.text.lower(), None
    while low < row.start and (later := _CASE.search(text, low, row.start)):
        found, low = later, later.start("case") + 1
    if not found or _WORDS_THAT_PART.search(found["words"]):
        return ""
    word = found["case"].rsplit(" ", 1)[0] if " " in found["case"] else found["case"]
    return _BASE.get(word, word)


def together(scene: Scene, row: Phrase) -> Sequence[Phrase]:
    """A phrase with those that « et » joins to it."""
    return conjoined(scene, row)


def _arguments(scene: Scene, start: int, stop: int) -> Iterator[Argument]:
    floor, sentence = start, scene.sentence(start)[0]
    for row in scene.within(start, stop):
        if row.sort == PLACE or (row.how == PRONOUN and row.start == sentence and start > sentence):
            continue
        yield Argument(row, case(scene, row, floor if floor > start else start))
        floor = row.end
