"""Proportions as Wikibase writes them, as percentages with the interval that they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

# The unit of a number without one, and that of percents (read in Wikibase's own table of units).
ONE, PERCENT = "1", "http://www.wikidata.org/entity/Q11229"
TIMES = {ONE: Decimal(100), PERCENT: Decimal(1)}
BOUNDS = ("lowerBound", "upperBound")
WHOLE = Decimal(100)
# A proportion of 0.5 is written for 50 %, not for what rounds to five tenths.
COARSEST = Decimal(1)


class Share(NamedTuple):
    """A percentage, and the least and the most that it stands for."""

    percentage: Decimal
    least: Decimal
    most: Decimal


def share(value: Mapping[str, Any]) -> Share | None:
    """What a quantity says in percent; nothing where it is of another unit, or none of a whole.

    Its bounds are those that it tells, else half a unit of its last digit on either side, of a
    whole percent where it is rounder than that.
    """
    times = TIMES.get(str(value.get("unit")))
    try:
        told = Decimal(str(value.get("amount")))
        bounds = [
            Decimal(str(value[name])) for name in ("lowerBound", "upperBound") if value.get(name)
        ]
    except InvalidOperation:
        return None
    if times is None or not told.is_finite() or not 0 <= told * times <= WHOLE:
        return None
    percentage = told * times
    if len(bounds) == 2 and all(row.is_finite() for row in bounds):
        least, most = (row * times for row in bounds)
    else:
        half = min(Decimal(1).scaleb(int(told.as_tuple().exponent)) * times, COARSEST) / 2
        least, most = percentage - half, percentage + half
    return Share(percentage, max(least, Decimal(0)), min(most, WHOLE))
