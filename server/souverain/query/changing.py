"""What a write would change: worked out in a worker, on a copy that is thrown away afterwards.

The worker is a fork, so that what it does to the data nobody else sees; it can open neither file
nor socket, and has the limits of a query. What leaves it is a patch.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse, serialize

from souverain import syntax
from souverain.errors import (
    NoSuchGraph,
    QueryError,
    QueryRefused,
    QuerySyntaxError,
    TooManyRows,
)
from souverain.formats import BY_NAME
from souverain.patch import Patch, split
from souverain.query import dialect, updates
from souverain.query.evaluation import (
    functions,
    service_refused,
    syntax_fault,
    unanswerable,
    used,
)
from souverain.query.job import Change, Job, Limits
from souverain.query.updates import Operation
from souverain.store import Dataset

_ENTITY = re.compile(rb"<!ENTITY\s+(?:%\s*)?\S+\s+(?:SYSTEM|PUBLIC|[\"'][^\"']*[&%])")
Lines = set[str]


def changed(dataset: Dataset, job: Job, limits: Limits) -> Patch:
    """The patch; the store of the dataset may be any other afterwards.

    Raises `QueryError` for what is no update, or no RDF, or may not be done.
    """
    patch = CHANGES[Change(job.change)](dataset, job)
    if len(patch.added) + len(patch.removed) > limits.rows:
        raise TooManyRows(limits.rows)
    return patch


def _update(dataset: Dataset, job: Job) -> Patch:
    if "service" in job.text.lower() and syntax.names_service(job.text):
        raise service_refused()
    texts, made = _parsed(dataset, job), updates.operations(job.text)
    _refuse(job.text, made)
    if job.default_graphs or job.named_graphs:
        texts = [updates.over(text, job.default_graphs, job.named_graphs) for text in texts]
    if made and all(row.is_data for row in made):
        return _of_data(dataset, job, made)
    names = _touched(dataset, job, made)
    before, graphs = _lines(dataset.store, names), _graphs(dataset.store)
    if any(operation.is_load for operation in made):
        _load_and_evaluate(dataset, job, made)
    else:
        for text in texts:
            _evaluate(dataset.store, text, _options(dataset, job, text))
    return _compared(dataset.store, names, before, graphs)


def _parsed(dataset: Dataset, job: Job) -> list[str]:
    """The update as the engine parses it, in one text or several; raises the error of none."""
    try:
        _try(dataset, job, job.text)
    except SyntaxError as fault:
        found = dialect.apart(job.text)
        if len(found) < 2:
            raise _syntax_fault(dataset, job, job.text, fault) from None
    else:
        return [job.text]
    for number, text in enumerate(found):
        try:
            _try(dataset, job, text)
        except SyntaxError:
            raise _fault_of(dataset, job, number) from None
    return found


def _fault_of(dataset: Dataset, job: Job, number: int) -> QuerySyntaxError:
    """The error of one operation of an update, at its place in the whole."""
    text = dialect.alone(job.text, number)
    try:
        _try(dataset, job, text)
    except SyntaxError as fault:
        return _syntax_fault(dataset, job, text, fault)
    raise AssertionError


def _syntax_fault(dataset: Dataset, job: Job, text: str, fault: SyntaxError) -> QuerySyntaxError:
    return syntax_fault(text, str(fault), job.base, dataset.prefixes, is_update=True)


def _try(dataset: Dataset, job: Job, text: str) -> None:
    """Do an update over no data, without what it would fetch; raises `SyntaxError`."""
    made = updates.operations(text)
    if any(operation.is_load for operation in made):
        kept = [f"{row.prologue}\n{row.text}" for row in made if not row.is_load]
        text = " ;\n".join(kept)
    with contextlib.suppress(RuntimeError, OSError):  # of what cannot be done over no data
        Store().update(text, **_options(dataset, job, text))


def _refuse(text: str, made: list[Operation]) -> None:
    """Raise the error of what the engine would do, and is not to be done."""
    if token := dialect.grown(made):
        raise syntax.unexpected(text, token)


def _load_and_evaluate(dataset: Dataset, job: Job, made: list[Operation]) -> None:
    """Do one operation after the other, with what was fetched for each LOAD."""
    payloads = iter(job.payloads)
    for operation in made:
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
        found = _read(replace(job, graph=target), name, content, source) if name else []
    except QueryError:
        if not is_silent:
            raise
    else:
        dataset.store.extend(found)


def _loading(dataset: Dataset, job: Job, operation: Operation) -> tuple[str, str]:
    """The IRIs of the document and of the graph, which the engine finds as those of a quad."""
    words, texts = operation.words, [token.text for token in operation.tokens]
    source = texts[2 if words[1] == "SILENT" else 1]
    graph = texts[words.index("GRAPH") + 1] if "GRAPH" in words else "<urn:x-default>"
    text = f"{operation.prologue}\nINSERT DATA {{ GRAPH {graph} {{ <urn:x> <urn:x> {source} }} }}"
    own = Store()
    _evaluate(own, text, _options(dataset, job, text))
    (quad,) = own
    assert isinstance(quad.object, NamedNode)
    name = quad.graph_name.value if "GRAPH" in words else ""
    return quad.object.value, name


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
    for operation in made:
        own = Store()
        _evaluate(own, operation.inserting, _options(dataset, job, operation.inserting))
        came, went = (added, removed) if operation.form == "INSERT" else (removed, added)
        for quad in own:
            if quad in went:
                del went[quad]
            elif (quad in dataset.store) != (operation.form == "INSERT"):
                came[quad] = None
    return _told(dataset.store, removed, added)


def _told(store: Store, removed: Iterable[Quad], added: Iterable[Quad]) -> Patch:
    added = list(added)
    graphs = {quad.graph_name for quad in added}
    created = [
        graph.value
        for graph in graphs
        if isinstance(graph, NamedNode) and not store.contains_named_graph(graph)
    ]
    return Patch.of(_written(removed), _written(added), created)


def _touched(dataset: Dataset, job: Job, made: list[Operation]) -> set[str] | None:
    """The graphs that may change, empty for the default graph; nothing where all may."""
    names = updates.touched(made)
    if names is None:
        return None
    found = syntax.named(job.text, names, dataset.prefixes)
    return None if found is None else {"", *found}


def _lines(store: Store, names: set[str] | None) -> Lines:
    if names is None:
        content = store.dump(format=RdfFormat.N_QUADS)
        assert content is not None
        return set(split(content))
    return {line for name in names for line in _written(_quads(store, name))}


def _quads(store: Store, name: str) -> Iterable[Quad]:
    graph = NamedNode(name) if name else DefaultGraph()
    return store.quads_for_pattern(None, None, None, graph)


def _written(quads: Iterable[Quad]) -> list[str]:
    content = serialize(quads, format=RdfFormat.N_QUADS)
    assert content is not None
    return split(content)


def _graphs(store: Store) -> set[str]:
    return {graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)}


def _compared(store: Store, names: set[str] | None, before: Lines, graphs: set[str]) -> Patch:
    after, now = _lines(store, names), _graphs(store)
    return Patch.of(before - after, after - before, now - graphs, graphs - now)


# The Graph Store Protocol.


def _replace(dataset: Dataset, job: Job) -> Patch:
    quads, name = _payload(job), job.graph or ""
    before, after = _lines(dataset.store, {name}), set(_written(quads))
    created = [name] if name and name not in _graphs(dataset.store) else []
    return Patch.of(before - after, after - before, created)


def _merge(dataset: Dataset, job: Job) -> Patch:
    new = [quad for quad in _payload(job) if quad not in dataset.store]
    patch = _told(dataset.store, (), new)
    name = job.graph or ""
    is_new = name and name not in {*patch.created, *_graphs(dataset.store)}
    return Patch.of((), patch.added, (*patch.created, name) if is_new else patch.created)


def _remove(dataset: Dataset, job: Job) -> Patch:
    name = job.graph or ""
    if name and name not in _graphs(dataset.store):
        raise NoSuchGraph(name)
    return Patch.of(_written(_quads(dataset.store, name)), (), (), [name] if name else [])


def _amend(dataset: Dataset, job: Job) -> Patch:
    """An update of one graph, which is its default graph, and all that it sees."""
    name = job.graph or ""
    own = Store()
    own.extend(_in(quad, DefaultGraph()) for quad in _quads(dataset.store, name))
    patch = _update(Dataset.of(own, is_union=False, prefixes=dataset.prefixes), job)
    if patch.created or patch.dropped or _graphs(own):
        raise QueryRefused(
            "an update sent by PATCH changes the graph that it is sent to, and no other",
            hint="leave GRAPH out, or send the update to /sparql",
        )
    return _told(dataset.store, _moved(patch.removed, name), _moved(patch.added, name))


def _moved(lines: Iterable[str], name: str) -> list[Quad]:
    graph = NamedNode(name) if name else DefaultGraph()
    found = parse("\n".join(lines), format=RdfFormat.N_QUADS)
    return [_in(quad, graph) for quad in found]


def _apply(dataset: Dataset, job: Job) -> Patch:
    """An RDF Patch; of what it says only what is not so already."""
    asked = Patch.parse(job.text)
    try:
        removed = [row for row in _stored(asked.removed) if row in dataset.store]
        added = [row for row in _stored(asked.added) if row not in dataset.store]
    except SyntaxError as fault:
        raise QueryError(f"the patch holds a line that is no quad: {fault}") from None
    patch, known = _told(dataset.store, removed, added), _graphs(dataset.store)
    created = {*patch.created, *(name for name in asked.created if name not in known)}
    return Patch.of(patch.removed, patch.added, created, known & set(asked.dropped))


def _in(quad: Quad, graph: NamedNode | DefaultGraph) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, graph)


def _stored(lines: Iterable[str]) -> list[Quad]:
    own = Store()
    own.extend(parse("\n".join(lines), format=RdfFormat.N_QUADS))
    return list(own)


def _payload(job: Job) -> list[Quad]:
    """The quads of all that was sent, in the graph that they are sent to, as a store has them."""
    own = Store()
    for name, content in job.payloads:
        own.extend(_read(job, name, content))
    return list(own)


def _read(job: Job, name: str, content: bytes, base: str = "") -> list[Quad]:
    format = RdfFormat.from_media_type(BY_NAME[name].media_type)
    assert format
    if format is RdfFormat.RDF_XML and _ENTITY.search(content):
        raise QueryRefused(
            "the document declares entities that stand on others, or elsewhere",
            hint="write them out, and send it again",
        )
    graph = NamedNode(job.graph) if job.graph else DefaultGraph()
    is_apart = job.graph is not None
    try:
        found = parse(
            content,
            format=format,
            base_iri=base or job.graph or job.base or None,
            without_named_graphs=is_apart and format.supports_datasets,
            rename_blank_nodes=True,
        )
        if not is_apart:
            return list(found)
        return [_in(quad, graph) for quad in found]
    except SyntaxError as fault:
        where = f"line {fault.lineno}: " if fault.lineno else ""
        reason = fault.msg.partition(": ")[2] or fault.msg
        raise QueryError(
            f"the document is no {format.name}: {where}{reason[:500]}",
            hint=f"mend it, or send another format than {format.media_type}",
        ) from None
    except ValueError as fault:
        raise QueryError(f"the document is no {format.name}: {fault}") from None


CHANGES = {
    Change.UPDATE: _update,
    Change.REPLACE: _replace,
    Change.MERGE: _merge,
    Change.REMOVE: _remove,
    Change.AMEND: _amend,
    Change.APPLY: _apply,
}
