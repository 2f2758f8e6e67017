"""The graph as people write it, to be edited: each file's triples, and what kind a node is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from souverain import iri, rules, ttl
from souverain.errors import UnknownName, UsageError
from souverain.files import Project
from souverain.vocab import BASE, SOV

Triple = tuple[Node, Node, Node]


def short(nodes: Iterable[Node]) -> str:
    """Nodes by their short IRIs, in order, for a message."""
    return ", ".join(sorted(ttl.shorten(str(node)) for node in nodes))


def whole(node: Node) -> Node:
    """The thing that a node is a part of, or the node itself."""
    return URIRef(node.partition("#")[0]) if isinstance(node, URIRef) else node


class Authored:
    """The files of a project: those that an act may edit in `graphs`, derived ones in `derived`.

    What was, and what others say, is no act's to change: `history` and the like are not read.
    """

    def __init__(self, project: Project, base: str = BASE) -> None:
        self.project = project
        self.base = base
        self.core = ttl.read(project.ontology / "core.ttl", "ontology/core.ttl")
        self.graphs: dict[Path, Graph] = {}
        self.derived = Graph(bind_namespaces="none")
        for path in project.graph_files():
            if project.is_apart(path):
                continue
            graph = ttl.read(path, project.name(path))
            if rules.is_derived(project, path):
                self.derived += graph
            else:
                self.graphs[path] = graph
        self._homes: dict[Node, Path] = {
            node: path
            for path, graph in self.graphs.items()
            for node in graph.subjects(RDF.type)
            if isinstance(node, URIRef)
        }
        self._changed: set[Path] = set()

    def home(self, node: Node) -> Path:
        """The file that says what a node is."""
        return self._homes[node]

    def classes(self, node: Node) -> set[Node]:
        """The classes of a node, and those above them."""
        graph = self.graphs[self._homes[node]] if node in self._homes else self.derived
        return {
            above
            for kind in graph.objects(node, RDF.type)
            for above in self.core.transitive_objects(kind, RDFS.subClassOf)
            if above is not None
        }

    def of_class(self, kind: URIRef) -> set[URIRef]:
        """The nodes of a class in the files that people write."""
        return {
            node for node in self._homes if isinstance(node, URIRef) and kind in self.classes(node)
        }

    def value(self, node: Node, predicate: URIRef) -> Node | None:
        """A value of a node in the file that says what it is."""
        return self.graphs[self.home(node)].value(node, predicate)

    def values(self, node: Node, predicate: URIRef) -> list[Node]:
        """All values of a node in the file that says what it is."""
        return list(self.graphs[self.home(node)].objects(node, predicate))

    def find(self, name: str, kind: URIRef, called: str) -> URIRef:
        """The node that a person names by its IRI, short or whole, or by its last part alone.

        Raises `UnknownName` with near ones where nothing is called so, and `UsageError` where it
        is of another kind.
        """
        text = ttl.expand(name) if ":" in name else iri.entity(name, self.base)
        known = {str(node): node for node in (*self._homes, *self.derived.subjects(RDF.type))}
        node = known.get(str(text))
        if not isinstance(node, URIRef):
            near = (ttl.shorten(str(other)) for other in self.of_class(kind))
            raise UnknownName(called, ttl.shorten(str(text)), near)
        if kind not in self.classes(node):
            raise UsageError(
                f"{ttl.shorten(node)} is no {called}, but {self._described(node)}",
                hint=self._instead(node),
            )
        return node

    def triples(self) -> Iterator[tuple[Path, Triple]]:
        """Every triple with its file; the files may be edited meanwhile."""
        for path, graph in self.graphs.items():
            for triple in list(graph):
                yield path, triple

    def add(self, path: Path, *triples: Triple) -> None:
        """Add triples to a file."""
        for subject, predicate, value in triples:
            self.graphs[path].add((subject, predicate, value))
            if predicate == RDF.type and isinstance(subject, URIRef):
                self._homes.setdefault(subject, path)
        self._changed.add(path)

    def remove(self, path: Path, *triples: Triple) -> None:
        """Take triples out of a file."""
        for triple in triples:
            self.graphs[path].remove(triple)
        self._changed.add(path)

    def write(self) -> None:
        """Write the files that were edited."""
        for path in sorted(self._changed):
            self.project.write(path, ttl.write(self.graphs[path]))

    def _described(self, node: URIRef) -> str:
        graph = self.graphs[self._homes[node]] if node in self._homes else self.derived
        where = self.project.name(self._homes[node]) if node in self._homes else "graph/derived/"
        return f"a {short(graph.objects(node, RDF.type))} in {where}"

    def _instead(self, node: URIRef) -> str:
        """What may have been meant by naming a node of another kind."""
        if premises := short(self.derived.objects(node, SOV.premise)):
            return f"it is computed from {premises}: withdraw the one that is wrong"
        quoting = (s for _, (s, p, o) in self.triples() if p == SOV.evidence and o == node)
        if claims := short(map(whole, quoting)):
            return f"it is quoted by {claims}: withdraw the one that is wrong"
        if SOV.Entity in self.classes(node):
            return "claims about an entity are withdrawn; two entities that are one are merged"
        return "name one by its IRI, as a query or `souverain check` prints it"
