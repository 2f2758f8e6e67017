"""Text as it is compared: without case, accents, elided words and kinds of apostrophes."""

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


def fold(text: str) -> str:
    """The words of a text in one form, with a space between."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The same, one by one."""
    apart = unicodedata.normalize("NFKD", text[:LONGEST].casefold().translate(_ONE_FORM))
    return _WORD.findall(_ELIDED.sub(" ", _UNSEEN.sub("", apart)))


def together(text: str) -> str:
    """The same without spaces: “OVH Cloud” is “OVHcloud”."""
    return "".join(words(text))
