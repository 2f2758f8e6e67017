"""A `sov:When` in words: the day, month or year, or the span between two."""

from __future__ import annotations

import re

from souverain.explanation.facts import Node
from souverain.explanation.phrase import Phrase, join, plain, quote
from souverain.explanation.words import Words

_QUALIFIERS = re.compile(r"[?~%]")
FULL = 2  # hyphens in a date that has its day
YEAR = 4  # characters
# Other numbers in their place are seasons in EDTF, or nonsense: the year alone is told.
MONTHS = frozenset(f"{number:02}" for number in range(1, 13))
_NO_NEWS = re.compile(r"(date |en )?[\d-]+")


def date(when: Node, words: Words) -> Phrase:
    """The date alone, and whether it was inferred: `October 2012, year inferred`."""
    start, slash, end = when.one("edtf").partition("/")
    text = _point(start, words)
    if slash:
        text += f" – {_point(end, words)}"
    return join([plain(text), plain(mark(when, words))], ", ")


def phrase(when: Node, words: Words, edtf: str = "") -> Phrase:
    """The date in a sentence, with the words as printed: `in 2013 (« en 2013 », year inferred)`."""
    printed = when.one("printedWords")
    heard = Phrase() if _NO_NEWS.fullmatch(printed) else quote(printed)
    aside = join([heard, plain(mark(when, words))], ", ")
    parts = [plain(_placed(edtf or when.one("edtf"), words))]
    if aside:
        parts.append(join([plain("("), aside, plain(")")], ""))
    return join(parts, " ")


def since(when: Node, words: Words) -> Phrase:
    """The same of a date from which something holds: `from 2017 on (« Depuis 2017 »)`."""
    start = when.one("edtf").partition("/")[0]
    return phrase(when, words, f"{start}/")


def day(iso: str, words: Words) -> Phrase:
    """A calendar date in a sentence: `on 2 October 2012`."""
    return plain(_placed(iso, words))


def mark(when: Node, words: Words) -> str:
    """What must be said of a date that no article prints whole; nothing where one does."""
    basis = when.one("yearBasis").rpartition("#")[2]
    if basis == "InferredYear":
        # In EDTF a mark after the month doubts the month too (ISO 8601-2:2019, 8.2).
        start = when.one("edtf").partition("/")[0]
        is_whole = "-" in start and start.endswith(("?", "~", "%"))
        return words["inferred_date" if is_whole else "inferred_year"]
    return words["unknown_year"] if basis == "UnknownYear" else ""


def _placed(edtf: str, words: Words) -> str:
    start, slash, end = (part.strip(".") for part in edtf.partition("/"))
    is_day = (start or end).count("-") == FULL
    if not slash:
        form = "on" if is_day else "in"
    elif start and end:
        form = "between_days" if is_day else "between"
    else:
        form = ("from" if start else "until") + ("_day" if is_day else "")
    begins, ends = _point(start, words), _point(end, words)
    if begins[-YEAR:] == ends[-YEAR:] and begins != ends:
        begins = begins[:-YEAR].rstrip() or begins
    return words[f"when.{form}"].format_map({"from": begins, "until": ends})


def _point(edtf: str, words: Words) -> str:
    """The day, month and year that are known."""
    year, month, number = [*_QUALIFIERS.sub("", edtf).split("-"), "", ""][:3]
    if month not in MONTHS:
        month = number = ""
    parts = [
        words["when.first"] if number == "01" else number.lstrip("0"),
        words.months[int(month) - 1] if month else "",
        "" if year.startswith("X") else year,
    ]
    return " ".join(part for part in parts if part)
