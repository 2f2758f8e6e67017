"""The stakes of a match, and those that the sentence lists after the first: « et à 33 % par … »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from souverain.intake import portions
from souverain.intake.candidate import Candidate
from souverain.intake.drafting import Drafter
from souverain.intake.filling import Draft
from souverain.intake.grammar import compiled
from souverain.intake.rule import Rule
from souverain.intake.rules.lists import ALSO, FORMER, MORE

_CLOSING = re.compile(r"[^(),.;]{0,24}\)")
# « les cofondateurs d'OVHcloud, » between one holder and the next.
_ASIDE = re.compile(
    r"\s\((?:via|par|dont|soit|et)\s[^()\ue004]{3,80}\)|,\s[^,;.()«»\ue004]{3,80}(?=,| et\s| tandis\s| alors\s)"
)
LISTED = Rule("stake.listed", "", prior=0.87)


def told(drafter: Drafter, draft: Draft, match: re.Match[str]) -> Iterator[Candidate]:
    """All stakes of a whole draft: its own, that before, that of a buyer, those listed after it."""
    if found := compiled(FORMER, anywhere=True).match(_mask(drafter), draft.end):
        draft = replace(draft, end=found.end())
        portions.note(drafter.scene, drafter.content, draft, "former", found.span("former"))
    given = portions.handed_on(draft)
    for row in drafter.finish(draft):
        yield from portions.sequels(draft, row)
    if given:
        yield from drafter.finish(given)
    else:
        yield from _more(drafter, draft, match)


def _more(drafter: Drafter, first: Draft, match: re.Match[str]) -> Iterator[Candidate]:
    """The stakes that follow, as long as the list goes on: of further holders in the same target,
    or of the same holder in further targets where who holds is the subject."""
    mask = _mask(drafter)
    position, end = _closed(mask, first.start, first.end), drafter.scene.sentence(first.start)[1]
    is_active = first.rule.subject == "holder" and bool(match.groupdict().get("target"))
    goes_on = is_active and _next((ALSO,), mask, position, end)
    patterns, same = ((ALSO,), "holder") if goes_on else (MORE, "target")
    while found := _next(patterns, mask, position, end):
        draft = Draft("stake", LISTED, first.start, found.end(), first.standing)
        draft.fillings[same] = first.fillings[same]
        if not drafter.fill(draft, found):
            return
        yield from drafter.finish(draft)
        position = _closed(mask, found.start(), found.end())


def _closed(mask: str, start: int, end: int) -> int:
    """The end of a span, or of the parenthesis that is open there."""
    is_open = mask.count("(", start, end) > mask.count(")", start, end)
    closing = _CLOSING.match(mask, end) if is_open else None
    return closing.end() if closing else end


def _mask(drafter: Drafter) -> str:
    """The marked text in small letters, as patterns are; as it is where these were more."""
    full, small = drafter.scene.full, drafter.scene.full.lower()
    return small if len(small) == len(full) else full


def _next(patterns: Sequence[str], mask: str, position: int, end: int) -> re.Match[str] | None:
    aside = _ASIDE.match(mask, position, end)
    for start in (position, aside.end() if aside else position):
        found = (compiled(pattern, anywhere=True).match(mask, start, end) for pattern in patterns)
        if first := next(filter(None, found), None):
            return first
    return None
