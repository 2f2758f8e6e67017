"""The data that questions are asked of, in memory.

Each file of the graph is a named graph, and the ontology is one. The default graph is the union of
exactly these, kept ready beside them: joins over it are twice as fast as over a list of graphs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    RdfFormat,
    Store,
    Triple,
)

from souverain import canonical, iri
from souverain.document import Pages
from souverain.errors import TurtleError, Unreadable
from souverain.files import APART, Project
from souverain.vocab import BASE, PREFIXES

ONTOLOGY = "ontology"
# By their first folder (or file) under graph/: never served.
UNSERVED = frozenset({"drafts"})


class Term(NamedTuple):
    """What stands at the end of a triple: an IRI, or a literal with its language if it has one."""

    text: str
    language: str = ""
    is_iri: bool = False


@dataclass(frozen=True)
class Dataset:
    """The graphs of one project, or of any RDF files; `named` has the size of each named graph.

    `is_union` tells whether the default graph, of so many `triples`, is that of all named graphs;
    `prefixes` are those that a query need not declare, `pages` makes the documents for people.
    """

    store: Store
    named: Mapping[str, int]
    triples: int
    is_union: bool
    prefixes: Mapping[str, str] = field(default_factory=lambda: PREFIXES)
    pages: Pages | None = field(default=None, compare=False)

    @classmethod
    def load(cls, project: Project, base: str = BASE) -> Self:
        """The project's files, read; raises `TurtleError` at the first that does not parse."""
        store = Store()
        add_ontology(store, project, base)
        together: list[Path] = []
        apart: list[Path] = []
        for path in project.graph_files():
            if graph_name(project, path).partition("/")[0] not in UNSERVED:
                (apart if project.is_apart(path) else together).append(path)
        read_graphs(store, project, base, together)
        unite(store)
        read_graphs(store, project, base, apart)
        return cls.of(store, is_union=not apart)

    @classmethod
    def of(cls, store: Store, is_union: bool, prefixes: Mapping[str, str] = PREFIXES) -> Self:
        """What is in a store, counted."""
        named = {graph.value: _size(store, graph) for graph in store.named_graphs()}
        triples = _size(store, DefaultGraph())
        return cls(store, dict(sorted(named.items())), triples, is_union, prefixes)

    def counted(
        self, sizes: Mapping[str, int], created: Iterable[str], dropped: Iterable[str]
    ) -> Self:
        """The same after a change: how much each graph grew, and which came and went.

        The default graph, whose name is empty, is no union.
        """
        gone = set(dropped)
        named = {name: self.named.get(name, 0) for name in (*self.named, *created)}
        for name, more in sizes.items():
            if name:
                named[name] = named.get(name, 0) + more
        kept = {name: size for name, size in sorted(named.items()) if name not in gone}
        return replace(self, named=kept, triples=self.triples + sizes.get("", 0))

    def about(self, subject: str) -> list[tuple[str, Term]]:
        """What the default graph says of a thing: each predicate with a value, in order."""
        try:
            node = NamedNode(subject)
        except ValueError:  # no IRI, of which nothing can be said
            return []
        quads = self.store.quads_for_pattern(node, None, None, DefaultGraph())
        return sorted((quad.predicate.value, _term(quad.object)) for quad in quads)

    def naming(self, thing: str) -> list[tuple[str, str]]:
        """What the default graph says by way of a thing: each subject with its predicate."""
        quads = self.store.quads_for_pattern(None, None, NamedNode(thing), DefaultGraph())
        return sorted(
            (quad.subject.value, quad.predicate.value)
            for quad in quads
            if isinstance(quad.subject, NamedNode)
        )

    def subjects(self) -> set[str]:
        """The things that the default graph says something of."""
        quads = self.store.quads_for_pattern(None, None, None, DefaultGraph())
        return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}

    def ntriples(self) -> str:
        """The default graph, as N-Triples."""
        content = self.store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        assert content is not None
        return content.decode("utf-8")

    @cached_property
    def version(self) -> str:
        """A digest that is the same for the same named graphs, on every machine (RDFC-1.0)."""
        return digest(self.store)


def digest(store: Store, without: Collection[NamedNode] = ()) -> str:
    """The same of a store, but for some of its named graphs."""
    return canonical.digest(
        quad
        for graph in store.named_graphs()
        if graph not in without
        for quad in store.quads_for_pattern(None, None, None, graph)
    )


def add_ontology(store: Store, project: Project, base: str) -> None:
    """Put the ontology of a project, with its alignments, into a store as one named graph."""
    _read(store, project, base, [(ONTOLOGY, path) for path in project.ontology_files()])


def read_graphs(store: Store, project: Project, base: str, paths: Iterable[Path]) -> None:
    """Put files of the graph into a store, each as a named graph; raises `TurtleError`."""
    _read(store, project, base, ((graph_name(project, path), path) for path in paths))


def graph_name(project: Project, path: Path) -> str:
    """What the named graph of a file is called, behind `graph/`."""
    return path.relative_to(project.graph).with_suffix("").as_posix()


def unite(store: Store, base: str = "") -> None:
    """Put what is in the named graphs of a store into its default graph too.

    With the base of a project's IRIs, but for those graphs that are apart.
    """
    apart = ", ".join(f"<{name}>" for name in _apart(store, base))
    chosen = f"FILTER (?g NOT IN ({apart}))" if apart else ""
    store.update(f"INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {chosen} }}")


def _apart(store: Store, base: str) -> Iterator[str]:
    start = f"{base}graph/"
    if not base:
        return
    for graph in store.named_graphs():
        top = graph.value.removeprefix(start).partition("/")[0]
        if graph.value.startswith(start) and top in APART:
            yield graph.value


def _read(store: Store, project: Project, base: str, rows: Iterable[tuple[str, Path]]) -> None:
    for name, path in rows:
        graph = NamedNode(iri.graph(name, base))
        try:
            store.bulk_load(path=path, format=RdfFormat.TURTLE, to_graph=graph)
        except SyntaxError as fault:
            reason = fault.msg.partition(": ")[2] or fault.msg
            raise TurtleError(project.name(path), fault.lineno or 0, reason) from None
        except OSError as fault:
            raise Unreadable(project.name(path), f"cannot be read: {fault}") from None


def _term(term: NamedNode | BlankNode | Literal | Triple) -> Term:
    if isinstance(term, Literal):
        return Term(term.value, term.language or "")
    return Term(str(term) if isinstance(term, Triple) else term.value, is_iri=True)


def _size(store: Store, graph: NamedNode | BlankNode | DefaultGraph) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, graph))
