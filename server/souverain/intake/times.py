"""Dates in words, as EDTF: those that a text states, and those that its publication anchors.

A year that is not printed is inferred from the publication and carries a question mark; without
a date of publication no such date is resolved (ISO 8601-2:2019, levels 1 and 2).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from souverain import dates

_MONTHS_IN_WORDS = (
    "janvier|january",
    "février|fevrier|february",
    "mars|march",
    "avril|april",
    "mai|may",
    "juin|june",
    "juillet|july",
    "août|aout|august",
    "septembre|september",
    "octobre|october",
    "novembre|november",
    "décembre|decembre|december",
)
_MONTH = {word: number for number, row in enumerate(_MONTHS_IN_WORDS, 1) for word in row.split("|")}
_DAYS: tuple[str, ...] = ("lundi|monday", "mardi|tuesday", "mercredi|wednesday", "jeudi|thursday")
_DAYS += ("vendredi|friday", "samedi|saturday", "dimanche|sunday")
_DAY = {word: number for number, row in enumerate(_DAYS) for word in row.split("|")}
_NUMBERS: tuple[str, ...] = (
    "un|une|one|a",
    "deux|two",
    "trois|three",
    "quatre|four",
    "cinq|five",
    "six",
)
_NUMBERS += ("sept|seven", "huit|eight", "neuf|nine", "dix|ten")
_NUMBER = {word: number for number, row in enumerate(_NUMBERS, 1) for word in row.split("|")}
_SEASONS = {"printemps": (3, 6), "été": (6, 9), "automne": (9, 12), "rentrée": (9, 9)}
_SEASONS |= {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12)}
_PARTS = {"trimestre": 3, "semestre": 6, "quarter": 3, "half": 6}
_ORDINALS = {"premier": 1, "1er": 1, "first": 1, "deuxième": 2, "second": 2, "2e": 2}
_ORDINALS |= {"troisième": 3, "third": 3, "3e": 3, "quatrième": 4, "fourth": 4, "4e": 4}
_ORDINALS |= {"dernier": 0}
_AGO = {"an": 12, "ans": 12, "année": 12, "années": 12, "mois": 1, "year": 12, "years": 12}
_AGO |= {"month": 1, "months": 1}

_M = "|".join(sorted(_MONTH, key=len, reverse=True))
_W = "|".join(_DAY)
_Y = r"(?:19|20)\d{2}"
_EDGE = (
    r"(?:(?:tout )?début|mi|fin|courant|(?:à |d'ici )?(?:à )?la fin(?: du mois)? de|early|mid|late)"
)
_BEFORE = (
    r"(?:(?:au matin du|depuis|dès|avant|après|d'ici(?: à)?|jusqu'en|à partir de|à l'horizon|since"
    r"|by|until|from|before|after|in|on|en|le|l'|du|au|ce|de|à compter du|courant) ?)?"
)
# A row per expression: its name, and how it reads once the words before are taken off.
_FORMS = {
    "day": rf"(?:(?:{_W})\s)?(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s(?:of\s)?(?P<month>{_M})"
    rf"(?:,?\s(?P<year>{_Y}))?(?:\s(?P<last>dernier|prochain))?",
    "english": rf"(?P<month>{_M})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s(?P<year>{_Y}))?",
    "part": rf"(?P<which>{'|'.join(_ORDINALS)})\s(?P<part>{'|'.join(_PARTS)})"
    rf"(?:\s(?:de\s|of\s)?(?P<year>{_Y}))?",
    "month": rf"(?:le mois de\s)?(?:{_EDGE}[ -])?(?P<month>{_M})(?:\s(?P<year>{_Y}))?"
    r"(?:\s(?P<last>dernier|prochain))?",
    "season": rf"(?:(?:l'|cet |d')(?=été|automne)|(?:cette |la |le |au |the |this )?(?!été))"
    rf"(?P<season>{'|'.join(_SEASONS)})(?:\s(?P<year>{_Y})|\s(?P<last>dernier|dernière|prochaine?))?",
    "year": rf"(?:{_EDGE}[ -]|l'année |l'exercice )?(?P<year>{_Y})(?!\s?(?:%|[€$]|euros?|salari|millions?))",
    "this": r"(?:(?:(?P<last>l'an dernier|l'année dernière|l'an passé|last year)"
    r"|(?P<this>cette année|this year|(?:à |d'ici (?:à )?)?la fin de l'année|fin d'année)"
    r"|(?P<next>l'an prochain|l'année prochaine|next year)))",
    "lastmonth": r"(?P<last>le mois dernier|last month)|(?P<this>ce mois-ci|this month)"
    r"|(?P<next>le mois prochain|next month)",
    "yesterday": r"(?P<last>hier|yesterday)(?: soir| matin)?",
    "weekday": rf"(?P<weekday>{_W})(?:\s(?P<last>dernier|prochain))?(?: matin| soir| après-midi)?",
    "ago": rf"il y a (?:environ |près de |tout juste |à peine )?(?P<count>\d{{1,2}}|{'|'.join(_NUMBER)})"
    rf"\s(?P<unit>{'|'.join(_AGO)})\b|(?P<count2>\d{{1,2}}|{'|'.join(_NUMBER)})\s"
    r"(?P<unit2>years?|months?) ago",
}
_PATTERNS = {
    name: re.compile(rf"\b{_BEFORE}(?:{form})(?!\w)", re.IGNORECASE)
    for name, form in _FORMS.items()
}


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


@dataclass(frozen=True)
class Anchor:
    """The date of publication as far as it is known: a year, and perhaps a month and a day."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, published: str | None) -> Anchor | None:
        """The anchor that an EDTF date gives: only so much as its first and last day share.

        Raises `DataError` for a text that is not EDTF.
        """
        first, last = dates.bounds(published) if published else (None, None)
        if first is None or last is None or first.year != last.year:
            return None
        if first.month != last.month:
            return cls(first.year)
        return cls(first.year, first.month, first.day if first == last else 0)

    def nearest(self, month: int, direction: str) -> int:
        """The year of a month without one: the past one, unless `direction` is "prochain"."""
        if direction.startswith("prochain"):
            return self.year + (bool(self.month) and month <= self.month)
        if direction.startswith("dernier") and self.month == month:
            return self.year - 1
        return self.year - (bool(self.month) and month > self.month)


def whens(text: str, anchor: Anchor | None) -> Iterator[When]:
    """Every date of a plain text, in its order, the longest where several begin together."""
    found = [
        (match.start(), -match.end(), name, match)
        for name, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
    ]
    reached = 0
    for start, _, name, match in sorted(found, key=lambda row: row[:3]):
        if start < reached or (name == "month" and not _is_month(match)):
            continue
        reached = match.end()
        words = match[0].lower()
        since = words.startswith(("depuis", "dès", "since", "à partir", "à compter", "from"))
        until = words.startswith(("d'ici", "jusqu", "by ", "until", "avant", "before"))
        yield When(start, reached, _READERS[name](match, anchor), since, until)


def _is_month(match: re.Match[str]) -> bool:
    """Whether the word is a month: « mars » is also a firm, and "may" a verb."""
    alone = match["month"].lower() in {"mars", "may", "march", "mai"}
    return not alone or bool(match["year"]) or match[0].lower() != match["month"].lower()


def _day(match: re.Match[str], anchor: Anchor | None) -> str:
    month, day = _MONTH[match["month"].lower()], int(match["day"])
    direction = (match.groupdict().get("last") or "").lower()
    year = _year(match, anchor, month, direction)
    try:
        date(int(year[:4] or 2000), month, day)
    except ValueError:
        return ""
    return f"{year}-{month:02}-{day:02}" if year else ""


def _month(match: re.Match[str], anchor: Anchor | None) -> str:
    month = _MONTH[match["month"].lower()]
    year = _year(match, anchor, month, (match["last"] or "").lower())
    return f"{year}-{month:02}" if year else ""


def _year(match: re.Match[str], anchor: Anchor | None, month: int, direction: str) -> str:
    if match["year"]:
        return str(match["year"])
    return f"{anchor.nearest(month, direction)}?" if anchor else ""


def _season(match: re.Match[str], anchor: Anchor | None) -> str:
    first, last = _SEASONS[match["season"].lower()]
    direction = (match["last"] or "").lower()
    year = match["year"] or (f"{_season_year(anchor, first, direction)}?" if anchor else "")
    if not year:
        return ""
    return f"{year}-{first:02}" if first == last else f"{year}-{first:02}/{year}-{last:02}"


def _season_year(anchor: Anchor, first: int, direction: str) -> int:
    if direction.startswith("dernier"):
        return anchor.year - (bool(anchor.month) and first >= anchor.month)
    if direction.startswith("prochain"):
        return anchor.year + (bool(anchor.month) and first <= anchor.month)
    return anchor.year


def _part(match: re.Match[str], anchor: Anchor | None) -> str:
    months = _PARTS[match["part"].lower()]
    year = match["year"] or (f"{anchor.year}?" if anchor else "")
    which = _ORDINALS[match["which"].lower()] or 12 // months
    if not year or which * months > 12:
        return ""
    return f"{year}-{(which - 1) * months + 1:02}/{year}-{which * months:02}"


def _this(match: re.Match[str], anchor: Anchor | None) -> str:
    shift = -1 if match["last"] else 1 if match["next"] else 0
    return f"{anchor.year + shift}?" if anchor else ""


def _last_month(match: re.Match[str], anchor: Anchor | None) -> str:
    shift = -1 if match["last"] else 1 if match["next"] else 0
    return _months_from(anchor, shift) if anchor and anchor.month else ""


def _months_from(anchor: Anchor, shift: int) -> str:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
    return f"{year}?-{month + 1:02}"


def _yesterday(match: re.Match[str], anchor: Anchor | None) -> str:
    return _days_from(anchor, -1) if anchor and anchor.day else ""


def _weekday(match: re.Match[str], anchor: Anchor | None) -> str:
    if not anchor or not anchor.day:
        return ""
    wanted = _DAY[match["weekday"].lower()]
    now = calendar.weekday(anchor.year, anchor.month, anchor.day)
    ahead = (wanted - now) % 7 or 7
    if match["last"] == "prochain":
        return _days_from(anchor, ahead)
    back = (now - wanted) % 7
    return _days_from(anchor, -(back or 7) if match["last"] else -back)


def _days_from(anchor: Anchor, shift: int) -> str:
    found = date(anchor.year, anchor.month, anchor.day) + timedelta(days=shift)
    return f"{found.year}?-{found.month:02}-{found.day:02}"


def _ago(match: re.Match[str], anchor: Anchor | None) -> str:
    count = (match["count"] or match["count2"]).lower()
    number = int(count) if count.isdigit() else _NUMBER[count]
    unit = _AGO[(match["unit"] or match["unit2"]).lower()]
    if not anchor:
        return ""
    if unit == 12:
        return f"{anchor.year - number}?"
    return _months_from(anchor, -number) if anchor.month else ""


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
