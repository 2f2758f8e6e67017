"""What is exported, read in one order from where it lies: the same data give the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from souverain.errors import NothingSelected
from souverain.explanation.facts import Node, local
from souverain.export.narrowing import TYPE, Narrowing
from souverain.export.origin import Graph, Origin, Subject, key, subject
from souverain.export.shelf import Shelf
from souverain.export.standing import Standing
from souverain.export.wanted import Wanted
from souverain.store import ONTOLOGY, Term
from souverain.ttl import expand
from souverain.vocab import SOV

CACHED_NODES = 4096
ASSERTED_IN = NamedNode(str(SOV.assertedIn))
WITHDRAWS = NamedNode(str(SOV.withdraws))
DERIVED = "graph/derived"
# Where nothing has a date, for formats that cannot do without one.
UNDATED = "1970-01-01"


class Selection:
    """A part of the data of an origin; `on_read` is called for each claim that was read.

    Nothing is kept of what was read but a few things that are named again and again.
    """

    def __init__(
        self,
        origin: Origin,
        wanted: Wanted | None = None,
        on_read: Callable[[], None] | None = None,
    ) -> None:
        self.origin = origin
        self.wanted = wanted or Wanted()
        self.on_read = on_read
        self.node = lru_cache(CACHED_NODES)(self._node)
        self._said = lru_cache(CACHED_NODES)(self._read)

    # How much there is.

    @cached_property
    def claims(self) -> int:
        """How many claims are selected."""
        if self.wanted.is_all:
            return sum(
                1
                for graph in self._graphs
                for _ in self.origin.quads(None, ASSERTED_IN, None, graph)
            )
        return self._narrowed.claims

    @cached_property
    def date(self) -> str:
        """The date of the data: of the version that they are, else the last day of any article."""
        published = NamedNode(str(SOV.published))
        whens = (self.node(key(q.object)) for q in self.origin.quads(predicate=published))  # type: ignore[arg-type]
        found = (when.one("latest") or when.one("earliest") for when in whens)
        return self.origin.date or max(found, default="") or UNDATED

    @cached_property
    def withdrawn(self) -> Shelf:
        """The claims that somebody has withdrawn, of whatever layer."""
        return Shelf(key(quad.object) for quad in self.origin.quads(predicate=WITHDRAWS))  # type: ignore[arg-type]

    @property
    def uncertain(self) -> list[str]:
        """The claims that perhaps hold at the date that was asked for, in IRI order."""
        return [] if self.wanted.is_all else sorted(self._narrowed.uncertain)

    def standing(self, iri: str) -> Standing:
        """Whether a claim that is selected holds for certain at the date that was asked for."""
        is_unsure = not self.wanted.is_all and iri in self._narrowed.uncertain
        return Standing.PERHAPS if is_unsure else Standing.YES

    def demand_something(self) -> None:
        """Raise `NothingSelected` unless something is selected."""
        if next(self.quads(), None) is None:
            raise NothingSelected(str(self.wanted))

    # The statements.

    def quads(self) -> Iterator[Quad]:
        """Each quad: by graph, subject, predicate and object, each in the order of its text."""
        for graph in self._graphs:
            for name in self._shelf(self.origin.quads(graph=graph)):
                found = self._about(name, graph)
                self._tell(found)
                yield from found

    def triples(self) -> Iterator[Triple]:
        """Each triple once, in the same order."""
        quads = (quad for graph in self._graphs for quad in self.origin.quads(graph=graph))
        for name in self._shelf(quads):
            found = self._united(name)
            self._tell(found)
            yield from found

    def _tell(self, rows: Iterable[Quad | Triple]) -> None:
        if self.on_read and any(row.predicate == ASSERTED_IN for row in rows):
            self.on_read()

    def has(self, thing: Subject | Triple) -> bool:
        """Whether what is said of a thing is selected."""
        return self.wanted.is_all or key(thing) in self._narrowed.kept

    def of(self, thing: NamedNode) -> list[Triple]:
        """The triples of a thing that are selected, in order."""
        return self._united(thing.value) if self.has(thing) else []

    def _united(self, name: str) -> list[Triple]:
        """What the graphs of the layer say of a thing, each triple once."""
        found = {
            quad.triple
            for quad in self._said(name)
            if str(quad.graph_name) in self._names and self._keeps(quad)
        }
        return sorted(found, key=str)

    def _about(self, name: str, graph: Graph) -> list[Quad]:
        quads = self.origin.quads(subject(name), graph=graph)
        return sorted((quad for quad in quads if self._keeps(quad)), key=str)

    def _keeps(self, quad: Quad) -> bool:
        return self.wanted.is_all or self._narrowed.keeps(quad)

    def _shelf(self, quads: Iterable[Quad]) -> Iterable[str]:
        """The subjects of some quads that are selected, each once, in order."""
        names = (key(quad.subject) for quad in quads)
        if not self.wanted.is_all:
            kept = self._narrowed.kept
            names = (name for name in names if name in kept)
        return Shelf(names)

    @cached_property
    def _graphs(self) -> list[Graph]:
        """The graphs of the layer."""
        graphs, layer = self.origin.graphs(), self.wanted.layer
        return [graph for graph in graphs if layer in ("all", self._layer(graph))]

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(map(str, self._graphs))

    def _layer(self, graph: Graph) -> str:
        name = "" if isinstance(graph, DefaultGraph) else graph.value
        if name == f"{self.origin.base}graph/{ONTOLOGY}":
            return ONTOLOGY
        derived = f"{self.origin.base}{DERIVED}"
        return "derived" if name == derived or name.startswith(f"{derived}/") else "claims"

    @cached_property
    def _narrowed(self) -> Narrowing:
        return Narrowing(self.origin, self.node, self.wanted)

    # The things.

    def subjects(self, kind: str) -> Iterator[str]:
        """The IRIs of what is selected of a class, by its short name, in order."""
        for iri in self._of(kind):
            if self.on_read:
                self._tell(self.origin.quads(NamedNode(iri), ASSERTED_IN))
            yield iri

    def count(self, kind: str) -> int:
        """How many things are selected of a class, by its short name."""
        return sum(1 for _ in self._of(kind))

    def _of(self, kind: str) -> Iterable[str]:
        node = NamedNode(str(SOV[kind]))
        quads = (
            quad
            for graph in self._graphs
            for quad in self.origin.quads(predicate=TYPE, object=node, graph=graph)
            if isinstance(quad.subject, NamedNode)
        )
        return self._shelf(quads)

    def _node(self, iri: str) -> Node:
        """What all graphs say of a thing, of whatever layer; without values where it is nothing."""
        values: dict[str, set[Term]] = {}
        for quad in self._said(iri):
            values.setdefault(local(quad.predicate.value), set()).add(_term(quad.object))
        return Node(iri, {name: tuple(sorted(rows)) for name, rows in sorted(values.items())})

    def _read(self, name: str) -> tuple[Quad, ...]:
        """What all graphs say of a thing; nothing of what is no name."""
        try:
            about = subject(name)
        except ValueError:
            return ()
        return tuple(self.origin.quads(about))

    def value(self, node: Node, name: str) -> Node:
        """The thing that is the value of a property; an empty one where there is none."""
        return self.node(node.one(name)) if node.all(name) else Node("", {})

    def by(self, iri: str, name: str) -> list[str]:
        """The IRIs of which a thing is the value of that property, by its short name, in order."""
        quads = self.origin.quads(predicate=_property(name), object=NamedNode(iri))
        return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})


@lru_cache(CACHED_NODES)
def _property(name: str) -> NamedNode:
    return NamedNode(expand(name) if ":" in name else str(SOV[name]))


def _term(term: NamedNode | BlankNode | Literal | Triple) -> Term:
    if isinstance(term, Literal):
        return Term(term.value, term.language or "")
    return Term(key(term), is_iri=True)
