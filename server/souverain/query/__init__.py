"""Running a query: what every way of asking goes through, and the seam to isolated workers.

A query is evaluated to its end before the first byte of its answer is given: what goes wrong is an
error, and never an answer that is cut short. Queries run in the caller's own process, without
limits of time or memory: whoever may ask must be trusted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
    parse,
    serialize,
)

from souverain import syntax
from souverain.answer import Answer
from souverain.errors import QueryError, QueryRefused, Unwritable
from souverain.formats import Format, Kind
from souverain.question import Value
from souverain.store import Dataset
from souverain.vocab import PREFIXES

LOOKED_AT_TRIPLES = 10_000


KINDS = {
    "SELECT": Kind.SELECT,
    "ASK": Kind.ASK,
    "CONSTRUCT": Kind.GRAPH,
    "DESCRIBE": Kind.GRAPH,
}
RESULTS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
# Neither standard says how CSV and TSV hold a yes or no: here it is one line, true or false.
LINE_ENDS = {"csv": b"\r\n", "tsv": b"\n"}
# What Turtle writes without its name: a literal's form tells its datatype, and `a` is a type.
UNWRITTEN = {
    PREFIXES["rdf"] + "type",
    PREFIXES["rdf"] + "langString",
    *(PREFIXES["xsd"] + name for name in ("boolean", "decimal", "double", "integer", "string")),
}
VOLATILE = {"NOW", "RAND", "UUID", "STRUUID", "BNODE"}


@dataclass(frozen=True)
class Query:
    """A query as it was asked.

    The graphs, where any are given, are the whole dataset of the query, whatever its FROM says.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    substitutions: Mapping[str, Value] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """What it gives; raises `QueryRefused` for an update, `QuerySyntaxError` for nonsense."""
        form = syntax.form(self.text)
        if form in syntax.UPDATE_FORMS:
            raise QueryRefused(
                f"{form} is an update, and this data is read-only",
                hint="ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
            )
        return KINDS[form] if form else _kind(_evaluate(Store(), Query(self.text)))

    @property
    def is_volatile(self) -> bool:
        """Whether the same query may give another answer over the same data."""
        return bool(VOLATILE & syntax.words(self.text))


def run(dataset: Dataset, query: Query, format: Format) -> Answer:
    """The answer in that format, which must be one of `query.kind.formats`.

    Raises `QueryError`: `QuerySyntaxError` for what is not SPARQL, `QueryRefused` for SERVICE,
    `Unwritable` where the format cannot hold the answer.
    """
    if syntax.names_service(query.text):
        raise QueryRefused(
            "SERVICE is not offered: a query is answered from this data alone",
            hint="ask the other endpoint by itself, and bring its answer in with VALUES",
        )
    results = _evaluate(dataset.store, query)
    return _answer(_kind(results), format, results)


def graph(turtle: str, format: Format) -> Answer:
    """The graph of a Turtle text, in another format, with the prefixes that the text declares."""
    quads = parse(turtle, format=RdfFormat.TURTLE)
    triples = [quad.triple for quad in quads]
    return _answer(Kind.GRAPH, format, triples, quads.prefixes)


def _kind(results: QuerySolutions | QueryBoolean | QueryTriples) -> Kind:
    if isinstance(results, QuerySolutions):
        return Kind.SELECT
    return Kind.ASK if isinstance(results, QueryBoolean) else Kind.GRAPH


def _evaluate(store: Store, query: Query) -> QuerySolutions | QueryBoolean | QueryTriples:
    dataset: dict[str, Any] = {}
    if query.default_graphs or query.named_graphs:
        dataset["default_graph"] = [_named(name) for name in query.default_graphs]
        dataset["named_graphs"] = [_named(name) for name in query.named_graphs]
    if query.substitutions:
        dataset["substitutions"] = {
            Variable(name): _term(value) for name, value in query.substitutions.items()
        }
    try:
        return store.query(query.text, prefixes=_prefixes(), **dataset)
    except SyntaxError as fault:
        raise syntax.fault(query.text, str(fault), _parse) from None
    except UnicodeEncodeError:
        raise QueryError("the query is not Unicode text", hint="write it in UTF-8") from None
    except RuntimeError as fault:
        raise _unanswerable(fault) from None


def _parse(text: str) -> None:
    Store().query(text, prefixes=_prefixes())


@cache
def _prefixes() -> dict[str, str]:
    return dict(PREFIXES)


def _unanswerable(fault: RuntimeError) -> QueryError:
    reason = str(fault)
    hint = ""
    if "in its SELECT projection" in reason:
        hint = "a parameter must be one of the variables that the query selects"
    return QueryError(f"the query cannot be evaluated: {reason}", hint=hint)


def _named(name: str) -> NamedNode:
    try:
        return NamedNode(name)
    except ValueError as fault:
        raise QueryError(f"<{name}> is no name of a graph: {fault}") from None


def _term(value: Value) -> NamedNode | Literal:
    if value.datatype is None:
        return NamedNode(value.text)
    return Literal(value.text, datatype=NamedNode(value.datatype))


def _answer(
    kind: Kind, format: Format, results: Any, prefixes: Mapping[str, str] | None = None
) -> Answer:
    answer = Answer(kind, format)
    try:
        with answer.filling() as content:
            if kind is Kind.GRAPH:
                _write_graph(format, results, content, prefixes or _prefixes())
            else:
                results.serialize(content, RESULTS[format.name])
            if kind is Kind.ASK:
                content.write(LINE_ENDS.get(format.name, b""))
    except RuntimeError as fault:
        raise _unanswerable(fault) from None
    return answer


def _write_graph(
    format: Format, results: Iterable[Triple], content: Any, prefixes: Mapping[str, str]
) -> None:
    triples = (_writable(triple, format) for triple in results)
    first = list(itertools.islice(triples, LOOKED_AT_TRIPLES))
    used = _spaces(first)
    serialize(
        itertools.chain(first, triples),
        content,
        GRAPHS[format.name],
        prefixes={prefix: space for prefix, space in prefixes.items() if space in used},
    )


def _writable(triple: Triple, format: Format) -> Triple:
    """The triple itself; pyoxigraph 0.5 would write XML that is none, and fail in JSON-LD."""
    if format.name == "rdfxml" and not _ends_in_a_name(triple.predicate.value):
        raise Unwritable(
            f"RDF/XML has no way to write the predicate <{triple.predicate.value}>",
            hint="ask for Turtle or another format",
        )
    if format.name == "jsonld" and isinstance(triple.object, Triple):
        raise Unwritable("JSON-LD has no triple terms", hint="ask for Turtle or another format")
    return triple


def _spaces(triples: Iterable[Triple]) -> set[str]:
    """What the IRIs in these triples begin with: the prefixes for it serve to shorten them."""
    terms = {term for triple in triples for term in triple}
    iris = {term.value for term in terms if isinstance(term, NamedNode)}
    iris |= {term.datatype.value for term in terms if isinstance(term, Literal)}
    return {re.sub(r"[\w.-]*\Z", "", iri) for iri in iris - UNWRITTEN}


@cache
def _ends_in_a_name(iri: str) -> bool:
    return re.search(r"[^\W\d][\w.-]*\Z", iri) is not None
