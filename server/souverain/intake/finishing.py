"""The candidates of a draft that is filled: quote, slots, date, and what a reviewer looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from souverain.intake.candidate import NAMES, SLOTS, Candidate, Mention, Slot, Span
from souverain.intake.filling import Draft, Filling
from souverain.intake.phrase import Phrase
from souverain.intake.rule import Rule
from souverain.intake.scene import Scene

# Slots of one name: where a sentence names several, each makes a candidate of its own.
_SINGLE = ("person", "target", "organization")
_SPEECH = re.compile(r"[«»“”]")
_NEAR_CHARACTERS = 40
# How much surer a draft is that names all in its own words.
_OUTSIDE_FACTOR = 0.85


@dataclass(frozen=True)
class Finisher:
    """Makes candidates of an article's drafts; `rates` tell how often each rule was right."""

    content: str
    scene: Scene
    rates: Mapping[str, float]

    def finish(self, draft: Draft) -> Iterator[Candidate]:
        """The candidates of a filled draft: one, or one for each person, office or target."""
        single = next((slot for slot in _SINGLE if _is_split(draft, slot)), "")
        if not single:
            yield self._candidate(draft, draft.fillings)
            return
        for row in draft.fillings[single].named:
            for name, iri in zip(row.names, row.iris, strict=True):
                one = Phrase(row.start, row.end, row.at, row.till, row.sort, (name,), (iri,))
                told = draft.fillings[single].told
                yield self._candidate(draft, {**draft.fillings, single: Filling(told, [one])})

    def _candidate(self, draft: Draft, fillings: Mapping[str, Filling]) -> Candidate:
        start, end = self._bounds(draft, fillings)
        named = [p for row in fillings.values() for p in row.named]
        outside = sorted({(p.at, p.till) for p in named if not start <= p.at < end})
        return Candidate(
            kind=draft.kind,
            start=start,
            end=end,
            quote=self.content[start:end],
            status=draft.standing.status,
            confidence=self._confidence(draft.rule, len(outside)),
            rule=draft.rule.name,
            slots=_slots(draft, fillings),
            date=self._date(start, end),
            modality=draft.standing.modality,
            via=draft.via,
            antecedents=tuple(Span(a, b, self.content[a:b]) for a, b in outside),
            mentions=tuple(_mentions(fillings)),
            flags=tuple(self._flags(draft, start)),
        )

    def _bounds(self, draft: Draft, fillings: Mapping[str, Filling]) -> tuple[int, int]:
        """From the first to the last word of the match and of the phrases in its sentence."""
        low, high = self.scene.sentence(draft.start)
        told = [p for row in fillings.values() for p in row.told if low <= p.start < high]
        start = min([draft.start, *(row.start for row in told)])
        end = max([draft.end, *(row.end for row in told)])
        return _trimmed(self.content, start, end)

    def _flags(self, draft: Draft, start: int) -> Iterator[str]:
        yield from draft.flags
        if _is_in_speech(self.scene.text, start):
            yield "in-speech"
        if draft.standing.modality != "Stated":
            yield "conditional"
        if draft.rule.name not in self.rates:
            yield "prior-confidence"

    def _confidence(self, rule: Rule, outside: int) -> float:
        rate = self.rates.get(rule.name, rule.prior)
        return round(rate * _OUTSIDE_FACTOR if outside else rate, 3)

    def _date(self, start: int, end: int) -> str:
        """The date in the words of the claim, or right beside them."""
        whens = [when for when in self.scene.whens if when.edtf]
        inside = [when for when in whens if start <= when.start and when.end <= end]
        near = [when for when in whens if _is_beside(self.scene, when.start, when.end, start, end)]
        return next((when.edtf for when in (*inside, *near)), "")


def _is_split(draft: Draft, slot: str) -> bool:
    single = SLOTS[draft.kind].get(slot) not in {None, NAMES}
    return single and slot in draft.fillings and len(draft.fillings[slot].names) > 1


def _slots(draft: Draft, fillings: Mapping[str, Filling]) -> dict[str, Slot]:
    values = {**draft.rule.fills, **draft.values}
    if draft.rule.fills.get("basis") == "Remainder":
        values |= {"basis": "Remainder", "percentage": None}
    if values.get("percentage") is None and values.get("basis") == "Exact":
        values["basis"] = "Unstated"
    slots: dict[str, Slot] = {}
    for name, how in SLOTS[draft.kind].items():
        if name in fillings:
            names = fillings[name].names
            slots[name] = names if how == NAMES else next(iter(names), None)
        else:
            value = values.get(name)
            slots[name] = () if how == NAMES else value  # type: ignore[assignment]
    return slots


def _mentions(fillings: Mapping[str, Filling]) -> Iterator[Mention]:
    for slot, filling in fillings.items():
        for row in filling.named:
            for name, iri in zip(row.names, row.iris, strict=True):
                yield Mention(row.at, row.till, slot, name, iri)


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (content[start].isspace() or content[start] in ",.;:»”)"):
        start += 1
    while end > start and (content[end - 1].isspace() or content[end - 1] in ",;:«“("):
        end -= 1
    return start, end


def _is_in_speech(text: str, position: int) -> bool:
    low = text.rfind("\n", 0, position) + 1
    marks = _SPEECH.findall(text, low, position)
    return bool(marks) and marks[-1] in "«“"


def _is_beside(scene: Scene, first: int, last: int, start: int, end: int) -> bool:
    low, high = scene.sentence(start)
    if not low <= first < high:
        return False
    gap = scene.text[end:first] if first >= end else scene.text[last:start]
    return len(gap) < _NEAR_CHARACTERS and not re.search(r"[.;:«»]", gap)
