"""Which tables there are, and which columns each has: worked out from the slots of the classes.

A slot with an entity has its IRI and its name; a date has five columns, from the words to the first
and last day; a slot with several values has a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from souverain.export.records.slots import CLAIMS, DERIVED, SLOTS, Kind, Slot
from souverain.vocab import PREFIXES


class Type(Enum):
    """What a column holds; each format has its own word for it."""

    TEXT = "text"
    IRI = "iri"
    NUMBER = "number"
    WHOLE = "whole"
    FLAG = "flag"
    DAY = "day"


@dataclass(frozen=True)
class Column:
    """A column: `property` is that of the ontology which it holds, `refers` the table it names."""

    name: str
    type: Type
    property: str = ""
    many: bool = False
    refers: str = ""
    required: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its rows are those of a class of the ontology, or of what several classes share."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("iri",)
    kind: str = ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def nothing(self) -> tuple[tuple[()] | None, ...]:
        """What stands in each column where nothing is said: an empty list, or `None`."""
        return tuple(() if column.many else None for column in self.columns)


_WHEN = (
    ("", Type.TEXT),
    ("_earliest", Type.DAY),
    ("_latest", Type.DAY),
    ("_basis", Type.TEXT),
    ("_words", Type.TEXT),
)
_TYPES = {
    Kind.CLAIM: Type.IRI,
    Kind.CONCEPT: Type.TEXT,
    Kind.TEXT: Type.TEXT,
    Kind.NUMBER: Type.NUMBER,
    Kind.FLAG: Type.FLAG,
}
ENTITIES, ARTICLES, NAMES, LINKS = "entities", "articles", "names", "identifiers"
PARTIES, QUOTES, WITHDRAWALS = "parties", "quotes", "withdrawals"


def snake(name: str) -> str:
    """A name of the ontology as that of a table or column: `onBehalfOf` as `on_behalf_of`."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower()


def _property(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{PREFIXES[prefix or 'sov']}{local}"


def _iri(name: str = "iri", refers: str = "", property: str = "") -> Column:
    return Column(name, Type.IRI, property and _property(property), refers=refers, required=True)


def _text(name: str, property: str = "", many: bool = False) -> Column:
    return Column(name, Type.TEXT, property and _property(property), many)


def when(name: str) -> tuple[Column, ...]:
    """The columns of a date: EDTF, first and last day, where the year is from, and its words."""
    base = snake(name)
    return tuple(
        Column(f"{base}{ending}", type, "" if ending else _property(name)) for ending, type in _WHEN
    )


def _slot(slot: Slot) -> Iterator[Column]:
    name = snake(slot.name)
    if slot.kind is Kind.WHEN:
        yield from when(slot.name)
    elif slot.kind is Kind.ENTITY:
        refers = "" if slot.many else ENTITIES
        yield Column(name, Type.IRI, _property(slot.name), slot.many, refers)
        yield Column(f"{name}_name", Type.TEXT, "", slot.many)
    else:
        yield Column(name, _TYPES[slot.kind], _property(slot.name), slot.many)


def _claim(kind: str) -> Table:
    slots = [column for slot in SLOTS[kind] for column in _slot(slot)]
    return Table(
        snake(kind),
        (
            _iri(),
            Column("article", Type.IRI, _property("assertedIn"), refers=ARTICLES),
            *slots,
            *when("asOf"),
            *when("validFrom"),
            *when("validUntil"),
            _text("modality", "modality"),
            Column("said_by", Type.IRI, many=True),
            _text("said_by_name", many=True),
            _text("said_words", many=True),
            Column("certain", Type.FLAG),
            _text("rank", "rank"),
            _text("rank_reason", "rankReason", many=True),
            _text("notes", "skos:editorialNote", many=True),
            _text("quotes", many=True),
        ),
        kind=kind,
    )


def _derivation(kind: str) -> Table:
    slots = [column for slot in SLOTS[kind] for column in _slot(slot)]
    dated = when("asOf") if kind == "DerivedStake" else ()
    return Table(
        snake(kind),
        (
            _iri(),
            *slots,
            *dated,
            _text("rule", "rule"),
            Column("premise", Type.IRI, _property("premise"), many=True),
        ),
        kind=kind,
    )


CLAIM_TABLES = tuple(map(_claim, CLAIMS))
DERIVED_TABLES = tuple(map(_derivation, DERIVED))
SHARED = (
    Table(
        ENTITIES,
        (
            _iri(),
            _text("class"),
            _text("other_classes", many=True),
            _text("name_en", "skos:prefLabel"),
            _text("name_fr", "skos:prefLabel"),
            Column("members", Type.IRI, _property("org:hasMember"), many=True),
            _text("notes", "skos:editorialNote", many=True),
        ),
    ),
    Table(
        ARTICLES,
        (
            _iri(),
            _text("slug"),
            _text("language", "dcterms:language"),
            *when("published"),
            _text("published_note"),
            _text("file", "fileName"),
            _text("sha256", "sha256"),
        ),
    ),
    Table(
        NAMES,
        (_iri("entity", ENTITIES), _text("kind"), _text("language"), _text("name")),
        ("entity", "kind", "language", "name"),
    ),
    Table(
        LINKS,
        (_iri("entity", ENTITIES), _iri("identifier"), Column("reviewed", Type.FLAG)),
        ("entity", "identifier", "reviewed"),
    ),
    Table(
        PARTIES,
        (_iri("claim"), _text("class"), _text("slot"), _iri("entity", ENTITIES)),
        ("claim", "slot", "entity"),
    ),
    Table(
        QUOTES,
        (
            _iri("claim"),
            _text("class"),
            _iri("evidence"),
            _iri("article", ARTICLES, "oa:hasSource"),
            Column("start", Type.WHOLE, _property("oa:start")),
            Column("end", Type.WHOLE, _property("oa:end")),
            _text("exact", "oa:exact"),
        ),
        ("claim", "evidence"),
    ),
    Table(
        WITHDRAWALS,
        (
            _iri(),
            _iri("claim", property="withdraws"),
            Column("withdrawn_on", Type.DAY, _property("withdrawnOn")),
            _text("withdrawn_by", "withdrawnBy"),
            _text("reason", "withdrawalReason", many=True),
        ),
    ),
)
TABLES = {table.name: table for table in (*CLAIM_TABLES, *DERIVED_TABLES, *SHARED)}
