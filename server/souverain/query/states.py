"""Two states of a store: its graphs as lines of N-Quads, and the patch between them."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from souverain.patch import Patch
from souverain.query.evaluation import graph
from souverain.versions import data

Lines = set[str]
Graph = NamedNode | BlankNode | DefaultGraph


def lines(store: Store, names: set[str] | None) -> Lines:
    """The lines of some graphs, or of all."""
    if names is None:
        return set(data.dumped(store))
    return {line for name in names for line in data.lines(quads(store, name))}


def quads(store: Store, name: str) -> Iterable[Quad]:
    """The quads of a graph; the name of the default graph is empty."""
    return store.quads_for_pattern(None, None, None, place(name))


def place(name: str) -> NamedNode | DefaultGraph:
    """Where the quads of a graph are; raises `QueryError` for a name that is no IRI."""
    return graph(name) if name else DefaultGraph()


def compared(store: Store, names: set[str] | None, before: Lines, known: set[str]) -> Patch:
    """What has changed in those graphs since they had these lines, and the store these graphs."""
    after, now = lines(store, names), data.names(store)
    return Patch.of(before - after, after - before, now - known, known - now)


def told(
    store: Store, removed: Iterable[Quad], added: Iterable[Quad], named: Iterable[Graph] = ()
) -> Patch:
    """The patch of some quads, and of the graphs that were named, if only for a while."""
    added = list(added)
    created = [
        graph.value
        for graph in {*named, *(quad.graph_name for quad in added)}
        if isinstance(graph, NamedNode) and not store.contains_named_graph(graph)
    ]
    return Patch.of(data.lines(removed), data.lines(added), created)


def moved(quad: Quad, graph: NamedNode | DefaultGraph) -> Quad:
    """A quad in another graph."""
    return Quad(quad.subject, quad.predicate, quad.object, graph)


def stored(rows: Iterable[str]) -> set[Quad]:
    """The quads of some lines, as a store has them."""
    own = Store()
    own.extend(data.quads(rows))
    return set(own)
