"""Descriptions that say what somebody is, and so stand for nobody else."""

from __future__ import annotations

import re

# « X est le premier actionnaire » says what X is: the phrase is nobody else.
_PREDICATE = re.compile(
    r"\b(?:est|sont|était|étaient|devient|deviennent|deviendra|deviendrait|devenir|devenue?s?"
    r"|reste|restent|restera|demeure|sera|seront|serait|être|étant|comme|parmi|dont|pour"
    r"|au rang de)"
    r"(?: (?:ainsi|désormais|aujourd'hui|alors|donc|toujours|déjà|encore|pas|plus|même))*\s$"
)
# « Oxalis, son actionnaire historique, » says it too.
_APPOSED = re.compile(
    r"(?: (?:majoritaire|minoritaire|historique|de référence|principal|unique))*"
    r"(?:[,.;(]|$| à | avec )"
)
# Who owns a firm, and what it is to those who do.
_OWNERS = frozenset({"actionnaire", "propriétaire", "associé"})
STATES = _OWNERS | {"coentreprise", "co-entreprise", "joint-venture", "filiale"}
# « une coentreprise entre X et Y » tells whose it is.
_VENTURE = re.compile(r"\s(?:entre|formée|créée|détenue|associant|fondée)\b")


def is_predicate(text: str, found: re.Match[str]) -> bool:
    """Whether a description is said of a name before it, by « est », « comme » or a comma."""
    noun = found["noun"].lower().removesuffix("s")
    if noun not in STATES or found["of"]:
        return False
    venture = noun not in _OWNERS
    if venture and _VENTURE.match(text[found.end() :][:12]):
        return True
    if text[: found.start()].endswith(", ") and _APPOSED.match(text, found.end()):
        return (found["det"] or "").lower() in {"son", "sa", "leur"}
    before = _PREDICATE.search(text, max(0, found.start() - 40), found.start())
    return before is not None and (before[0].split()[0] not in {"pour", "comme"} or not venture)
