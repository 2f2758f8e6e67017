"""What a SPARQL update would change (SPARQL 1.1 Update)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pyoxigraph import NamedNode, Quad, Store

from souverain import syntax
from souverain.errors import QueryError, QueryRefused, QuerySyntaxError
from souverain.patch import Patch
from souverain.query import dialect, documents, states, updates
from souverain.query.evaluation import (
    functions,
    service_refused,
    syntax_fault,
    unanswerable,
    used,
)
from souverain.query.job import Job
from souverain.query.states import Graph, told
from souverain.query.updates import Operation
from souverain.store import Dataset
from souverain.versions import data


def update(dataset: Dataset, job: Job) -> Patch:
    """The patch of an update; the store is changed by it, or not. Raises `QueryError`."""
    if "service" in job.text.lower() and syntax.names_service(job.text):
        raise service_refused()
    made = updates.operations(job.text)
    texts = _parsed(dataset, job, made)
    _refuse(job.text, made)
    if job.default_graphs or job.named_graphs:
        texts = [updates.over(text, job.default_graphs, job.named_graphs) for text in texts]
    if made and all(row.is_data for row in made):
        return _of_data(dataset, job, made)
    names = _touched(dataset, job, made)
    before, graphs = states.lines(dataset.store, names), data.names(dataset.store)
    if any(operation.is_load or operation.source for operation in made):
        _do_apart(dataset, job, made)
    else:
        for text in texts:
            _evaluate(dataset.store, text, _options(dataset, job, text))
    return states.compared(dataset.store, names, before, graphs)


def _parsed(dataset: Dataset, job: Job, made: list[Operation]) -> list[str]:
    """The update as the engine parses it, in one text or several; raises the error of none."""
    try:
        _try(dataset, job, job.text, made)
    except SyntaxError as fault:
        found = dialect.apart(job.text)
        if len(found) < 2:
            raise _syntax_fault(dataset, job, job.text, fault) from None
    else:
        return [job.text]
    for number, text in enumerate(found):
        try:
            _try(dataset, job, text, updates.operations(text))
        except SyntaxError:
            raise _fault_of(dataset, job, number) from None
    return found


def _fault_of(dataset: Dataset, job: Job, number: int) -> QuerySyntaxError:
    """The error of one operation of an update, at its place in the whole."""
    text = dialect.alone(job.text, number)
    try:
        _try(dataset, job, text, updates.operations(text))
    except SyntaxError as fault:
        return _syntax_fault(dataset, job, text, fault)
    raise AssertionError


def _syntax_fault(dataset: Dataset, job: Job, text: str, fault: SyntaxError) -> QuerySyntaxError:
    return syntax_fault(text, str(fault), job.base, dataset.prefixes, is_update=True)


def _try(dataset: Dataset, job: Job, text: str, made: list[Operation]) -> None:
    """Do an update over no data, and name what it would fetch; raises `SyntaxError`."""
    for operation in reversed(made):
        if operation.is_load:
            text = text[: operation.start] + operation.named + text[operation.end :]
    with contextlib.suppress(RuntimeError, OSError):  # of what cannot be done over no data
        Store().update(text, **_options(dataset, job, text))


def _refuse(text: str, made: list[Operation]) -> None:
    """Raise the error of what the engine would do, and is not to be done."""
    if token := dialect.grown(made):
        raise syntax.unexpected(text, token)


def _do_apart(dataset: Dataset, job: Job, made: list[Operation]) -> None:
    """Do one operation after the other, with what was fetched for each LOAD.

    For COPY, MOVE and ADD a graph that is not there is as good as an empty one to the engine, which
    empties the other graph; by SPARQL 1.1 Update, section 3.2, they may fail.
    """
    payloads = iter(job.payloads)
    for operation in made:
        if operation.source:
            _, name = _named(dataset, job, operation)
            if name not in data.names(dataset.store):
                raise QueryError(
                    f"there is no graph <{name}> for {operation.form}",
                    hint="name a graph that is there, or say SILENT",
                )
        if operation.is_load:
            _load(dataset, job, operation, *next(payloads, ("", b"")))
        else:
            whole = f"{operation.prologue}\n{operation.text}"
            if job.default_graphs or job.named_graphs:
                whole = updates.over(whole, job.default_graphs, job.named_graphs)
            _evaluate(dataset.store, whole, _options(dataset, job, whole))


def _load(dataset: Dataset, job: Job, operation: Operation, name: str, content: bytes) -> None:
    """Put what was fetched where the operation says; without a name, nothing was."""
    is_silent = operation.words[1:2] == ["SILENT"]
    if not name and not is_silent:
        raise QueryRefused(
            "LOAD is not offered: nothing is fetched from elsewhere",
            hint="fetch the document, and send it with POST or PUT to /store?graph=IRI",
        )
    source, target = _loading(dataset, job, operation)
    try:
        found = documents.read(replace(job, graph=target), name, content, source) if name else []
    except QueryError:
        if not is_silent:
            raise
    else:
        dataset.store.extend(found)


def _loading(dataset: Dataset, job: Job, operation: Operation) -> tuple[str, str]:
    """The IRIs of the document and of the graph, which is empty for the default graph."""
    document, graph = _named(dataset, job, operation)
    return document, graph if "GRAPH" in operation.words else ""


def _named(dataset: Dataset, job: Job, operation: Operation) -> tuple[str, str]:
    """The IRIs that an operation names, which the engine finds as those of a quad."""
    text, own = f"{operation.prologue}\n{operation.named}", Store()
    _evaluate(own, text, _options(dataset, job, text))
    (quad,) = own
    assert isinstance(quad.object, NamedNode)
    return quad.object.value, quad.graph_name.value


def _options(dataset: Dataset, job: Job, text: str) -> dict[str, Any]:
    options: dict[str, Any] = {"base_iri": job.base} if job.base else {}
    options |= functions(text, dataset.prefixes, job.base)
    return options | {"prefixes": used(dataset.prefixes, text)}


def _evaluate(store: Store, text: str, options: dict[str, Any]) -> None:
    try:
        store.update(text, **options)
    except RuntimeError as fault:
        raise unanswerable(fault) from None
    except (OSError, ValueError) as fault:
        raise QueryError(f"the update cannot be done: {fault}") from None


def _of_data(dataset: Dataset, job: Job, made: Iterable[Operation]) -> Patch:
    """What INSERT DATA and DELETE DATA change, found without looking at anything else."""
    added: dict[Quad, None] = {}
    removed: dict[Quad, None] = {}
    named: set[Graph] = set()
    for operation in made:
        own = Store()
        _evaluate(own, operation.inserting, _options(dataset, job, operation.inserting))
        came, went = (added, removed) if operation.form == "INSERT" else (removed, added)
        for quad in own:
            if operation.form == "INSERT":
                named.add(quad.graph_name)
            if quad in went:
                del went[quad]
            elif (quad in dataset.store) != (operation.form == "INSERT"):
                came[quad] = None
    return told(dataset.store, removed, added, named)


def _touched(dataset: Dataset, job: Job, made: list[Operation]) -> set[str] | None:
    """The graphs that may change, empty for the default graph; nothing where all may."""
    names = updates.touched(made)
    if names is None:
        return None
    found = syntax.named(job.text, names, dataset.prefixes)
    return None if found is None else {"", *found}
