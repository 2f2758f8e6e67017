"""The shapes, the examples, and the examples spoiled by an update."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from souverain import ttl
from souverain.check import constraints, shapes
from souverain.check.shapes import Result
from souverain.files import Project
from souverain.vocab import PREFIXES

TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")

Spoil = Callable[[str], ox.Store]
Broken = Callable[[ox.Store], list[Result]]


def union(paths: Iterable[Path]) -> Graph:
    merged = Graph(bind_namespaces="none")
    for path in paths:
        merged += ttl.read(path)
    return merged


def to_rdflib(quads: Iterable[ox.Quad]) -> Graph:
    lines = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    return Graph(bind_namespaces="none").parse(data=lines, format="nt")


@pytest.fixture(scope="session")
def all_shapes(project: Project) -> Graph:
    return union(project.shapes_files())


@pytest.fixture(scope="session")
def examples(project: Project) -> Graph:
    """The valid examples and the ontology."""
    return union([project.ontology / "core.ttl", *project.example_files()])


@pytest.fixture(scope="session")
def quads(examples: Graph) -> frozenset[ox.Quad]:
    """The same triples as a store gives them, which writes decimals in a way of its own."""
    store = ox.Store()
    store.load(examples.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
    return frozenset(store)


@pytest.fixture
def spoil(quads: frozenset[ox.Quad]) -> Spoil:
    """Gives the examples after an update."""

    def spoiled(update: str) -> ox.Store:
        store = ox.Store()
        store.bulk_extend(quads)
        store.update(update, prefixes=dict(PREFIXES))
        return store

    return spoiled


def near(store: ox.Store, quads: frozenset[ox.Quad]) -> set[ox.NamedNode | ox.BlankNode]:
    """The nodes for which a change can alter the verdict of a shape without SPARQL.

    Such a shape looks at a node's own triples and at the classes of their objects.
    """
    changed = quads.symmetric_difference(store)
    retyped = {quad.subject for quad in changed if quad.predicate == TYPE}
    referring = {
        quad.subject for node in retyped for quad in store.quads_for_pattern(None, None, node)
    }
    return {quad.subject for quad in changed} | referring


def excerpt(store: ox.Store, nodes: set[ox.NamedNode | ox.BlankNode]) -> Graph:
    """The triples of the nodes, the classes of their objects, and the hierarchy of classes."""
    own = {quad for node in nodes for quad in store.quads_for_pattern(node, None, None)}
    objects = {quad.object for quad in own if not isinstance(quad.object, ox.Literal)}
    typed = {quad for node in objects for quad in store.quads_for_pattern(node, TYPE, None)}
    return to_rdflib(own | typed | set(store.quads_for_pattern(None, SUBCLASS, None)))


@pytest.fixture(name="to_rdflib")
def _to_rdflib() -> Callable[[Iterable[ox.Quad]], Graph]:
    return to_rdflib


@pytest.fixture
def broken(quads: frozenset[ox.Quad], all_shapes: Graph) -> Broken:
    """Gives what the spoiled examples break; only what is near a change is looked at anew."""

    def found(store: ox.Store) -> list[Result]:
        nodes = near(store, quads)
        iris = [node.value for node in nodes if isinstance(node, ox.NamedNode)]
        return [
            *shapes.validate(excerpt(store, nodes), all_shapes, iris),
            *constraints.validate(store, all_shapes),
        ]

    return found
