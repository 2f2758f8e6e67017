"""Text in a picture: no wider than its place. Widths are estimates on the safe side."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CUT = "…"
_NARROW = frozenset("iljtfrI.,:;'’|!()[]-/ \u00a0\u202f«»“”")
_WIDE = frozenset("mwMWQO@%—…&")
_EM = {"narrow": 0.38, "wide": 0.92, "upper": 0.72, "plain": 0.585, "full": 1.05}
BOLD = 1.15
# What XML cannot hold, and what would turn the direction of the text around it.
_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def clean(text: str, longest: int = 2000) -> str:
    """A text without characters that a picture cannot hold, at most so long."""
    kept = " ".join(_UNFIT.sub(" ", text[: longest + 1]).split(" ")).strip()
    return kept if len(kept) <= longest else kept[:longest] + CUT


@lru_cache(maxsize=1024)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is, in the units of its size."""
    return sum(_EM[_kind(character)] for character in text) * size * (BOLD if bold else 1)


def fit(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """A text that is no wider than its room: where it is cut, `…` says so."""
    text = clean(text)
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(text + CUT, size, bold=bold) > room:
        text = text[:-1] if len(text) < 200 else text[:199]
    return text.rstrip() + CUT


def wrap(text: str, room: float, size: float, most: int = 3, *, bold: bool = False) -> list[str]:
    """The lines of a text, each no wider than its room, and at most so many."""
    lines: list[str] = []
    for word in clean(text, 300).split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [fit(line, room, size, bold=bold) for line in lines]


def _kind(character: str) -> str:
    if character in _NARROW:
        return "narrow"
    if character in _WIDE:
        return "wide"
    if unicodedata.east_asian_width(character) in "WF":
        return "full"
    return "upper" if character.isupper() else "plain"
