"""N-Quads and N-Triples: a line for each statement, in one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from souverain.export.selection import Selection
from souverain.export.target import Counts, Target

BATCH = 10_000


def write_nquads(selection: Selection, target: Target) -> Counts:
    """The quads, as they stand in their graphs (W3C N-Quads)."""
    return _written(selection.quads(), target, RdfFormat.N_QUADS)


def write_ntriples(selection: Selection, target: Target) -> Counts:
    """The triples, each once (W3C N-Triples)."""
    return _written(selection.triples(), target, RdfFormat.N_TRIPLES)


def _written(rows: Iterable[Quad] | Iterable[Triple], target: Target, format: RdfFormat) -> Counts:
    count = 0
    waiting: Iterator[Any] = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        serialize(batch, target.stream, format)
        count += len(batch)
    return Counts({"quads": count}, {"lines": count})
