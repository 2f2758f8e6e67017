"""Claims and derivations of any class, as records of one kind: a value for each of their slots."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from souverain.explanation.facts import Node, local
from souverain.export.records import reading
from souverain.export.records.model import Claim, Label, When
from souverain.export.records.slots import CLAIMS, SLOTS, STATES, Kind, Slot
from souverain.export.selection import Selection

Value = str | Decimal | bool | Label | When
TRANSACTIONS = ("Acquisition", "Merger")


@dataclass(frozen=True)
class Statement(Claim):
    """A claim, or what is derived from claims, of any class.

    `values` has those of each slot in order: IRIs, ends of the IRIs of concepts, numbers, texts,
    dates. A slot that says nothing has none. `status` is how far it has come: its own, or for a
    transaction the last one observed.
    """

    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    valid_from: When | None = None
    valid_until: When | None = None
    status: str = ""
    rank: str = ""
    rank_reason: tuple[Label, ...] = ()

    def things(self, name: str) -> tuple[str, ...]:
        """The IRIs in a slot."""
        return tuple(value for value in self.values.get(name, ()) if isinstance(value, str))

    def one(self, name: str) -> Value | None:
        """The first value of a slot."""
        return next(iter(self.values.get(name, ())), None)


def statements(selection: Selection, kind: str) -> Iterator[Statement]:
    """Each one of a class, in IRI order; claims that were withdrawn are left out."""
    for iri in selection.subjects(kind):
        if not (kind in CLAIMS and reading.is_withdrawn(selection, iri)):
            yield statement(selection, iri, kind)


def things(selection: Selection, kind: str, iri: str) -> Iterator[str]:
    """The entities that one of a class names, without reading the rest of it."""
    node = selection.node(iri)
    for slot in SLOTS[kind]:
        if slot.kind is Kind.ENTITY:
            yield from node.texts(slot.name)


def statement(selection: Selection, iri: str, kind: str) -> Statement:
    """One of that class."""
    node = selection.node(iri)
    fields = {**reading.claim(selection, node), "kind": kind}
    return Statement(
        **fields,
        values={slot.name: _values(selection, node, slot) for slot in SLOTS[kind]},
        valid_from=reading.when(selection, node, "validFrom"),
        valid_until=reading.when(selection, node, "validUntil"),
        status=_status(selection, node, kind),
        rank=reading.concept(node, "rank"),
        rank_reason=reading.labels(node, "rankReason"),
    )


def _status(selection: Selection, node: Node, kind: str) -> str:
    if kind not in TRANSACTIONS:
        return reading.concept(node, STATES.get(kind, "status"))
    operations = (selection.node(iri) for iri in selection.by(node.iri, "premise"))
    return next((told for row in operations if (told := reading.concept(row, "latestStatus"))), "")


def _values(selection: Selection, node: Node, slot: Slot) -> tuple[Value, ...]:
    return READERS[slot.kind](selection, node, slot.name)


def _whens(selection: Selection, node: Node, name: str) -> tuple[When, ...]:
    found = reading.when(selection, node, name)
    return (found,) if found else ()


def _numbers(_: Selection, node: Node, name: str) -> tuple[Decimal, ...]:
    found = reading.number(node, name)
    return () if found is None else (found,)


READERS: dict[Kind, Callable[[Selection, Node, str], tuple[Any, ...]]] = {
    Kind.ENTITY: lambda _, node, name: tuple(node.texts(name)),
    Kind.CLAIM: lambda _, node, name: tuple(node.texts(name)),
    Kind.CONCEPT: lambda _, node, name: tuple(map(local, node.texts(name))),
    Kind.TEXT: lambda _, node, name: reading.labels(node, name),
    Kind.NUMBER: _numbers,
    Kind.FLAG: lambda _, node, name: tuple(text == "true" for text in node.texts(name)),
    Kind.WHEN: _whens,
}
