"""Statements of an item as Wikibase writes them, read into what they say.

See https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON: a statement has a main snak, a rank,
qualifiers and references. Of those here all is kept: what has no place of its own, as a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from souverain.iri import is_absolute
from souverain.link.moments import UNKNOWN, Moment, moment
from souverain.link.shares import Share, share
from souverain.link.wikibase import Item

Snak = Mapping[str, Any]

# What is taken of an item, by property; the names were read in the list of kif-lib 0.13.0.
TAKEN: Mapping[str, str] = {
    "P571": "inception",
    "P576": "dissolved, abolished or demolished date",
    "P856": "official website",
    "P1278": "Legal Entity Identifier",
    "P1616": "SIREN number",
    "P946": "ISIN",
    "P6782": "ROR ID",
    "P1320": "OpenCorporates ID",
    "P127": "owned by",
    "P1830": "owner of",
    "P749": "parent organization or unit",
    "P355": "child organization or unit",
    "P169": "chief executive officer",
    "P488": "chairperson",
    "P112": "founded by",
}
START, END, POINT, PROPORTION = "P580", "P582", "P585", "P1107"
STATED_IN, REFERENCE_URL = "P248", "P854"
MISSING = {"somevalue": "UnknownValue", "novalue": "NoValue"}
ITEM_PREFIX = "http://www.wikidata.org/entity/"
WEB = ("https://", "http://")


class Value(NamedTuple):
    """The value of a statement: one of an IRI, a text, a date, and a reason why there is none."""

    iri: str = ""
    text: str = ""
    date: Moment | None = None
    missing: str = ""


@dataclass(frozen=True)
class Reference:
    """What a statement refers to: items, addresses, and the rest as texts of property and value."""

    items: tuple[str, ...]
    urls: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """One statement; `qualifiers` are those without a place of their own, as texts."""

    id: str
    property: str
    rank: str
    value: Value
    share: Share | None
    start: Moment | None
    end: Moment | None
    point: Moment | None
    qualifiers: tuple[str, ...]
    references: tuple[Reference, ...]


def statements(item: Item) -> Iterator[Statement]:
    """The statements of the properties that are taken, in the order of `TAKEN` and of the item."""
    for property in TAKEN:
        for row in item.statements.get(property, ()):
            yield _statement(property, row)


def _statement(property: str, row: Mapping[str, Any]) -> Statement:
    left = _Qualifiers(row.get("qualifiers"))
    return Statement(
        id=str(row.get("id", "")),
        property=property,
        rank=str(row.get("rank", "normal")),
        value=_value(row.get("mainsnak", {})),
        share=left.take(PROPORTION, _share),
        start=left.take(START, _moment),
        end=left.take(END, _moment),
        point=left.take(POINT, _moment),
        qualifiers=tuple(said(snak) for snak in left.snaks),
        references=tuple(_reference(found) for found in row.get("references") or ()),
    )


class _Qualifiers:
    """The qualifiers of a statement, less those that were taken."""

    def __init__(self, found: object) -> None:
        self.snaks = list(_snaks(found))

    def take(self, property: str, read: Any) -> Any:
        """The first value of a property that can be read, which then is left no more."""
        for snak in self.snaks:
            if snak.get("property") == property and (value := read(snak)) is not None:
                self.snaks.remove(snak)
                return value
        return None


def _snaks(found: object) -> Iterator[Snak]:
    """The snaks of an object of them by property; PHP writes an empty one as an empty list."""
    for rows in found.values() if isinstance(found, dict) else ():
        yield from rows


def _moment(snak: Snak) -> Moment | None:
    if snak.get("snaktype") == "somevalue":
        return UNKNOWN
    value = _content(snak)
    return moment(value) if isinstance(value, dict) and "time" in value else None


def _share(snak: Snak) -> Share | None:
    value = _content(snak)
    return share(value) if isinstance(value, dict) and "amount" in value else None


def _value(snak: Snak) -> Value:
    kind = str(snak.get("snaktype"))
    if kind in MISSING:
        return Value(missing=MISSING[kind])
    value = _content(snak)
    if isinstance(value, dict) and "time" in value and (date := moment(value)):
        return Value(date=date)
    if isinstance(value, dict) and "id" in value:
        return Value(iri=f"{ITEM_PREFIX}{value['id']}")
    text = _text(snak)
    return Value(iri=text) if _is_address(text) else Value(text=text)


def _reference(found: Mapping[str, Any]) -> Reference:
    items, urls, parts = [], [], []
    for snak in _snaks(found.get("snaks")):
        value, text = _content(snak), _text(snak)
        if snak.get("property") == STATED_IN and isinstance(value, dict) and "id" in value:
            items.append(f"{ITEM_PREFIX}{value['id']}")
        elif snak.get("property") == REFERENCE_URL and _is_address(text):
            urls.append(text)
        else:
            parts.append(said(snak))
    return Reference(tuple(items), tuple(urls), tuple(parts))


def said(snak: Snak) -> str:
    """A snak as a text: its property, and its value as a person would read it."""
    return f"{snak.get('property')} {_text(snak)}"


def _text(snak: Snak) -> str:
    if snak.get("snaktype") != "value":
        return {"somevalue": "(unknown)", "novalue": "(none)"}.get(str(snak.get("snaktype")), "?")
    value = _content(snak)
    if not isinstance(value, dict):
        return " ".join(str(value).split()) or "?"
    if "time" in value:
        found = moment(value)
        return found.edtf if found else str(value["time"])
    if "text" in value:
        return f"{' '.join(str(value['text']).split())} ({value.get('language', '?')})"
    if "amount" in value:
        unit = str(value.get("unit", "")).removeprefix(ITEM_PREFIX)
        return f"{value['amount']} {unit}".removesuffix(" 1")
    return str(value.get("id") or value)


def _content(snak: Snak) -> Any:
    return (snak.get("datavalue") or {}).get("value", "")


def _is_address(text: str) -> bool:
    return text.startswith(WEB) and is_absolute(text)
