"""The last word on a candidate: its quote must slice, and what it says must stand in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from souverain.intake.candidate import NUMBER, SLOTS, Candidate, Span
from souverain.intake.letters import folded

# Slots that name a term of ours, which no article prints.
_CODED = frozenset({"basis", "channel", "event", "currency", "measure"})
_IN_WORDS = {100.0: "totalite|integralite|ensemble|entirety", 50.0: "moitie|half"}
_IN_WORDS |= {25.0: "quart|quarter", 75.0: "trois quarts"}


def verified(content: str, candidate: Candidate) -> Candidate | None:
    """The candidate, flagged for what stands in no words; None where its quote does not slice."""
    own = Span(candidate.start, candidate.end, candidate.quote)
    spans = [own, *candidate.antecedents]
    if any(not _slices(content, span.start, span.end, span.quote) for span in spans):
        return None
    words = folded(" ".join(span.quote for span in spans))
    named = {mention.name: content[mention.start : mention.end] for mention in candidate.mentions}
    found = [*candidate.flags, *_flags(candidate, words, named)]
    return replace(candidate, flags=tuple(dict.fromkeys(found)))


def _slices(content: str, start: int, end: int, quote: str) -> bool:
    return 0 <= start < end <= len(content) and content[start:end] == quote


def _flags(candidate: Candidate, words: str, named: dict[str, str]) -> Iterator[str]:
    if candidate.antecedents:
        yield "antecedent"
    for slot, how in SLOTS[candidate.kind].items():
        value = candidate.slots.get(slot)
        if slot in _CODED or value is None:
            continue
        if how == NUMBER:
            if not _prints(words, float(str(value)), candidate.kind):
                yield f"number-not-in-words:{slot}"
        elif any(not _names(words, name, named) for name in candidate.names(slot)):
            yield f"name-not-in-words:{slot}"


def _names(words: str, name: str, named: dict[str, str]) -> bool:
    printed = folded(named.get(name, name))
    return printed in words or folded(name) in words


def _prints(words: str, number: float, kind: str) -> bool:
    if number in _IN_WORDS and re.search(_IN_WORDS[number], words):
        return True
    numbers = [
        float(re.sub(r"(?<=\d) (?=\d{3})", "", found).replace(",", "."))
        for found in re.findall(r"\d+(?: \d{3})*(?:[.,]\d+)?", words)
    ]
    if kind in {"funding", "amount"}:
        return any(abs(number - one * unit) < 1e-6 * number for one in numbers for unit in _UNITS)
    return number in numbers


_UNITS = (1.0, 1e3, 1e6, 1e9)
