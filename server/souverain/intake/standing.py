"""What the verbs say of a situation: its status, and how surely the article tells it.

Planned is not in force: a future, « prévoit de », « devrait » plan; « aurait racheté » reports;
« a renoncé à » abandons; « ne détient plus » ends; « n'a pas » denies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from souverain.intake import moods


@dataclass(frozen=True)
class Standing:
    """A status of a candidate, and its modality."""

    status: str
    modality: str = "Stated"


# What some words tell, and the standing that they give where they do.
Row = tuple[Callable[[str], object], Standing]
_CONDITIONAL = Standing("Planned", "Conditional")
_VERBS: Sequence[Row] = (
    (moods.ABANDONED.search, Standing("Abandoned")),
    (moods.ENDED.search, Standing("Ended")),
    (moods.DENIED.search, Standing("Negated")),
    (moods.RUMOURED.search, Standing("InForce", "Rumoured")),
    (moods.HYPOTHETICAL.search, _CONDITIONAL),
    (moods.PLANNED.search, Standing("Planned")),
    (moods.is_future, Standing("Planned")),
    (moods.CONDITIONAL.search, _CONDITIONAL),
)
# Before a conditional, it says what is to be: « à l'issue de l'opération, il détiendrait ».
_TO_BE = re.compile(r"\bcré\w+|\bnouve\w+|\b[àa] l'issue\b|\bau terme\b", re.IGNORECASE)
_FORMER = re.compile(
    r"\b(?:premi(?:er|ère) (?=patron|directeur|directrice|président)|ex-|anciens? |anciennes? |former |alors |jusqu'ici |jusqu'alors |jusque-là |auparavant |à l'époque |de l'époque\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:futur|future|prochaine?) ", re.IGNORECASE)
_TITLES: Sequence[Row] = (
    (_FORMER.search, Standing("Ended")),
    (_NEXT.search, Standing("Planned")),
)


def first(rows: Sequence[Row], words: str) -> Standing:
    """The standing of the first row that some words match; in force where none does."""
    return next((standing for tells, standing in rows if tells(words)), Standing("InForce"))


def of(verbs: str, around: str = "") -> Standing:
    """The standing that a verbal group gives; `around` are the words of the clause before it."""
    return Standing("Abandoned") if moods.ABANDONED.search(around[-60:]) else first(_VERBS, verbs)


def of_state(verbs: str, around: str = "") -> Standing:
    """The same for a verb that tells a state: its conditional reports, its imperfect is past."""
    found = of(verbs, around)
    if found == _CONDITIONAL and not moods.HYPOTHETICAL.search(verbs):
        plans = moods.PLANNED.search(around) or _TO_BE.search(around)
        return found if plans else Standing("InForce", "Rumoured")
    if found.status == "InForce" and moods.IMPERFECT.search(verbs):
        return Standing("Ended")
    return found


def of_office(verbs: str, around: str = "") -> Standing:
    """The same for an office that is held: an imperfect, « dirigeait », is past."""
    return Standing("Ended") if moods.HELD_BEFORE.search(verbs) else of(verbs, around)


def of_title(words: str) -> Standing:
    """The standing of an office in apposition: « ancien », « ex- », « futur » tell it."""
    return first(_TITLES, words)
