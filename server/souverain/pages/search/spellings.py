"""Which things a name may stand for: an entity, an article, a term; by any spelling of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from souverain.folding import fold, together, words
from souverain.pages.search.lexicon import Found, Lexicon


class Sort(IntEnum):
    """What a text is to its thing; the first ones come first. Some quotes only name something."""

    NAME = 0
    VARIANT = 1
    HIDDEN = 2
    PRINTED = 3
    SENTENCE = 4
    QUOTE = 5
    NAMING = 6


class Named(NamedTuple):
    """A text, what it is, and the thing that it belongs to."""

    iri: str
    text: str
    sort: Sort


class Spellings:
    """The names of the things of one dataset, in every spelling."""

    def __init__(self, rows: Iterable[Named]) -> None:
        self.rows = tuple(dict.fromkeys(rows))
        self._lexicon = Lexicon([fold(row.text) for row in self.rows])
        self._called: dict[str, list[Named]] = {}
        for row in self.rows:
            self._called.setdefault(together(row.text), []).append(row)

    def called(self, text: str) -> list[str]:
        """The things of that very name; those it is a variant of, only where there are none."""
        rows = self.rows_called(text)
        best = min((row.sort for row in rows), default=None)
        return list(dict.fromkeys(row.iri for row in rows if row.sort == best))

    def rows_called(self, text: str) -> list[Named]:
        """All rows of that very name."""
        return self._called.get(together(text), [])

    def near(self, text: str, most: int) -> list[Named]:
        """Names that begin so, or are nearly so: one for each thing, the likeliest first."""
        asked = words(text)
        found = self._lexicon.find(asked)
        order = sorted(found.texts, key=lambda number: self._rank(number, " ".join(asked), found))
        best: dict[str, Named] = {}
        for number in order:
            best.setdefault(self.rows[number].iri, self.rows[number])
        return list(best.values())[:most]

    def _rank(self, number: int, asked: str, found: Found) -> tuple[int, int, int]:
        return (*rank(self._lexicon.texts[number], number, asked, found), self.rows[number].sort)


def rank(text: str, number: int, asked: str, found: Found) -> tuple[int, int]:
    """How well a name fits what is asked, the best first; shorter ones fit better."""
    if text == asked:
        how = 0
    elif text.startswith(asked):
        how = 1
    elif number in found.exact:
        how = 2 if f" {asked} " in f" {text} " else 3
    elif number in found.begun:
        how = 4
    else:
        how = 5
    return how, len(text)
