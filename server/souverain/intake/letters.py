"""A text in letters that are easier to compare, of the same length: its offsets stay."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


def plain(text: str) -> str:
    """The text with straight apostrophes and ordinary spaces, one character for one."""
    return text.translate(_PLAIN)


def folded(text: str) -> str:
    """The plain text in small letters without accents, hyphens as spaces, one for one."""
    return "".join(map(_fold, plain(text)))


def _fold(letter: str) -> str:
    if letter in "-‐‑":
        return " "
    if letter.isascii():
        return letter.lower()
    low = unicodedata.normalize("NFD", letter)[0].lower()
    return low if len(low) == 1 else letter
