"""The slots of a draft as a person reads and writes them: each as a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from souverain.errors import UsageError
from souverain.intake.candidate import SLOTS, Candidate

# What may be edited besides the slots of the kind.
BESIDE = ("status", "modality", "date", "via")
SEVERAL = {"via"}


def editable(candidate: Candidate) -> tuple[str, ...]:
    """The slots of a draft that may be edited, in order."""
    return (*SLOTS[candidate.kind], *BESIDE)


def is_several(kind: str, slot: str) -> bool:
    """Whether a slot holds several names."""
    return slot in SEVERAL or SLOTS[kind].get(slot) == "names"


def shown(candidate: Candidate, slot: str) -> str:
    """The value of a slot as a line: several names with ; between them."""
    value = candidate.slots.get(slot, getattr(candidate, slot, ""))
    if isinstance(value, float):
        return f"{value:.12g}"
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


def changed_in(candidate: Candidate, slots: Mapping[str, Any]) -> Candidate:
    """The candidate with some slots changed; empty texts empty a slot.

    Raises `UsageError` for a slot that its kind does not have or a number that is none, and
    `DataError` for a value that makes no sense.
    """
    known = editable(candidate)
    if strange := sorted(slots.keys() - set(known)):
        raise UsageError(
            f"a {candidate.kind} has no slot {strange[0]!r}", hint=f"its slots: {', '.join(known)}"
        )
    row = candidate.to_json()
    for slot, value in slots.items():
        row[slot] = _value(candidate.kind, slot, value)
        if row[slot] is None and slot not in SLOTS[candidate.kind]:
            del row[slot]
    return Candidate.from_json(row)


def differing(one: Candidate, other: Candidate) -> set[str]:
    """The slots in which two drafts differ."""
    rows = one.to_json(), other.to_json()
    return {name for name in editable(one) if rows[0].get(name) != rows[1].get(name)}


def _value(kind: str, slot: str, value: Any) -> Any:
    if is_several(kind, slot):
        given: Sequence[str] = value.split(";") if isinstance(value, str) else value or ()
        return [name.strip() for name in given if name.strip()]
    if isinstance(value, str):
        value = value.strip()
    if SLOTS[kind].get(slot) == "number" and isinstance(value, str) and value:
        return _number(slot, value)
    return None if value == "" else value


def _number(slot: str, value: str) -> float:
    plain = value.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").rstrip("%")
    try:
        return float(plain.replace(",", "."))
    except ValueError:
        raise UsageError(f"{value!r} is no {slot}", hint="write a number, such as 33,4") from None
