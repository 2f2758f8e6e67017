"""The bounds of each date are those of its EDTF literal."""

from __future__ import annotations

from collections.abc import Iterator

from souverain import dates
from souverain.check.source import Source
from souverain.errors import DataError, Finding
from souverain.vocab import SOV


def findings(source: Source) -> Iterator[Finding]:
    """One finding for each date that is not EDTF or whose bounds are not its own."""
    for file, node in source.subjects(SOV.When):
        edtf = file.graph.value(node, SOV.edtf)
        if edtf is None:
            continue  # the shapes say so
        given = tuple(file.graph.value(node, side) for side in (SOV.earliest, SOV.latest))
        try:
            meant = dates.bounds(str(edtf))
        except DataError as fault:
            yield source.finding(node, "date-edtf", str(fault), fault.hint)
            continue
        if [str(day) for day in given] != [str(day) for day in meant]:
            first, last = (str(day) if day else "open" for day in meant)
            message = f"EDTF {edtf} means {first} to {last}, not {given[0]} to {given[1]}"
            hint = "correct sov:earliest and sov:latest, or the sov:edtf that they come from"
            yield source.finding(node, "date-bounds", message, hint)
