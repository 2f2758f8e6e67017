"""How alike two names are, from 0 to 100, whatever their accents, order and legal forms."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from souverain.pages.reconcile.forms import Form

SAME = 100.0
# The same but for spaces and hyphens, for legal forms, and for the order of the words.
SPACED = 99.0
LEGALLY = 97.0
ORDERED = 96.0
# What is only nearly the same is less than all of these.
MOST_NEARLY = 95.0
INITIALS = 85.0
# Words less alike than this have nothing to do with one another.
LEAST_WORD = 60.0
# A name that has more words than what was asked, or fewer, is another one, perhaps a part.
MISSING = 0.75
# More words of a name are not compared.
MOST_WORDS = 12
# So much the order of words counts, where they are the same.
DISORDER = 1.0


def likeness(asked: Form, name: Form) -> float:
    """How alike a name is to what was asked."""
    if not (asked.words and name.words):
        return 0.0
    if asked.words == name.words:
        return SAME
    if asked.core == name.core:
        return LEGALLY
    if asked.together == name.together:
        return SPACED if len(asked.core) == len(asked.words) else LEGALLY
    if sorted(asked.core) == sorted(name.core):
        return ORDERED
    found = max(_typed(asked.together, name.together), _aligned(asked.core, name.core))
    nearly = found * MOST_NEARLY / SAME
    if name.initials and asked.together == name.initials:
        return max(nearly, INITIALS)
    return nearly


def _typed(asked: str, name: str) -> float:
    """By the errors of typing between them; two letters that changed places are one error."""
    longest = max(len(asked), len(name))
    return SAME * (1 - OSA.distance(asked, name) / longest)


def _aligned(asked: Sequence[str], name: Sequence[str]) -> float:
    """Word by word, each beside that which is most like it, whatever their order."""
    pairs = _pairs(asked[:MOST_WORDS], name[:MOST_WORDS])
    sizes = [max(len(asked[i]), len(name[j])) for i, j, _ in pairs]
    gained = sum(size * score for size, (_, _, score) in zip(sizes, pairs, strict=True))
    missing = sum(map(len, (*asked, *name))) - sum(
        len(asked[i]) + len(name[j]) for i, j, _ in pairs
    )
    found = gained / (sum(sizes) + MISSING * missing)
    return found - DISORDER if any(i != j for i, j, _ in pairs) else found


def _pairs(asked: Sequence[str], name: Sequence[str]) -> list[tuple[int, int, float]]:
    """The places of words that belong together, each word once, with how alike they are."""
    scores = sorted(
        ((_word(one, other), i, j) for i, one in enumerate(asked) for j, other in enumerate(name)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    taken: dict[int, tuple[int, float]] = {}
    for score, i, j in scores:
        if (
            score >= LEAST_WORD
            and i not in taken
            and all(j != other for other, _ in taken.values())
        ):
            taken[i] = j, score
    return [(i, j, score) for i, (j, score) in taken.items()]


def _word(asked: str, name: str) -> float:
    return max(ratio(asked, name), _typed(asked, name))
