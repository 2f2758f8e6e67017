"""Sums and fundings from accepted drafts: money asked for is not money received."""

from __future__ import annotations

import re

from rdflib import Literal, URIRef
from rdflib.term import Node

from souverain.publish.intake import dating, printed
from souverain.publish.intake.accepted import Accepted, Unclaimable
from souverain.publish.intake.claiming import Scene, Values, concept, guessed, modality
from souverain.publish.intake.writing import decimal
from souverain.vocab import SOV

FUNDINGS = {
    "Requested": r"demand|sollicit|réclam|cherche|request",
    "Received": r"reçu|obten|levé|perç|inject|versé|received|raised",
}
MEASURES = {
    "Turnover": r"chiffre d[’']affaires|\bCA\b|revenu|ventes|turnover|revenue",
    "Valuation": r"valoris|évalué|estimé|\bvalu",
    "Loss": r"\bpert|\bperd|\bloss|\blost",
    "Aid": r"\baide|subvention|\baid\b|grant",
    "Investment": r"invest|financ|lev[éeè]|capital|fonds|inject|budget|rais|fund",
}


def amount(scene: Scene, row: Accepted) -> None:
    """A sum, with what it measures and whom it concerns."""
    parties = [*scene.parties(row, "payer"), *scene.parties(row, "receiver")]
    _sum(scene, row, parties)


def _sum(scene: Scene, row: Accepted, parties: list[URIRef]) -> Node:
    said, quote = row.candidate, scene.quote(row)
    number = said.slots.get("amount")
    found = printed.money(quote, number if isinstance(number, float) else None)
    if found is None:
        raise Unclaimable(f"{row}: its quote prints no such sum", hint="edit amount")
    default = "Aid" if said.kind == "funding" else ""
    measure = next(iter(said.names("measure")), "") or guessed(quote, MEASURES, default)
    currency = next(iter(said.names("currency")), "")
    if not measure or not re.fullmatch("[A-Z]{3}", currency):
        raise Unclaimable(
            f"{row}: what the sum measures or its currency is not said",
            hint=f"edit measure to one of {', '.join(MEASURES)}, and currency to EUR or the like",
        )
    slot = {"": "amountValue", "Min": "amountMin", "ExclusiveMin": "amountMin"}
    slot |= {"Max": "amountMax", "ExclusiveMax": "amountMax"}
    values: Values = [
        (SOV.amountText, scene.writing.words(found.words)),
        (SOV.measures, concept(row, "measure", {name: name for name in MEASURES}, measure)),
        (SOV.currency, Literal(currency)),
        *((SOV.concerns, party) for party in dict.fromkeys(parties)),
        modality(row),
        *dating.at(row, SOV.measuredWhen, scene.writing.article, scene.base),
    ]
    if found.bound in slot:
        values.append((SOV[slot[found.bound]], decimal(found.number)))
    return scene.writing.claim(row.id, "Amount", values, scene.spans(row))


def funding(scene: Scene, row: Accepted) -> None:
    """Money from one to another: asked for, announced, granted or received, as the quote says."""
    payers, receivers = scene.parties(row, "payer"), scene.parties(row, "receiver")
    if not (payers or receivers) or row.candidate.status in {"Abandoned", "Negated"}:
        raise Unclaimable(
            f"{row}: a funding names a payer or a receiver, and is neither abandoned nor negated",
            hint="edit payer, receiver or status, or reject the draft",
        )
    default = "Granted"
    if row.candidate.status == "Planned" or row.candidate.modality != "Stated":
        default = "Announced"
    status = default if default == "Announced" else guessed(scene.quote(row), FUNDINGS, default)
    values: Values = [
        *((SOV.payer, payer) for payer in payers),
        *((SOV.receiver, receiver) for receiver in receivers),
        (SOV.fundingStatus, SOV[status]),
        modality(row),
    ]
    if row.candidate.slots.get("amount") is not None:
        values.append((SOV.amount, _sum(scene, row, [*payers, *receivers])))
    scene.writing.claim(row.id, "Funding", values, scene.spans(row), dating.aside(row))
