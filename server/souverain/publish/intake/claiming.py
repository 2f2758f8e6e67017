"""From an accepted draft to claims: a function for each kind of draft, in one table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.term import Node

from souverain.publish.intake import dating
from souverain.publish.intake.accepted import Accepted, Unclaimable
from souverain.publish.intake.entities import Entities
from souverain.publish.intake.writing import Part, Writing
from souverain.text import Span
from souverain.vocab import BASE, SOV

Values = list[tuple[URIRef, Node | Part]]


@dataclass(frozen=True)
class Scene:
    """What claims are made with: the writing, the entities, and the base of IRIs."""

    writing: Writing
    entities: Entities
    base: str = BASE

    def spans(self, row: Accepted) -> list[Span]:
        """The quote of a draft, and the words that its pronouns stand for."""
        said = row.candidate
        article = self.writing.article
        found = [article.span(said.start, said.end)]
        return found + [article.span(other.start, other.end) for other in said.antecedents]

    def quote(self, row: Accepted) -> str:
        """All that a draft quotes, to look for printed words in."""
        return "\n".join(span.exact for span in self.spans(row))

    def parties(self, row: Accepted, slot: str) -> list[URIRef]:
        """The entities in a slot, each once."""
        found = (
            self.entities.find(name, slot, row.candidate) for name in row.candidate.names(slot)
        )
        return list(dict.fromkeys(found))

    def one(self, row: Accepted, slot: str) -> URIRef:
        """The one entity in a slot; raises `Unclaimable` where none is named."""
        found = self.parties(row, slot)
        if len(found) != 1:
            raise Unclaimable(
                f"{row} names {'nobody' if not found else 'several'} as {slot}",
                hint=f"edit {slot}, or reject the draft",
            )
        return found[0]

    def joint(self, row: Accepted, slot: str) -> URIRef:
        """Whoever is in a slot together: an entity, or the group of those who share it."""
        found = self.parties(row, slot)
        return self.entities.group(found) if len(found) > 1 else self.one(row, slot)


def concept(row: Accepted, what: str, table: Mapping[str, str], key: str) -> URIRef:
    """The concept of a table; raises `Unclaimable` for what the graph has no word for."""
    if key not in table:
        raise Unclaimable(
            f"{row}: the graph has no {what} for {key!r}",
            hint=f"edit it to one of: {', '.join(table)}; or reject the draft",
        )
    return SOV[table[key]]


def guessed(quote: str, table: Mapping[str, str], default: str = "") -> str:
    """The first value of a table whose pattern some words hold."""
    rows = (name for name, pattern in table.items() if re.search(pattern, quote, re.IGNORECASE))
    return next(rows, default)


def modality(row: Accepted) -> tuple[URIRef, Node]:
    """The modality of a draft as a value of its claim."""
    return SOV.modality, SOV[row.candidate.modality]


TRANSACTIONS = {
    "Planned": "Planned",
    "InForce": "Completed",
    "Ended": "Completed",
    "Abandoned": "Abandoned",
}
EVENT_STATUSES = TRANSACTIONS
ROLES = {
    "Founder": r"\b(?:co-?)?fond(?:ateur|atrice)|founder",
    "Minister": r"\bministre|minister",
    "ChiefExecutive": r"\bp\.?-?d\.?-?g\b|directeur général|directrice générale|\bceo\b"
    r"|chief executive|directeur exécutif|directrice exécutive",
    "President": r"\bprésid|\bpresident|chairman|chairwoman",
    "Director": r"\bdirect(?:eur|rice)|\bdirector",
    "Patron": r"\bparrain|\bmarraine",
}
PARTNERSHIPS = {
    "Approach": r"négoci|discut|rapproch|pourparlers|talks",
    "Signed": r"sign|conclu|scell",
    "Announced": r"annonc",
}


def observed(scene: Scene, row: Accepted, transaction: Node) -> None:
    """What the article tells of how far a transaction is."""
    status = concept(row, "state of a transaction", TRANSACTIONS, row.candidate.status)
    values: Values = [
        (SOV.observes, transaction),
        (SOV.transactionStatus, status),
        modality(row),
        *dating.at(row, SOV.observedWhen, scene.writing.article, scene.base),
    ]
    scene.writing.claim(row.id, "StatusObservation", values, scene.spans(row))


def merger(scene: Scene, row: Accepted) -> None:
    """A merger of at least two, and how far it is."""
    parties = scene.parties(row, "parties")
    if len(parties) < 2:
        raise Unclaimable(f"{row} names fewer than two that merge", hint="edit parties")
    values: Values = [*((SOV.mergingParty, party) for party in parties), modality(row)]
    node = scene.writing.claim(row.id, "Merger", values, scene.spans(row))
    observed(scene, row, node)


def role(scene: Scene, row: Accepted) -> None:
    """Who has which role where, with the role as printed."""
    title = next(iter(row.candidate.names("title")), "")
    if not title or title not in scene.quote(row):
        raise Unclaimable(
            f"{row}: the title {title!r} is not in its quote",
            hint="edit title to the words of the quote, character for character",
        )
    is_negated = row.candidate.status == "Negated"
    values: Values = [
        (SOV.member, scene.one(row, "person")),
        (SOV.organization, scene.one(row, "organization")),
        (SOV.role, SOV[guessed(title, ROLES, "OtherRole")]),
        (SOV.roleText, scene.writing.words(title)),
        (SOV.polarity, SOV.Negated if is_negated else SOV.Affirmed),
        (SOV.status, SOV[row.candidate.status]),
        modality(row),
        *dating.lasting(row, scene.writing.article, scene.base),
    ]
    scene.writing.claim(row.id, "RoleHolding", values, scene.spans(row), dating.aside(row))


def partnership(scene: Scene, row: Accepted) -> None:
    """Who works together; signed, announced or approached where the quote says so."""
    partners = scene.parties(row, "partners")
    if len(partners) < 2 or row.candidate.status not in {"Planned", "InForce"}:
        raise Unclaimable(
            f"{row}: a partnership has two partners, and is planned or in force",
            hint="edit partners or status, or reject the draft",
        )
    default = "Announced" if row.candidate.status == "Planned" else "JointProject"
    values: Values = [
        *((SOV.partner, partner) for partner in partners),
        (SOV.partnershipStatus, SOV[guessed(scene.quote(row), PARTNERSHIPS, default)]),
        modality(row),
    ]
    scene.writing.claim(row.id, "Partnership", values, scene.spans(row), dating.aside(row))


def lifecycle(scene: Scene, row: Accepted) -> None:
    """What was created, launched, opened, or came to an end, and when."""
    subjects = scene.parties(row, "subject")
    event = next(iter(row.candidate.names("event")), "")
    kinds = {k: k for k in ("Created", "Launched", "Opened", "Failed", "Closed", "Restructured")}
    if not subjects:
        raise Unclaimable(f"{row} names nobody it happened to", hint="edit subject")
    values: Values = [
        *((SOV.concerns, subject) for subject in subjects),
        (SOV.eventKind, concept(row, "kind of event", kinds, event)),
        (SOV.eventStatus, concept(row, "state of an event", EVENT_STATUSES, row.candidate.status)),
        modality(row),
        *dating.at(row, SOV.eventWhen, scene.writing.article, scene.base),
    ]
    scene.writing.claim(row.id, "LifecycleEvent", values, scene.spans(row))
