"""Candidates of frames: in clauses where no rule drafted the kind, by walking to the arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from souverain.intake.candidate import Candidate
from souverain.intake.drafting import Drafter, is_whole, own_slot
from souverain.intake.filling import Draft
from souverain.intake.frames import clause, places
from souverain.intake.frames.frame import Frame
from souverain.intake.grammar import compiled


def told(drafter: Drafter, kind: str, frame: Frame) -> Iterator[Candidate]:
    """What a frame tells of a kind, wherever its predicate stands."""
    for match in drafter.matches(frame.rule):
        if _is_told(drafter, kind, match) or _is_barred(drafter, frame, match):
            continue
        draft = drafter.begin(kind, frame.rule, match)
        _figures(drafter, frame, draft, match)
        if "money" in frame.figures and "amount" not in draft.values:
            continue
        if _fill(drafter, frame, draft, match) and is_whole(draft):
            yield from drafter.finish(draft)


def _is_told(drafter: Drafter, kind: str, match: re.Match[str]) -> bool:
    """Whether a candidate of the kind was drafted over the predicate."""
    return any(
        row.kind == kind and row.start < match.end() and match.start() < row.end
        for row in drafter.made
    )


def _is_barred(drafter: Drafter, frame: Frame, match: re.Match[str]) -> bool:
    """Whether the sentence lacks what the frame demands, or has what it does not bear."""
    mask, bounds = drafter.scene.full, drafter.scene.sentence(match.start())
    if frame.demands and not compiled(frame.demands).search(mask, *bounds):
        return True
    return bool(frame.bars) and compiled(frame.bars).search(mask, *bounds) is not None


def _fill(drafter: Drafter, frame: Frame, draft: Draft, match: re.Match[str]) -> bool:
    for slot, wanted in frame.places.items():
        spot = places.Spot(drafter.scene, drafter.filler, draft, match, slot)
        fillings = (places.found(spot, place) for place in wanted)
        filling = next((row for row in fillings if row.names), None)
        if filling and frame.named and not all(row.names for row in filling.told):
            return False
        if filling is not None:
            draft.put(own_slot(draft.kind, slot), filling)
        elif slot not in frame.optional:
            return False
    return True


def _figures(drafter: Drafter, frame: Frame, draft: Draft, match: re.Match[str]) -> None:
    """The share and the sum that stand nearest after the predicate in its clause."""
    scene, end = drafter.scene, clause.end(drafter.scene, match.end())
    if "share" in frame.figures:
        shares = [row for row in scene.shares if match.start() <= row.start < end and row.is_share]
        if shares:
            draft.values |= {"percentage": shares[0].number, "basis": shares[0].basis}
            draft.end = max(draft.end, shares[0].end)
    if "money" in frame.figures:
        sums = [row for row in scene.sums if match.start() <= row.start < end]
        if sums:
            draft.values |= {"amount": sums[0].amount, "currency": sums[0].currency}
            draft.end = max(draft.end, sums[0].end)
