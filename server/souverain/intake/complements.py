"""The words after a description that tell whom it means: « le PDG de Velanor, Jean Morvan »."""

from __future__ import annotations

import re
from collections.abc import Collection

from souverain.intake.grammar import compiled
from souverain.intake.phrase import PERSON, Phrase
from souverain.intake.scene import MARKS, Scene

_LEADS_TO = compiled(
    r"(?:\s[a-zéèêàç'-]+){0,4}?(?: (?:de la|de l'|du|des|de|d'|chez|au|à la|à l'|aux) ?<firm>)?,?"
    r" (?:M\. |Mme |Me )?(?P<name><human>)",
    anywhere=True,
)
# « son actionnaire de référence, le fonds Oxalis, » names who it is.
_IS = compiled(
    r"(?:(?: (?:du|de la|de l'|d'un|d'une|de|d') ?<party>)?(?:\s[a-zéèêàç'-]+){0,4}, "
    r"(?P<name><name>)(?=[,.;])"
    r"|(?:\s[a-zéèêàç-]+){0,2},? (?:baptisée?|appelée?|nommée?|dénommée?) (?P<called><name>))",
    anywhere=True,
)
# « les trois fondateurs — A, B et C — » names them.
_DASHED = compiled(r"\s[–—-] (?P<names><parties>) [–—-]", anywhere=True)
_OF_FIRM = compiled(r"\s(?:de la|de l'|du|des|de|d') ?(?P<firm><firm>)", anywhere=True)
# « le groupe de Patrick Morvan » is his, and no other.
_OF_PERSON = re.compile(rf"\s(?:de |d')(?P<person>{MARKS['person']}+)")


def named(scene: Scene, row: Phrase) -> Phrase | None:
    """Whom a description leads to: « le PDG de Velanor, Jean Morvan »."""
    leads = _LEADS_TO if row.sort == PERSON else _IS
    found = leads.match(scene.full, row.end)
    start = found.start(found.lastgroup or 0) if found else -1
    return next((p for p in scene.phrases if p.start == start), None)


def dashed(scene: Scene, row: Phrase) -> list[Phrase] | None:
    """Those whom dashes name after a description, as the text has them; None without dashes."""
    found = _DASHED.match(scene.full, row.end)
    return scene.within(*found.span("names")) if found else None


def firm(scene: Scene, row: Phrase) -> list[Phrase]:
    """The firm in « le PDG de Velanor », as the text has it."""
    found = _OF_FIRM.match(scene.full, row.end)
    return scene.within(*found.span("firm")) if found else []


def person(scene: Scene, row: Phrase) -> Collection[str] | None:
    """The names of the person in « le groupe de Patrick Morvan »; None where none follows."""
    found = _OF_PERSON.match(scene.full, row.end)
    if not found:
        return None
    start = found.start("person")
    return {name for one in scene.phrases if one.start == start for name in one.names}
