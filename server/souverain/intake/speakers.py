"""Which person « glisse-t-il », « elle dirige » or « sourit le patron » means.

Those named before are weighed: who spoke last, who was the subject of a sentence since then, how
near and how often each was named, and what the article calls them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from souverain.intake.candidate import Candidate
from souverain.intake.kinds import Kinds
from souverain.intake.memory import Memory
from souverain.intake.phrase import PERSON, Phrase
from souverain.intake.prepositions import is_governed
from souverain.intake.scene import Scene

# What each sign of the speaker weighs.
_SPOKE_NEAR, _SPOKE_FAR, _SPOKE_EVER = 2.0, 1.2, 0.4
_LEADS_SINCE, _CALLED, _CALLED_OTHERWISE = 2.2, 3.0, -3.0
_SENTENCE, _TIME, _GOVERNED, _MAIN, _OF_GENDER = -0.25, 0.2, -0.5, 1.0, 0.6
_NEAR_SENTENCES, _FAR_SENTENCES, _MOST_SENTENCES, _MOST_TIMES = 3, 8, 8, 8
# So large a part of the mentions of persons has the one whom a portrait is about.
_MAIN_SHARE, _MAIN_TIMES = 0.4, 4
_BOSSES = frozenset(
    ["pdg", "dg", "p", "président", "présidente", "directeur", "directrice", "ceo", "patron"]
) | frozenset(
    ["patronne", "dirigeant", "dirigeante", "gérant", "gérante", "fondateur", "fondatrice"]
)
_OUTSIDERS = frozenset(
    ["maire", "ministre", "député", "députée", "sénateur", "sénatrice", "délégué", "déléguée"]
) | frozenset(["secrétaire", "avocat", "avocate", "analyste", "commissaire", "administrateur"])
# Nouns that tell no more than that it is a person.
_ANYBODY = frozenset(["intéressé", "intéressée", "auteur", "autrice", "homme", "femme"])
_FEMALE = re.compile(
    r"\b(?:\w+(?:trice|euse|ière)|présidente|patronne|gérante|dirigeante|cheffe)\b"
)
# « Passée par Bain, où elle dirigeait les achats, Lise Perrin »: she comes after.
_PARTICIPIAL = re.compile(
    r"\s*(?:[A-ZÀ-Þ][a-zéèêç]+(?:é|i|u|is)e?\b|Fils\b|Fille\b|Ancien(?:ne)?\b|À \d+ ans\b"
    r"|(?:Direct|Fondat)(?:eur|rice)\b)"
)
_MALE = re.compile(r"\b(?:(?:co)?fondateur|directeur|président|patron|gérant|dirigeant)\b")


@dataclass(frozen=True)
class Speakers:
    """Finds persons among those that a scene names, by what was drafted before."""

    scene: Scene
    kinds: Kinds
    memory: Memory

    def find(
        self, position: int, gender: str, noun: str = "", exclude: Collection[str] = ()
    ) -> tuple[Phrase, ...]:
        """The person of a gender, or called by a noun, whom a position means; none: empty."""
        if (after := self._announced_by(position)) and self._can_be(after, gender):
            return (after,)
        rows = [row for row in self._before(position) if self._can_be(row, gender)]
        rows = [row for row in rows if row.names[0] not in exclude]
        spoken = self._spoken(position)
        leads = {name for row in self._leading(position, spoken) for name in row.names}
        best: tuple[float, int] = (0.0, -1)
        found: tuple[Phrase, ...] = ()
        for row in rows:
            weight = self._weight(row, position, gender, noun, spoken)
            weight += _LEADS_SINCE * (row.names[0] in leads)
            if not found or (weight, row.start) > best:
                best, found = (weight, row.start), (row,)
        return found

    def _before(self, position: int) -> list[Phrase]:
        rows = self.scene.within(0, position)
        return [row for row in rows if row.sort == PERSON and len(row.names) == 1]

    def _announced_by(self, position: int) -> Phrase | None:
        """The subject after « Passée par Bain, où elle dirigeait les achats, »."""
        start, end = self.scene.sentence(position)
        if not _PARTICIPIAL.match(self.scene.text, start):
            return None
        if any(row.sort == PERSON and row.names for row in self.scene.within(start, position)):
            return None
        for row in self.scene.within(position + 1, end):
            if row.sort == PERSON and len(row.names) == 1:
                leads = self.scene.text[: row.start].endswith(", ")
                return row if leads else None
        return None

    def _can_be(self, row: Phrase, gender: str) -> bool:
        known = self._genders(row)
        return not (gender and known and gender != known)

    def _genders(self, row: Phrase) -> str:
        """The gender that a first name, or else an office, gives to a person."""
        if row.gender:
            return row.gender
        names = set(row.names)
        for one in self.scene.phrases:
            if one.gender and set(one.names) == names:
                return one.gender
        titles = " ".join(self.kinds.of(row.names[0]))
        return "f" if _FEMALE.search(titles) else "m" if _MALE.search(titles) else ""

    def _weight(
        self, row: Phrase, position: int, gender: str, noun: str, spoken: Mapping[str, int]
    ) -> float:
        scene, name = self.scene, row.names[0]
        here = scene.number(position)
        weight = _SENTENCE * min(_MOST_SENTENCES, here - scene.number(row.start))
        weight += _GOVERNED * is_governed(scene.text, row.start)
        times = self._times[name]
        weight += _TIME * min(_MOST_TIMES, times)
        whole = sum(self._times.values())
        weight += _MAIN * (times >= _MAIN_TIMES and times >= _MAIN_SHARE * whole)
        weight += _OF_GENDER * bool(gender and self._genders(row) == gender)
        if name in spoken:
            back = here - scene.number(spoken[name])
            last = max(spoken.values()) == spoken[name]
            near = _SPOKE_NEAR if back <= _NEAR_SENTENCES else _SPOKE_FAR
            weight += near if last and back <= _FAR_SENTENCES else _SPOKE_EVER
        return weight + self._called(name, noun)

    def _called(self, name: str, noun: str) -> float:
        """How well what a person is called agrees with the noun that stands for the speaker."""
        kinds = self.kinds.of(name)
        word = noun.lower().partition(" ")[0]
        if not word or word in _ANYBODY:
            return 0.0
        alike = {word} | (_BOSSES if word in _BOSSES else set())
        if word in kinds:
            return _CALLED
        if alike & kinds:
            return _CALLED / 2
        return _CALLED_OTHERWISE if kinds & _OUTSIDERS and word in _BOSSES else 0.0

    @cached_property
    def _times(self) -> Counter[str]:
        rows = self.scene.phrases
        return Counter(row.names[0] for row in rows if row.sort == PERSON and row.names)

    def _spoken(self, position: int) -> dict[str, int]:
        """Where each who spoke before a position did so last."""
        rows = sorted(self._announced(position), key=lambda row: row.start)
        return {name: row.start for row in rows for name in row.names("announcer")}

    def _announced(self, position: int) -> Iterator[Candidate]:
        for row in self.memory.made:
            if row.kind == "announcement" and row.end <= position:
                yield row

    def _leading(self, position: int, spoken: Mapping[str, int]) -> Iterator[Phrase]:
        """The person who was the subject of the last sentence since somebody spoke, if one was."""
        scene = self.scene
        here = scene.number(position)
        first = max([here - _NEAR_SENTENCES * 2, *map(scene.number, spoken.values())])
        for start, end in reversed(scene.sentences[max(0, first) : here + 1]):
            rows = [row for row in scene.within(start, min(end, position)) if row.names]
            subjects = (
                row
                for row in rows
                if row.sort == PERSON
                and not is_governed(scene.text, row.start)
                and not is_quoted(scene.text, row.start)
            )
            if lead := next(subjects, None):
                yield lead
                return


def is_quoted(text: str, position: int) -> bool:
    """Whether a position lies within a quotation of its paragraph."""
    low = text.rfind("\n", 0, position) + 1
    return text.count("«", low, position) > text.count("»", low, position)
