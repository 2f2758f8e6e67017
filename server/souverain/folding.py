"""Text as it is compared: without case, accents, elided words and kinds of apostrophes.

The one normal form of names: whatever searches, sorts or links by a name goes through it.
"""

from __future__ import annotations

import re
import unicodedata

# Of a longer text only the beginning is compared.
LONGEST = 2000

# Accents that stand apart, and characters that are not seen.
_UNSEEN = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ONE_FORM = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "œ": "oe", "æ": "ae"})
# « l’État » is « État », and “Orange’s” is “Orange”.
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu)'|'s\b")
_WORD = re.compile(r"[^\W_]+")


def bare(text: str) -> str:
    """A text without case and accents, all else as it is: by this, texts are sorted."""
    apart = unicodedata.normalize("NFKD", text[:LONGEST].casefold().translate(_ONE_FORM))
    return _UNSEEN.sub("", apart)


def words(text: str) -> list[str]:
    """The words of a text in one form."""
    return _WORD.findall(_ELIDED.sub(" ", bare(text)))


def fold(text: str) -> str:
    """The same with a space between."""
    return " ".join(words(text))


def together(text: str) -> str:
    """The same without spaces: “OVH Cloud” is “OVHcloud”."""
    return "".join(words(text))


def hyphened(text: str) -> str:
    """The same with hyphens, as in an address."""
    return "-".join(words(text))
