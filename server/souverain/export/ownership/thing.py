"""What FollowTheMoney calls an entity: a party, an article, or a tie between two of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from souverain.export.ownership import sentences
from souverain.export.records import Stake, Statement, When
from souverain.vocab import PREFIXES

DATASET = "souverain"
NAMES = frozenset({"name", "alias"})
# A claim in force, or ended, is a tie of its kind; any other is an UnknownLink that says so.
STATUSES = {"InForce": "in force", "Ended": "ended", "Planned": "planned", "Abandoned": "abandoned"}
HELD = frozenset({"InForce", "Ended"})


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


def claimed(claim: Stake | Statement) -> Iterator[Value]:
    """What a tie says of the claim that it is: its article, its dates and its words."""
    yield Value("recordId", claim.iri)
    yield Value("sourceUrl", claim.iri)
    yield Value("proof", identifier(claim.article) if claim.article else "")
    yield Value("date", plain(claim.as_of))
    yield Value("startDate", plain(claim.valid_from))
    yield Value("endDate", plain(claim.valid_until))
    yield from (Value("description", sentences.quoted(quote)) for quote in claim.quotes)
    yield from (Value("summary", text) for text in _rough(claim))


def _rough(claim: Stake | Statement) -> Iterator[str]:
    """How each date is known that is no printed one, for only those are written as dates."""
    rows = (
        (claim.as_of, "Said in"),
        (claim.valid_from, "Held since"),
        (claim.valid_until, "Held until"),
    )
    return (sentences.dated(when, what) for when, what in rows if when and not plain(when))


def plain(when: When | None) -> str:
    """A date that an article prints and that is certain; a year or month is one too."""
    return when.plain if when else ""


def said(values: Iterable[Value]) -> tuple[Value, ...]:
    """Those that say something; names on one line, as the library has them."""
    lined = (
        value._replace(text=" ".join(value.text.split())) if value.property in NAMES else value
        for value in values
    )
    return tuple(value for value in lined if value.text)


def identifier(iri: str) -> str:
    """The identifier of a thing; of one of ours, it can be read."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", iri.removeprefix(PREFIXES["id"])).strip("-")
    if iri.startswith((PREFIXES["id"], PREFIXES["article"])) and "#" not in iri:
        name = name if iri.startswith(PREFIXES["id"]) else f"article-{iri.rpartition('/')[2]}"
        return f"{DATASET}-{name}"
    return f"{DATASET}-{hashlib.sha256(iri.encode('utf-8')).hexdigest()[:40]}"
