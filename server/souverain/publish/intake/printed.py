"""What a quote prints of a number, a sum or a date: the words that the graph keeps beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|pour[ -]cent|per ?cent)")
# What the graph reads as a number where no digit is printed.
_WORDED = {
    "50": r"(?:la )?moitié|half",
    "100": r"(?:la )?totalité|(?:l[’'])?intégralité|(?:the )?whole",
}
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_SCALES = {
    "millier": 10**3,
    "million": 10**6,
    "milliard": 10**9,
    "thousand": 10**3,
    "billion": 10**9,
}
_SCALES |= {"k": 10**3, "m": 10**6, "md": 10**9, "mds": 10**9, "bn": 10**9}
_CURRENCY = r"euros?|€|dollars?|\$|livres?|£|francs?|EUR|USD|GBP|CHF"
_SUM = re.compile(
    rf"(?P<before>[€$£]\s?)?(?P<number>{_NUMBER})[ \u00a0\u202f]?"
    r"(?P<scale>milliers?|millions?|milliards?|thousand|billions?|mds?|bn|k|m)?\b"
    rf"(?:[ \u00a0\u202f]?(?:de |d[’'])?(?P<after>{_CURRENCY}))?",
    re.IGNORECASE,
)
_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
# A bound before a number, and whether the number itself is within it.
BOUNDS = (
    (r"plus d[e’']|davantage que|more than|over", "ExclusiveMin"),
    (r"au moins|au minimum|at least", "Min"),
    (r"moins d[e’']|less than|under", "ExclusiveMax"),
    (r"jusqu[’']à|au plus|au maximum|up to|at most", "Max"),
)
_NEAR = r"(?:environ|près d[e’']|quelque|autour d[e’']|about|around|nearly|some)"


class Printed(NamedTuple):
    """Some words of a quote, the number in them, and the bound or nearness put before it.

    `bound` is empty, `near`, or the end of the name of a property such as `percentageMin`.
    """

    words: str
    number: Decimal
    bound: str = ""


def shares(quote: str) -> Iterator[Printed]:
    """Each percentage that a quote prints."""
    for found in _SHARE.finditer(quote):
        yield _bounded(quote, found.start(), found.end(), Decimal(found[1].replace(",", ".")))
    for number, pattern in _WORDED.items():
        for found in re.finditer(rf"\b(?:{pattern})\b", quote, re.IGNORECASE):
            yield Printed(found[0], Decimal(number))


def share(quote: str, percentage: float) -> Printed | None:
    """The words for that percentage."""
    wanted = Decimal(str(percentage))
    return next((row for row in shares(quote) if row.number == wanted), None)


def money(quote: str, amount: float | None) -> Printed | None:
    """The words for that sum; the first sum with a currency where none is asked for."""
    for found in _SUM.finditer(quote):
        number = _number(found["number"]) * _scale(found["scale"])
        if (amount is None or number == Decimal(str(amount))) and (
            found["before"] or found["after"] or amount is not None
        ):
            return _bounded(quote, found.start(), found.end(), number)
    return None


def year(quote: str, edtf: str) -> str:
    """The words of a date whose year the quote prints; empty where it prints none."""
    found = re.search(r"\d{4}", edtf)
    if not found:
        return ""
    pattern = rf"(?:(?:\b\d{{1,2}}(?:er)? )?(?:{_MONTHS}) )?\b{found[0]}\b"
    printed = re.search(pattern, quote, re.IGNORECASE)
    return printed[0] if printed else ""


def _bounded(quote: str, start: int, end: int, number: Decimal) -> Printed:
    """The words with what stands right before them, where that bounds the number."""
    for pattern, bound in (*BOUNDS, (_NEAR, "near")):
        if before := re.search(rf"\b(?:{pattern})\s*$", quote[:start], re.IGNORECASE):
            return Printed(quote[before.start() : end].strip(), number, bound)
    return Printed(quote[start:end].strip(), number)


def _number(text: str) -> Decimal:
    grouped = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", grouped):
        grouped = grouped.replace(".", "")
    return Decimal(grouped.replace(",", "."))


def _scale(word: str | None) -> int:
    return _SCALES.get(word.lower(), 0) or _SCALES.get(word.lower().rstrip("s"), 1) if word else 1
