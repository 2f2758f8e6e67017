"""The SPARQL constraints of the shapes, each run once over a whole store.

SHACL binds `$this` to one focus node after another. Every `sh:select` of ours finds its own
nodes, so that the same text with `$this` free gives all results at once; a test holds that both
ways find the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from rdflib import SH, Graph, Node

from souverain.check.shapes import Result, broken, messages
from souverain.ttl import shorten


class Store(Protocol):
    """What runs a SELECT: a pyoxigraph store, or what wraps one."""

    def query(self, query: str, /, *, prefixes: dict[str, str] | None = None) -> Any:
        """The solutions of a query."""


@dataclass(frozen=True)
class Constraint:
    """One `sh:sparql` of the shapes."""

    iri: Node
    select: str


def constraints(shapes: Graph) -> tuple[Constraint, ...]:
    """The SPARQL constraints that the shapes declare, in IRI order."""
    declared = sorted(set(shapes.objects(None, SH.sparql)), key=str)
    return tuple(Constraint(iri, str(shapes.value(iri, SH.select))) for iri in declared)


def prefixes(shapes: Graph) -> dict[str, str]:
    """The prefixes that the shapes declare for their constraints."""
    return {
        str(shapes.value(row, SH.prefix)): str(shapes.value(row, SH.namespace))
        for row in shapes.objects(None, SH.declare)
    }


def validate(store: Store, shapes: Graph) -> list[Result]:
    """What the store's default graph breaks of the SPARQL constraints; empty if all is well.

    The store must hold the ontology too. Raises `DataError` for a constraint that is not SPARQL.
    """
    known = prefixes(shapes)
    found: set[Result] = set()
    for constraint in constraints(shapes):
        try:
            solutions = store.query(constraint.select, prefixes=known)
        except SyntaxError as fault:
            raise broken(shorten(str(constraint.iri)), f"not SPARQL: {fault}") from fault
        found.update(_results(solutions, constraint, shapes))
    return sorted(found)


def _results(solutions: Any, constraint: Constraint, shapes: Graph) -> Iterator[Result]:
    named = "value" in {variable.value for variable in solutions.variables}
    for solution in solutions:
        value = _text(solution["value"]) if named else ""
        said = messages(shapes, constraint.iri, value)
        yield Result(_text(solution["this"]), str(constraint.iri), value, said)


def _text(term: Any) -> str:
    """The IRI or the lexical form of a term; nothing for an unbound variable."""
    return str(getattr(term, "value", ""))
