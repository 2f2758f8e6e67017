"""A query taken apart by its tokens: its groups, and the elements of a group.

Nothing here says whether a query is SPARQL: a worker has been asked that before. What this reading
of the grammar (SPARQL 1.1 Query, section 19.8, rules 53 to 61) does not know is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from souverain import syntax
from souverain.errors import QueryRefused, TooDeep
from souverain.syntax import Token

TRIPLES, FILTER, BIND, VALUES, UNION, SELECT = "triples", "FILTER", "BIND", "VALUES", "{", "SELECT"
OPTIONAL, MINUS, LATERAL, GRAPH, SERVICE = "OPTIONAL", "MINUS", "LATERAL", "GRAPH", "SERVICE"
KEYWORDS = frozenset((FILTER, BIND, VALUES, UNION, OPTIONAL, MINUS, LATERAL, GRAPH, SERVICE))
# The only words that stand among triples.
TERMS = frozenset({"A", "TRUE", "FALSE"})
CLOSING = {"{": "}", "(": ")", "[": "]"}
DEEPEST_GROUP = 64
_VARIABLE = re.compile(r"[?$]\w+")
_WORD = re.compile(r"[^\W\d]\w*")


class Element(NamedTuple):
    """A part of a group: its tokens from `first` to before `after`, and where its groups open."""

    kind: str
    first: int
    after: int
    groups: tuple[int, ...] = ()


class Selection(NamedTuple):
    """What a SELECT names: variables, those that are computed, and whether it is all of them."""

    names: tuple[str, ...]
    computed: frozenset[str]
    is_all: bool


class Structure:
    """The tokens of a query, its pairs of brackets, and the parts around its WHERE.

    `form` is the token of SELECT, ASK and the like, `dataset` the text of FROM, and `where` the
    token that opens the group of WHERE. Raises `QueryRefused`, and `TooDeep`.
    """

    def __init__(self, text: str, prefixes: Mapping[str, str], base: str = "") -> None:
        self.text = text
        self.tokens = syntax.tokens(text)
        self.base = base
        self.closing = self._paired()
        self.form = self._prologue(prefixes)
        self.dataset, self.where = self._around(self.form)
        self._elements: dict[int, list[Element]] = {}

    def word(self, place: int) -> str:
        """A token in capitals; empty behind the last one."""
        return self.tokens[place].text.upper() if place < len(self.tokens) else ""

    def start(self, place: int) -> int:
        """Where a token begins in the text; its length behind the last one."""
        return self.tokens[place].start if place < len(self.tokens) else len(self.text)

    def end(self, place: int) -> int:
        """Where a token ends."""
        return self.tokens[place].start + len(self.tokens[place].text)

    def iri(self, place: int) -> str:
        """The IRI that a token names; empty where it names none."""
        return syntax.absolute(self.tokens[place].text, self.prefixes, self.base)

    def variable(self, place: int) -> str:
        """The name of a variable, if the token is one."""
        return name(self.tokens[place])

    def elements(self, opening: int) -> list[Element]:
        """The elements of the group that opens with that token."""
        if opening not in self._elements:
            self._elements[opening] = list(self._read(opening))
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

    def refused(self, place: int) -> QueryRefused:
        """The error for a token at which this reading stops."""
        token = self.tokens[min(place, len(self.tokens) - 1)]
        line = self.text.count("\n", 0, token.start) + 1
        return QueryRefused(
            f"line {line}: a query with SERVICE cannot be taken apart at {token.text[:40]!r}",
            hint="set every keyword apart from others with a space, and keep to SPARQL 1.1",
        )

    def _paired(self) -> dict[int, int]:
        pairs: dict[int, int] = {}
        open_places: list[int] = []
        depth = 0
        for place, token in enumerate(self.tokens):
            if token.text in CLOSING:
                open_places.append(place)
                depth += token.text == "{"
                if depth > DEEPEST_GROUP:
                    raise TooDeep
            elif open_places and token.text == CLOSING[self.tokens[open_places[-1]].text]:
                depth -= token.text == "}"
                pairs[open_places.pop()] = place
            elif token.text in CLOSING.values():
                raise self.refused(place)
        if open_places:
            raise self.refused(open_places[-1])
        return pairs

    def _prologue(self, prefixes: Mapping[str, str]) -> int:
        """The token of the form; the prefixes are known, and which of them are declared."""
        self.declared: dict[str, str] = {}
        known = dict(prefixes)
        place = 0
        while (word := self.word(place)) in syntax.PROLOGUE:
            if word == "PREFIX":
                prefix = self.tokens[place + 1].text[:-1]
                known[prefix] = syntax.absolute(self.tokens[place + 2].text, known, self.base)
                self.declared[prefix] = known[prefix]
            elif word == "BASE":
                self.base = syntax.absolute(self.tokens[place + 1].text, known, self.base)
            place += 1 + syntax.PROLOGUE[word]
        if word not in syntax.QUERY_FORMS:
            raise self.refused(place)
        self.prefixes = known
        return place

    def _around(self, form: int) -> tuple[str, int]:
        """The text of FROM, and the token that opens WHERE."""
        place = form + 1
        if self.word(form) == "CONSTRUCT" and self.word(place) == "{":
            place = self.closing[place] + 1
        named_from = 0
        while self.word(place) not in ("{", ""):
            if self.word(place) == "FROM" and not named_from:
                named_from = place
            place = self.closing.get(place, place) + 1
        if not self.word(place):
            raise self.refused(place)
        last = place - (self.word(place - 1) == "WHERE")
        return (self.text[self.start(named_from) : self.end(last - 1)] if named_from else ""), place

    def _read(self, opening: int) -> Iterable[Element]:
        place, end = opening + 1, self.closing[opening]
        if self.word(place) == SELECT:
            yield Element(SELECT, place, end, (self._around(place)[1],))
            return
        while place < end:
            word = self.word(place)
            if word == ".":
                place += 1
                continue
            element = READERS[word](self, place) if word in KEYWORDS else self._triples(place, end)
            yield element
            place = element.after

    def _triples(self, first: int, end: int) -> Element:
        place = first
        while place < end and self.word(place) not in KEYWORDS:
            if _WORD.fullmatch(self.word(place)) and self.word(place) not in TERMS:
                raise self.refused(place)
            place = self.closing.get(place, place) + 1
        return Element(TRIPLES, first, place)

    def _opened(self, place: int, bracket: str = "{") -> int:
        """The token, which must be that bracket."""
        if self.word(place) != bracket:
            raise self.refused(place)
        return place

    def _group(self, first: int, before: int) -> Element:
        """An element of one group, before which stand so many tokens."""
        opening = self._opened(first + before)
        return Element(self.word(first), first, self.closing[opening] + 1, (opening,))

    def service(self, first: int) -> Element:
        """The SERVICE clause at that token."""
        return self._group(first, 3 if self.word(first + 1) == "SILENT" else 2)

    def _union(self, first: int) -> Element:
        groups = [first]
        while self.word(after := self.closing[groups[-1]] + 1) == "UNION":
            groups.append(self._opened(after + 1))
        return Element(UNION, first, after, tuple(groups))

    def _filter(self, first: int) -> Element:
        place = first + 1
        place += self.word(place) == "NOT"
        if self.word(place) == "EXISTS":
            opening = self._opened(place + 1)
        else:
            opening = self._opened(place + (self.word(place) != "("), "(")
        return Element(FILTER, first, self.closing[opening] + 1)

    def _bind(self, first: int) -> Element:
        return Element(BIND, first, self.closing[self._opened(first + 1, "(")] + 1)

    def _values(self, first: int) -> Element:
        place = self.closing.get(first + 1, first + 1) + 1
        return Element(VALUES, first, self.closing[self._opened(place)] + 1)


READERS: dict[str, Callable[[Structure, int], Element]] = {
    FILTER: Structure._filter,
    BIND: Structure._bind,
    VALUES: Structure._values,
    UNION: Structure._union,
    SERVICE: Structure.service,
    GRAPH: lambda structure, first: structure._group(first, 2),
    OPTIONAL: lambda structure, first: structure._group(first, 1),
    MINUS: lambda structure, first: structure._group(first, 1),
    LATERAL: lambda structure, first: structure._group(first, 1),
}


def name(token: Token) -> str:
    """The name of a variable without its mark; empty for any other token."""
    return token.text[1:] if _VARIABLE.fullmatch(token.text) else ""


def names(tokens: Iterable[Token]) -> dict[str, None]:
    """The names of the variables among some tokens, each once, in their order."""
    return dict.fromkeys(found for token in tokens if (found := name(token)))
