"""Asking the engine: a query with its graphs and values gives results, or what is wrong with it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Variable,
)

from souverain import syntax
from souverain.errors import QueryError, QueryRefused, QuerySyntaxError
from souverain.formats import Kind
from souverain.question import Value
from souverain.vocab import PREFIXES

Results = QuerySolutions | QueryBoolean | QueryTriples

KINDS = {
    "SELECT": Kind.SELECT,
    "ASK": Kind.ASK,
    "CONSTRUCT": Kind.GRAPH,
    "DESCRIBE": Kind.GRAPH,
}
VOLATILE = ("NOW", "RAND", "UUID", "STRUUID", "BNODE")
# Only where one of them may be called is it worth taking the query apart.
_PERHAPS_VOLATILE = re.compile(r"(?:NOW|RAND|UUID|BNODE)\s*[#(]", re.IGNORECASE)
_PERHAPS_CALLED = re.compile(r"(?:>|:[\w.-]+)\s*\(")


@dataclass(frozen=True)
class Query:
    """A query as it was asked.

    The graphs, where any are given, are the whole dataset of the query, whatever its FROM says.
    Relative IRIs are relative to the base, where there is one.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    substitutions: Mapping[str, Value] = field(default_factory=dict)
    base: str = ""

    @property
    def kind(self) -> Kind:
        """What it gives; raises `QueryRefused` for an update, `QuerySyntaxError` for nonsense."""
        form = syntax.form(self.text)
        refuse_update(form)
        return KINDS[form] if form else kind(evaluate(Store(), Query(self.text)))

    @property
    def is_volatile(self) -> bool:
        """Whether the same query may give another answer over the same data."""
        if "(" not in self.text or not _PERHAPS_VOLATILE.search(self.text):
            return False
        found = syntax.tokens(self.text)
        return any(
            after.text == "(" and token.text.upper().endswith(VOLATILE) and token.text.isalpha()
            for token, after in itertools.pairwise(found)
        )


def evaluate(store: Store, query: Query, prefixes: Mapping[str, str] = PREFIXES) -> Results:
    """The results, which the engine finds as they are read.

    Raises `QueryError`: `QuerySyntaxError` for what is not SPARQL, `QueryRefused` for SERVICE.
    """
    text = query.text
    if "service" in text.lower() and syntax.names_service(text):
        raise service_refused()
    options = _options(query, prefixes)
    try:
        return store.query(text, prefixes=used(prefixes, text), **options)
    except SyntaxError as fault:
        raise syntax_fault(query.text, str(fault), query.base, prefixes) from None
    except UnicodeEncodeError:
        raise QueryError("the query is not Unicode text", hint="write it in UTF-8") from None
    except RuntimeError as fault:
        raise unanswerable(fault) from None
    except OSError:
        # A SERVICE that was grown together with another word, and not seen as one.
        raise service_refused() from None


def kind(results: Results) -> Kind:
    """What they are."""
    if isinstance(results, QuerySolutions):
        return Kind.SELECT
    return Kind.ASK if isinstance(results, QueryBoolean) else Kind.GRAPH


def service_refused() -> QueryRefused:
    """The error for a query that asks another endpoint."""
    return QueryRefused(
        "SERVICE is not offered: a query is answered from this data alone",
        hint="ask the other endpoint by itself, and bring its answer in with VALUES",
    )


def refuse_update(form: str) -> None:
    """Raise `QueryRefused` for the form of an update."""
    if form in syntax.UPDATE_FORMS:
        raise QueryRefused(
            f"{form} is an update, and this data is read-only",
            hint="ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
        )


def unanswerable(fault: RuntimeError) -> QueryError:
    """The error for what the engine cannot evaluate."""
    reason = str(fault)
    hint = ""
    if "in its SELECT projection" in reason:
        hint = "a parameter must be one of the variables that the query selects"
    return QueryError(f"the query cannot be evaluated: {reason}", hint=hint)


def used(prefixes: Mapping[str, str], text: str) -> dict[str, str]:
    """The prefixes that may be meant: handing over all of them costs a third of a look-up."""
    return {name: space for name, space in prefixes.items() if name + ":" in text}


def syntax_fault(
    text: str, message: str, base: str, prefixes: Mapping[str, str], *, is_update: bool = False
) -> QuerySyntaxError:
    """The error for what the engine would not parse, with its message: where it goes wrong."""
    options: dict[str, Any] = {"base_iri": base} if base else {}

    def parse(spread: str) -> None:
        store = Store()
        (store.update if is_update else store.query)(spread, prefixes=dict(prefixes), **options)

    return syntax.fault(text, message, parse)


def _options(query: Query, prefixes: Mapping[str, str]) -> dict[str, Any]:
    options: dict[str, Any] = {"base_iri": query.base} if query.base else {}
    if query.default_graphs or query.named_graphs:
        options["default_graph"] = [graph(name) for name in query.default_graphs]
        options["named_graphs"] = [graph(name) for name in query.named_graphs]
    if query.substitutions:
        options["substitutions"] = {
            Variable(name): _term(value) for name, value in query.substitutions.items()
        }
    return options | functions(query.text, prefixes, query.base)


def functions(text: str, prefixes: Mapping[str, str], base: str) -> dict[str, Any]:
    """The option that gives a meaning to the functions that are called, and unknown."""
    if "(" in text and _PERHAPS_CALLED.search(text):
        called = syntax.called(text, prefixes, base)
        return {"custom_functions": {NamedNode(name): _in_error for name in called}}
    return {}


def _in_error(*_: object) -> None:
    """What an unknown function gives: an error of the expression (SPARQL 1.1, section 17.6).

    pyoxigraph 0.5 would refuse the whole query.
    """


def graph(name: str) -> NamedNode:
    """The node that a graph is named by; raises `QueryError` for what is no IRI."""
    try:
        return NamedNode(name)
    except ValueError as fault:  # of which a character that is none is a sort
        raise QueryError(f"<{name[:500]}> is no name of a graph: {fault}") from None


def _term(value: Value) -> NamedNode | Literal:
    if value.datatype is None:
        try:
            return NamedNode(value.text)
        except ValueError as fault:
            raise QueryError(f"<{value.text}> is no IRI: {fault}") from None
    return Literal(value.text, datatype=NamedNode(value.datatype))
