"""An inverted index: which of some texts hold which words, and which words are nearly those."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import reduce
from typing import NamedTuple

# Of what is asked, so many words count.
MOST_WORDS = 20
# A typing error is looked for in words of such lengths, among so many that share letters with them.
SHORTEST, LONGEST = 4, 40
LOOKED_AT = 40
NEAR = 3
LIKENESS = 0.75


class Match(NamedTuple):
    """Where one word stands: the texts that hold it, and those that hold one that begins so.

    Where there are neither, `near` are those with a word that is nearly it. `words` are those that
    count as the word: itself, else those that begin so, else those that are nearly it.
    """

    exact: frozenset[int]
    begun: frozenset[int]
    near: frozenset[int]
    words: frozenset[str]

    @property
    def any(self) -> frozenset[int]:
        """The texts of any of these sorts."""
        return self.begun or self.near


class Found(NamedTuple):
    """What was found for some words: a text has all of them, unless `is_partial`.

    In the `exact` texts all words stand as they were asked for, in those that have `begun` there
    are words that begin so. `words` are all that count as words that were asked for.
    """

    texts: frozenset[int]
    exact: frozenset[int]
    begun: frozenset[int]
    words: frozenset[str]
    is_partial: bool


NOTHING = Found(frozenset(), frozenset(), frozenset(), frozenset(), False)


class Lexicon:
    """The words of some texts, which are given folded; a text is known by its number.

    A word of less than `shortest` letters is taken for no beginning of another.
    """

    def __init__(self, texts: Sequence[str], shortest: int = 1) -> None:
        self.texts = texts
        self._shortest = shortest
        self._places: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for word in set(text.split()):
                self._places.setdefault(word, []).append(number)
        self._words = sorted(self._places)
        self._sharing: dict[str, list[str]] = {}
        for word in self._words:
            for part in set(_parts(word)):
                self._sharing.setdefault(part, []).append(word)

    def find(self, words: Sequence[str]) -> Found:
        """The texts with all words; if there are none, those with the most of them."""
        matches = [self.match(word) for word in words[:MOST_WORDS]]
        if not matches:
            return NOTHING
        every = _common(match.any for match in matches)
        found = Found(
            texts=every,
            exact=_common(match.exact for match in matches),
            begun=_common(match.begun for match in matches),
            words=frozenset().union(*(match.words for match in matches)),
            is_partial=False,
        )
        if every or len(matches) == 1:
            return found
        counted = Counter(number for match in matches for number in match.any)
        most = max(counted.values(), default=0)
        best = frozenset(number for number, count in counted.items() if count == most)
        return found._replace(texts=best, is_partial=bool(best))

    def match(self, word: str) -> Match:
        """Where a word stands."""
        begun = self._beginning(word)
        near = [] if begun else self._near(word)
        return Match(
            frozenset(self._places.get(word, ())),
            self._union(begun),
            self._union(near),
            frozenset([word] if word in self._places else begun or near),
        )

    def _beginning(self, start: str) -> list[str]:
        if len(start) < self._shortest:
            return [start] if start in self._places else []
        first = bisect_left(self._words, start)
        return self._words[first : bisect_left(self._words, start + "\U0010ffff", first)]

    def _near(self, word: str) -> list[str]:
        if not SHORTEST <= len(word) <= LONGEST:
            return []
        shared = Counter(other for part in _parts(word) for other in self._sharing.get(part, ()))
        likely = [other for other, _ in shared.most_common(LOOKED_AT)]
        return get_close_matches(word, likely, NEAR, LIKENESS)

    def _union(self, words: list[str]) -> frozenset[int]:
        return frozenset().union(*(self._places[word] for word in words))


def _common(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return reduce(frozenset.intersection, sets)


def _parts(word: str) -> Iterator[str]:
    """The groups of three letters in a word, whose first and last letters count as such."""
    padded = f" {word} "
    return (padded[start : start + 3] for start in range(len(padded) - 2))
