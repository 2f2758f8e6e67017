"""Dates in words, as EDTF: those that a text states, and those that its publication anchors.

A year that is not printed is inferred from the publication and carries a question mark; without
a date of publication no such date is resolved (ISO 8601-2:2019, levels 1 and 2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from souverain.intake import almanac
from souverain.intake.anchor import Anchor

# How an expression begins that tells when a situation began, or ended.
_SINCE = ("depuis", "dès", "since", "à partir", "à compter", "from")
_UNTIL = ("d'ici", "jusqu", "by ", "until", "avant", "before")
# A verb before it, in its clause, that tells what is to come: « sera lancée en septembre ».
_TO_COME = re.compile(
    r"(?<![\wéèêàç])(?!(?:opéra|extra|infra|intra|para)\b)(?:[a-zéèêàçîôû]+r(?:a|ont)|vont|va|doit|doivent"
    r"|prévue?s?|attendue?s?|will|is to)(?!\w)[^.;:!?\n]{0,60}$"
)
_LETTERS_BEFORE = 100
# A month is ahead as long as its last day is.
_LAST_DAY = 31


@dataclass(frozen=True)
class When:
    """A date in words: where, and its EDTF, which is empty where nothing anchors it.

    `since` and `until` tell which end of a situation the words before it make it.
    """

    start: int
    end: int
    edtf: str
    since: bool = False
    until: bool = False


def whens(text: str, anchor: Anchor | None) -> Iterator[When]:
    """Every date of a plain text, in its order, the longest where several begin together."""
    found = [
        (match.start(), -match.end(), name, match)
        for name, pattern in almanac.PATTERNS.items()
        for match in pattern.finditer(text)
    ]
    reached = 0
    for start, _, name, match in sorted(found, key=lambda row: row[:3]):
        if start < reached or (name == "month" and not _is_month(match)):
            continue
        reached = match.end()
        words = match[0].lower()
        edtf = _READERS[name](match, anchor)
        yield When(start, reached, edtf, words.startswith(_SINCE), words.startswith(_UNTIL))


def _is_month(match: re.Match[str]) -> bool:
    """Whether the word is a month: « mars » is also a firm, and "may" a verb."""
    alone = match["month"].lower() in {"mars", "may", "march", "mai"}
    return not alone or bool(match["year"]) or match[0].lower() != match["month"].lower()


def _day(match: re.Match[str], anchor: Anchor | None) -> str:
    month, day = almanac.MONTH[match["month"].lower()], int(match["day"])
    year = _year(match, anchor, month, day)
    try:
        date(int(year[:4] or 2000), month, day)
    except ValueError:
        return ""
    return f"{year}-{month:02}-{day:02}" if year else ""


def _month(match: re.Match[str], anchor: Anchor | None) -> str:
    month = almanac.MONTH[match["month"].lower()]
    year = _year(match, anchor, month, _LAST_DAY)
    return f"{year}-{month:02}" if year else ""


def _direction(match: re.Match[str]) -> str:
    """Whether it is the last or the next: by its own words, else by the verb before it."""
    if told := (match.groupdict().get("last") or "").lower():
        return told
    before = max(0, match.start() - _LETTERS_BEFORE)
    return "prochain" if _TO_COME.search(match.string, before, match.start()) else ""


def _year(match: re.Match[str], anchor: Anchor | None, month: int, day: int) -> str:
    if match["year"]:
        return str(match["year"])
    if not anchor:
        return ""
    told = match.groupdict().get("last")
    is_ahead = not told and anchor.is_ahead(month, day)
    return f"{anchor.nearest(month, '' if is_ahead else _direction(match))}?"


def _season(match: re.Match[str], anchor: Anchor | None) -> str:
    first, last = almanac.SEASONS[match["season"].lower()]
    direction = (match["last"] or "").lower()
    year = match["year"] or (f"{anchor.season(first, direction)}?" if anchor else "")
    if not year:
        return ""
    return f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}"


def _part(match: re.Match[str], anchor: Anchor | None) -> str:
    months = almanac.PARTS[match["part"].lower()]
    year = match["year"] or (anchor.years(0) if anchor else "")
    which = almanac.ORDINALS[match["which"].lower()] or 12 // months
    if not year or which * months > 12:
        return ""
    return f"{year}-{(which - 1) * months + 1:02}/{year}-{which * months:02}"


def _shift(match: re.Match[str]) -> int:
    """Which one it is, from this one on: the last, this, or the next."""
    return -1 if match["last"] else 1 if match["next"] else 0


def _this(match: re.Match[str], anchor: Anchor | None) -> str:
    return anchor.years(_shift(match)) if anchor else ""


def _last_month(match: re.Match[str], anchor: Anchor | None) -> str:
    return anchor.months(_shift(match)) if anchor else ""


def _yesterday(match: re.Match[str], anchor: Anchor | None) -> str:
    return anchor.days(-1) if anchor else ""


def _weekday(match: re.Match[str], anchor: Anchor | None) -> str:
    if not anchor:
        return ""
    return anchor.weekday(almanac.DAY[match["weekday"].lower()], _direction(match))


def _ago(match: re.Match[str], anchor: Anchor | None) -> str:
    if not anchor:
        return ""
    count = (match["count"] or match["count2"]).lower()
    number = int(count) if count.isdigit() else almanac.NUMBER[count]
    unit = almanac.AGO[(match["unit"] or match["unit2"]).lower()]
    return anchor.years(-number) if unit == 12 else anchor.months(-number)


_READERS: dict[str, Callable[[re.Match[str], Anchor | None], str]] = {
    "day": _day,
    "english": _day,
    "part": _part,
    "month": _month,
    "season": _season,
    "year": lambda match, anchor: str(match["year"]),
    "this": _this,
    "lastmonth": _last_month,
    "yesterday": _yesterday,
    "weekday": _weekday,
    "ago": _ago,
}
