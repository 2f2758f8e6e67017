"""Which candidates stay where several say the same, or contradict each other in the same words."""

from __future__ import annotations

from collections.abc import Iterable

from souverain.intake.candidate import Candidate
from souverain.intake.letters import folded

# An office that is told, and what is told of its end, stand so near.
_BESIDE_CHARACTERS = 160


def chosen(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in the order of the text, without those that an earlier one covers."""
    kept: list[Candidate] = []
    for row in candidates:
        if not any(_covers(other, row) for other in kept):
            kept = [other for other in kept if not _replaces(row, other)]
            kept.append(row)
    return sorted(kept, key=lambda row: (row.start, row.end, row.kind))


def _covers(other: Candidate, row: Candidate) -> bool:
    """Whether one says already, in overlapping words, what another does, or more."""
    if other.kind != row.kind or not _overlap(other, row):
        return False
    match row.kind:
        case "stake":
            return _covers_stake(other, row)
        case "acquisition":
            return _same(other, row, "target")
        case "role":
            together = other.rule == row.rule and other.start == row.start
            apart = (together and other.slots != row.slots) or _ends(row, other)
            return (_same(other, row, "person") and not apart) or _is_within(row, other)
        case "announcement":
            return bool(set(other.names("announcer")) & set(row.names("announcer")))
        case "partnership":
            return len(set(other.names("partners")) & set(row.names("partners"))) > 0
    return other.slots == row.slots


def _is_within(row: Candidate, other: Candidate) -> bool:
    """Whether the office that ends what another role says is given to somebody named in it."""
    return (
        row.rule != other.rule
        and other.start < row.start
        and row.end == other.end
        and _same(row, other, "organization")
        and str(row.slots["title"]).endswith(str(other.slots["title"]))
    )


def _covers_stake(other: Candidate, row: Candidate) -> bool:
    if not _same(other, row, "target"):
        return False
    same_holder = bool(set(other.names("holder")) & set(row.names("holder")))
    if same_holder:
        told = row.slots.get("percentage") is None or other.slots["percentage"] is not None
        return told and (
            row.slots.get("percentage") is None
            or row.slots["percentage"] == other.slots["percentage"]
            or row.rule.startswith("stake.listed")
        )
    return False


def _replaces(row: Candidate, other: Candidate) -> bool:
    """Whether a later candidate tells a figure, or an end, where an earlier one told none."""
    if _ends(row, other):
        return True
    if row.kind != "stake" or other.kind != "stake" or not _overlap(row, other):
        return False
    return (
        _same(row, other, "target")
        and set(row.names("holder")) == set(other.names("holder"))
        and row.slots["percentage"] is not None
        and other.slots["percentage"] is None
    )


def _ends(row: Candidate, other: Candidate) -> bool:
    """Whether one says of an office that it is over, which another beside it has in force."""
    return (
        row.kind == other.kind == "role"
        and (row.status, other.status) == ("Ended", "InForce")
        and all(_same(row, other, slot) for slot in ("person", "organization", "title"))
        and abs(row.start - other.start) < _BESIDE_CHARACTERS
    )


def _same(one: Candidate, two: Candidate, slot: str) -> bool:
    return set(map(folded, one.names(slot))) == set(map(folded, two.names(slot)))


def _overlap(one: Candidate, two: Candidate) -> bool:
    return one.start < two.end and two.start < one.end
