"""How probably a name is the one for which a phrase stands, as a number to compare."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from souverain.intake.kinds import Kinds
from souverain.intake.phrase import FIRM, PERSON, Phrase
from souverain.intake.prepositions import is_governed
from souverain.intake.scene import Scene

# Sentences beyond which none is further.
_FURTHEST = 6
# « créée à Station F », which is where and not who.
_LOCATED = re.compile(
    r"\b(?:cré|bas|né|install|situ|héberg|implant|fond|lanc)\w*(?: en \d{4})?,? (?:à|au|chez) $"
)
_LOCATED_WEIGHT = 3.0
_LETTERS_BEFORE = 40


@dataclass(frozen=True)
class Weights:
    """Weighs the names of a scene by nearness, frequency, place in the sentence, and likeness."""

    scene: Scene
    kinds: Kinds

    @cached_property
    def _frequencies(self) -> Counter[str]:
        return Counter(name for row in self.scene.phrases for name in row.names)

    def of(self, row: Phrase, phrase: Phrase) -> float:
        """The weight of a name for a phrase after it."""
        scene = self.scene
        distance = scene.number(phrase.start) - scene.number(row.start)
        weight = (
            -1.5 * (phrase.sort == PERSON and row.sort != PERSON)
            - 2.0 * (phrase.sort == FIRM and row.sort != FIRM)
            - 0.9 * min(distance, _FURTHEST)
            + 0.25 * min(6, self._frequencies[row.names[0]])
        )
        before = max(0, row.start - _LETTERS_BEFORE)
        if scene.text.rfind("(", before, row.start) > scene.text.rfind(")", before, row.start):
            weight -= 2.0
        if _LOCATED.search(scene.text, before, row.start):
            weight -= _LOCATED_WEIGHT
        if not is_governed(scene.text, row.start):
            weight += 1.0
            subjects = scene.within(scene.sentence(row.start)[0], row.start)
            weight += 0.5 * (not any(not is_governed(scene.text, s.start) for s in subjects))
        return weight + self.kinds.likeness(row, phrase)

    def as_topic(self, row: Phrase, probe: Phrase, *, leads: bool) -> float:
        """The weight of a name as what a place speaks of; more where the article begins with it."""
        return self.of(row, probe) + 0.3 * min(8, self._frequencies[row.names[0]]) + 1.0 * leads
