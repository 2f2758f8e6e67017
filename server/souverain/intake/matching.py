"""When a draft is the fact that a reader found: the definition of a match.

Both are of one kind, and their quotes overlap. A *strict* match has also half of the shorter quote
in common, the same status, and in each slot that the gold has the same value. A *relaxed* match has
in each slot of names at least one name in common, and no other number; status, title, basis and
channel are left aside. Names and words are the same in one normal form, or as names of one entity.

Each fact is matched with one draft and each draft with one fact, as many as can be (a maximum
matching, Kuhn 1955), so that no order of the drafts changes a score.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from souverain.intake.candidate import NAME, NAMES, NUMBER, SLOTS, Candidate
from souverain.intake.gold import Fact
from souverain.intake.letters import folded

Naming = Callable[[str], str]
LEAST_SHARE = 0.5
# Slots that hold one name; other slots of one word are codes or printed words.
NAMED = {"target", "person", "organization"}
ARTICLE = re.compile(r"^(?:les?|la|l'|un|une|the|an?)\b\s*|^l'")


@dataclass(frozen=True)
class Paired:
    """A document's facts and drafts: the pairs, and what is left on either side."""

    pairs: tuple[tuple[Fact, Candidate], ...]
    missed: tuple[Fact, ...]
    wrong: tuple[Candidate, ...]


def normal(words: str) -> str:
    """Words in the form in which they are compared: no capitals, accents, marks, or article."""
    letters = re.sub(r"[^\w']+", " ", folded(words)).strip()
    return ARTICLE.sub("", letters).replace("'", " ").strip()


def pair(
    facts: Sequence[Fact],
    drafts: Sequence[Candidate],
    naming: Naming = normal,
    *,
    strict: bool = True,
) -> Paired:
    """The pairs of most facts with drafts; a draft of an optional fact is on neither side.

    `naming` gives each name the form in which names are compared.
    """
    demanded = [fact for fact in facts if not fact.optional]
    pairs = _assigned(demanded, drafts, naming, strict)
    taken = {id(draft) for _, draft in pairs}
    left = [draft for draft in drafts if id(draft) not in taken]
    optional = [fact for fact in facts if fact.optional]
    spared = {id(draft) for _, draft in _assigned(optional, left, naming, False)}
    found = {id(fact) for fact, _ in pairs}
    return Paired(
        tuple(pairs),
        tuple(fact for fact in demanded if id(fact) not in found),
        tuple(draft for draft in left if id(draft) not in spared),
    )


def matches(fact: Fact, draft: Candidate, naming: Naming = normal, *, strict: bool = True) -> bool:
    """Whether a draft is a fact."""
    claim = fact.claim
    if claim.kind != draft.kind or not _overlap(claim, draft, strict):
        return False
    if strict and claim.status != draft.status:
        return False
    return all(_agrees(fact, draft, slot, naming, strict) for slot in sorted(fact.asked))


def _overlap(claim: Candidate, draft: Candidate, strict: bool) -> bool:
    common = min(claim.end, draft.end) - max(claim.start, draft.start)
    shorter = min(claim.end - claim.start, draft.end - draft.start)
    return common > 0 and (not strict or common >= LEAST_SHARE * shorter)


def _agrees(fact: Fact, draft: Candidate, slot: str, naming: Naming, strict: bool) -> bool:
    right = [fact.claim.slots[slot], *fact.also.get(slot, ())]
    found = draft.slots.get(slot)
    kind = NAMES if slot in NAMED else SLOTS[draft.kind][slot]
    same = (_same if strict else _near)[kind]
    return any(same(value, found, naming) for value in right)


def _all_names(wanted: Any, found: Any, naming: Naming) -> bool:
    return _names(wanted, naming) == _names(found, naming)


def _any_name(wanted: Any, found: Any, naming: Naming) -> bool:
    ours, theirs = _names(wanted, naming), _names(found, naming)
    return not ours or any(_like(one, other) for one in ours for other in theirs)


def _names(value: Any, naming: Naming) -> frozenset[str]:
    several = (value,) if isinstance(value, str) else value or ()
    return frozenset(map(naming, several))


def _like(one: str, other: str) -> bool:
    """Whether the words of one name are among those of the other."""
    ours, theirs = set(one.split()), set(other.split())
    return ours <= theirs or theirs <= ours


def _words(wanted: Any, found: Any, _: Naming) -> bool:
    return normal(str(wanted or "")) == normal(str(found or ""))


def _number(wanted: Any, found: Any, _: Naming) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return abs(float(wanted) - float(found)) < 1e-9


def _any_number(wanted: Any, found: Any, naming: Naming) -> bool:
    return wanted is None or found is None or _number(wanted, found, naming)


def _anything(wanted: Any, found: Any, naming: Naming) -> bool:
    return True


_same = {NAMES: _all_names, NAME: _words, NUMBER: _number}
_near = {NAMES: _any_name, NAME: _anything, NUMBER: _any_number}


def _assigned(
    facts: Sequence[Fact], drafts: Sequence[Candidate], naming: Naming, strict: bool
) -> list[tuple[Fact, Candidate]]:
    """The most pairs that there can be, each fact and each draft in one (Kuhn)."""
    possible = [
        [n for n, draft in enumerate(drafts) if matches(fact, draft, naming, strict=strict)]
        for fact in facts
    ]
    holder: dict[int, int] = {}

    def seat(fact: int, tried: set[int]) -> bool:
        for draft in possible[fact]:
            if draft in tried:
                continue
            tried.add(draft)
            if draft not in holder or seat(holder[draft], tried):
                holder[draft] = fact
                return True
        return False

    for fact in range(len(facts)):
        seat(fact, set())
    return [(facts[fact], drafts[draft]) for draft, fact in sorted(holder.items())]
