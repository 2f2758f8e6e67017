"""The prepositions that govern a phrase, which is then no subject: « racheté par l'opérateur »."""

from __future__ import annotations

import re

_PREPOSITION = re.compile(
    r"(?<![\w])(?:de|du|des|d'|par|avec|à|au|aux|pour|chez|dans|sur|contre|selon|entre|en|sans|via"
    r"|comme|of|by|with|to|in|for|from|at|auprès de|vers|sous)(?: la| l'| les| le)?"
    r"(?:\s(?!(?:que|qui|dont|où|l\w*quel\w*|si|et|mais|quand|comme|car|a|ont"
    r"|est)\s)[a-zéèêàçîôû-]{3,}){0,3}\s*$",
    re.IGNORECASE,
)


def is_governed(text: str, start: int) -> bool:
    """Whether a preposition stands before a position: what begins there is then no subject."""
    return _PREPOSITION.search(text, max(0, start - 50), start) is not None
