"""The word lists: what a text calls a firm or a person, first names, places, words that name none.

One entry a line, or several after a letter; a line that begins with # says what the list is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list that are no comment."""
    text = resources.files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def entries(name: str) -> frozenset[str]:
    """The entries of a list of whole lines."""
    return frozenset(lines(name))


@cache
def every_word(name: str) -> frozenset[str]:
    """The words of a list, however many stand on a line."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def nouns(name: str) -> Mapping[str, tuple[str, str]]:
    """The nouns of a list, longest first, each with its gender and what kind of thing it is."""
    rows = {}
    for line in lines(name):
        cells = line.split()
        gender_at = next(i for i, word in enumerate(cells) if word in {"m", "f"})
        noun = " ".join(cells[:gender_at])
        rows[noun] = (cells[gender_at], " ".join(cells[gender_at + 1 :]))
    return dict(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])))


@cache
def first_names() -> Mapping[str, str]:
    """The gender of each first name: m, f, or empty where it may be either."""
    found = {}
    for line in lines("firstnames"):
        gender, *names = line.split()
        found.update(dict.fromkeys(names, "" if gender == "e" else gender))
    return found


@cache
def kinds() -> Mapping[str, str]:
    """What kind of thing each firm is that readers are taken to know."""
    found = {}
    for line in lines("wellknown"):
        kind, _, names = line.partition(":")
        found.update(dict.fromkeys([name.strip() for name in names.split(";")], kind))
    return found
