"""A search as it is asked in an address: the words, what is chosen, and which page of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from souverain.errors import BadValue
from souverain.pages.page import Page
from souverain.pages.search import index
from souverain.pages.search.index import FACETS, Result
from souverain.pages.search.items import Item
from souverain.pages.search.spellings import Named
from souverain.vocab import SOV

PAGE_SIZE = 20
MOST_PAGES = 1_000_000
# These say something by their number; the values of others by how many there are.
ORDERED = frozenset({"article", "letter", "year"})
CONCEPTS = frozenset({"class", "status"})


class Choice(NamedTuple):
    """A value of a facet, with the number of items that have it, and the search with it."""

    value: str
    name: str
    total: int
    href: str
    is_chosen: bool


class Seeking:
    """One search, and what it found; raises `BadValue`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        take = page.parameters
        self.query = take.text("q")
        self.chosen = {name: value for name in FACETS if (value := take.text(name))}
        self.first, self.last = take.date("from"), take.date("to")
        if self.first and self.last and self.first > self.last:
            raise BadValue("to", "is before the parameter from", "give a later date, or none")
        self.number = take.whole("page", range(1, MOST_PAGES), 1)
        self.result: Result = index.of(page.site).search(
            self.query, page.language, self.chosen, (self.first, self.last)
        )
        if self.number > self.pages:
            raise BadValue("page", "is beyond the last one", f"give one from 1 to {self.pages}")

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked for: all there is may be looked through."""
        return not (self.query or self.chosen or self.first or self.last)

    @property
    def count(self) -> int:
        """How many items were found."""
        return len(self.result.numbers)

    @property
    def pages(self) -> int:
        """How many pages they fill; one at least."""
        return max(1, -(-self.count // PAGE_SIZE))

    @cached_property
    def shown(self) -> list[tuple[Item, Named | None]]:
        """The items on this page."""
        start = (self.number - 1) * PAGE_SIZE
        return self._items(self.result.numbers[start : start + PAGE_SIZE])

    @property
    def all(self) -> list[tuple[Item, Named | None]]:
        """The items on all pages."""
        return self._items(self.result.numbers)

    def choices(self, facet: str) -> list[Choice]:
        """The values of a facet that items have: the most frequent, or the first, come first."""
        counts = dict(self.result.counts[facet])
        if chosen := self.chosen.get(facet):
            counts.setdefault(chosen, 0)
        rows = [self._choice(facet, value, count) for value, count in counts.items()]
        if facet in ORDERED:
            return rows
        return sorted(rows, key=lambda row: (-row.total, row.name))

    @property
    def forms(self) -> Iterator[tuple[str, str]]:
        """What a new search in the form keeps of this one."""
        yield from self.chosen.items()
        if self.page.is_language_chosen:
            yield "lang", self.page.language

    def _choice(self, facet: str, value: str, count: int) -> Choice:
        is_chosen = self.chosen.get(facet) == value
        name = value
        if facet in CONCEPTS:
            name = self.page.label(SOV[value]) or value
        href = self.page.here(**{facet: "" if is_chosen else value, "page": ""})
        return Choice(value, name, count, href, is_chosen)

    def _items(self, numbers: tuple[int, ...]) -> list[tuple[Item, Named | None]]:
        items = index.of(self.page.site).items
        return [(items[number], self.result.texts.get(number)) for number in numbers]
