"""Whom a pronoun or a description stands for, and which words named them before.

« il », « l'opérateur », « les deux actionnaires »: the phrases before are weighed by how near they
are, whether they were subjects, how often they were named, and by sort, kind, gender and number.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from souverain.intake import plurals
from souverain.intake.kinds import ANY_FIRM, Kinds
from souverain.intake.phrase import FIRM, PERSON, PRONOUN, Phrase, pronoun
from souverain.intake.pronouns import LATTER
from souverain.intake.scene import Scene
from souverain.intake.topics import Topics
from souverain.intake.weights import Weights

_SENTENCES_BACK = 5
# A description that says more than « le groupe » reaches further, to whom it fits.
_FAR_BACK = 14
# Sentences with which an article begins.
_LEAD = 3
# Kinds of which a phrase stands for nobody that was not called so.
_PARTICULAR = frozenset({"agency", "fund", "bank", "insurer", "media"})
# Who heads a firm, of whom the article may say « le patron » as well, and other offices.
_HEADS = frozenset(["pdg", "dg", "p", "président", "présidente", "directeur", "directrice", "ceo"])
_BOSSES = _HEADS | frozenset(["patron", "patronne", "dirigeant", "dirigeante", "gérant", "gérante"])
_OFFICES = _HEADS | frozenset(
    [
        "ministre",
        "secrétaire",
        "fondateur",
        "fondatrice",
        "cofondateur",
        "cofondatrice",
        "chairman",
        "porte-parole",
    ]
)
# « Filiale de X, la société »: who is told of before a comma is X's, and not X.
_OWNED = re.compile(
    r"\W*(?:(?:ex-|ancienne? )?filiale|propriété|contrôlée?|détenue?|rachetée?|créée?|fondée?)\b[^.;:]*,\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Resolver:
    """Finds antecedents in a scene."""

    scene: Scene

    @cached_property
    def kinds(self) -> Kinds:
        """What the text calls each name."""
        return Kinds(self.scene)

    @cached_property
    def _weights(self) -> Weights:
        return Weights(self.scene, self.kinds)

    @cached_property
    def _topics(self) -> Topics:
        return Topics(self.scene, self.kinds)

    def resolve(
        self, phrase: Phrase, sort: str = "", exclude: Collection[str] = ()
    ) -> tuple[Phrase, ...]:
        """The phrases with names for which another stands: one, or for a plural several.

        `sort` is what the place in the sentence demands; `exclude` are names that it cannot be.
        """
        if phrase.names:
            return (phrase,)
        if phrase.plural:
            return plurals.several(
                self.scene, phrase, sort or phrase.sort, exclude, _SENTENCES_BACK
            )
        exclude = {*exclude, *self._owners(phrase)}
        rows = self._fitting(phrase, sort, exclude, _SENTENCES_BACK)
        if phrase.noun in LATTER and rows:
            return (rows[-1],)
        alike = self._alike(phrase, sort, exclude)
        if self._is_particular(phrase) and not alike:
            return ()
        rows = alike or rows
        best = max(rows, key=lambda row: (self._weights.of(row, phrase), row.start), default=None)
        return (best,) if best else ()

    def _owners(self, phrase: Phrase) -> set[str]:
        """Those whose a phrase is said to be right before: « Filiale de X, la société »."""
        start = self.scene.sentence(phrase.start)[0]
        if not _OWNED.fullmatch(self.scene.text, start, phrase.start):
            return set()
        return {name for row in self.scene.within(start, phrase.start) for name in row.names}

    def topic(self, position: int, exclude: Collection[str] = ()) -> tuple[Phrase, ...]:
        """The firm of which a place in the text most probably speaks: near, or the article's own."""
        probe = pronoun(position, FIRM)
        lead = self._lead(position)
        first = {name for row in lead for name in row.names}
        rows = [
            row
            for row in [*lead, *self._before(probe, exclude, _SENTENCES_BACK)]
            if row.sort == FIRM
            and self.kinds.fits(row, probe, FIRM)
            and not set(row.names) & set(exclude)
        ]

        def weight(row: Phrase) -> float:
            return self._weights.as_topic(row, probe, leads=row.names[0] in first)

        best = max(rows, key=lambda row: (weight(row), row.start), default=None)
        return (best,) if best else ()

    def _lead(self, position: int) -> list[Phrase]:
        """The names with which the article begins."""
        end = self.scene.sentences[min(_LEAD, len(self.scene.sentences)) - 1][1]
        return [row for row in self.scene.within(0, min(end, position)) if row.names]

    def is_alike(self, row: Phrase, phrase: Phrase) -> bool:
        """Whether the text calls a name what a phrase calls what it stands for."""
        return self.kinds.likeness(row, phrase) > 0

    def main(self, exclude: Collection[str] = ()) -> tuple[Phrase, ...]:
        """The firm that the article is about, where it is first named; none where none is sure."""
        return self._topics.main(exclude)

    def first(self) -> tuple[Phrase, ...]:
        """The firm with which an article begins."""
        firms = (row for row in self.scene.phrases if row.sort == FIRM and row.names)
        return tuple(row for row in firms if not self.kinds.is_media(row.names[0]))[:1]

    def _is_particular(self, phrase: Phrase) -> bool:
        """Whether a phrase stands only for those that were called so: « le fonds », « le ministre »."""
        if phrase.how == PRONOUN:
            return False
        office = phrase.noun.lower().partition(" ")[0]
        return phrase.kind in _PARTICULAR or (phrase.sort == PERSON and office in _OFFICES)

    def _alike(self, phrase: Phrase, sort: str, exclude: Collection[str]) -> list[Phrase]:
        """Those further back that were called what the phrase calls them, if it tells anything."""
        noun, kind = phrase.noun.lower().partition(" ")[0], phrase.kind
        called = {noun, kind} | (_BOSSES if noun in _BOSSES else set())
        if phrase.how == PRONOUN or (phrase.sort == FIRM and kind in ANY_FIRM):
            return []
        rows = self._fitting(phrase, sort, exclude, _FAR_BACK)
        so = [row for row in rows if noun in self.kinds.of(row.names[0])]
        return so or [row for row in rows if (called - {""}) & self.kinds.of(row.names[0])]

    def _fitting(
        self, phrase: Phrase, sort: str, exclude: Collection[str], back: int
    ) -> list[Phrase]:
        """The single ones named before, in so many sentences, for whom a phrase can stand."""
        rows = self._before(phrase, exclude, back)
        return [row for row in rows if not row.plural and self.kinds.fits(row, phrase, sort)]

    def _before(self, phrase: Phrase, exclude: Collection[str], back: int) -> list[Phrase]:
        first = max(0, self.scene.number(phrase.start) - back)
        start = self.scene.sentences[first][0]
        rows = self.scene.within(start, phrase.start)
        return [row for row in rows if row.names and not set(row.names) & set(exclude)]
