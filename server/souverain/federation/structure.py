"""A query taken apart: its prologue, its dataset, its groups, and what is selected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from souverain import syntax
from souverain.federation import elements
from souverain.federation.elements import Element
from souverain.federation.tokens import Tokens


class Selection(NamedTuple):
    """What a SELECT names: variables, those that are computed, and whether it is all of them."""

    names: tuple[str, ...]
    computed: frozenset[str]
    is_all: bool


class Structure(Tokens):
    """A query and its parts, each by the numbers of its tokens.

    `form` is the token of SELECT, ASK and the like, `dataset` the text of FROM, and `where` the
    token that opens the group of WHERE. Raises `QueryRefused`, and `TooDeep`.
    """

    def __init__(self, text: str, prefixes: Mapping[str, str], base: str = "") -> None:
        super().__init__(text)
        self.base = base
        self.form = self._prologue(prefixes)
        self.where = elements.where(self, self.form)
        self.dataset = self._dataset()
        self._elements: dict[int, list[Element]] = {}

    def iri(self, place: int) -> str:
        """The IRI that a token names; empty where it names none."""
        return syntax.absolute(self.tokens[place].text, self.prefixes, self.base)

    def elements(self, opening: int) -> list[Element]:
        """The elements of the group that opens with that token."""
        if opening not in self._elements:
            self._elements[opening] = list(elements.read(self, opening))
        return self._elements[opening]

    def selection(self, first: int) -> Selection:
        """What the SELECT at that token names."""
        names: list[str] = []
        computed: set[str] = set()
        place = first + 1
        if self.word(place) in ("DISTINCT", "REDUCED"):
            place += 1
        is_all = self.word(place) == "*"
        while not is_all:
            if found := self.variable(place):
                names.append(found)
                place += 1
            elif self.word(place) == "(":
                place = self.closing[place] + 1
                names.append(self.variable(place - 2))
                computed.add(names[-1])
            else:
                break
        return Selection(tuple(names), frozenset(computed), is_all)

    def _prologue(self, prefixes: Mapping[str, str]) -> int:
        """The token of the form; the prefixes are known, and which of them are declared."""
        known = dict(prefixes)
        place = 0
        while (word := self.word(place)) in syntax.PROLOGUE:
            if word == "PREFIX":
                prefix = self.tokens[place + 1].text[:-1]
                known[prefix] = syntax.absolute(self.tokens[place + 2].text, known, self.base)
            elif word == "BASE":
                self.base = syntax.absolute(self.tokens[place + 1].text, known, self.base)
            place += 1 + syntax.PROLOGUE[word]
        if word not in syntax.QUERY_FORMS:
            raise self.refused(place)
        self.prefixes = known
        return place

    def _dataset(self) -> str:
        """The text of FROM, from the first to the last."""
        last = self.where - (self.word(self.where - 1) == "WHERE")
        place = self.form + 1
        while place < last:
            if self.word(place) == "FROM":
                return self.text[self.start(place) : self.end(last - 1)]
            place = self.behind(place)
        return ""
