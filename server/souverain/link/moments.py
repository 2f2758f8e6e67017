"""Times as Wikibase writes them, as dates in EDTF with their bounds.

See https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON#time: a time has a precision, below which
its digits mean nothing, and is told in the calendar that it names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from souverain import dates
from souverain.errors import DataError

GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
DAY, MONTH, YEAR, DECADE, CENTURY, MILLENNIUM = 11, 10, 9, 8, 7, 6
# How many years of the third millennium, say, a precision holds.
SPANS = {CENTURY: 100, MILLENNIUM: 1000}
LAST_YEAR = 9999
_TIME = re.compile(r"\+(\d+)-(\d\d)-(\d\d)T.*")
# The first day of the Julian Period, counted as Python counts days.
_PERIOD = 1_721_425


class Moment(NamedTuple):
    """A date in EDTF, and the first and the last day that it can mean; none where it is unknown."""

    edtf: str
    earliest: date | None = None
    latest: date | None = None


UNKNOWN = Moment("XXXX")


def moment(value: Mapping[str, Any]) -> Moment | None:
    """What a time means; nothing where it is before the year 1, or vaguer than a millennium."""
    found = _TIME.fullmatch(str(value.get("time", "")))
    if not found:
        return None
    year, month, day = map(int, found.groups())
    precision = min(int(value.get("precision", 0)), DAY)
    if not 0 < year <= LAST_YEAR or precision < MILLENNIUM:
        return None
    if value.get("calendarmodel", GREGORIAN) != GREGORIAN:
        return _converted(year, month, day, precision)
    return _moment(year, month, day, precision)


def _moment(year: int, month: int, day: int, precision: int) -> Moment | None:
    if precision in SPANS:
        return _span(year, SPANS[precision])
    texts = {
        DAY: f"{year:04}-{month:02}-{day:02}",
        MONTH: f"{year:04}-{month:02}",
        YEAR: f"{year:04}",
        DECADE: f"{year // 10:03}X",
    }
    if (precision >= MONTH and not 1 <= month <= 12) or (precision == DAY and not day):
        return _moment(year, month, day, precision - 1)
    try:
        return Moment(texts[precision], *dates.bounds(texts[precision]))
    except DataError:  # a day that no month has
        return None


def _span(year: int, years: int) -> Moment:
    """A century or a millennium, which end with the year 100 or 1000: not quite those of EDTF."""
    first = (year - 1) // years * years + 1
    digits = f"{first:04}"[: -len(str(years)) + 1]
    edtf = f"{digits}{'X' * (4 - len(digits))}~"
    return Moment(edtf, date(first, 1, 1), date(min(first + years - 1, LAST_YEAR), 12, 31))


def _converted(year: int, month: int, day: int, precision: int) -> Moment | None:
    """A date of the Julian calendar; where no day is told, its year is."""
    if precision < DAY or not 1 <= month <= 12 or not day:
        return _moment(year, 0, 0, min(precision, YEAR))
    early = (14 - month) // 12
    years, months = year + 4800 - early, month + 12 * early - 3
    period = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32_083
    turned = date.min + timedelta(days=period - _PERIOD - 1)
    return _moment(turned.year, turned.month, turned.day, DAY)
