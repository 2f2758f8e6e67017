"""The pronouns of a text that may stand for somebody: « elle », « ce dernier », no « il faut »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from souverain.intake.phrase import PRONOUN, Phrase

_PRONOUNS = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    "ce dernier": ("m", False),
    "cette dernière": ("f", False),
    "ces derniers": ("m", True),
    "ces dernières": ("f", True),
    "celui-ci": ("m", False),
    "celle-ci": ("f", False),
    "ceux-ci": ("m", True),
    "lui-même": ("m", False),
    "he": ("m", False),
    "she": ("f", False),
    "the latter": ("", False),
}
# Those that stand for whoever was named last.
LATTER = frozenset(
    ["ce dernier", "cette dernière", "ces derniers", "ces dernières", "celui-ci", "celle-ci"]
) | {"ceux-ci", "the latter"}
_PRONOUN = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_PRONOUNS, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)
_IMPERSONAL = re.compile(
    r"\s+(?:n'|ne |s'en |en )?(?:y (?:a|avait|aura)|faut|faudra|fallait|s'agi\w*|semble"
    r"|est (?:important"
    r"|possible|difficile|probable|clair|vrai|temps|question|prévu|évident|nécessaire|trop"
    r"|prématuré)"
    r"|était (?:question|prévu|temps)|reste (?:à|que)|suffi\w*|convient|importe|paraît|se peut"
    r"|n'y a|aura fallu|a fallu|serait question|devient (?:possible|difficile))",
    re.IGNORECASE,
)


def pronouns(text: str) -> Iterator[Phrase]:
    """Every pronoun of a plain text, in its order, with its gender and number."""
    for found in _PRONOUN.finditer(text):
        word = found[0].lower()
        if word == "il" and _IMPERSONAL.match(text, found.end()):
            continue
        gender, plural = _PRONOUNS[word]
        yield Phrase(
            *(found.start(), found.end(), found.start(), found.end()),
            "",
            how=PRONOUN,
            noun=word,
            gender=gender,
            plural=plural,
        )
