"""The shapes, the examples, and the examples spoiled by an update."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import SH, Graph

from souverain import files, ttl
from souverain.check import constraints, shapes
from souverain.check.shapes import Result
from souverain.files import Project
from souverain.vocab import PREFIXES, SHAPE

ROOT = Path(__file__).parents[2]
CASES = sorted((Path(__file__).parent / "invalid").glob("*.ru"))
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


@functools.cache
def read_shapes() -> Graph:
    beside = (ROOT / "graph").is_dir()
    return union((files.find(str(ROOT)) if beside else files.packaged()).shapes_files())


def _spoilings_of_constraints() -> list[Path]:
    constraints = set(read_shapes().objects(None, SH.sparql))
    return [case for case in CASES if SHAPE[case.stem.split(".")[0]] in constraints]


def _closed_classes() -> list[str]:
    graph = read_shapes()
    closed = graph.subjects(SH.closed, None)
    return sorted(str(kind) for shape in closed for kind in graph.objects(shape, SH.targetClass))


# A test that takes one of these arguments runs once for each row.
ROWS: dict[str, Callable[[], list[Any]]] = {
    "case": lambda: CASES,
    "constraint_case": _spoilings_of_constraints,
    "closed_class": _closed_classes,
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for name in ROWS.keys() & set(metafunc.fixturenames):
        metafunc.parametrize(name, ROWS[name](), ids=_called)


def _called(row: Path | str) -> str:
    return row.stem if isinstance(row, Path) else ttl.shorten(row)


@pytest.fixture(scope="session")
def all_shapes() -> Graph:
    return read_shapes()


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
