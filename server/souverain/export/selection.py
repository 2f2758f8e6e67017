"""What is exported, read in one order from where it lies: the same data give the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice
from typing import TypeVar

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)

from souverain.errors import NothingSelected
from souverain.explanation.facts import Node, local
from souverain.export.narrowing import TYPE, Narrowing
from souverain.export.origin import Graph, Origin, Subject, key, subject
from souverain.export.shelf import Shelf
from souverain.export.standing import Standing
from souverain.export.wanted import Wanted
from souverain.order import ordered
from souverain.store import ONTOLOGY, Term
from souverain.ttl import expand
from souverain.vocab import SOV

Row = TypeVar("Row", Quad, Triple)
CACHED_NODES = 4096
# So many lines are parsed at once.
BATCH = 1000
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
            return sum(1 for _ in self._with(ASSERTED_IN))
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
        if next(self._selected(), None) is None:
            raise NothingSelected(str(self.wanted))

    # The statements.

    def quads(self) -> Iterator[Quad]:
        """Each quad: by graph, subject, predicate and object, each in the order of its text."""
        for graph in self._graphs:
            yield from self._told(self._ordered(self._selected(graph)))

    def triples(self) -> Iterator[Triple]:
        """Each triple once, in the same order."""
        found = self._ordered(quad.triple for quad in self._selected())
        yield from self._told(quad.triple for quad in found)

    def _selected(self, *graphs: Graph) -> Iterator[Quad]:
        """The quads of some graphs, else of all of the layer, in the order of the engine."""
        found = (
            quad for graph in graphs or self._graphs for quad in self.origin.quads(graph=graph)
        )
        if self.wanted.is_all:
            return found
        return (quad for quad in found if self.has(quad.subject) and self._keeps(quad))

    def _ordered(self, rows: Iterable[Row]) -> Iterator[Quad]:
        """Statements in order, each once, read once from where they lie: that takes the most time.

        They are sorted as lines of N-Quads, behind the text of their subject.
        """
        lines = ordered(f"{key(row.subject)}\t{row} .\n".encode() for row in rows)
        while batch := [line.partition(b"\t")[2] for line in islice(lines, BATCH)]:
            yield from parse(b"".join(batch), RdfFormat.N_QUADS)

    def _told(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same, of which each claim is told once."""
        claim = None
        for row in rows:
            yield row
            if self.on_read and row.predicate == ASSERTED_IN and row.subject != claim:
                claim = row.subject
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
            if self.on_read and self.node(iri).all("assertedIn"):
                self.on_read()
            yield iri

    def count(self, kind: str) -> int:
        """How many things are selected of a class, by its short name."""
        return sum(1 for _ in self._of(kind))

    def _of(self, kind: str) -> Iterable[str]:
        quads = self._with(TYPE, NamedNode(str(SOV[kind])))
        return self._shelf(quad for quad in quads if isinstance(quad.subject, NamedNode))

    def _with(self, predicate: NamedNode, object: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of the layer with a predicate; of all layers, all graphs are asked at once."""
        graphs = [None] if self.wanted.layer == "all" else self._graphs
        for graph in graphs:
            yield from self.origin.quads(None, predicate, object, graph)

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
