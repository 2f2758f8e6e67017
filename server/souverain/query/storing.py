"""What a write to a graph would change (SPARQL 1.1 Graph Store HTTP Protocol), and a patch."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Quad, Store

from souverain.errors import DataError, NoSuchGraph, QueryError, QueryRefused
from souverain.patch import Patch
from souverain.query.documents import sent
from souverain.query.evaluation import graph
from souverain.query.job import Job
from souverain.query.states import lines, moved, place, quads, stored, told
from souverain.query.updating import update
from souverain.store import Dataset
from souverain.versions import data


def replace(dataset: Dataset, job: Job) -> Patch:
    """A graph with what was sent in the place of all that it had (section 5.3)."""
    name = job.graph or ""
    before, after = lines(dataset.store, {name}), set(data.lines(sent(job)))
    created = [name] if name and name not in data.names(dataset.store) else []
    return Patch.of(before - after, after - before, created)


def merge(dataset: Dataset, job: Job) -> Patch:
    """A graph, or those that are named, with what was sent besides (section 5.5)."""
    new = [quad for quad in sent(job) if quad not in dataset.store]
    patch = told(dataset.store, (), new)
    name = job.graph or ""
    is_new = name and name not in {*patch.created, *data.names(dataset.store)}
    return Patch.of((), patch.added, (*patch.created, name) if is_new else patch.created)


def remove(dataset: Dataset, job: Job) -> Patch:
    """No such graph; raises `NoSuchGraph` where there is none (section 5.4)."""
    name = job.graph or ""
    if name and name not in data.names(dataset.store):
        raise NoSuchGraph(name)
    return Patch.of(data.lines(quads(dataset.store, name)), (), (), [name] if name else [])


def amend(dataset: Dataset, job: Job) -> Patch:
    """An update of one graph, which is its default graph, and all that it sees."""
    name = job.graph or ""
    own = Store()
    own.extend(moved(quad, DefaultGraph()) for quad in quads(dataset.store, name))
    patch = update(Dataset.of(own, is_union=False, prefixes=dataset.prefixes), job)
    if patch.created or patch.dropped or data.names(own):
        raise QueryRefused(
            "an update sent by PATCH changes the graph that it is sent to, and no other",
            hint="leave GRAPH out, or send the update to /sparql",
        )
    return told(dataset.store, _moved(patch.removed, name), _moved(patch.added, name))


def _moved(rows: Iterable[str], name: str) -> list[Quad]:
    target = place(name)
    return [moved(quad, target) for quad in data.quads(rows)]


def apply(dataset: Dataset, job: Job) -> Patch:
    """An RDF Patch; of what it says only what is not so already."""
    try:
        asked = Patch.parse(job.text)
    except DataError as fault:
        raise QueryError(str(fault), hint=fault.hint) from None
    known, dropped = data.names(dataset.store), {graph(name).value for name in asked.dropped}
    created = {graph(name).value for name in asked.created} - known
    try:
        removed, added = stored(asked.removed), stored(asked.added)
    except SyntaxError as fault:
        raise QueryError(f"the patch holds a line that is no quad: {fault}") from None
    if removed & added or any(place(name) == row.graph_name for row in added for name in dropped):
        raise QueryError(
            "the patch adds a quad that it removes, or to a graph that it drops",
            hint="leave out one of the two, or send two patches",
        )
    removed |= {row for name in dropped for row in quads(dataset.store, name)}
    patch = told(
        dataset.store,
        (row for row in removed if row in dataset.store),
        (row for row in added if row not in dataset.store),
    )
    return Patch.of(patch.removed, patch.added, created.union(patch.created), known & dropped)
