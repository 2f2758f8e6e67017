"""Words that tell a time, and the expressions in which they stand, in French and in English."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONTHS = (
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
_DAYS = (
    *("lundi|monday", "mardi|tuesday", "mercredi|wednesday", "jeudi|thursday"),
    *("vendredi|friday", "samedi|saturday", "dimanche|sunday"),
)
_NUMBERS = (
    *("un|une|one|a", "deux|two", "trois|three", "quatre|four", "cinq|five", "six"),
    *("sept|seven", "huit|eight", "neuf|nine", "dix|ten"),
)


def _counted(rows: Sequence[str], first: int) -> dict[str, int]:
    """The words of each row, by the number of the row."""
    return {word: number for number, row in enumerate(rows, first) for word in row.split("|")}


MONTH, DAY, NUMBER = _counted(_MONTHS, 1), _counted(_DAYS, 0), _counted(_NUMBERS, 1)
SEASONS = {"printemps": (3, 6), "été": (6, 9), "automne": (9, 12), "rentrée": (9, 9)}
SEASONS |= {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12)}
PARTS = {"trimestre": 3, "semestre": 6, "quarter": 3, "half": 6}
ORDINALS = {"premier": 1, "1er": 1, "first": 1, "deuxième": 2, "second": 2, "2e": 2}
ORDINALS |= {"troisième": 3, "third": 3, "3e": 3, "quatrième": 4, "fourth": 4, "4e": 4}
ORDINALS |= {"dernier": 0}
AGO = {"an": 12, "ans": 12, "année": 12, "années": 12, "mois": 1, "year": 12, "years": 12}
AGO |= {"month": 1, "months": 1}

_M = "|".join(sorted(MONTH, key=len, reverse=True))
_W = "|".join(DAY)
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
    "part": rf"(?P<which>{'|'.join(ORDINALS)})\s(?P<part>{'|'.join(PARTS)})"
    rf"(?:\s(?:de\s|of\s)?(?P<year>{_Y}))?",
    "month": rf"(?:le mois de\s)?(?:{_EDGE}[ -])?(?P<month>{_M})(?:\s(?P<year>{_Y}))?"
    r"(?:\s(?P<last>dernier|prochain))?",
    "season": rf"(?:(?:l'|cet |d')(?=été|automne)|(?:cette |la |le |au |the |this )?(?!été))"
    rf"(?P<season>{'|'.join(SEASONS)})(?:\s(?P<year>{_Y})"
    r"|\s(?P<last>dernier|dernière|prochaine?))?",
    "year": rf"(?:{_EDGE}[ -]|l'année |l'exercice )?(?P<year>{_Y})"
    r"(?!\s?(?:%|[€$]|euros?|salari|millions?))",
    "this": r"(?:(?:(?P<last>l'an dernier|l'année dernière|l'an passé|last year)"
    r"|(?P<this>cette année|this year|(?:à |d'ici (?:à )?)?la fin de l'année|fin d'année)"
    r"|(?P<next>l'an prochain|l'année prochaine|next year)))",
    "lastmonth": r"(?P<last>le mois dernier|last month)|(?P<this>ce mois-ci|this month)"
    r"|(?P<next>le mois prochain|next month)",
    "yesterday": r"(?P<last>hier|yesterday)(?: soir| matin)?",
    "weekday": rf"(?P<weekday>{_W})(?:\s(?P<last>dernier|prochain))?(?: matin| soir| après-midi)?",
    "ago": rf"il y a (?:environ |près de |tout juste |à peine )?"
    rf"(?P<count>\d{{1,2}}|{'|'.join(NUMBER)})\s(?P<unit>{'|'.join(AGO)})\b"
    rf"|(?P<count2>\d{{1,2}}|{'|'.join(NUMBER)})\s"
    r"(?P<unit2>years?|months?) ago",
}
PATTERNS = {
    name: re.compile(rf"\b{_BEFORE}(?:{form})(?!\w)", re.IGNORECASE)
    for name, form in _FORMS.items()
}
