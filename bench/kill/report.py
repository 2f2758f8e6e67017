"""What a run has to show, and what it complains of."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from bench.kill.audit import Audit
from bench.kill.ledger import Ledger

SHOWN = 20


def lines(name: str, ledger: Ledger, audit: Audit) -> Iterator[str]:
    """The figures of one store."""
    acknowledged, refused = ledger.acknowledged.keys(), ledger.refused
    found, wrongly = (len(marks & audit.found.keys()) for marks in (acknowledged, refused))
    there = len(ledger.unsure & audit.found.keys())
    kinds = ", ".join(f"{kind} {times}" for kind, times in sorted(ledger.killed.items()))
    yield f"{name} store"
    yield f"  killed                {ledger.killed.total()} ({kinds})"
    yield f"  acknowledged, found   {len(acknowledged)}, {found}: ratio {ratio(ledger, audit):g}"
    yield f"  not known, there      {len(ledger.unsure)}, {there}"
    yield f"  refused, there        {len(refused)}, {wrongly}"
    yield f"  versions, verified    {audit.seen}, {audit.verified} whole, others by what changed"
    yield f"  answers read          {ledger.reads}"
    for what, seconds in (("a write", ledger.write_seconds), ("to open", ledger.open_seconds)):
        if seconds:
            median, most = statistics.median(seconds), max(seconds)
            yield f"  seconds {what:13} median {median:.2f}, longest {most:.2f}"
    said = ", ".join(f"{what} {times}" for what, times in sorted(ledger.said.items()))
    yield f"  writers were told     {said}"


def ratio(ledger: Ledger, audit: Audit) -> float:
    """Committed writes that were found, of those that were acknowledged; 0 where none was."""
    acknowledged = ledger.acknowledged.keys()
    return len(acknowledged & audit.found.keys()) / len(acknowledged) if acknowledged else 0.0


def complaints(ledger: Ledger, audit: Audit) -> Iterator[str]:
    """Everything that was not as it must be, in a sentence each; the first few."""
    told = list(dict.fromkeys(ledger.faults))
    yield from told[:SHOWN]
    if (more := len(told) - SHOWN) > 0:
        yield f"and {more} more of the kind"
    if ratio(ledger, audit) != 1:
        yield "not every write that was acknowledged is there, or none was acknowledged"
    if not ledger.reads:
        yield "nothing was ever read"
