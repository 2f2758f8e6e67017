"""A thing as the site shows it anywhere: its sentence, the words that it stands on, its state."""

from __future__ import annotations

from dataclasses import dataclass

from souverain.explanation import Explainer, Quote, Sentence, Source
from souverain.explanation.facts import local

# What an article says of the world has one of these states; each has a sign and a word.
STATES = ("InForce", "Planned", "Ended", "Abandoned", "Negated")
SLOTS = ("status", "transactionStatus", "fundingStatus", "eventStatus", "partnershipStatus")


@dataclass(frozen=True)
class Told:
    """What is shown of a claim, or of what was computed.

    `kind` is the name of its class (`Stake`), `state` that of its status (`InForce`, or nothing),
    `modality` how surely it is said (`Stated`, or nothing); `quotes` come in the order of the text.
    """

    iri: str
    kind: str
    sentence: Sentence
    quotes: tuple[Quote, ...]
    source: Source | None
    state: str
    modality: str
    is_derived: bool
    is_withdrawn: bool


def told(explainer: Explainer, iri: str) -> Told:
    """What is shown of a thing that has a sentence."""
    node = explainer.facts.node(iri)
    return Told(
        iri=iri,
        kind=next(iter(node.kinds), ""),
        sentence=explainer.sentence(iri),
        quotes=explainer.quotes(iri),
        source=explainer.source(iri),
        state=next((local(node.one(slot)) for slot in SLOTS if node.all(slot)), ""),
        modality=local(node.one("modality")),
        is_derived=bool(node.all("rule")),
        is_withdrawn=explainer.writer.is_withdrawn(node),
    )
