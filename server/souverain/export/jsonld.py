"""JSON-LD with its context in the file: a line for each thing, or trees with their parts inside."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Triple

from souverain.export import compaction
from souverain.export.compaction import Compaction
from souverain.export.origin import Subject, as_subject, key
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target
from souverain.vocab import PREFIXES, SOV

TYPE = f"{PREFIXES['rdf']}type"
LABEL = f"{PREFIXES['skos']}prefLabel"
CONCEPT = NamedNode(f"{PREFIXES['skos']}Concept")
# What has no life of its own, and is written inside what it belongs to.
PARTS = frozenset(
    NamedNode(iri)
    for iri in (
        *(str(SOV[name]) for name in ("Evidence", "When", "Attribution")),
        *(f"{PREFIXES['oa']}{name}" for name in ("TextPositionSelector", "TextQuoteSelector")),
    )
)


def write(selection: Selection, target: Target) -> Counts:
    """Each named graph with its nodes, a line each, compact by the embedded context."""
    names = compaction.of(selection.origin.project)
    count = 0
    target.stream.write(compaction.head(names))
    graphs = groupby(selection.quads(), key=lambda quad: quad.graph_name)
    for number, (graph, quads) in enumerate(graphs):
        target.stream.write(b",\n" if number else b"")
        if not isinstance(graph, DefaultGraph):
            name = compaction.line(names.iri(key(graph)))
            target.stream.write(b'{"@id": ' + name + b', "@graph": [\n')
        for place, (subject, rows) in enumerate(groupby(quads, key=lambda quad: quad.subject)):
            found = list(rows)
            count += len(found)
            target.stream.write(b",\n" if place else b"")
            target.stream.write(compaction.line(names.node(as_subject(subject), found)))
        target.stream.write(b"" if isinstance(graph, DefaultGraph) else b"\n]}")
    target.stream.write(b"\n]}\n")
    return Counts({"quads": count}, {"quads": count})


def write_framed(selection: Selection, target: Target) -> Counts:
    """Each claim and each thing as a tree: quotes, dates and who is cited inside, names at hand."""
    frame = _Frame(selection, compaction.of(selection.origin.project))
    triples = roots = 0
    target.stream.write(compaction.head(frame.names))
    for subject, rows in groupby(selection.triples(), key=lambda triple: triple.subject):
        found = list(rows)
        triples += len(found)
        if frame.is_root(found):
            target.stream.write(b",\n" if roots else b"")
            target.stream.write(compaction.line(frame.tree(as_subject(subject), found)))
            roots += 1
    target.stream.write(b"\n]}\n")
    return Counts({"triples": triples}, {"nodes": roots})


class _Frame:
    """Which things are written inside which."""

    def __init__(self, selection: Selection, names: Compaction) -> None:
        self.selection = selection
        self.names = names

    def is_root(self, triples: list[Triple]) -> bool:
        """Whether a thing is no part, or one that nothing else has."""
        if not _is_part(triples):
            return True
        subject = triples[0].subject
        quads = self.selection.origin.quads(object=as_subject(subject))
        return not any(self.selection.has(quad.subject) for quad in quads)

    def tree(self, subject: Subject, triples: list[Triple]) -> dict[str, Any]:
        """A thing with its parts inside it, and the names of what it speaks of."""
        return self._tree(subject, triples, frozenset())

    def _tree(
        self, subject: Subject, triples: Iterable[Triple], above: frozenset[str]
    ) -> dict[str, Any]:
        inside = above | {key(subject)}
        return self.names.node(subject, triples, lambda thing: self._inside(thing, inside))

    def _inside(self, thing: NamedNode, above: frozenset[str]) -> dict[str, Any] | None:
        """What is written in place of an IRI: a part whole, of an entity its names."""
        if thing.value in above or not self.selection.has(thing):
            return None
        triples = self.selection.of(thing)
        if _is_part(triples):
            return self._tree(thing, triples, above)
        labels = [triple for triple in triples if triple.predicate.value == LABEL]
        is_said = labels and not any(triple.object == CONCEPT for triple in triples)
        return self.names.node(thing, labels) if is_said else None


def _is_part(triples: Iterable[Triple]) -> bool:
    """Whether a thing is of a class of parts, by what is said of it."""
    return any(triple.object in PARTS for triple in triples if triple.predicate.value == TYPE)
