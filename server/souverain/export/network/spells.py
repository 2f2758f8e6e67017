"""From which day to which an edge is there: the widest span that the dates of its claim can mean.

The rule is that of `export --at`: a stake begins with the day that its words say, else when the
claim is made, and silence is no end. What has ended was there before it was told; what happens is
there while it may have happened.
"""

from __future__ import annotations

from souverain.export.records.model import When
from souverain.export.records.statements import Statement

ENDED = "Ended"
HAPPENED = ("eventWhen", "announcedWhen", "observedWhen", "measuredWhen")
Span = tuple[str, str]


def span(statement: Statement) -> Span:
    """The first and the last day; a side that is open is empty."""
    happened = next((when for name in HAPPENED if (when := statement.one(name))), None)
    if isinstance(happened, When):
        return happened.earliest, happened.latest
    begun = statement.valid_from
    over = statement.valid_until
    if statement.status == ENDED:
        over = over or statement.as_of
    else:
        begun = begun or statement.as_of
    return _in_order(begun.earliest if begun else "", over.latest if over else "")


def _in_order(start: str, end: str) -> Span:
    """A span that would end before it begins begins with its end."""
    return (end, end) if start and end and end < start else (start, end)
