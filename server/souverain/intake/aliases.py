"""One name for what a text names in several ways: by a family name, a first name, in short.

« Octave et Miroslaw Klaba » are two who share a family name; « M. Morvan » and « Jean » are Jean
Morvan; « Kervran » after « Kervran Informatique » is that firm, and « CDC » after « Caisse des
Dépôts (CDC) » the Caisse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from souverain.intake import words
from souverain.intake.capitals import WORD
from souverain.intake.phrase import FIRM, PERSON, PLACE, Phrase

_JOINED = re.compile(rf"({WORD}) (?:et|and) $")
_LETTERS_BEFORE = 40
_IN_BRACKETS = re.compile(r"\s\(\s?$")
_LEAST_LETTERS = 3


def brothers(text: str, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """« Octave et Miroslaw Klaba »: two persons who share a family name."""
    for row in phrases:
        before = _JOINED.search(text[max(0, row.start - _LETTERS_BEFORE) : row.start])
        first_names = words.first_names()
        if row.sort != PERSON or not before or before[1] not in first_names or row.plural:
            continue
        family = row.names[0].partition(" ")[2]
        start = row.start - len(before[0])
        inside = any(other.start < start < other.end for other in phrases)
        if family and not inside:
            both = (f"{before[1]} {family}", row.names[0])
            yield replace(
                row, start=start, at=start, names=both, iris=("", row.iris[0]), plural=True
            )


# « le groupe Morvan » is no person, whoever is of that name.
_GROUP = re.compile(r"(?<!\w)groupe $")


def whole(text: str, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The same in their order, each with the whole name that the text gives for it."""
    firms = {row.names[0] for row in phrases if row.sort == FIRM}
    sure = [
        replace(row, sort=FIRM) if not row.sort and row.names[0].split()[0] in firms else row
        for row in phrases
    ]
    known = {**_short(text, sure), **_people(sure)}
    return [_renamed(text, row, known) for row in sure]


def _renamed(text: str, row: Phrase, known: dict[str, Phrase]) -> Phrase:
    found = known.get(row.names[0]) if len(row.names) == 1 and not row.iris[0] else None
    if not found or found.names == row.names or row.sort == PLACE:
        return row
    group = _GROUP.search(text, max(0, row.start - 8), row.start)
    if group and found.sort == PERSON:
        name = text[group.start() : row.end]
        return replace(row, start=group.start(), at=group.start(), sort=FIRM, names=(name,))
    gender = found.gender or row.gender
    return replace(row, names=found.names, iris=found.iris, sort=found.sort, gender=gender)


def _people(phrases: Sequence[Phrase]) -> dict[str, Phrase]:
    """The persons by their family name and by their first name, where one alone has it."""
    families: dict[str, Phrase] = {}
    first: dict[str, set[str]] = {}
    seen: set[str] = set()
    for row in phrases:
        given, _, family = row.names[0].partition(" ")
        if row.sort == PERSON and not row.plural and family and family not in seen:
            families.setdefault(family, row)
        if row.sort == PERSON and family:
            first.setdefault(given, set()).add(row.names[0])
        seen.update(row.names)
    alone = {given for given, names in first.items() if len(names) == 1}
    persons = {row.names[0]: row for row in reversed(phrases) if row.sort == PERSON}
    by_first = {
        given: persons[next(iter(first[given]))] for given in alone if given in words.first_names()
    }
    return {**by_first, **families}


def _short(text: str, phrases: Sequence[Phrase]) -> dict[str, Phrase]:
    """The firms by letters in brackets after the name, and by a first word that stood for none."""
    found: dict[str, Phrase] = {}
    firms = [row for row in phrases if row.sort == FIRM and len(row.names) == 1]
    for one, next_one in pairwise(phrases):
        gap = text[one.end : next_one.start]
        letters = text[next_one.start : next_one.end]
        if one.sort == FIRM and _IN_BRACKETS.fullmatch(gap) and _abbreviates(letters, one.names[0]):
            found.setdefault(next_one.names[0], one)
    seen: set[str] = set()
    for row in firms:
        name = row.names[0]
        first, _, more = name.partition(" ")
        if more and len(first) > _LEAST_LETTERS and _may_be_short(first, seen):
            found.setdefault(first, row)
        seen.update({name, first} if not more else {name})
    return found


def _may_be_short(first: str, seen: set[str]) -> bool:
    common = words.every_word("heads") | words.every_word("openers") | words.kinds().keys()
    return first not in seen and first not in common and not first.startswith(("L'", "D'"))


def _abbreviates(letters: str, name: str) -> bool:
    """Whether letters are the first of the words of a name, in their order."""
    capitals = [word[0].upper() for word in re.split(r"[\s'-]+", name) if word]
    rest = iter(capitals)
    return letters.isupper() and len(letters) > 1 and all(letter in rest for letter in letters)
