"""The graph as files for other tools: which formats there are, and writing one.

    format      what a row of the table of formats says
    formats     the table: a row for each format, with what it is for and what it loses
    origin      where the data are read from
    selection   which part of it is exported, read in one order
    records     that part as things to write: entities, stakes and the rest, each with its evidence
    target      where an export goes: whole, or not at all
    losses      sentences that several rows of the table share
    about       what the data say of themselves
    distribution  a file that is taken away: its size and hash
    release     all formats at once

Every other module writes a format, by its function `write(selection, target)`. It is imported when
it is used, for what it stands on may not be installed.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable

from souverain.errors import MissingExtra, TooManyClaims
from souverain.export.format import Format
from souverain.export.formats import FORMATS, find
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target

__all__ = ["FORMATS", "Counts", "Format", "Selection", "Target", "claims", "find", "steps", "write"]

Writer = Callable[[Selection, Target], Counts]


def write(selection: Selection, format: Format, target: Target) -> Counts:
    """Write a selection in a format, and say how much went in and out.

    Raises `NothingSelected` where there is nothing to write, `TooManyClaims` beyond what the
    format holds, and `MissingExtra`; then nothing was written.
    """
    selection.demand_something()
    if format.most_claims is not None and selection.claims > format.most_claims:
        raise TooManyClaims(format.name, format.most_claims, selection.claims)
    return writer(format)(selection, target)


def claims(selection: Selection, format: Format) -> int:
    """How many claims of a selection a format reads."""
    if isinstance(format.passes, int):
        return selection.claims if format.passes else 0
    return sum(map(selection.count, format.passes))


def steps(selection: Selection, format: Format) -> int:
    """How many times a selection will tell that it read a claim, while it is written."""
    if isinstance(format.passes, int):
        return claims(selection, format) * format.passes
    return sum(selection.count(kind) * times for kind, times in format.passes.items())


def writer(format: Format) -> Writer:
    """The function that writes a format; raises `MissingExtra` where it cannot be imported."""
    try:
        module = importlib.import_module(f"souverain.export.{format.module}")
    except ModuleNotFoundError as fault:
        if format.extra and not (fault.name or "").startswith("souverain"):
            raise MissingExtra(format.extra, f"export --format {format.name}") from fault
        raise
    found: Writer = getattr(module, format.function)
    return found
