"""The stakes that are written, and who is named by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from souverain.export import records
from souverain.export.records import Entity, Stake
from souverain.export.selection import Selection
from souverain.export.shelf import Shelf

DERIVED = "derived"


def stakes(selection: Selection) -> Iterator[Stake]:
    """The claims; or, where only the derived layer is asked for, what the project computed.

    Never both, for a sum of them would count a share twice.
    """
    found = records.derived_stakes if selection.wanted.layer == DERIVED else records.stakes
    return found(selection)


def parties(selection: Selection, iris: Iterable[str]) -> Iterator[Entity]:
    """The entities of these IRIs, each once, in IRI order."""
    for iri in Shelf(iris):
        yield records.entity(selection, iri)


def named(found: Iterable[Stake]) -> Iterator[str]:
    """The IRIs of who holds, is held, or is a member of those who hold together."""
    for stake in found:
        yield from filter(None, (stake.holder, stake.target, *stake.members))


def groups(selection: Selection, found: Iterable[Stake]) -> Iterator[Entity]:
    """The groups that hold together, each once, in IRI order."""
    for iri in Shelf(stake.holder for stake in found if stake.joint):
        yield records.entity(selection, iri)


def count(found: Iterable[object]) -> int:
    """How many there are, none of which is kept."""
    return sum(1 for _ in found)
