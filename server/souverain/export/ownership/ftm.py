"""Ownership for FollowTheMoney: entities, a JSON object a line, or the statements that they are.

A stake in force, or ended, is an Ownership, and a role a Directorship, Employment or Membership.
What is planned or was given up is an UnknownLink that says so, for an Ownership would be drawn as
one. The names of schemata and properties are those of FollowTheMoney 4.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator
from typing import Any

from souverain.export import records
from souverain.export.ownership import roles, sentences
from souverain.export.ownership.parties import count, groups, named, parties, stakes
from souverain.export.ownership.thing import (
    DATASET,
    HELD,
    STATUSES,
    Thing,
    Value,
    claimed,
    identifier,
    plain,
    said,
)
from souverain.export.records import Article, Entity, Stake
from souverain.export.selection import Selection
from souverain.export.shelf import Shelf
from souverain.export.target import Counts, Target
from souverain.vocab import PREFIXES

LANGUAGES = {"en": "eng", "fr": "fra"}


def write(selection: Selection, target: Target) -> Counts:
    """Each entity as a JSON object on a line, as `ftm validate` and others read them."""
    count = 0
    for thing in things(selection):
        properties: dict[str, list[str]] = {}
        for value in thing.values:
            texts = properties.setdefault(value.property, [])
            if value.text not in texts:
                texts.append(value.text)
        _line(target, {"id": thing.id, "schema": thing.schema, "properties": properties})
        count += 1
    return _counts(selection, {"entities": count})


def write_statements(selection: Selection, target: Target) -> Counts:
    """Each value as a statement with its language, as JSON on a line."""
    count = 0
    for thing in things(selection):
        for value in dict.fromkeys((Value("id", thing.id), *thing.values)):
            _line(target, _statement(selection, thing, value))
            count += 1
    return _counts(selection, {"statements": count})


def _counts(selection: Selection, written: dict[str, int]) -> Counts:
    read = {"stakes": count(stakes(selection)), "roles": count(roles.roles(selection))}
    told = {"stakes": count(_written(selection)), "roles": count(roles.linked(selection))}
    notes = (
        f"{read[name] - told[name]} {name} are left out, for they are denied."
        for name in read
        if read[name] > told[name]
    )
    return Counts(read, written, tuple(notes))


def _line(target: Target, row: dict[str, Any]) -> None:
    target.stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n")


def _statement(selection: Selection, thing: Thing, value: Value) -> dict[str, Any]:
    # The library makes the same identifier of what the statement says (statement.make_key).
    said = f"{DATASET}.{thing.id}.{value.property}.{value.text}"
    said += f"@{value.language}" if value.language else ""
    return {
        "canonical_id": thing.id,
        "entity_id": thing.id,
        "prop": value.property,
        "schema": thing.schema,
        "value": value.text,
        "dataset": DATASET,
        "lang": value.language or None,
        "original_value": None,
        "external": False,
        "first_seen": selection.date,
        "last_seen": selection.date,
        "origin": None,
        "id": hashlib.sha1(said.encode("utf-8"), usedforsecurity=False).hexdigest(),
    }


# What is written.


def things(selection: Selection) -> Iterator[Thing]:
    """The articles, the parties, who is in which group, who holds what, and who has which role."""
    cited = Shelf(stake.article for stake in _written(selection) if stake.article)
    cited.update(role.article for role in roles.linked(selection) if role.article)
    for iri in cited:
        yield _article(records.article(selection, iri))
    owned = Shelf(stake.target for stake in _written(selection))
    names = itertools.chain(named(_written(selection)), roles.named(roles.linked(selection)))
    for entity in parties(selection, names):
        yield _party(entity, is_owned=entity.iri in owned)
    for group in groups(selection, _written(selection)):
        for member in group.members:
            yield _membership(group, member)
    for stake in _written(selection):
        if stake.holder and stake.target:
            yield _holding(selection, stake)
    for role in roles.linked(selection):
        ends = (records.entity(selection, iri) for iri in roles.named([role]))
        who, where = (_schema(entity, is_owned=entity.iri in owned) for entity in ends)
        yield roles.tie(selection, role, (who, where))


def _written(selection: Selection) -> Iterator[Stake]:
    return (stake for stake in stakes(selection) if stake.status in STATUSES)


def _article(article: Article) -> Thing:
    values = [
        Value("fileName", article.file or article.slug),
        Value("title", f"article {article.slug}"),
        Value("name", f"article {article.slug}"),
        Value("sourceUrl", article.iri),
        Value("language", LANGUAGES.get(article.language, "")),
        Value("notes", f"SHA-256 {article.sha256}" if article.sha256 else ""),
        Value("publishedAt", plain(article.published)),
    ]
    if article.published and not plain(article.published):
        values.append(Value("notes", sentences.dated(article.published, "Published")))
    return Thing(identifier(article.iri), "Article", said(values))


def _party(entity: Entity, *, is_owned: bool) -> Thing:
    names = [Value("name", row.text, LANGUAGES.get(row.language, "")) for row in entity.labels]
    values = [
        *(names or [Value("name", entity.label())]),
        *(Value("alias", row.text, LANGUAGES.get(row.language, "")) for row in entity.variants),
        *(Value("wikidataId", iri) for iri in _wikidata(entity)),
        Value("sourceUrl", entity.iri),
        Value("notes", sentences.JOINT if entity.is_group else ""),
    ]
    return Thing(identifier(entity.iri), _schema(entity, is_owned=is_owned), said(values))


def _schema(entity: Entity, *, is_owned: bool) -> str:
    """What is owned has to be an asset, which of the legal entities only a Company is."""
    if "Person" in entity.classes:
        return "Person"
    if is_owned:
        return "Company"
    is_organization = "Organization" in entity.classes
    return "Organization" if is_organization else "LegalEntity"


def _wikidata(entity: Entity) -> Iterator[str]:
    for row in entity.identifiers:
        if row.is_sure and row.iri.startswith(PREFIXES["wd"]):
            yield row.iri.removeprefix(PREFIXES["wd"])


def _membership(group: Entity, member: str) -> Thing:
    values = (
        Value("subject", identifier(member)),
        Value("object", identifier(group.iri)),
        Value("role", "member of a group"),
        Value("summary", sentences.MEMBER),
    )
    return Thing(identifier(f"{group.iri}#{member}"), "UnknownLink", values)


def _holding(selection: Selection, stake: Stake) -> Thing:
    is_owned = stake.status in HELD
    ends = ("owner", "asset") if is_owned else ("subject", "object")
    words = stake.words.text if stake.words else ""
    status = f"computed, {STATUSES[stake.status]}" if stake.is_derived else STATUSES[stake.status]
    values = [
        Value(ends[0], identifier(stake.holder)),
        Value(ends[1], identifier(stake.target)),
        Value("status", status),
        Value("role", words if is_owned else f"share that is {status} {words}".strip()),
        *claimed(stake),
        *(Value("summary", text) for text in sentences.remarks(selection, stake)),
    ]
    if is_owned and stake.percentage is not None:
        values.append(Value("percentage", f"{stake.percentage:f}"))
        values.append(Value("sharesType", stake.interest.lower()))
    return Thing(identifier(stake.iri), "Ownership" if is_owned else "UnknownLink", said(values))
