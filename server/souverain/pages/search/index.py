"""Everything that can be found on the site, and how a search goes through it.

It is made once for a dataset. A search looks at the texts that hold the words that are asked for,
and at no other; what the items can be chosen by is kept as sets of their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from souverain.explanation import LANGUAGES
from souverain.folding import fold, words
from souverain.pages.search import items
from souverain.pages.search.items import Days, Item, Part
from souverain.pages.search.lexicon import Lexicon
from souverain.pages.search.spellings import Named, Sort, Spellings, rank

if TYPE_CHECKING:
    from souverain.pages.site import Site

Numbers = frozenset[int]
T = TypeVar("T", str, Days)
# What items are chosen by: each value with the items that have it.
FACETS = ("class", "status", "article", "year", "letter")
# A text whose words are only nearly those that were asked for comes after all others.
NEARLY = 5
# A letter begins too much to be looked for as a beginning.
SHORTEST_START = 2
# A sentence that begins with the words is no better than one that holds them.
HELD = 2
Rank = tuple[bool, int, int, int, int]
BEST: Rank = (False, 0, 0, 0, 0)
WORST: Rank = (True, 1, NEARLY, max(Sort), 0)


@dataclass(frozen=True)
class Result:
    """What a search found: hits, the best first, and how many there are of each facet's values.

    `words` are those of the texts that count as words that were asked for; in a partial result no
    text has all of these.
    """

    numbers: tuple[int, ...]
    texts: Mapping[int, Named]
    counts: Mapping[str, Mapping[str, int]]
    words: frozenset[str]
    is_partial: bool


class Index:
    """The items of a site with their texts in each language, ready to be searched."""

    def __init__(self, site: Site) -> None:
        self.items = tuple(items.all_of(site))
        self.spellings = Spellings(items.spellings(site))
        entities = {item.iri for item in self.items if item.part is Part.ENTITY}
        named = [row for row in self.spellings.rows if row.iri in entities]
        self._entities = Spellings(named)
        self._numbers = {item.iri: number for number, item in enumerate(self.items)}
        self._quotes = {
            (item.articles[0], item.text): item.iri
            for item in reversed(self.items)
            if item.part is Part.QUOTE
        }
        self._all = frozenset(range(len(self.items)))
        self.facets = _facets(self.items)
        self._dated = _gathered([item.days for item in self.items])
        self._texts: dict[str, list[Named]] = {}
        self._lexicons: dict[str, Lexicon] = {}
        for language in LANGUAGES:
            rows = [*named, *_sentences(site, self.items, language)]
            self._texts[language] = rows
            self._lexicons[language] = Lexicon([fold(row.text) for row in rows], SHORTEST_START)

    def item(self, iri: str) -> Item | None:
        """The item that a thing is, if it is one."""
        number = self._numbers.get(iri)
        return None if number is None else self.items[number]

    def near(self, text: str, most: int) -> list[Named]:
        """Names of entities that begin so, or are nearly so: one for each, the likeliest first."""
        return self._entities.near(text, most)

    def evidence(self, article: str, words: str) -> str:
        """The IRI of the first place of an article, by its slug, where it prints these words."""
        return self._quotes.get((article, words), "")

    def search(self, query: str, language: str, chosen: Mapping[str, str], days: Days) -> Result:
        """The items whose texts have the words of the query, that have what is chosen.

        With no word they are all found. The count of a facet's value is that of the items which
        one would find with it instead of what is chosen of that facet.
        """
        asked = words(query)
        ranked, texts, found, is_partial = self._ranked(asked, language)
        base = frozenset(ranked) if asked else self._all
        base = base & self._within(days) if any(days) else base
        sets = {name: self.facets[name].get(value, frozenset()) for name, value in chosen.items()}
        left = base.intersection(*sets.values())
        order = sorted(left, key=lambda number: (ranked.get(number, WORST), number))
        return Result(tuple(order), texts, self._counts(base, sets), found, is_partial)

    def _ranked(
        self, asked: Sequence[str], language: str
    ) -> tuple[dict[int, Rank], dict[int, Named], frozenset[str], bool]:
        """The rank of each item that was found, and the text that it has it by."""
        lexicon, rows = self._lexicons[language], self._texts[language]
        found, together = lexicon.find(asked), " ".join(asked)
        ranks: dict[int, Rank] = {}
        texts: dict[int, Named] = {}
        for number in found.texts:
            row = rows[number]
            told = _rank(row.sort, *rank(lexicon.texts[number], number, together, found))
            item = self._numbers[row.iri]
            if item not in ranks or told < ranks[item]:
                ranks[item], texts[item] = told, row
        # Names that are the same but for the spaces in them.
        for row in self.spellings.rows_called(together):
            if (item := self._numbers.get(row.iri, -1)) >= 0 and ranks.get(item, WORST) > BEST:
                ranks[item], texts[item] = BEST, row
        return ranks, texts, found.words, found.is_partial and BEST not in ranks.values()

    def _within(self, asked: Days) -> Numbers:
        return frozenset().union(
            *(numbers for days, numbers in self._dated.items() if _meet(days, asked))
        )

    def _counts(self, base: Numbers, sets: Mapping[str, Numbers]) -> dict[str, dict[str, int]]:
        counts = {}
        for name, values in self.facets.items():
            others = base.intersection(*(found for other, found in sets.items() if other != name))
            told = {value: len(others & members) for value, members in values.items()}
            counts[name] = {value: count for value, count in told.items() if count}
        return counts


def of(site: Site) -> Index:
    """The index of a site."""
    return site.once(__name__, lambda: Index(site))


def _rank(sort: Sort, how: int, length: int) -> Rank:
    """Names come before sentences and quotes, of which the first in an article come first."""
    if sort < Sort.SENTENCE:
        return how == NEARLY, 0, how, sort, length
    return how == NEARLY, 1, max(how, HELD), sort, 0


def _meet(days: Days, asked: Days) -> bool:
    first, last = days
    return (not first or not asked[1] or first <= asked[1]) and (
        not last or not asked[0] or last >= asked[0]
    )


def _sentences(site: Site, rows: Sequence[Item], language: str) -> list[Named]:
    found = []
    for item in rows:
        if item.part is Part.CLAIM:
            told = site.told(item.iri, language)
            found.append(Named(item.iri, str(told.sentence), Sort.SENTENCE))
        elif item.part is Part.QUOTE:
            found.append(Named(item.iri, item.text, Sort.QUOTE if item.says else Sort.NAMING))
    return found


def _facets(rows: Sequence[Item]) -> dict[str, dict[str, Numbers]]:
    return {
        "class": _gathered([item.classes for item in rows]),
        "status": _gathered([(item.state,) if item.state else () for item in rows]),
        "article": _gathered([item.articles for item in rows]),
        "year": _gathered([item.years for item in rows]),
        "letter": _gathered([(item.letter,) if item.letter else () for item in rows]),
    }


def _gathered(rows: Sequence[Sequence[T]]) -> dict[T, Numbers]:
    """The numbers of the rows that have a value, by the value, in the order of the values."""
    found: dict[T, set[int]] = {}
    for number, values in enumerate(rows):
        for value in values:
            found.setdefault(value, set()).add(number)
    return {value: frozenset(numbers) for value, numbers in sorted(found.items())}
