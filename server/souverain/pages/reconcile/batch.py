"""Batches of reconciliation queries, read from JSON (version 0.2, section 4.1).

What is wrong with one names the query and its member, and what may stand there.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from souverain.errors import BadValue, TooManyAsked
from souverain.explanation.facts import local
from souverain.pages.reconcile import cells, properties, things
from souverain.pages.reconcile.cells import Given
from souverain.ttl import expand

if TYPE_CHECKING:
    from souverain.pages.site import Site

# A batch of this size is over as soon as a look-up.
MOST_QUERIES = 100
MOST_CANDIDATES = 100
FEW_CANDIDATES = 10
MOST_PROPERTIES = 20
MOST_VALUES = 20
LONGEST_NAME = 500
STRICTNESS = ("any", "all", "should")
MEMBERS = frozenset({"query", "type", "limit", "properties", "type_strict"})
LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Constraint:
    """A property that a candidate is to have, with the values of which one is to fit."""

    name: str
    values: tuple[Given, ...]


@dataclass(frozen=True)
class Wanted:
    """One reconciliation query; without a name, the properties alone say who is looked for."""

    name: str
    types: tuple[str, ...]
    strictness: str
    limit: int
    constraints: tuple[Constraint, ...]


class Faulty(ValueError):
    """What is wrong with a member, and what to do."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.hint = hint


def parsed(parameter: str, text: str) -> dict[str, Any]:
    """The JSON object of a parameter; raises `BadValue`, with the line and column."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        raise BadValue(
            parameter, f"is no JSON: {where}: {fault.msg}", "send one JSON object"
        ) from None
    except (RecursionError, ValueError) as fault:
        raise BadValue(parameter, f"is no JSON that is read here: {fault}", "nest less") from None
    if not isinstance(found, dict):
        raise BadValue(parameter, "is no JSON object", 'write it as in {"q0": {"query": "Thales"}}')
    return found


def read(site: Site, text: str) -> dict[str, Wanted]:
    """The queries of a batch by their keys; raises `BadValue` or `TooManyAsked`."""
    found = parsed("queries", text)
    if len(found) > MOST_QUERIES:
        raise TooManyAsked("queries", MOST_QUERIES)
    read = {}
    for key, row in found.items():
        try:
            read[key] = _wanted(site, row)
        except Faulty as fault:
            raise BadValue("queries", f"has in {shown(key)} {fault}", fault.hint) from None
    return read


def shown(value: object) -> str:
    """A value as an error names it."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def near(name: str, known: Collection[str]) -> str:
    """The hint for a name that is unknown: those that were perhaps meant."""
    found = difflib.get_close_matches(name[:LONGEST_NAME], sorted(known), n=3, cutoff=0.5)
    return f"known: {', '.join(found or sorted(known)[:8])}"


def _wanted(site: Site, row: object) -> Wanted:
    if not isinstance(row, dict):
        raise Faulty("no object", 'write it as in {"query": "Thales"}')
    if strange := sorted(row.keys() - MEMBERS):
        raise Faulty(f"the member {shown(strange[0])}", f"known: {', '.join(sorted(MEMBERS))}")
    name, constraints = row.get("query", ""), tuple(_constraints(site, row.get("properties", [])))
    if not isinstance(name, str) or len(name) > LONGEST_NAME:
        raise Faulty(
            f"the query {shown(name)}", f"give a text of at most {LONGEST_NAME} characters"
        )
    if not (name.strip() or constraints):
        raise Faulty("neither a query nor properties", "give the name to look for")
    strictness = row.get("type_strict", STRICTNESS[0])
    if strictness not in STRICTNESS:
        raise Faulty(f"the type_strict {shown(strictness)}", f"one of: {', '.join(STRICTNESS)}")
    types = tuple(_type(site, given) for given in _listed(row.get("type", [])))
    return Wanted(name.strip(), types, strictness, _limit(row.get("limit")), constraints)


def _limit(given: object) -> int:
    if given is None:
        return FEW_CANDIDATES
    if isinstance(given, bool) or not isinstance(given, int | float) or not given >= 1:
        raise Faulty(f"the limit {shown(given)}", f"give a number from 1 to {MOST_CANDIDATES}")
    return int(min(given, MOST_CANDIDATES))


def _type(site: Site, given: object) -> str:
    """The name of a type; OpenRefine sends some as objects with an `id`."""
    text = given.get("id") if isinstance(given, dict) else given
    known = things.types(site).iris
    if not isinstance(text, str):
        raise Faulty(f"the type {shown(given)}", near("", known))
    name = local(expand(text)) if ":" in text else text
    if name not in known:
        raise Faulty(f"the type {shown(text)}, which there is not", near(name, known))
    return name


def _constraints(site: Site, given: object) -> Iterator[Constraint]:
    if not isinstance(given, list) or len(given) > MOST_PROPERTIES:
        raise Faulty("properties that are no list", f"give a list of at most {MOST_PROPERTIES}")
    for row in given:
        if not (isinstance(row, dict) and isinstance(row.get("pid"), str) and "v" in row):
            raise Faulty(f"the property {shown(row)}", 'write {"pid": "ownsShareOf", "v": …}')
        given_values = _listed(row["v"])
        if len(given_values) > MOST_VALUES:
            raise Faulty(f"more than {MOST_VALUES} values of one property", "give fewer")
        yield Constraint(named(site, row["pid"]), tuple(map(_value, given_values)))


def named(site: Site, given: str) -> str:
    """The name of a property; raises `Faulty` where there is none."""
    if found := properties.find(site, given[:LONGEST_NAME]):
        return found
    known = properties.of(site).counts
    raise Faulty(f"the property {shown(given)}, which there is not", near(given, known))


def _value(given: object) -> cells.Given:
    if isinstance(given, dict) and isinstance(given.get("id"), str):
        return given
    if isinstance(given, str):
        return given[:LONGEST_NAME]
    if isinstance(given, bool | int | float):
        return given
    raise Faulty(f"the value {shown(given)}", 'give a text, a number, true, or {"id": …}')


def _listed(given: object) -> list[object]:
    return given if isinstance(given, list) else [given]
