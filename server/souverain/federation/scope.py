"""Which variables the solutions of a group have (SPARQL 1.1 Query, section 18.2.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from souverain.federation.elements import (
    BIND,
    FILTER,
    GRAPH,
    LATERAL,
    OPTIONAL,
    SELECT,
    SERVICE,
    SILENT,
    TRIPLES,
    UNION,
    VALUES,
    Element,
)
from souverain.federation.structure import Structure
from souverain.federation.tokens import names

# Names in the order in which they come.
Names = dict[str, None]
JOINED = frozenset({TRIPLES, VALUES, UNION, GRAPH})


def visible(structure: Structure, elements: Iterable[Element]) -> Names:
    """The variables that are in scope behind some elements of a group."""
    found: Names = {}
    for element in elements:
        if read := _VISIBLE.get(element.kind):
            found |= read(structure, element)
    return found


def certain(structure: Structure, elements: Iterable[Element]) -> set[str]:
    """Variables that every solution of some elements binds; there may be more."""
    found: set[str] = set()
    for element in elements:
        if read := _CERTAIN.get(element.kind):
            found |= read(structure, element)
    return found


def is_joined(structure: Structure, opening: int) -> bool:
    """Whether a group is made of joins, unions and filters of what it binds, and nothing else."""
    elements = structure.elements(opening)
    bound = certain(structure, elements)
    return all(
        set(names(structure.tokens[row.first : row.after])) <= bound
        and structure.word(row.after - 1) == ")"
        if row.kind == FILTER
        else row.kind in JOINED and all(is_joined(structure, group) for group in row.groups)
        for row in elements
    )


def _triples(structure: Structure, element: Element) -> Names:
    return names(structure.tokens[element.first : element.after])


def _bind(structure: Structure, element: Element) -> Names:
    return names(structure.tokens[element.after - 2 : element.after])


def _values(structure: Structure, element: Element) -> Names:
    head = structure.closing.get(element.first + 1, element.first + 1)
    return names(structure.tokens[element.first : head + 1])


def _inner(structure: Structure, element: Element) -> Names:
    found: Names = {}
    for group in element.groups:
        found |= visible(structure, structure.elements(group))
    return found


def _named(structure: Structure, element: Element) -> Names:
    """The variable that a GRAPH or SERVICE names, and those of its group."""
    head = names(structure.tokens[element.first : element.groups[0]])
    return head | _inner(structure, element)


def _select(structure: Structure, element: Element) -> Names:
    selection = structure.selection(element.first)
    if not selection.is_all:
        return dict.fromkeys(selection.names)
    # A sub-select may have a VALUES of its own behind it (rule 8).
    behind = range(structure.closing[element.groups[0]] + 1, element.after)
    given = next((place for place in behind if structure.word(place) == VALUES), None)
    more = _values(structure, Element(VALUES, given, element.after)) if given else {}
    return _inner(structure, element) | more


def _certain_values(structure: Structure, element: Element) -> set[str]:
    cells = structure.tokens[element.first : element.after]
    has_gaps = any(token.text.upper() == "UNDEF" for token in cells)
    return set() if has_gaps else set(_values(structure, element))


def _certain_inner(structure: Structure, element: Element) -> set[str]:
    """What all groups of an element bind."""
    groups = [certain(structure, structure.elements(group)) for group in element.groups]
    return set.intersection(*groups)


def _certain_named(structure: Structure, element: Element) -> set[str]:
    head = names(structure.tokens[element.first : element.groups[0]])
    return set(head) | _certain_inner(structure, element)


def _certain_service(structure: Structure, element: Element) -> set[str]:
    is_silent = structure.word(element.first + 1) == SILENT
    return set() if is_silent else _certain_named(structure, element)


def _certain_select(structure: Structure, element: Element) -> set[str]:
    """What is selected as it is: what is computed may be an error, and then is nothing."""
    selection = structure.selection(element.first)
    inner = _certain_inner(structure, element)
    return inner if selection.is_all else inner & set(selection.names) - selection.computed


# FILTER and MINUS bring no variable; OPTIONAL and BIND may leave theirs unbound.
_VISIBLE: dict[str, Callable[[Structure, Element], Names]] = {
    TRIPLES: _triples,
    BIND: _bind,
    VALUES: _values,
    UNION: _inner,
    OPTIONAL: _inner,
    LATERAL: _inner,
    GRAPH: _named,
    SERVICE: _named,
    SELECT: _select,
}
_CERTAIN: dict[str, Callable[[Structure, Element], set[str]]] = {
    TRIPLES: lambda structure, element: set(_triples(structure, element)),
    VALUES: _certain_values,
    UNION: _certain_inner,
    LATERAL: _certain_inner,
    GRAPH: _certain_named,
    SERVICE: _certain_service,
    SELECT: _certain_select,
}
