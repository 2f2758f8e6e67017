"""RDF in the formats that are written as they are read: the engine writes, a selection reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Generic, TypeVar

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    serialize,
)

from souverain import canonical
from souverain.errors import Unwritable
from souverain.export.origin import key
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target
from souverain.vocab import PREFIXES, SOV

Row = TypeVar("Row")
REIFIES = NamedNode(f"{PREFIXES['rdf']}reifies")
STAKES = {NamedNode(str(SOV[name])) for name in ("Stake", "DerivedStake")}
# What a stake says shortly of its holder and target, by its status.
PLANS, OWNS = NamedNode(str(SOV.plansShareOf)), NamedNode(str(SOV.ownsShareOf))
SHORT = {"Planned": PLANS, "Abandoned": PLANS}
# What XML 1.0 has no way to write (section 2.2), but for tab and line ends.
UNWRITABLE_IN_XML = frozenset(map(chr, {*range(32), 0xFFFE, 0xFFFF} - {9, 10, 13}))


def write_nquads(selection: Selection, target: Target) -> Counts:
    """A line for each quad (W3C N-Quads)."""
    return _quads(selection.quads(), target, RdfFormat.N_QUADS)


def write_ntriples(selection: Selection, target: Target) -> Counts:
    """A line for each triple (W3C N-Triples)."""
    return _triples(selection.triples(), target, RdfFormat.N_TRIPLES)


def write_trig(selection: Selection, target: Target) -> Counts:
    """A block for each named graph (W3C TriG)."""
    return _quads(selection.quads(), target, RdfFormat.TRIG)


def write_rdfxml(selection: Selection, target: Target) -> Counts:
    """The triples as RDF 1.1 XML; raises `Unwritable` for what XML cannot hold."""
    return _triples(map(_in_xml, selection.triples()), target, RdfFormat.RDF_XML)


def write_reified(selection: Selection, target: Target) -> Counts:
    """TriG of RDF 1.2: each stake also reifies what it says shortly, without asserting it."""
    read = _Counted(selection.quads())
    counts = _quads(_reified(selection, read), target, RdfFormat.TRIG)
    return replace(counts, read={"quads": read.number})


def write_canonical(selection: Selection, target: Target) -> Counts:
    """The canonical N-Quads (RDFC-1.0), whose SHA-256 is the hash of the dataset."""
    digest, count = hashlib.sha256(), 0
    for line in canonical.lines(selection.quads()):
        digest.update(line)
        target.stream.write(line)
        count += 1
    note = f"SHA-256 of the dataset (RDFC-1.0): {digest.hexdigest()}"
    return Counts({"quads": count}, {"lines": count}, (note,))


def _reified(selection: Selection, quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        yield quad
        if quad.predicate.value == f"{PREFIXES['rdf']}type" and quad.object in STAKES:
            node = selection.node(key(quad.subject))
            if node.all("holder") and node.all("target"):
                predicate = SHORT.get(node.one("status").removeprefix(str(SOV)), OWNS)
                said = Triple(
                    NamedNode(node.one("holder")), predicate, NamedNode(node.one("target"))
                )
                yield Quad(quad.subject, REIFIES, said, quad.graph_name)


def _in_xml(triple: Triple) -> Triple:
    if isinstance(triple.object, Triple):
        raise Unwritable(
            f"{triple.subject} has a triple as a value, which RDF/XML cannot hold",
            hint="choose trig or nquads",
        )
    if isinstance(triple.object, Literal) and UNWRITABLE_IN_XML & set(triple.object.value):
        raise Unwritable(
            f"{triple.subject} has a text with a control character, which XML cannot hold",
            hint="choose another format, or mend the text",
        )
    return triple


def _quads(rows: Iterable[Quad], target: Target, format: RdfFormat) -> Counts:
    counted = _Counted(rows)
    serialize(counted, target.stream, format, prefixes=_prefixes(format))
    return Counts({"quads": counted.number}, {"quads": counted.number})


def _triples(rows: Iterable[Triple], target: Target, format: RdfFormat) -> Counts:
    counted = _Counted(rows)
    serialize(counted, target.stream, format, prefixes=_prefixes(format))
    return Counts({"triples": counted.number}, {"triples": counted.number})


class _Counted(Generic[Row]):
    """Rows that are counted as they pass."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.number += 1
            yield row


def _prefixes(format: RdfFormat) -> dict[str, str] | None:
    return dict(PREFIXES) if format in (RdfFormat.TRIG, RdfFormat.RDF_XML) else None
