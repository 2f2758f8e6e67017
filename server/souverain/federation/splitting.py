"""What is asked of whom for one SERVICE clause, as texts of queries.

Bindings are the distinct solutions of what stands before the clause, over variables that every
solution of its group binds: leaving out the solutions of the group that agree with none of them
changes no answer. They are given to the other endpoint as section 2.4 of SPARQL 1.1 Federated Query
shows, by VALUES behind the query.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from souverain.errors import QueryRefused
from souverain.federation import scope, values
from souverain.federation.allowed import Endpoints, refusal
from souverain.federation.clauses import Clause, nested, refuse_out_of_place
from souverain.federation.draft import Draft
from souverain.federation.elements import FILTER, Element
from souverain.federation.structure import Structure
from souverain.federation.tokens import names
from souverain.federation.values import Row

# Asked twice, these may not give the same: bindings that hold no more would lose rows.
UNSTABLE = frozenset(
    ("RAND", "UUID", "STRUUID", "BNODE", "NOW", "LIMIT", "OFFSET", "SAMPLE", "GROUP_CONCAT")
)
# The group with the one solution that binds nothing.
ONE_EMPTY = "{}"


class Remote(NamedTuple):
    """What a clause asks: the columns that are needed, the query before and behind its bindings.

    `shared` are the variables for which there may be bindings.
    """

    columns: tuple[str, ...]
    text: str
    shared: tuple[str, ...]

    def query(self, columns: Sequence[str] = (), rows: Sequence[Row] = ()) -> str:
        """The query for the rows that agree with some bindings; for all, where there are none."""
        return f"{self.text}\n{values.block(columns, rows)}" if columns else self.text


def remote(structure: Structure, clause: Clause, allowed: Endpoints, most_rows: int) -> Remote:
    """The query of a clause; raises `QueryRefused` where it cannot be asked by itself.

    One row more than may come is asked for: so it is seen that there are too many.
    """
    refuse_out_of_place(structure, clause)
    inner = structure.elements(clause.opening)
    seen = scope.visible(structure, inner)
    columns = tuple(seen if _are_all_named(structure, clause) else _needed(structure, clause, seen))
    selected = " ".join(f"?{name}" for name in columns) or f"(1 AS ?{_unused(structure)})"
    body = _body(structure, clause, allowed)
    text = f"{_prologue(structure, clause)}SELECT {selected} WHERE {body} LIMIT {most_rows + 1}"
    return Remote(columns, text, _shared(structure, clause))


def bindings(
    structure: Structure, draft: Draft, clause: Clause, columns: Sequence[str], most_rows: int
) -> str:
    """The query for the bindings of some variables, of this data alone."""
    assert clause.before
    place, end = structure.end(structure.where), structure.start(clause.before[-1].after)
    dropped = _unsure(structure, clause.before)
    return _local(structure, "DISTINCT", columns, draft.text(place, end, dropped), most_rows)


def solutions(
    structure: Structure, draft: Draft, element: Element, columns: Sequence[str], most_rows: int
) -> str:
    """The query for the solutions of one element, of this data alone."""
    text = draft.text(structure.start(element.first), structure.end(element.after - 1))
    return _local(structure, "", columns, text, most_rows)


def unstable(structure: Structure, clause: Clause) -> list[Element]:
    """The elements before a clause that may give other solutions each time."""
    return [
        row
        for row in clause.before or ()
        if any(structure.word(place) in UNSTABLE for place in range(row.first, row.after))
    ]


def _local(
    structure: Structure, how: str, columns: Sequence[str], body: str, most_rows: int
) -> str:
    prologue = structure.text[: structure.start(structure.form)]
    selected = " ".join(f"?{name}" for name in columns)
    limit = f"LIMIT {most_rows + 1}"
    return f"{prologue}\nSELECT {how} {selected} {structure.dataset} {{ {body}\n}} {limit}"


def _shared(structure: Structure, clause: Clause) -> tuple[str, ...]:
    if not clause.before:
        return ()
    bound = scope.certain(structure, structure.elements(clause.opening))
    return tuple(name for name in scope.visible(structure, clause.before) if name in bound)


def _unsure(structure: Structure, before: Sequence[Element]) -> list[Element]:
    """The filters that may say of what stands before another thing than of the whole group."""
    behind = range(before[-1].after, structure.closing[structure.where])
    later = names(structure.tokens[place] for place in behind)
    open_names = later.keys() - scope.certain(structure, before)
    return [
        row
        for row in before
        if row.kind == FILTER
        and not open_names.isdisjoint(names(structure.tokens[row.first : row.after]))
    ]


def _outside(structure: Structure, clause: Clause) -> Iterable[int]:
    """The tokens that are no part of a clause's group."""
    return itertools.chain(
        range(clause.first), range(clause.after, len(structure.tokens)), (clause.endpoint,)
    )


def _are_all_named(structure: Structure, clause: Clause) -> bool:
    """Whether every variable in scope may count, for a `*` stands for them."""
    before_star = ("SELECT", "DISTINCT", "REDUCED", "DESCRIBE")
    return any(
        structure.word(place) == "*" and structure.word(place - 1) in before_star
        for place in _outside(structure, clause)
    )


def _needed(structure: Structure, clause: Clause, seen: Iterable[str]) -> list[str]:
    """The variables that the rest of the query names: others only count how often a row comes."""
    used = names(structure.tokens[place] for place in _outside(structure, clause))
    return [name for name in seen if name in used]


def _unused(structure: Structure) -> str:
    used = names(structure.tokens)
    return next(name for number in itertools.count() if (name := f"row{number}") not in used)


def _prologue(structure: Structure, clause: Clause) -> str:
    """The base and the prefixes that the group of a clause needs."""
    tokens = structure.tokens[clause.opening : clause.after]
    used = dict.fromkeys(
        token.text.partition(":")[0]
        for token in tokens
        if ":" in token.text and token.text[0] not in "<\"'"
    )
    prefixes = structure.prefixes
    lines = [f"PREFIX {name}: <{prefixes[name]}>\n" for name in used if name in prefixes]
    if structure.base and any(token.text.startswith("<") for token in tokens):
        lines.insert(0, f"BASE <{structure.base}>\n")
    return "".join(lines)


def _body(structure: Structure, clause: Clause, allowed: Endpoints) -> str:
    """The group of a clause; a SERVICE within it is passed on where it could be asked from here.

    Else the other endpoint, which may stand within walls, would be sent where we may not go.
    """
    draft = Draft(structure)
    for inner in nested(structure, clause):
        if name := structure.variable(inner.endpoint):
            raise QueryRefused(
                f"SERVICE ?{name} stands within another SERVICE: whom it asks cannot be known",
                hint="name the endpoint, or put one clause after the other",
            )
        iri = structure.iri(inner.endpoint)
        if iri not in allowed and not inner.is_silent:
            raise refusal(iri, allowed)
        deeper = _body(structure, inner, allowed) if iri in allowed else ""
        head = structure.text[structure.start(inner.first) : structure.start(inner.opening)]
        draft.replace(inner, head + deeper if deeper else ONE_EMPTY)
    return draft.text(structure.start(clause.opening), structure.end(clause.after - 1))
