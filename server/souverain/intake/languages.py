"""Which language a text is in, French or English, by its smallest words."""

from __future__ import annotations

import re

from souverain.errors import DataError

_WORDS = {
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "un",
            "une",
            "des",
            "du",
            "de",
            "et",
            "est",
            "dans",
            "pour",
            "que",
            "qui",
            "sur",
            "par",
            "avec",
            "au",
            "aux",
            "ce",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "a",
            "an",
            "of",
            "and",
            "is",
            "in",
            "for",
            "that",
            "which",
            "on",
            "by",
            "with",
            "to",
            "at",
            "this",
            "its",
            "was",
            "has",
        ]
    ),
}
_FEWEST = 0.08


def shares(content: str) -> dict[str, float]:
    """For each language, which part of the words are its smallest words."""
    words = re.findall(r"[^\W\d_]+", content.lower())
    return {
        language: sum(word in small for word in words) / max(1, len(words))
        for language, small in _WORDS.items()
    }


def of(content: str, name: str = "the text") -> str:
    """The language that most of a text is in.

    Raises `DataError` where it is neither, for no rule would find anything.
    """
    found = shares(content)
    best = max(found, key=lambda language: found[language])
    if found[best] < _FEWEST:
        raise DataError(
            f"{name} seems to be in neither French nor English",
            hint="say which with --language fr, or --language en",
        )
    return best


def is_mixed(content: str) -> bool:
    """Whether a good part of a text is in either language."""
    found = sorted(shares(content).values())
    return found[0] > found[1] / 2.5
