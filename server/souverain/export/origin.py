"""Where an export is read from: a project, RDF files, or a version of a store on its disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Store,
    Triple,
)

from souverain import canonical, files, iri, service
from souverain.source import PROJECT, STRICT, Source
from souverain.store import Dataset as Served
from souverain.store import add_ontology
from souverain.versions import commits, data, folder
from souverain.versions.folder import DATA
from souverain.vocab import BASE

Subject = NamedNode | BlankNode
Object = NamedNode | BlankNode | Literal | Triple
Graph = NamedNode | BlankNode | DefaultGraph


@dataclass(frozen=True)
class Origin:
    """Stores whose quads are exported together, and what their own IRIs begin with.

    `project` has the words that they are told in, `date` is that of a version of a store. Where
    `is_union`, the default graph repeats what the named graphs hold, and is passed over, as the
    named graphs `without` which it is to be.
    """

    stores: tuple[Store, ...]
    base: str = BASE
    is_union: bool = False
    project: files.Project = field(default_factory=files.packaged)
    date: str = ""
    without: frozenset[str] = frozenset()

    def quads(
        self,
        subject: Subject | None = None,
        predicate: NamedNode | None = None,
        object: Object | None = None,
        graph: Graph | None = None,
    ) -> Iterator[Quad]:
        """The quads that fit a pattern, in the order of the engine."""
        pattern = subject, predicate, object, graph
        found = chain.from_iterable(store.quads_for_pattern(*pattern) for store in self.stores)
        if not (self.is_union or self.without):
            return found
        return (quad for quad in found if not self._passes_over(quad.graph_name))

    @cached_property
    def version(self) -> str:
        """The version of the dataset: the SHA-256 of all its quads in canonical N-Quads."""
        return canonical.digest(self.quads())

    def _passes_over(self, graph: Graph) -> bool:
        if isinstance(graph, DefaultGraph):
            return self.is_union
        return bool(self.without) and graph.value in self.without

    def graphs(self) -> list[Graph]:
        """The graphs that hold something: the default graph, then the named ones by their names."""
        every = (graph for store in self.stores for graph in store.named_graphs())
        named = {str(graph): graph for graph in every if not self._passes_over(graph)}
        found: list[Graph] = [named[name] for name in sorted(named)]
        return found if self.is_union else [DefaultGraph(), *found]


def of_project(project: files.Project, base: str = BASE) -> Origin:
    """The files of a project, with its ontology; raises `TurtleError`."""
    return replace(of_dataset(Served.load(project, base), base), project=project)


def of_dataset(dataset: Served, base: str = BASE) -> Origin:
    """What is in memory already, without the default graph where that only repeats the others."""
    # A project with graphs apart is no union of all, though its default graph repeats the others.
    is_union = dataset.is_union or _repeats(dataset.store)
    return _copied(Origin((dataset.store,), base, is_union))


def of_site(dataset: Served, project: files.Project, base: str) -> Origin:
    """What a site serves, as its files have it: without what the server put beside it."""
    told = frozenset(str(iri.graph(name, base)) for name in (service.NAME, commits.NAME))
    found = _copied(Origin((dataset.store,), base, is_union=True, without=told))
    return replace(found, project=project)


def _copied(origin: Origin) -> Origin:
    store = Store()
    store.extend(origin.quads())
    return Origin((_named(store),), origin.base)


def of_data(path: str, base: str = BASE) -> Origin:
    """RDF files, with the graphs that they name; raises `DataError` or `UsageError`."""
    read, _ = Source("", base, path, STRICT).read()
    return Origin((_named(read.store),), base)


def of_store(path: str, number: int = 0) -> Origin:
    """A version of a store, the current one where none is named, read where it lies on the disk.

    Raises `UsageError` where there is no store, and `NoSuchVersion`. The ontology of the project
    joins the graphs of a store that has its shapes.
    """
    opened = folder.open(Path(path))
    number = number or opened.current
    if number:
        opened.commit(number)
    stores: tuple[Store, ...] = (_version(opened, number),)
    if opened.nature.shapes == PROJECT:
        words = Store()
        add_ontology(words, files.find(), opened.nature.base)
        stores = (*stores, _named(words))
    date = opened.commit(number).date[:10] if number else ""
    return Origin(stores, opened.nature.base, date=date)


def _version(opened: folder.Folder, number: int) -> Store:
    if number and opened.is_whole(number):
        return Store.read_only(str(opened.path(number) / DATA))
    return data.load(opened, number)


def _repeats(store: Store) -> bool:
    """Whether all that the default graph holds stands in a named graph too."""
    quads = store.quads_for_pattern(None, None, None, DefaultGraph())
    return all(
        any(
            not isinstance(other.graph_name, DefaultGraph)
            for other in store.quads_for_pattern(quad.subject, quad.predicate, quad.object)
        )
        for quad in quads
    )


def _named(store: Store) -> Store:
    """The same with blank nodes called by what surrounds them (RDFC-1.0), in any run alike."""
    if not any(isinstance(quad.subject, BlankNode) for quad in store):
        return store
    quads = Dataset(store)
    quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    renamed = Store()
    renamed.extend(quads)
    return renamed


def key(subject: Subject | Triple) -> str:
    """A subject as a text: an IRI, or a blank node with `_:` before it."""
    return subject.value if isinstance(subject, NamedNode) else str(subject)


def subject(key: str) -> Subject:
    """The subject of a text."""
    return BlankNode(key[2:]) if key.startswith("_:") else NamedNode(key)


def as_subject(term: Subject | Triple) -> Subject:
    """A subject, which a triple is none of (RDF 1.2, section 3.1)."""
    assert not isinstance(term, Triple)
    return term
