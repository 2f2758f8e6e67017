"""What is exported, as records: read one at a time, with all that a reader of them needs.

    model     the records themselves
    reading   reading what they share: dates, evidence, names
    entities  who and what exists
    stakes    who holds what, as claimed or as computed
    slots     the slots of every class
    statements  claims and derivations of any class, by their slots

Each module gives the records of its kind in IRI order, from a selection.
"""

from __future__ import annotations

from souverain.export.records.entities import article, articles, entities, entity
from souverain.export.records.model import (
    Article,
    Entity,
    Identifier,
    Label,
    Quote,
    Said,
    Stake,
    When,
)
from souverain.export.records.stakes import derived_stakes, stakes
from souverain.export.records.statements import Statement, statements

__all__ = [
    "Article",
    "Entity",
    "Identifier",
    "Label",
    "Quote",
    "Said",
    "Stake",
    "Statement",
    "When",
    "article",
    "articles",
    "derived_stakes",
    "entities",
    "entity",
    "stakes",
    "statements",
]
