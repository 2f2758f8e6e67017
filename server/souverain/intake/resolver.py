"""Whom a pronoun or a description stands for, and which words named them before.

« il », « l'opérateur », « les deux actionnaires »: the phrases before are weighed by how near they
are, whether they were subjects, how often they were named, and by sort, kind, gender and number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from souverain.intake.phrase import FIRM, PERSON, PLACE, PRONOUN, Phrase
from souverain.intake.scene import Scene

_SENTENCES_BACK = 5
_PREPOSITION = re.compile(
    r"(?<![\w])(?:de|du|des|d'|par|avec|à|au|aux|pour|chez|dans|sur|contre|selon|entre|en|sans|via"
    r"|of|by|with|to|in|for|from|at|auprès de|vers|sous)(?: la| l'| les| le)?"
    r"(?:\s(?!(?:que|qui|dont|où|l\w*quel\w*|si|et|mais|quand|comme|car|a|ont|est)\s)[a-zéèêàçîôû-]{3,}){0,3}\s*$",
    re.IGNORECASE,
)
_LATTER = {"ce dernier", "cette dernière", "celui-ci", "celle-ci", "the latter"}
_LATTER |= {"ces derniers", "ces dernières", "ceux-ci"}


def is_governed(text: str, start: int) -> bool:
    """Whether a preposition stands before a position: what begins there is then no subject."""
    return _PREPOSITION.search(text, max(0, start - 50), start) is not None


@dataclass(frozen=True)
class Resolver:
    """Finds antecedents in a scene."""

    scene: Scene

    @cached_property
    def _frequencies(self) -> Counter[str]:
        return Counter(name for row in self.scene.phrases for name in row.names)

    @cached_property
    def _kinds(self) -> dict[str, tuple[set[str], set[str]]]:
        """The kinds of thing and the genders that the text gives to each name."""
        found: dict[str, tuple[set[str], set[str]]] = {}
        for row in self.scene.phrases:
            for name in row.names:
                kinds, genders = found.setdefault(name, (set(), set()))
                kinds.update(filter(None, [row.kind, row.noun]))
                genders.update(filter(None, [row.gender]))
        return found

    def learn(self, name: str, title: str) -> None:
        """Take a person's office as a kind of thing: « le fondateur » is then that person."""
        kinds, _ = self._kinds.setdefault(name, (set(), set()))
        kinds.update(re.split(r"[^\w]+", title.lower()))

    def resolve(
        self, phrase: Phrase, sort: str = "", exclude: Collection[str] = ()
    ) -> tuple[Phrase, ...]:
        """The phrases with names for which another stands: one, or for a plural several.

        `sort` is what the place in the sentence demands; `exclude` are names that it cannot be.
        """
        if phrase.names:
            return (phrase,)
        if phrase.plural:
            return self._several(phrase, sort or phrase.sort, exclude)
        before = self._before(phrase, exclude)
        rows = [row for row in before if self._fits(row, phrase, sort) and not row.plural]
        if phrase.noun in _LATTER and rows:
            return (rows[-1],)
        best = max(rows, key=lambda row: (self._weight(row, phrase), row.start), default=None)
        return (best,) if best else ()

    def topic(self, position: int, exclude: Collection[str] = ()) -> tuple[Phrase, ...]:
        """The firm of which a place in the text most probably speaks."""
        probe = Phrase(position, position, position, position, FIRM, how=PRONOUN)
        return self.resolve(probe, FIRM, exclude)

    def _before(self, phrase: Phrase, exclude: Collection[str]) -> list[Phrase]:
        first = max(0, self.scene.number(phrase.start) - _SENTENCES_BACK)
        start = self.scene.sentences[first][0]
        rows = self.scene.within(start, phrase.start)
        return [row for row in rows if row.names and not set(row.names) & set(exclude)]

    def _fits(self, row: Phrase, phrase: Phrase, sort: str) -> bool:
        wanted = sort or phrase.sort
        if row.sort == PLACE or (wanted and row.sort and row.sort != wanted):
            return False
        genders = {row.gender} if row.sort == PERSON else self._kinds[row.names[0]][1]
        known = {gender for gender in genders if gender}
        return not (phrase.gender and known and phrase.gender not in known and row.sort == PERSON)

    def _weight(self, row: Phrase, phrase: Phrase) -> float:
        scene = self.scene
        distance = scene.number(phrase.start) - scene.number(row.start)
        kinds, genders = self._kinds[row.names[0]]
        weight = (
            -1.5 * (phrase.sort == PERSON and row.sort != PERSON)
            - 0.9 * distance
            + 0.25 * min(6, self._frequencies[row.names[0]])
        )
        if not is_governed(scene.text, row.start):
            weight += 1.0
            subjects = scene.within(scene.sentence(row.start)[0], row.start)
            weight += 0.5 * (not any(not is_governed(scene.text, s.start) for s in subjects))
        if phrase.kind or phrase.noun:
            weight += 2.5 * (phrase.noun.lower() in kinds) or 1.5 * (
                bool(phrase.kind) and phrase.kind in kinds
            )
        if phrase.gender and genders and phrase.gender not in genders:
            weight -= 1.5 if phrase.how == PRONOUN else 0.5
        return weight

    def _several(self, phrase: Phrase, sort: str, exclude: Collection[str]) -> tuple[Phrase, ...]:
        """The last firms or persons that one sentence names together, as many as are wanted."""
        first = max(0, self.scene.number(phrase.start) - _SENTENCES_BACK)
        for number in range(self.scene.number(phrase.start), first - 1, -1):
            start, end = self.scene.sentences[number]
            rows = self.scene.within(start, min(end, phrase.start))
            fit = [
                row
                for row in rows
                if row.names
                and row.sort != PLACE
                and (not sort or row.sort == sort)
                and not set(row.names) & set(exclude)
            ]
            together = _distinct(fit)
            if together and together[-1].plural:
                return (together[-1],)
            if len(together) >= 2 and (not phrase.count or phrase.count <= len(together)):
                joined = _joined(self.scene.text, together)
                chosen = joined or together
                return tuple(chosen[: phrase.count or None])
        return ()


def _distinct(rows: Iterable[Phrase]) -> list[Phrase]:
    return list({row.names: row for row in rows}.values())


def _joined(text: str, rows: Sequence[Phrase]) -> list[Phrase]:
    """The first of the rows that « et » joins with those before."""
    for index in range(1, len(rows)):
        gap = text[rows[index - 1].end : rows[index].start]
        if len(gap) < 60 and re.search(r"(?:\bet\b|\band\b|\bavec\b)", gap):
            low = index - 1
            while low and text[rows[low - 1].end : rows[low].start].strip() == ",":
                low -= 1
            return list(rows[low : index + 1])
    return []
