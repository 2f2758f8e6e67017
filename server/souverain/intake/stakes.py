"""Stakes that a sentence lists after the first: « à 20 % par Bull et à 33 % par … »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from souverain.intake.candidate import Candidate
from souverain.intake.drafting import Drafter
from souverain.intake.filling import Draft
from souverain.intake.grammar import compiled
from souverain.intake.rule import Rule
from souverain.intake.rules.stakes import MORE

_CLOSING = re.compile(r"[^(),.;]{0,24}\)")
# « les cofondateurs d'OVHcloud, » between one holder and the next.
_ASIDE = re.compile(r",\s[^,;.()«»\ue004]{3,80}(?=,| et\s| tandis\s| alors\s)")
LISTED = Rule("stake.listed", "", prior=0.87)


def more(drafter: Drafter, first: Draft, match: re.Match[str]) -> Iterator[Candidate]:
    """The stakes of further holders in the same target, as long as the list goes on."""
    if "percentage" not in first.values and first.rule.fills.get("basis") != "Majority":
        return
    mask = drafter.scene.full
    position, end = first.end, drafter.scene.sentence(first.start)[1]
    if mask.count("(", first.start, position) > mask.count(")", first.start, position):
        closing = _CLOSING.match(mask, position)
        position = closing.end() if closing else position
    while found := _next(mask, position, end):
        draft = Draft("stake", LISTED, first.start, found.end(), first.standing)
        draft.fillings["target"] = first.fillings["target"]
        if not drafter.fill(draft, found):
            return
        yield from drafter.finish(draft)
        position = found.end()
        if mask.count("(", found.start(), position) > mask.count(")", found.start(), position):
            closing = _CLOSING.match(mask, position)
            position = closing.end() if closing else position


def _next(mask: str, position: int, end: int) -> re.Match[str] | None:
    aside = _ASIDE.match(mask, position, end)
    for start in (position, aside.end() if aside else position):
        found = (compiled(pattern, anywhere=True).match(mask, start, end) for pattern in MORE)
        if first := next(filter(None, found), None):
            return first
    return None
