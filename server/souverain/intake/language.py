"""Which language a text is in, told by its commonest words, and whether it is in more than one.

Only languages that the extractors read are told apart from others: French and English.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Words that one language has and the other has not, of those that stand in every text.
_FRENCH = (
    "le la les des du de une et est dans pour que qui par sur au aux avec ce cette ses son sa il "
    "elle ont été sont plus ne pas mais ou où leur dont"
)
_ENGLISH = (
    "the of and to in is that for was with as his her its it by at from are has have been which "
    "will not this but their said would an"
)
COMMON = {"fr": frozenset(_FRENCH.split()), "en": frozenset(_ENGLISH.split())}
UNKNOWN = "und"
# Of the words that tell a language, how many must be there, and what share another may have.
LEAST_WORDS = 5
MIXED_SHARE = 0.2
# And of all words, how many must be of those that tell.
LEAST_SHARE = 0.08


class Languages(NamedTuple):
    """The language of most of a text (`und` where it is none of those), and its lesser ones."""

    main: str
    others: tuple[str, ...]


def detect(text: str) -> Languages:
    """The languages of a text."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {
        language: sum(word in common for word in words) for language, common in COMMON.items()
    }
    told = sum(counts.values())
    if told < LEAST_WORDS or told < LEAST_SHARE * len(words):
        return Languages(UNKNOWN, ())
    main, *rest = sorted(counts, key=lambda language: (-counts[language], language))
    others = [language for language in rest if counts[language] >= MIXED_SHARE * told]
    return Languages(main, tuple(others))
