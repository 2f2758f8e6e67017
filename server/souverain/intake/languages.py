"""Which language a text is in, French or English, by its smallest words."""

from __future__ import annotations

import re

from souverain.errors import DataError

# Words that one language has and the other has not, of those that stand in every text.
_FRENCH = (
    "le la les des du de une et est dans pour que qui par sur au aux avec ce cette ses son sa il "
    "elle ont été sont plus ne pas mais ou où leur dont"
)
_ENGLISH = (
    "the of and to in is that for was with as his her its it by at from are has have been which "
    "will not this but their said would an"
)
_WORDS = {"fr": frozenset(_FRENCH.split()), "en": frozenset(_ENGLISH.split())}
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
