"""What a sentence's patterns see: the phrases of a text, each with what it stands for."""

from __future__ import annotations

from dataclasses import dataclass

# What a name is that may be either a firm or a person has no sort.
FIRM, PERSON, PLACE, EITHER = "firm", "person", "place", ""
DESCRIPTION, PRONOUN = "description", "pronoun"


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: where it stands, what it names, and how it agrees.

    `start` to `end` is the whole phrase, `at` to `till` the name within. `how` is empty for a name,
    else `description` or `pronoun`, which have no `names`. A name in common, such as that of two
    brothers, has several.
    """

    start: int
    end: int
    at: int
    till: int
    sort: str
    names: tuple[str, ...] = ()
    iris: tuple[str, ...] = ()
    how: str = ""
    noun: str = ""
    kind: str = ""
    gender: str = ""
    plural: bool = False
    count: int = 0


def pronoun(position: int, sort: str, gender: str = "", *, plural: bool = False) -> Phrase:
    """A pronoun that the text does not have, to ask for whom it would stand at a position."""
    return Phrase(
        position, position, position, position, sort, how=PRONOUN, gender=gender, plural=plural
    )
