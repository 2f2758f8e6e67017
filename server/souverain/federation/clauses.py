"""The SERVICE clauses of a query, and where they stand (SPARQL 1.1 Federated Query, section 2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from souverain import syntax
from souverain.errors import QueryRefused
from souverain.federation import elements, scope
from souverain.federation.elements import (
    GRAPH,
    LATERAL,
    MINUS,
    OPTIONAL,
    SERVICE,
    SILENT,
    UNION,
    Element,
)
from souverain.federation.structure import Structure

MOST_CLAUSES = 16
# Steps from the group of WHERE down to a clause on which solutions that join with nothing before
# may be left out: a bare group, a UNION, a named graph; the first may be an OPTIONAL or MINUS too.
OPEN_STEPS = frozenset({UNION, GRAPH})
SUBSTITUTING = frozenset({"EXISTS", LATERAL})
FIRST_STEPS = OPEN_STEPS | {OPTIONAL, MINUS}


class Clause(NamedTuple):
    """One SERVICE: its tokens from `first` to before `after`, and what it says.

    `endpoint` is the token that names whom to ask, `opening` the one that opens the group. `before`
    are the elements of WHERE that are joined with it, of which bindings may be taken; `None` where
    it stands in a place for which that would not be right.
    """

    first: int
    after: int
    is_silent: bool
    endpoint: int
    opening: int
    before: tuple[Element, ...] | None


def masked(text: str) -> str:
    """The same query, of the same length, with GRAPH for SERVICE: both have the same grammar.

    So it can be parsed, and its errors have their places, by a worker that refuses SERVICE. Raises
    `QueryRefused` where SERVICE is not a word of its own.
    """
    parts, done = [], 0
    after_service = False
    for token in syntax.tokens(text):
        word = token.text.upper()
        if word == SERVICE or (word == SILENT and after_service):
            parts += [text[done : token.start], "GRAPH  " if word == SERVICE else " " * len(word)]
            done = token.start + len(word)
        after_service = word == SERVICE
    told = "".join([*parts, text[done:]])
    if syntax.names_service(told):
        raise QueryRefused(
            "SERVICE is grown together with another word, or is the name of a prefix",
            hint="write SERVICE as a word of its own, and call no prefix so",
        )
    return told


def clauses(structure: Structure) -> list[Clause]:
    """The clauses that are in no other, in the order of the text; raises `QueryRefused`."""
    found = list(_found(structure, 0, len(structure.tokens)))
    if len(found) > MOST_CLAUSES:
        raise QueryRefused(
            f"the query has {len(found)} SERVICE clauses, and may have {MOST_CLAUSES}",
            hint="ask with fewer: one clause may hold several patterns for the same endpoint",
        )
    return found


def nested(structure: Structure, clause: Clause) -> list[Clause]:
    """The clauses within the group of another."""
    return list(_found(structure, clause.opening + 1, clause.after - 1))


def _found(structure: Structure, first: int, after: int) -> Iterator[Clause]:
    place = first
    while place < after:
        if structure.word(place) != SERVICE:
            place += 1
            continue
        element = elements.service(structure, place)
        (opening,) = element.groups
        is_silent = structure.word(place + 1) == SILENT
        before = _before(structure, place)
        yield Clause(place, element.after, is_silent, opening - 1, opening, before)
        place = element.after


def _before(structure: Structure, place: int) -> tuple[Element, ...] | None:
    """The elements before the one of WHERE that holds the clause, if they are joined with it."""
    opening, kinds = structure.where, list[str]()
    top: Element | None = None
    while True:
        element = _holding(structure, opening, place)
        if element is None:
            return None
        top = top or element
        if element.first == place:
            break
        kinds.append(element.kind)
        inner = (group for group in element.groups if group < place < structure.closing[group])
        opening = next(inner, -1)
    if not all(kind in (OPEN_STEPS if depth else FIRST_STEPS) for depth, kind in enumerate(kinds)):
        return None
    return tuple(row for row in structure.elements(structure.where) if row.first < top.first)


def _holding(structure: Structure, opening: int, place: int) -> Element | None:
    """The element of a group that holds a token, if the group is one and has such an element."""
    if opening not in structure.closing:
        return None
    within = (row for row in structure.elements(opening) if row.first <= place < row.after)
    return next(within, None)


def refuse_out_of_place(structure: Structure, clause: Clause) -> None:
    """Raise `QueryRefused` for a place in which rows of elsewhere would not mean the same.

    Rows stand in no named graph. In EXISTS, and in LATERAL, values of outside take the place of
    variables before the group is evaluated (SPARQL 1.1 Query, section 18.6): where all is joined,
    and there alone, that is the same as to join with the rows.
    """
    for opening, closing in structure.closing.items():
        if not opening < clause.first < closing or structure.word(opening) != "{":
            continue
        if structure.word(opening - 2) == GRAPH and structure.variable(opening - 1):
            raise QueryRefused(
                f"SERVICE cannot be asked within GRAPH ?{structure.variable(opening - 1)}",
                hint="close the braces of GRAPH first, and put the SERVICE after them",
            )
        word = structure.word(opening - 1)
        if word in SUBSTITUTING and not scope.is_joined(structure, clause.opening):
            raise QueryRefused(
                f"SERVICE within {word} cannot have OPTIONAL, MINUS, BIND, a sub-select, "
                "or a filter of what it does not bind",
                hint=f"put the SERVICE before {word}, or keep to triples within it",
            )
