"""The nodes and edges of a selection, read one at a time: every end of an edge is a node."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from souverain.export import records
from souverain.export.network.fields import EDGE_FIELDS, Cell, Field, told
from souverain.export.network.ties import BY_KIND, MEMBER, pairs
from souverain.export.records.entities import CLASSES
from souverain.export.records.statements import Statement, statements, things
from souverain.export.selection import Selection
from souverain.export.shelf import Shelf
from souverain.export.target import Counts


@dataclass(frozen=True)
class Edge:
    """A tie of two entities by a claim, or by membership of a group that holds together.

    `id` is the IRI of the claim, with a number behind it where that ties more than two.
    """

    id: str
    source: str
    target: str
    relation: str
    statement: Statement | None = None

    def told(self) -> list[tuple[Field, Cell]]:
        """What it has of the fields of an edge."""
        return told(EDGE_FIELDS, self.statement) if self.statement else []


@dataclass
class Network:
    """The nodes and edges of a selection; nodes are read first, and counted as they are read."""

    selection: Selection
    read: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)

    def nodes(self) -> Iterator[records.Entity]:
        """Each entity that is selected or tied, in IRI order."""
        for iri in self._nodes():
            self.written["nodes"] += 1
            yield records.entity(self.selection, iri)

    def edges(self) -> Iterator[Edge]:
        """Each edge: by class of claim, by IRI; then the members of groups."""
        for kind in BY_KIND:
            for statement in statements(self.selection, kind):
                yield from self._counted(self._ties(statement))
        yield from self._counted(self._members())

    def counts(self) -> Counts:
        """How much went in and out, once all was read."""
        claims = self.selection.claims
        alone = claims - self.read["tied"]
        notes = (f"{alone} of the claims do not tie two entities, and have no edge",)
        read = {"claims": claims, "derived stakes": self.read["derived stakes"]}
        return Counts(read, dict(self.written), notes if alone else ())

    def _nodes(self) -> Shelf:
        shelf = Shelf()
        for kind in CLASSES:
            for iri in self.selection.subjects(kind):
                shelf.update([iri, *self.selection.node(iri).texts("org:hasMember")])
        for kind in BY_KIND:
            for iri in self.selection.subjects(kind):
                shelf.update(things(self.selection, kind, iri))
        return shelf

    def _ties(self, statement: Statement) -> Iterator[Edge]:
        found = [row for row in pairs(statement) if self._are_entities(row[1:])]
        if found:
            self.read["derived stakes" if statement.is_derived else "tied"] += 1
        for number, (relation, source, target) in enumerate(found, start=1):
            name = statement.iri if len(found) == 1 else f"{statement.iri}#{number}"
            yield Edge(name, source, target, relation, statement)

    def _are_entities(self, ends: tuple[str, ...]) -> bool:
        """An article may speak, and is no entity."""
        return all("Article" not in self.selection.node(iri).kinds for iri in ends)

    def _members(self) -> Iterator[Edge]:
        for iri in self.selection.subjects("HolderGroup"):
            for member in self.selection.node(iri).texts("org:hasMember"):
                yield Edge(f"{iri}#{member.rpartition('/')[2]}", iri, member, MEMBER)

    def _counted(self, edges: Iterator[Edge]) -> Iterator[Edge]:
        for edge in edges:
            self.written["edges"] += 1
            yield edge
