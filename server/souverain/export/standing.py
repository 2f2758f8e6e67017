"""Whether a claim holds at a date: for certain, perhaps, or not.

- What has a status holds while it is in force. It begins with the first day that its words say,
  else when the claim is made, and stays until a day that they say: silence is no end.
- What is planned, abandoned or negated does not hold. What has ended held until the day that is
  said, and where none is said it is not known when.
- What happens at a time, or is told, counts from then on.
- Where the day lies within what an uncertain date can mean, or no day is known, the answer is
  perhaps.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from souverain.explanation.facts import Node, local

IN_FORCE, ENDED = "InForce", "Ended"
HAPPENED = ("eventWhen", "announcedWhen", "observedWhen")


class Standing(Enum):
    """The answer."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


Days = tuple[date, date]
Bounds = tuple[date | None, date | None]
UNKNOWN: Bounds = (None, None)


def of(node: Node, whens: dict[str, Bounds], at: Days) -> Standing:
    """Whether a claim holds on all days that `at` can mean; `whens` are the bounds of its dates."""
    begun = _begun(whens, at)
    status = local(node.one("status"))
    if not status:
        return begun
    if status not in {IN_FORCE, ENDED}:
        return Standing.NO
    over = _over(whens.get("validUntil"), at)
    if status == ENDED and "validUntil" not in whens:
        return Standing.NO if begun is Standing.YES else Standing.PERHAPS
    if status == ENDED and "validFrom" not in whens:
        begun = Standing.PERHAPS
    return _both(begun, over)


def _begun(whens: dict[str, Bounds], at: Days) -> Standing:
    names = ("validFrom", *HAPPENED, "asOf")
    early, late = next((whens[name] for name in names if name in whens), UNKNOWN)
    if early is not None and at[1] < early:
        return Standing.NO
    return Standing.YES if late is not None and late <= at[0] else Standing.PERHAPS


def _over(until: Bounds | None, at: Days) -> Standing:
    """Whether it is not over yet."""
    if until is None:
        return Standing.YES
    early, late = until
    if late is not None and late < at[0]:
        return Standing.NO
    return Standing.YES if early is not None and at[1] <= early else Standing.PERHAPS


def _both(first: Standing, second: Standing) -> Standing:
    found = {first, second}
    if Standing.NO in found:
        return Standing.NO
    return Standing.PERHAPS if Standing.PERHAPS in found else Standing.YES
