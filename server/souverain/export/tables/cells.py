"""What stands in a row: the values of a record by the columns of its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from souverain.export.records.model import Article, Entity, Label, When
from souverain.export.records.slots import SLOTS, Kind, Slot
from souverain.export.records.statements import Statement, Value
from souverain.export.tables.columns import Table, snake

Cell = str | int | Decimal | bool | tuple[str, ...] | None
Cells = dict[str, Cell]
Name = Callable[[str], str]


def row(table: Table, cells: Cells) -> tuple[Cell, ...]:
    """The cells in the order of the columns; what is not said is `None`, or an empty list."""
    return tuple(map(cells.get, table.names, table.nothing))


def statement(found: Statement, name: Name) -> Cells:
    """The cells of a claim or derivation; `name` gives what an entity is called."""
    cells: Cells = {
        "iri": found.iri,
        "article": found.article or None,
        "modality": found.modality or None,
        "said_by": tuple(said.speaker for said in found.said),
        "said_by_name": tuple(name(said.speaker) for said in found.said),
        "said_words": tuple(said.words for said in found.said),
        "certain": found.is_certain,
        "rank": found.rank or None,
        "rank_reason": texts(found.rank_reason),
        "notes": texts(found.notes),
        "quotes": tuple(quote.exact for quote in found.quotes),
        "rule": found.rule.removeprefix("rule:") or None,
        "premise": found.premises,
    }
    for title, date in (
        ("as_of", found.as_of),
        ("valid_from", found.valid_from),
        ("valid_until", found.valid_until),
    ):
        cells |= when(title, date)
    for slot in SLOTS[found.kind]:
        cells |= dict(_slot(slot, found.values[slot.name], name))
    return cells


def entity(found: Entity) -> Cells:
    """The cells of an entity."""
    names = {label.language: label.text for label in found.labels}
    first, *others = found.classes or ("",)
    return {
        "iri": found.iri,
        "class": first or None,
        "other_classes": tuple(others),
        "name_en": names.get("en"),
        "name_fr": names.get("fr"),
        "members": found.members,
        "notes": texts(found.notes),
    }


def article(found: Article) -> Cells:
    """The cells of an article."""
    return {
        "iri": found.iri,
        "slug": found.slug,
        "language": found.language or None,
        "file": found.file or None,
        "sha256": found.sha256 or None,
        "published_note": (found.published.note or None) if found.published else None,
        **when("published", found.published),
    }


def texts(labels: tuple[Label, ...]) -> tuple[str, ...]:
    """Texts without their languages."""
    return tuple(label.text for label in labels)


def when(title: str, date: When | None) -> Cells:
    """The five cells of a date."""
    if date is None:
        return {}
    return {
        title: date.edtf,
        f"{title}_earliest": date.earliest or None,
        f"{title}_latest": date.latest or None,
        f"{title}_basis": date.basis or None,
        f"{title}_words": date.words or None,
    }


def _slot(slot: Slot, values: tuple[Value, ...], name: Name) -> Iterator[tuple[str, Cell]]:
    title = snake(slot.name)
    if slot.kind is Kind.WHEN:
        date = next(iter(values), None)
        yield from when(title, date if isinstance(date, When) else None).items()
        return
    plain = tuple(map(_plain, values))
    yield title, _cell(slot, plain)
    if slot.kind is Kind.ENTITY:
        yield f"{title}_name", _cell(slot, tuple(name(str(iri)) for iri in values))


def _plain(value: Value) -> str | Decimal | bool:
    if isinstance(value, Label):
        return value.text
    assert not isinstance(value, When)
    return value


def _cell(slot: Slot, values: tuple[str | Decimal | bool, ...]) -> Cell:
    if slot.many:
        return tuple(map(str, values))
    return next(iter(values), None)
