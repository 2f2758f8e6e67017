"""Running a query: what every way of asking goes through, and the seam to isolated workers.

The functions of this module evaluate in the caller's own process, without limits of time or
memory: whoever may ask must be trusted. There a query is evaluated to its end before the first
byte of its answer is given: what goes wrong is an error, and never an answer that is cut short.
Strangers are answered by `pool`, whose processes may be lost without harm.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyoxigraph import RdfFormat, parse

from souverain.answer import Answer
from souverain.formats import Format, Kind
from souverain.query.evaluation import Query, evaluate, kind
from souverain.query.writing import GRAPHS, RESULTS, write
from souverain.store import Dataset

__all__ = ["GRAPHS", "RESULTS", "Query", "graph", "run"]


def run(dataset: Dataset, query: Query, format: Format) -> Answer:
    """The answer in that format, which must be one of `query.kind.formats`.

    Raises `QueryError`: `QuerySyntaxError` for what is not SPARQL, `QueryRefused` for SERVICE,
    `Unwritable` where the format cannot hold the answer.
    """
    results = evaluate(dataset.store, query, dataset.prefixes)
    return _answer(kind(results), format, results, dataset.prefixes)


def graph(turtle: str, format: Format) -> Answer:
    """The graph of a Turtle text, in another format, with the prefixes that the text declares."""
    quads = parse(turtle, format=RdfFormat.TURTLE)
    triples = [quad.triple for quad in quads]
    return _answer(Kind.GRAPH, format, triples, quads.prefixes)


def _answer(kind: Kind, format: Format, results: Any, prefixes: Mapping[str, str]) -> Answer:
    answer = Answer(kind, format)
    with answer.filling() as content:
        write(kind, format.name, results, content, prefixes)
    return answer
