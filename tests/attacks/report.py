"""The figures of a run: the slowest refusals, and how others fared under each class of attack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

PROPERTY = "attack"
REFUSED, OTHERS = "refused", "others"
SHOWN = 5
Note = Callable[[str, str, float], None]


def lines(told: Iterable[tuple[str, str, float]]) -> Iterator[str]:
    """The table, a line at a time."""
    rows = [tuple(row) for row in told]
    refused = sorted((seconds, name) for kind, name, seconds in rows if kind == REFUSED)
    if refused:
        yield f"{len(refused)} attacks, each alone: the latest answers, in seconds after the limit"
        yield from (f"  {seconds:+7.3f}  {name}" for seconds, name in reversed(refused[-SHOWN:]))
    others = sorted((seconds, name) for kind, name, seconds in rows if kind == OTHERS)
    if others:
        yield "95 of 100 look-ups of twenty others were answered within, in milliseconds"
        yield from (f"  {1000 * seconds:7.1f}  {name}" for seconds, name in reversed(others))
