"""Stakes and acquisitions from accepted drafts: no number that is not printed, no split made up."""

from __future__ import annotations

import re

from rdflib import URIRef
from rdflib.term import Node

from souverain.intake.candidate import Slot
from souverain.publish.intake import dating, printed
from souverain.publish.intake.accepted import Accepted, Unclaimable
from souverain.publish.intake.claiming import Scene, modality, observed
from souverain.publish.intake.printed import Printed
from souverain.publish.intake.writing import Part, decimal
from souverain.vocab import SOV

Values = list[tuple[URIRef, Node | Part]]
WHOLE = 100
HALF = 50
INTERESTS = (
    ("VotingRights", r"droits? de vote|voting rights"),
    ("Shares", r"\bcapital\b|\bactions?\b|\btitres?\b|\bparts sociales\b|\bshares?\b"),
)
_REMAINDER = r"\b(?:le |la )?(?:reste|solde|restant)\w*|\bthe (?:rest|remainder)"
_MAJORITY = r"\bmajorit\w+|\bmajority"
WORDED = {"Remainder": _REMAINDER, "Majority": _MAJORITY}
FIGURED = frozenset({"Exact", "Approximate", "Range"})
# The stake that an acquisition of the whole results in, by how far the acquisition is.
RESULTS = {"Planned": "Planned", "InForce": "InForce", "Ended": "InForce", "Abandoned": "Abandoned"}


def stake(scene: Scene, row: Accepted) -> None:
    """Who holds how much of what: jointly where several do, and with a number only if printed."""
    said = row.candidate
    if said.status in {"InForce", "Ended"} and said.modality != "Stated":
        raise Unclaimable(
            f"{row} is {said.status}, and its modality is {said.modality}",
            hint="what is only announced, conditional or rumoured is Planned: edit the status, "
            "or the modality where the article states it",
        )
    basis = "NoStake" if said.status == "Negated" else next(iter(said.names("basis")), "Unstated")
    values: Values = [
        (SOV.holder, scene.joint(row, "holder")),
        (SOV.target, scene.one(row, "target")),
        (SOV.status, SOV[said.status]),
        *_size(scene, row, basis),
        *_way(scene, row),
        *dating.lasting(row, scene.writing.article, scene.base),
        modality(row),
    ]
    scene.writing.claim(row.id, "Stake", values, scene.spans(row), dating.aside(row))


def acquisition(scene: Scene, row: Accepted) -> None:
    """Who buys what and how far that is; of the whole, the stake that results as well."""
    said = row.candidate
    target = scene.one(row, "target")
    acquirers = scene.parties(row, "acquirer")
    values: Values = [(SOV.target, target), modality(row)]
    values += [(SOV.acquirer, acquirer) for acquirer in acquirers]
    extent = _extent(scene, row)
    if extent:
        values.append((SOV.percentageText, scene.writing.words(extent.words)))
    if extent and extent.number == WHOLE and acquirers and said.status in RESULTS:
        holder = acquirers[0] if len(acquirers) == 1 else scene.entities.group(acquirers)
        result: Values = [
            (SOV.holder, holder),
            (SOV.target, target),
            (SOV.status, SOV[_result(row)]),
            (SOV.stakeBasis, SOV.Exact),
            (SOV.percentage, decimal(extent.number)),
            (SOV.percentageText, scene.writing.words(extent.words)),
            (SOV.interest, SOV.Unspecified),
            (SOV.directness, SOV.Unknown),
            modality(row),
        ]
        node = scene.writing.claim(row.id, "Stake", result, scene.spans(row))
        values.append((SOV.resultingStake, node))
    node = scene.writing.claim(row.id, "Acquisition", values, scene.spans(row))
    observed(scene, row, node)


def _result(row: Accepted) -> str:
    """The status of the stake: never in force by what is not stated as done."""
    status = RESULTS[row.candidate.status]
    return "Planned" if status == "InForce" and row.candidate.modality != "Stated" else status


def _extent(scene: Scene, row: Accepted) -> Printed | None:
    percentage = row.candidate.slots.get("percentage")
    if not isinstance(percentage, float):
        return None
    return _printed(scene, row, percentage)


def _size(scene: Scene, row: Accepted, basis: str) -> Values:
    """How much is held: the basis, the words for it, and the numbers that the basis allows."""
    values: Values = []
    words = ""
    if basis in WORDED:
        words = _found(WORDED[basis], scene.quote(row))
    elif basis in FIGURED:
        found = _printed(scene, row, row.candidate.slots.get("percentage"))
        words, basis = found.words, _basis(basis, found)
        values += [(SOV[slot], decimal(found.number)) for slot in _slots(basis, found)]
    if basis == "Majority":
        values.append((SOV.percentageExclusiveMin, decimal(HALF)))
    if words:
        values.append((SOV.percentageText, scene.writing.words(words)))
    return [*values, (SOV.stakeBasis, SOV[basis])]


def _slots(basis: str, found: Printed) -> list[str]:
    """Which property has the number of a basis; none where it is only near."""
    if basis == "Range":
        return [f"percentage{found.bound}"]
    return ["percentage"] if basis == "Exact" else []


def _basis(basis: str, found: Printed) -> str:
    """What the printed words make of a basis: « plus de 50 % » is a range, « environ » is near."""
    if found.bound == "near":
        return "Approximate"
    if found.bound:
        return "Range"
    return "Exact" if basis == "Range" else basis


def _printed(scene: Scene, row: Accepted, percentage: Slot) -> Printed:
    found = printed.share(scene.quote(row), percentage) if isinstance(percentage, float) else None
    if found is None:
        what = f"{percentage:g} % is not" if isinstance(percentage, float) else "no figure is"
        raise Unclaimable(
            f"{row}: {what} printed in its quote",
            hint="edit percentage to a figure of the quote, or leave it out and edit basis",
        )
    return found


def _way(scene: Scene, row: Accepted) -> Values:
    """The kind of interest, and whether it is held through another."""
    quote = scene.quote(row)
    interest = next((name for name, words in INTERESTS if re.search(words, quote)), "Unspecified")
    vehicles = [scene.entities.find(name, "via", row.candidate) for name in row.candidate.via]
    values: Values = [(SOV.interest, SOV[interest])]
    values.append((SOV.directness, SOV.Indirect if vehicles else SOV.Unknown))
    return values + [(SOV.via, vehicle) for vehicle in vehicles[:1]]


def _found(pattern: str, quote: str) -> str:
    found = re.search(pattern, quote, re.IGNORECASE)
    return found[0].strip() if found else ""
