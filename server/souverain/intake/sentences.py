"""Where the sentences of an article end: slices that tile its text, as `sentences.tsv` has them.

A sentence ends with a mark, and the marks that close what it closes, before a space and what can
begin another; and with a line. The spaces between two sentences are the end of the first. A full
stop after an abbreviation or an initial ends none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"""
    (?: [.!?…]+ (?:[\s\u00a0]?[»”"’')\]])* \s+ (?=[«“"(\[—–-]?[\s\u00a0]*[^\W\d_a-zà-ÿœ]|[«“—–]|\d)
      | [^\S\n]*\n\s* )
    """,
    re.VERBOSE,
)
# Each with a full stop after it, in small letters.
_ABBREVIATED = (
    "m mm mme mmes mlle mgr dr pr me st ste n no nos art al cf éd env etc ex p pp vol tél max min "
    "mr mrs ms inc corp ltd co jr sr vs u.s u.k e.g i.e approx"
)
ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_LAST_WORD = re.compile(r"([\w.]+)\Z")


def split(text: str) -> list[tuple[int, int]]:
    """The bounds of the sentences, in order, from 0 to the last character; none for no text."""
    ends = [*_ends(text)]
    if text and (not ends or ends[-1] != len(text)):
        ends.append(len(text))
    return list(zip([0, *ends], ends, strict=False))


def _ends(text: str) -> Iterator[int]:
    """Where sentences end, with the space after them; never where only space came before."""
    begun = 0
    for found in _END.finditer(text):
        if not text[begun : found.end()].strip() or _is_abbreviated(text, found):
            continue
        begun = found.end()
        yield begun


def _is_abbreviated(text: str, end: re.Match[str]) -> bool:
    if not end[0].startswith(".") or end[0].startswith("..") or "\n" in end[0]:
        return False
    word = _LAST_WORD.search(text, max(0, end.start() - 20), end.start())
    if word is None:
        return False
    last = word[1].lower()
    return last in ABBREVIATIONS or (len(last) == 1 and word[1].isupper())
