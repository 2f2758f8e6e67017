"""What an EDTF date can mean, in whole days.

The Extended Date/Time Format is that of ISO 8601-2:2019, read by the library `edtf`.
"""

from __future__ import annotations

import calendar
import re
import warnings
from datetime import date
from time import struct_time

from souverain.errors import DataError

_UNSPECIFIED_YEAR = "X"
# Level 0 of EDTF, which most dates are and which needs no library: its parser takes 20 ms.
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """The first and the last day that a date can mean; None where a side is open or unknown.

    Raises `DataError` for a text that is not EDTF.
    """
    if edtf.startswith(_UNSPECIFIED_YEAR):
        return None, None
    first, _, last = edtf.partition("/")
    early = None if first in {"", ".."} else _day(first, "lower_strict")
    late = None if "/" in edtf and last in {"", ".."} else _day(last or first, "upper_strict")
    return early, late


def _day(edtf: str, side: str) -> date:
    plain = _PLAIN.fullmatch(edtf)
    return (plain and _plain_day(plain, side)) or _parsed_day(edtf, side)


def _plain_day(found: re.Match[str], side: str) -> date | None:
    """The first or last day of a year, a month or a day; None for one that is in no calendar."""
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        if side.startswith("lower"):
            return date(year, month or 1, day or 1)
        last = calendar.monthrange(year, month or 12)[1]
        return date(year, month or 12, day or last)
    except ValueError:
        return None


def _parsed_day(edtf: str, side: str) -> date:
    # Imported here, for it costs 0.2 s that few commands need; edtf 5.0.2 makes pyparsing 3.3 warn.
    with warnings.catch_warnings(action="ignore"):
        from edtf import EDTFParseException, parse_edtf

    try:
        found: struct_time = getattr(parse_edtf(edtf), side)()
    except EDTFParseException as fault:
        raise DataError(
            f"{edtf!r} is not an EDTF date", hint="see https://www.loc.gov/standards/datetime/"
        ) from fault
    return date(found.tm_year, found.tm_mon, found.tm_mday)
