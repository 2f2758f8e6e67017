"""Writing results in each format, and refusing what pyoxigraph would write wrong."""

from __future__ import annotations

import errno
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple, serialize

from souverain.answer import Writable
from souverain.errors import TooManyRows, Unwritable
from souverain.formats import Kind
from souverain.query import table
from souverain.query.evaluation import service_refused, unanswerable
from souverain.vocab import PREFIXES

LOOKED_AT_TRIPLES = 10_000

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
Statement = Triple | Quad
# How the engine fails that may not ask another endpoint: without a number, or by the confinement.
ASKED_OUTSIDE = (None, errno.EMFILE, errno.ECONNREFUSED, errno.EPERM, errno.EACCES)


def write(
    kind: Kind,
    format_name: str,
    results: Any,
    stream: Writable,
    prefixes: Mapping[str, str],
    most_rows: int | None = None,
) -> None:
    """Write results, or triples or quads, into the stream.

    Triples are counted here: `TooManyRows` is raised where there are more than `most_rows`. Raises
    `Unwritable` where the format cannot hold the answer, `QueryError` where the engine fails.
    """
    try:
        if kind is Kind.GRAPH:
            _write_graph(format_name, _counted(results, most_rows), stream, prefixes)
        elif format_name == "html":
            table.write(results, stream, prefixes)
        else:
            results.serialize(stream, RESULTS[format_name])
            if kind is Kind.ASK:
                stream.write(LINE_ENDS.get(format_name, b""))
    except RuntimeError as fault:
        raise unanswerable(fault) from None
    except OSError as fault:
        if fault.errno not in ASKED_OUTSIDE:
            raise
        # As in `evaluate`: the engine asks another endpoint only when its answer is needed.
        raise service_refused() from None


def _counted(statements: Iterable[Statement], most: int | None) -> Iterable[Statement]:
    return statements if most is None else _up_to(statements, most)


def _up_to(statements: Iterable[Statement], most: int) -> Iterator[Statement]:
    for number, statement in enumerate(statements):
        if number == most:
            raise TooManyRows(most)
        yield statement


def _write_graph(
    format_name: str, results: Iterable[Statement], stream: Any, prefixes: Mapping[str, str]
) -> None:
    statements = (_writable(statement, format_name) for statement in results)
    first = list(itertools.islice(statements, LOOKED_AT_TRIPLES))
    used = _spaces(first)
    every: Iterator[Any] = itertools.chain(first, statements)
    serialize(
        every,
        stream,
        GRAPHS[format_name],
        prefixes={prefix: space for prefix, space in prefixes.items() if space in used},
    )


def _writable(statement: Statement, format_name: str) -> Statement:
    """The statement itself; pyoxigraph 0.5 would write XML that is none, and fail in JSON-LD."""
    if format_name == "rdfxml" and not _ends_in_a_name(statement.predicate.value):
        raise Unwritable(
            f"RDF/XML has no way to write the predicate <{statement.predicate.value}>",
            hint="ask for Turtle or another format",
        )
    if format_name == "jsonld" and isinstance(statement.object, Triple):
        raise Unwritable("JSON-LD has no triple terms", hint="ask for Turtle or another format")
    return statement


def _spaces(statements: Iterable[Statement]) -> set[str]:
    """What the IRIs in these statements begin with: the prefixes for it serve to shorten them."""
    terms = {term for statement in statements for term in statement}
    iris = {term.value for term in terms if isinstance(term, NamedNode)}
    iris |= {term.datatype.value for term in terms if isinstance(term, Literal)}
    return {re.sub(r"[\w.-]*\Z", "", iri) for iri in iris - UNWRITTEN}


@lru_cache(maxsize=4096)
def _ends_in_a_name(iri: str) -> bool:
    return re.search(r"[^\W\d][\w.-]*\Z", iri) is not None
