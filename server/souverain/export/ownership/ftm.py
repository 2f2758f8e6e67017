"""Ownership for FollowTheMoney: entities, a JSON object a line, or the statements that they are.

A stake in force, or ended, is an Ownership. What is planned or was given up is an UnknownLink that
says so, for an Ownership would be drawn as one. The names of schemata and properties are those of
FollowTheMoney 4.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from souverain.export import records
from souverain.export.ownership import sentences
from souverain.export.ownership.parties import groups, parties, stakes
from souverain.export.records import Article, Entity, Stake, When
from souverain.export.selection import Selection
from souverain.export.shelf import Shelf
from souverain.export.target import Counts, Target
from souverain.vocab import PREFIXES

DATASET = "souverain"
STATUSES = {"InForce": "in force", "Ended": "ended", "Planned": "planned", "Abandoned": "abandoned"}
OWNED = frozenset({"InForce", "Ended"})
LANGUAGES = {"en": "eng", "fr": "fra"}
NAMES = frozenset({"name", "alias"})


class Value(NamedTuple):
    """A value of a property, in a language where it has one."""

    property: str
    text: str
    language: str = ""


class Thing(NamedTuple):
    """An entity of FollowTheMoney: its identifier, its schema, and its values."""

    id: str
    schema: str
    values: tuple[Value, ...]


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
    read = sum(1 for _ in stakes(selection))
    denied = read - sum(1 for _ in _written(selection))
    notes = (f"{denied} stakes are left out, for they are denied.",) if denied else ()
    return Counts({"stakes": read}, written, notes)


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
    """The articles, the parties, who is in which group, and who holds what."""
    cited = Shelf(stake.article for stake in _written(selection) if stake.article)
    for iri in cited:
        yield _article(records.article(selection, iri))
    owned = Shelf(stake.target for stake in _written(selection))
    for entity in parties(selection, _written(selection)):
        yield _party(entity, is_owned=entity.iri in owned)
    for group in groups(selection, _written(selection)):
        for member in group.members:
            yield _membership(group, member)
    for stake in _written(selection):
        if stake.holder and stake.target:
            yield _holding(selection, stake)


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
        Value("publishedAt", _plain(article.published)),
    ]
    if article.published and not _plain(article.published):
        values.append(Value("notes", sentences.dated(article.published, "Published")))
    return Thing(_id(article.iri), "Article", _said(values))


def _party(entity: Entity, *, is_owned: bool) -> Thing:
    names = [Value("name", row.text, LANGUAGES.get(row.language, "")) for row in entity.labels]
    values = [
        *(names or [Value("name", entity.label())]),
        *(Value("alias", row.text, LANGUAGES.get(row.language, "")) for row in entity.variants),
        *(Value("wikidataId", iri) for iri in _wikidata(entity)),
        Value("sourceUrl", entity.iri),
        Value("notes", sentences.JOINT if entity.is_group else ""),
    ]
    return Thing(_id(entity.iri), _schema(entity, is_owned=is_owned), _said(values))


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
        Value("subject", _id(member)),
        Value("object", _id(group.iri)),
        Value("role", "member of a group"),
        Value("summary", sentences.MEMBER),
    )
    return Thing(_id(f"{group.iri}#{member}"), "UnknownLink", values)


def _holding(selection: Selection, stake: Stake) -> Thing:
    is_owned = stake.status in OWNED
    ends = ("owner", "asset") if is_owned else ("subject", "object")
    words = stake.words.text if stake.words else ""
    status = f"computed, {STATUSES[stake.status]}" if stake.is_derived else STATUSES[stake.status]
    values = [
        Value(ends[0], _id(stake.holder)),
        Value(ends[1], _id(stake.target)),
        Value("status", status),
        Value("role", words if is_owned else f"share that is {status} {words}".strip()),
        Value("recordId", stake.iri),
        Value("sourceUrl", stake.iri),
        Value("proof", _id(stake.article) if stake.article else ""),
        Value("date", _plain(stake.as_of)),
        Value("startDate", _plain(stake.valid_from)),
        Value("endDate", _plain(stake.valid_until)),
        *(Value("description", sentences.quoted(quote)) for quote in stake.quotes),
        *(Value("summary", text) for text in sentences.remarks(selection, stake)),
        *(Value("summary", text) for text in _rough(stake)),
    ]
    if is_owned and stake.percentage is not None:
        values.append(Value("percentage", f"{stake.percentage:f}"))
        values.append(Value("sharesType", stake.interest.lower()))
    return Thing(_id(stake.iri), "Ownership" if is_owned else "UnknownLink", _said(values))


def _rough(stake: Stake) -> Iterator[str]:
    """How each date is known that is no printed one, for only those are written as dates."""
    rows = (
        (stake.as_of, "Said in"),
        (stake.valid_from, "Held since"),
        (stake.valid_until, "Held until"),
    )
    return (sentences.dated(when, what) for when, what in rows if when and not _plain(when))


def _plain(when: When | None) -> str:
    """A date that an article prints and that is certain; a year or month is one too."""
    return when.plain if when else ""


def _said(values: Iterable[Value]) -> tuple[Value, ...]:
    """Those that say something; names on one line, as the library has them."""
    lined = (
        value._replace(text=" ".join(value.text.split())) if value.property in NAMES else value
        for value in values
    )
    return tuple(value for value in lined if value.text)


def _id(iri: str) -> str:
    """The identifier of a thing; of one of ours, it can be read."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", iri.removeprefix(PREFIXES["id"])).strip("-")
    if iri.startswith((PREFIXES["id"], PREFIXES["article"])) and "#" not in iri:
        name = name if iri.startswith(PREFIXES["id"]) else f"article-{iri.rpartition('/')[2]}"
        return f"{DATASET}-{name}"
    return f"{DATASET}-{hashlib.sha256(iri.encode('utf-8')).hexdigest()[:40]}"
