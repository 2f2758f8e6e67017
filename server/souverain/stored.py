"""The graphs of a version of a store as they are asked: with what is told of them beside them.

In the store of a project, the default graph is the union of the named ones, and two of these are
made by the program: the ontology, and `graph/history`. From one version to a later one only what
the commits between them changed is read.
"""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode, Store

from souverain import iri, service
from souverain.files import Project
from souverain.store import add_ontology, digest, unite
from souverain.versions import commits, data
from souverain.versions.folder import Folder


def read(found: Folder, number: int, project: Project | None, base: str) -> tuple[Store, str]:
    """The graphs of a version and a digest of them, with the ontology of the project if any.

    Raises `CorruptStore`.
    """
    store = data.load(found, number)
    if project:
        add_ontology(store, project, base)
    return store, _united(store, found, (0, number), base)


def advance(store: Store, found: Folder, numbers: tuple[int, int], base: str) -> str:
    """Change the graphs of one version to those of a later one; a digest of these."""
    for later in range(numbers[0] + 1, numbers[1] + 1):
        data.apply(store, found.patch(later))
    store.remove_graph(NamedNode(iri.graph(service.NAME, base)))
    store.clear_graph(DefaultGraph())
    return _united(store, found, numbers, base)


def _united(store: Store, found: Folder, numbers: tuple[int, int], base: str) -> str:
    """Make the default graph, and tell the history after the first of the numbers."""
    history = NamedNode(iri.graph(commits.NAME, base))
    unite(store, base)
    version = digest(store, without=[history])
    for number in range(numbers[0] + 1, numbers[1] + 1):
        store.extend(commits.quads(found.commit(number), base, found.patch_text(number)))
    return version
