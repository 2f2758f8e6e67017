"""What is told of a node and of an edge: a row for each, in the order of the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from souverain.export.records.model import Entity, Quote, When
from souverain.export.records.statements import Statement

Cell = str | Decimal | bool | tuple[str, ...]
# The first of these slots that says something.
FIGURES = ("percentage", "derivedPercentage")
LEAST = ("percentageMin", "percentageExclusiveMin")
MOST = ("percentageMax", "percentageExclusiveMax")
MEANT_LEAST, MEANT_MOST = ("intervalMin", "derivedMin"), ("intervalMax", "derivedMax")
EXCLUSIVE = ("percentageExclusiveMin", "percentageExclusiveMax")
WORDS = ("percentageText", "roleText", "purpose", "cause", "supportedText", "quantityText")


class Type(Enum):
    """What a value is; each format has its own word for it."""

    STRING = "string"
    NUMBER = "number"
    FLAG = "flag"
    STRINGS = "strings"


@dataclass(frozen=True)
class Field:
    """One value of a node or an edge; what gives nothing is left out."""

    name: str
    type: Type
    read: Callable[[Any], Cell | None]


def _edtf(when: When | None) -> str:
    return when.edtf if when else ""


def _basis(when: When | None) -> str:
    return when.basis if when else ""


def _first(statement: Statement, names: tuple[str, ...]) -> Any:
    return next((value for name in names if (value := statement.one(name)) is not None), None)


def _words(statement: Statement) -> str:
    found = _first(statement, WORDS)
    return str(getattr(found, "text", "") or "")


def _place(quote: Quote) -> str:
    return f"{quote.article.rpartition('/')[2]}:{quote.start}-{quote.end}"


NODE_FIELDS = (
    Field("label", Type.STRING, lambda row: row.label("en")),
    Field("label_fr", Type.STRING, lambda row: row.label("fr")),
    Field("class", Type.STRING, lambda row: next(iter(row.classes), "")),
    Field("names", Type.STRINGS, lambda row: tuple(name.text for name in row.variants)),
    Field("same_as", Type.STRINGS, lambda row: tuple(
        found.iri for found in row.identifiers if found.is_sure
    )),
    Field("joint", Type.FLAG, lambda row: row.is_group or None),
)  # fmt: skip
EDGE_FIELDS = (
    Field("claim", Type.STRING, lambda row: row.iri),
    Field("class", Type.STRING, lambda row: row.kind),
    Field("status", Type.STRING, lambda row: row.status),
    Field("polarity", Type.STRING, lambda row: row.one("polarity")),
    Field("modality", Type.STRING, lambda row: row.modality),
    Field("derived", Type.FLAG, lambda row: row.is_derived),
    Field("certain", Type.FLAG, lambda row: row.is_certain),
    Field("basis", Type.STRING, lambda row: row.one("stakeBasis")),
    Field("percentage", Type.NUMBER, lambda row: _first(row, FIGURES)),
    Field("percentage_min", Type.NUMBER, lambda row: _first(row, LEAST)),
    Field("percentage_max", Type.NUMBER, lambda row: _first(row, MOST)),
    Field("bounds_excluded", Type.FLAG, lambda row: (
        _first(row, EXCLUSIVE) is not None or None
    )),
    Field("interval_min", Type.NUMBER, lambda row: _first(row, MEANT_LEAST)),
    Field("interval_max", Type.NUMBER, lambda row: _first(row, MEANT_MOST)),
    Field("words", Type.STRING, _words),
    Field("role", Type.STRING, lambda row: row.one("role")),
    Field("via", Type.STRINGS, lambda row: row.things("via")),
    Field("on_behalf_of", Type.STRINGS, lambda row: row.things("onBehalfOf")),
    Field("valid_from", Type.STRING, lambda row: _edtf(row.valid_from)),
    Field("valid_from_basis", Type.STRING, lambda row: _basis(row.valid_from)),
    Field("valid_until", Type.STRING, lambda row: _edtf(row.valid_until)),
    Field("valid_until_basis", Type.STRING, lambda row: _basis(row.valid_until)),
    Field("as_of", Type.STRING, lambda row: _edtf(row.as_of)),
    Field("as_of_basis", Type.STRING, lambda row: _basis(row.as_of)),
    Field("article", Type.STRING, lambda row: row.article),
    Field("said_by", Type.STRINGS, lambda row: tuple(said.speaker for said in row.said)),
    Field("quotes", Type.STRINGS, lambda row: tuple(quote.exact for quote in row.quotes)),
    Field("places", Type.STRINGS, lambda row: tuple(map(_place, row.quotes))),
    Field("premises", Type.STRINGS, lambda row: row.premises),
)  # fmt: skip


def told(fields: tuple[Field, ...], row: Entity | Statement) -> list[tuple[Field, Cell]]:
    """What a node or an edge has, of what it may have."""
    found = [(field, field.read(row)) for field in fields]
    return [(field, cell) for field, cell in found if cell not in (None, "", ())]
