"""The elements of a group (SPARQL 1.1 Query, section 19.8, rules 53 to 68), by their tokens.

Nothing here says whether a query is SPARQL: a worker has been asked that before. What this reading
of the grammar does not know is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from souverain.federation.tokens import Tokens

TRIPLES, FILTER, BIND, VALUES, UNION, SELECT = "triples", "FILTER", "BIND", "VALUES", "{", "SELECT"
OPTIONAL, MINUS, LATERAL, GRAPH, SERVICE = "OPTIONAL", "MINUS", "LATERAL", "GRAPH", "SERVICE"
SILENT = "SILENT"
# The only words that stand among triples.
TERMS = frozenset({"A", "TRUE", "FALSE"})
_WORD = re.compile(r"[^\W\d]\w*")


class Element(NamedTuple):
    """A part of a group: its tokens from `first` to before `after`, and where its groups open."""

    kind: str
    first: int
    after: int
    groups: tuple[int, ...] = ()


def read(tokens: Tokens, opening: int) -> Iterator[Element]:
    """The elements of the group that opens with that token; raises `QueryRefused`."""
    place, end = opening + 1, tokens.closing[opening]
    if tokens.word(place) == SELECT:
        yield Element(SELECT, place, end, (where(tokens, place),))
        return
    while place < end:
        word = tokens.word(place)
        if word == ".":
            place += 1
            continue
        element = READERS[word](tokens, place) if word in READERS else _triples(tokens, place, end)
        yield element
        place = element.after


def where(tokens: Tokens, form: int) -> int:
    """The token that opens the group of WHERE, of a SELECT or another form."""
    place = form + 1
    if tokens.word(form) == "CONSTRUCT" and tokens.word(place) == "{":
        place = tokens.behind(place)
    while tokens.word(place) != "{":
        if not tokens.word(place):
            raise tokens.refused(place)
        place = tokens.behind(place)
    return place


def service(tokens: Tokens, first: int) -> Element:
    """The SERVICE clause at that token."""
    return _group(tokens, first, 3 if tokens.word(first + 1) == SILENT else 2)


def _triples(tokens: Tokens, first: int, end: int) -> Element:
    place = first
    while place < end and tokens.word(place) not in READERS:
        if _WORD.fullmatch(tokens.word(place)) and tokens.word(place) not in TERMS:
            raise tokens.refused(place)
        place = tokens.behind(place)
    return Element(TRIPLES, first, place)


def _group(tokens: Tokens, first: int, before: int) -> Element:
    """An element of one group, before which stand so many tokens."""
    opening = tokens.opened(first + before)
    return Element(tokens.word(first), first, tokens.behind(opening), (opening,))


def _graph(tokens: Tokens, first: int) -> Element:
    return _group(tokens, first, 2)


def _keyword(tokens: Tokens, first: int) -> Element:
    return _group(tokens, first, 1)


def _union(tokens: Tokens, first: int) -> Element:
    groups = [first]
    while tokens.word(after := tokens.behind(groups[-1])) == "UNION":
        groups.append(tokens.opened(after + 1))
    return Element(UNION, first, after, tuple(groups))


def _filter(tokens: Tokens, first: int) -> Element:
    place = first + 1
    place += tokens.word(place) == "NOT"
    if tokens.word(place) == "EXISTS":
        opening = tokens.opened(place + 1)
    else:
        opening = tokens.opened(place + (tokens.word(place) != "("), "(")
    return Element(FILTER, first, tokens.behind(opening))


def _bind(tokens: Tokens, first: int) -> Element:
    return Element(BIND, first, tokens.behind(tokens.opened(first + 1, "(")))


def _values(tokens: Tokens, first: int) -> Element:
    return Element(VALUES, first, tokens.behind(tokens.opened(tokens.behind(first + 1))))


READERS: dict[str, Callable[[Tokens, int], Element]] = {
    FILTER: _filter,
    BIND: _bind,
    VALUES: _values,
    UNION: _union,
    GRAPH: _graph,
    SERVICE: service,
    OPTIONAL: _keyword,
    MINUS: _keyword,
    LATERAL: _keyword,
}
