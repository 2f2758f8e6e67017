"""The rows of a selection: the claims class by class, and then all that they refer to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from souverain.export import records
from souverain.export.records import reading
from souverain.export.records.entities import CLASSES
from souverain.export.records.model import Entity, Label
from souverain.export.records.slots import SLOTS, Kind
from souverain.export.records.statements import Statement, statements
from souverain.export.selection import Selection
from souverain.export.shelf import Shelf
from souverain.export.tables import cells
from souverain.export.tables.cells import Cell, Cells
from souverain.export.tables.columns import (
    ARTICLES,
    CLAIM_TABLES,
    DERIVED_TABLES,
    ENTITIES,
    LINKS,
    NAMES,
    PARTIES,
    QUOTES,
    TABLES,
    WITHDRAWALS,
)
from souverain.export.target import Counts

Row = tuple[str, tuple[Cell, ...]]
NAMES_KEPT = 65_536
# Rows that point to an entity or an article are put on the shelf so many at a time.
BATCH = 5_000


class Tables:
    """The tables of a selection, whose rows are read once, and counted by their tables."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.read: Counter[str] = Counter()
        self.written: Counter[str] = Counter()
        self._shelves = {ENTITIES: Shelf(), ARTICLES: Shelf()}
        self._waiting: dict[str, set[str]] = {ENTITIES: set(), ARTICLES: set()}
        self._name = lru_cache(NAMES_KEPT)(self._named)

    def rows(self) -> Iterator[Row]:
        """Each row with the name of its table.

        The rows of two tables may alternate; those of one come in order. Each entity and each
        article that a row refers to has a row.
        """
        for name, found in self._all():
            self.written[name] += 1
            yield name, cells.row(TABLES[name], found)

    def counts(self) -> Counts:
        """How much went in and out, once all was read."""
        return Counts(dict(self.read), {"rows": self.written.total()})

    def _all(self) -> Iterator[tuple[str, Cells]]:
        for table in (*CLAIM_TABLES, *DERIVED_TABLES):
            for found in statements(self.selection, table.kind):
                self.read["derivations" if found.is_derived else "claims"] += 1
                yield table.name, cells.statement(found, self._name)
                yield from self._parties(found)
                yield from self._quotes(found)
        yield from self._withdrawals()
        yield from self._articles()
        yield from self._entities()

    def _parties(self, found: Statement) -> Iterator[tuple[str, Cells]]:
        for slot in SLOTS[found.kind]:
            if slot.kind is Kind.ENTITY:
                for iri in found.things(slot.name):
                    self._refer(ENTITIES, iri)
                    yield PARTIES, {
                        "claim": found.iri, "class": found.kind, "slot": slot.name, "entity": iri,
                    }  # fmt: skip

    def _quotes(self, found: Statement) -> Iterator[tuple[str, Cells]]:
        if found.article:
            self._refer(ARTICLES, found.article)
        for quote in found.quotes:
            self._refer(ARTICLES, quote.article)
            yield QUOTES, {
                "claim": found.iri, "class": found.kind, "evidence": quote.iri,
                "article": quote.article, "start": quote.start, "end": quote.end,
                "exact": quote.exact,
            }  # fmt: skip

    def _withdrawals(self) -> Iterator[tuple[str, Cells]]:
        for iri in self.selection.subjects("Withdrawal"):
            node = self.selection.node(iri)
            yield WITHDRAWALS, {
                "iri": iri, "claim": node.one("withdraws"),
                "withdrawn_on": node.one("withdrawnOn") or None,
                "withdrawn_by": node.one("withdrawnBy") or None,
                "reason": cells.texts(reading.labels(node, "withdrawalReason")),
            }  # fmt: skip

    def _articles(self) -> Iterator[tuple[str, Cells]]:
        for iri in self._referred(ARTICLES, self.selection.subjects("Article")):
            yield ARTICLES, cells.article(records.article(self.selection, iri))

    def _entities(self) -> Iterator[tuple[str, Cells]]:
        selected = (iri for kind in CLASSES for iri in self.selection.subjects(kind))
        for iri in self._referred(ENTITIES, selected):
            entity = records.entity(self.selection, iri)
            yield ENTITIES, cells.entity(entity)
            yield from self._names(entity)
            for found in entity.identifiers:
                yield LINKS, {
                    "entity": iri, "identifier": found.iri, "reviewed": found.is_sure,
                }  # fmt: skip

    def _names(self, entity: Entity) -> Iterator[tuple[str, Cells]]:
        node = self.selection.node(entity.iri)
        kinds: tuple[tuple[str, Iterable[Label]], ...] = (
            ("preferred", entity.labels),
            ("variant", entity.variants),
            ("mistaken", reading.labels(node, "skos:hiddenLabel")),
        )
        for kind, labels in kinds:
            for label in labels:
                yield NAMES, {
                    "entity": entity.iri, "kind": kind, "language": label.language,
                    "name": label.text,
                }  # fmt: skip

    def _named(self, iri: str) -> str:
        return records.entity(self.selection, iri).label()

    def _refer(self, table: str, iri: str) -> None:
        waiting = self._waiting[table]
        waiting.add(iri)
        if len(waiting) >= BATCH:
            self._shelves[table].update(waiting)
            waiting.clear()

    def _referred(self, table: str, selected: Iterator[str]) -> Shelf:
        shelf = self._shelves[table]
        shelf.update(self._waiting[table])
        shelf.update(selected)
        return shelf
