"""Doing a job: the one way from a query, or the name of a graph, to the bytes of its answer.

Workers go it, and whoever evaluates in his own process: their answers are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Store

from souverain import patch, syntax
from souverain.answer import FILTERS
from souverain.document import Asked
from souverain.errors import NoSuchGraph, NoSuchPage, QueryError, QuerySyntaxError, Unofferable
from souverain.formats import Kind
from souverain.query.body import Body, Outlet
from souverain.query.changing import changed
from souverain.query.evaluation import Query, Results, evaluate, kind, refuse_update
from souverain.query.job import Head, Job, Limits
from souverain.query.writing import write
from souverain.question import Value
from souverain.store import Dataset


def answer(dataset: Dataset, job: Job, limits: Limits, outlet: Outlet) -> None:
    """Send the answer to the outlet.

    Raises `QueryError`; after the beginning was sent, that means that the answer is cut.
    """
    if job.asked or job.change:
        (_document if job.asked else _patch)(dataset, job, limits, outlet)
        return
    results, head = _found(dataset, job)
    body = Body(head, job.encodings, limits, outlet)
    stream = FILTERS[head.format](body) if head.format in FILTERS else body
    try:
        write(head.kind, head.format, results, stream, dataset.prefixes, limits.rows)
    except QueryError as fault:
        # Results may be dropped in their own thread only, and a trace would hold them.
        raise fault.with_traceback(None) from None
    finally:
        del results
    body.close()


def _document(dataset: Dataset, job: Job, limits: Limits, outlet: Outlet) -> None:
    asked = Asked(*job.asked)
    if dataset.pages is None:
        raise NoSuchPage(asked.path)
    told = dataset.pages.answer(asked)
    head = Head(Kind.DOCUMENT, "", "", False, told.status, told.media_type, told.headers)
    body = Body(head, job.encodings, limits, outlet)
    body.write(told.content)
    body.close()


def _patch(dataset: Dataset, job: Job, limits: Limits, outlet: Outlet) -> None:
    head = Head(Kind.DOCUMENT, "", media_type=patch.MEDIA_TYPE)
    body = Body(head, (), limits, outlet)
    body.write(changed(dataset, job, limits).text().encode("utf-8"))
    body.close()


def _found(dataset: Dataset, job: Job) -> tuple[Any, Head]:
    if job.everything:
        return dataset.store, Head(Kind.GRAPH, job.graphs)
    if job.graph is not None:
        return _graph(dataset, job.graph), Head(Kind.GRAPH, job.graphs)
    values = {name: Value(text, datatype) for name, text, datatype in job.substitutions}
    query = Query(job.text, job.default_graphs, job.named_graphs, values, job.base)
    if not (job.results and job.graphs):
        # The engine tells the kind of a query over no data at no cost.
        _offered(job, kind(_asked(Dataset(Store(), {}, 0, True, dataset.prefixes), query)))
    results = _asked(dataset, query)
    found = kind(results)
    return results, Head(found, _offered(job, found), is_volatile=query.is_volatile)


def _asked(dataset: Dataset, query: Query) -> Results:
    try:
        return evaluate(dataset.store, query, dataset.prefixes)
    except QuerySyntaxError:
        refuse_update(syntax.form(query.text))
        raise


def _offered(job: Job, found: Kind) -> str:
    """The name of the format that an answer of that kind is wanted in."""
    name = job.graphs if found is Kind.GRAPH else job.results
    if not name:
        raise Unofferable(found.value)
    return name


def _graph(dataset: Dataset, name: str) -> Iterable[Any]:
    if name and name not in dataset.named:
        raise NoSuchGraph(name)
    graph = NamedNode(name) if name else DefaultGraph()
    return (quad.triple for quad in dataset.store.quads_for_pattern(None, None, None, graph))
