"""Ownership as one JSON array of statements: Beneficial Ownership Data Standard 0.4.

A statement is made by the article in which a claim stands: its source, its date, its quotes. What
is planned, given up or denied is no relationship there, and is left out.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator
from typing import Any

from souverain.export.ownership import interests, roles, sentences
from souverain.export.ownership.parties import count, groups, named, parties, stakes
from souverain.export.records import Entity, Stake, Statement
from souverain.export.selection import Selection
from souverain.export.target import Counts, Target
from souverain.vocab import PREFIXES

VERSION = "0.4"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
PUBLISHER = "The Souverain project"
WRITTEN = frozenset({"InForce", "Ended"})
WIKIDATA = PREFIXES["wd"]
LEFT_OUT = {
    "stakes": "planned, given up, or denied",
    "roles": "not held, or neither to run a thing nor to preside over it",
}
UNNAMED = "Parties that an article speaks of as a whole, without naming them."
NOT_SAID = "Whether it is registered, and in which legal form, is not said."

Made = dict[str, Any]


def write(selection: Selection, target: Target) -> Counts:
    """The array, a statement a line: the parties first, as the standard asks."""
    number = 0
    target.stream.write(b"[")
    for statement in statements(selection):
        target.stream.write(b",\n" if number else b"\n")
        target.stream.write(json.dumps(statement, ensure_ascii=False).encode("utf-8"))
        number += 1
    target.stream.write(b"\n]\n")
    read = {"stakes": count(stakes(selection)), "roles": count(roles.roles(selection))}
    told = {"stakes": count(_written(selection)), "roles": count(roles.interested(selection))}
    notes = (
        f"{read[name] - told[name]} {name} are left out: {why}."
        for name, why in LEFT_OUT.items()
        if read[name] > told[name]
    )
    return Counts(read, {"statements": number}, tuple(notes))


def statements(selection: Selection) -> Iterator[Made]:
    """Each party, then who is in which group, who holds what, and who runs what."""
    names = itertools.chain(named(_written(selection)), roles.named(roles.interested(selection)))
    for entity in parties(selection, names):
        yield _party(selection, entity)
    for group in groups(selection, _written(selection)):
        for member in group.members:
            yield _membership(selection, group, member)
    for stake in _written(selection):
        yield _holding(selection, stake)
    for role in roles.interested(selection):
        yield _office(selection, role)


def _written(selection: Selection) -> Iterator[Stake]:
    return (stake for stake in stakes(selection) if stake.status in WRITTEN)


def _party(selection: Selection, entity: Entity) -> Made:
    is_person = "Person" in entity.classes
    details = _person(entity) if is_person else _organization(entity)
    kind = "person" if is_person else "entity"
    return _statement(selection, entity.iri, kind, details, subject=entity.iri)


def _person(entity: Entity) -> dict[str, Any]:
    return {
        "isComponent": False,
        "personType": "knownPerson",
        "names": [{"type": "alternative", "fullName": name} for name in _names(entity)],
        **_identifiers(entity),
    }


def _organization(entity: Entity) -> dict[str, Any]:
    name, *others = _names(entity)
    details: dict[str, Any] = {"isComponent": False, "entityType": _entity_type(entity)}
    if "Collective" in entity.classes:
        reason = {"reason": "informationUnknownToPublisher", "description": UNNAMED}
        details["unspecifiedEntityDetails"] = reason
    details["name"] = name
    if others:
        details["alternateNames"] = others
    return {**details, **_identifiers(entity), "uri": entity.iri}


def _entity_type(entity: Entity) -> dict[str, str]:
    if entity.is_group:
        return {"type": "arrangement", "subtype": "other", "details": sentences.JOINT}
    if "Collective" in entity.classes:
        return {"type": "anonymousEntity", "details": UNNAMED}
    said = ", ".join(entity.classes) or "thing"
    return {"type": "legalEntity", "details": f"{said}. {NOT_SAID}"}


def _names(entity: Entity) -> list[str]:
    """The English name first, then the others, each once."""
    found = [entity.label(), *(row.text for row in (*entity.labels, *entity.variants))]
    return list(dict.fromkeys(found))


def _identifiers(entity: Entity) -> dict[str, Any]:
    found = [
        {"id": row.iri.removeprefix(WIKIDATA), "schemeName": "Wikidata", "uri": row.iri}
        for row in entity.identifiers
        if row.is_sure and row.iri.startswith(WIKIDATA)
    ]
    return {"identifiers": found} if found else {}


def _membership(selection: Selection, group: Entity, member: str) -> Made:
    details = {
        "isComponent": False,
        "subject": group.iri,
        "interestedParty": member,
        "interests": [
            {
                "type": "unknownInterest",
                "directOrIndirect": "unknown",
                "details": sentences.MEMBER,
            }
        ],
    }
    return _statement(selection, f"{group.iri}#{member}", "relationship", details, group.iri)


def _holding(selection: Selection, stake: Stake) -> Made:
    details = {
        "isComponent": False,
        "subject": stake.target or interests.unknown("What is held is not said."),
        "interestedParty": stake.holder or interests.unknown("Who holds is not said."),
        "interests": [interests.interest(selection, stake)],
    }
    return _claimed(selection, stake, details, stake.target or stake.holder)


def _office(selection: Selection, role: Statement) -> Made:
    details = {
        "isComponent": False,
        "subject": roles.organization(role),
        "interestedParty": roles.member(role),
        "interests": [interests.office(selection, role)],
    }
    return _claimed(selection, role, details, roles.organization(role))


def _claimed(
    selection: Selection, claim: interests.Claimed, details: dict[str, Any], subject: str
) -> Made:
    """A relationship that an article claims: with its day, its source and its words."""
    made = _statement(selection, claim.iri, "relationship", details, subject)
    date = interests.statement_date(claim)
    made["statementDate"] = date or made["statementDate"]
    made["source"] = interests.source(selection, claim)
    made["annotations"] = interests.annotated(selection, claim, made)
    return _identified(made)


def _statement(
    selection: Selection, record: str, kind: str, details: dict[str, Any], subject: str
) -> Made:
    return _identified(
        {
            "declarationSubject": subject,
            "statementDate": selection.date,
            "recordId": record,
            "recordType": kind,
            "recordStatus": "new",
            "publicationDetails": {
                "publicationDate": selection.date,
                "bodsVersion": VERSION,
                "license": LICENCE,
                "publisher": {"name": PUBLISHER, "url": f"{selection.origin.base}dataset"},
            },
            "recordDetails": details,
        }
    )


def _identified(statement: Made) -> Made:
    """The same with the identifier that its content gives, so that another has another."""
    content = {name: value for name, value in statement.items() if name != "statementId"}
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return {"statementId": hashlib.sha256(text.encode("utf-8")).hexdigest(), **content}
