"""A candidate: one claim that an article probably makes, with the words that make it.

A line of `souverain draft --format jsonl` is one candidate. Its slots depend on its kind and are
listed in `SLOTS`; offsets are code points of the article's text, end excluded.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from souverain.errors import DataError

Slot = tuple[str, ...] | str | float | None

STATUSES = ("Planned", "InForce", "Ended", "Abandoned", "Negated")
MODALITIES = ("Stated", "Announced", "Conditional", "Rumoured")

NAMES, NAME, NUMBER = "names", "name", "number"
# What each kind of candidate says, in the order of its line, and whether a slot holds several
# names, one name or word, or a number. A name or number that the article leaves out is null.
SLOTS: Mapping[str, Mapping[str, str]] = {
    "stake": {"holder": NAMES, "target": NAME, "percentage": NUMBER, "basis": NAME},
    "acquisition": {"acquirer": NAMES, "target": NAME, "percentage": NUMBER},
    "merger": {"parties": NAMES},
    "role": {"person": NAME, "organization": NAME, "title": NAME},
    "announcement": {"announcer": NAMES, "channel": NAME},
    "partnership": {"partners": NAMES},
    "funding": {"payer": NAMES, "receiver": NAMES, "amount": NUMBER, "currency": NAME},
    "amount": {
        "payer": NAMES,
        "receiver": NAMES,
        "amount": NUMBER,
        "currency": NAME,
        "measure": NAME,
    },
    "lifecycle": {"subject": NAMES, "event": NAME},
}
BASES = ("Exact", "Approximate", "Range", "Remainder", "Majority", "Unstated", "NoStake")
CHANNELS = (
    "Tweet",
    "Communique",
    "PressConference",
    "PressReport",
    "StatementToPress",
    "EventOpening",
    "UnknownChannel",
)
EVENTS = ("Created", "Launched", "Opened", "Failed", "Closed")

_DIGEST_CHARACTERS = 16


@dataclass(frozen=True, order=True)
class Span:
    """Where words stand in the article, and the words."""

    start: int
    end: int
    quote: str

    def to_json(self) -> dict[str, Any]:
        """The span as an object of JSON."""
        return {"start": self.start, "end": self.end, "quote": self.quote}


@dataclass(frozen=True, order=True)
class Mention:
    """Words that name the filler of a slot, the name that the slot got, and the entity's IRI.

    `iri` is empty where the graph knows no such entity.
    """

    start: int
    end: int
    slot: str
    name: str
    iri: str = ""

    def to_json(self) -> dict[str, Any]:
        """The mention as an object of JSON."""
        found = {"start": self.start, "end": self.end, "slot": self.slot, "name": self.name}
        return {**found, "iri": self.iri} if self.iri else found


@dataclass(frozen=True)
class Candidate:
    """One claim as drafted: its kind, its quote, what it says, how sure, and by which rule.

    `antecedents` are the spans that a pronoun or a description in the quote stands for; `flags`
    say what a reviewer must look at; `date` is when the situation holds, in EDTF.
    """

    kind: str
    start: int
    end: int
    quote: str
    status: str
    confidence: float
    rule: str
    slots: Mapping[str, Slot] = field(hash=False)
    date: str = ""
    modality: str = "Stated"
    via: tuple[str, ...] = ()
    antecedents: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    flags: tuple[str, ...] = ()

    def names(self, slot: str) -> tuple[str, ...]:
        """The names in a slot: none, one, or several."""
        value = self.slots.get(slot)
        if isinstance(value, tuple):
            return value
        return (value,) if isinstance(value, str) else ()

    def identity(self, article: str) -> str:
        """The id of what an article says here: made of its kind, its span and its slots.

        The same claim drafted again has the same id, whatever its confidence or its rule.
        """
        slots = {name: self.slots.get(name) for name in SLOTS[self.kind]}
        content = [article, self.kind, self.start, self.end, self.status, slots]
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_DIGEST_CHARACTERS]

    def to_json(self) -> dict[str, Any]:
        """The candidate as the JSONL has it; beyond the slots, what is empty is left out."""
        head = {"kind": self.kind, "start": self.start, "end": self.end, "quote": self.quote}
        slots = {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in self.slots.items()
        }
        judged = {"status": self.status, "confidence": self.confidence, "rule": self.rule}
        beyond = {
            "date": self.date,
            "modality": self.modality,
            "via": list(self.via),
            "antecedents": [span.to_json() for span in self.antecedents],
            "mentions": [mention.to_json() for mention in self.mentions],
            "flags": list(self.flags),
        }
        return {
            **head,
            **slots,
            **judged,
            **{name: value for name, value in beyond.items() if value},
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Candidate:
        """The candidate of such an object.

        Raises `DataError` for one that lacks a key, or whose kind or status is unknown.
        """
        try:
            kind, status = row["kind"], row["status"]
            _demand("kind", kind, SLOTS)
            _demand("status", status, STATUSES)
            return cls(
                kind=kind,
                start=int(row["start"]),
                end=int(row["end"]),
                quote=str(row["quote"]),
                status=status,
                confidence=float(row["confidence"]),
                rule=str(row["rule"]),
                slots={name: _slot(how, row.get(name)) for name, how in SLOTS[kind].items()},
                date=str(row.get("date", "")),
                modality=str(row.get("modality", "Stated")),
                via=tuple(row.get("via", ())),
                antecedents=tuple(Span(**span) for span in row.get("antecedents", ())),
                mentions=tuple(Mention(**mention) for mention in row.get("mentions", ())),
                flags=tuple(row.get("flags", ())),
            )
        except KeyError as fault:
            raise DataError(f"a candidate lacks {fault}", hint=_HINT) from fault
        except (TypeError, ValueError) as fault:
            raise DataError(f"a candidate is malformed: {fault}", hint=_HINT) from fault


_HINT = "write it as `souverain draft --format jsonl` does"


def _demand(what: str, value: object, known: Mapping[str, object] | tuple[str, ...]) -> None:
    if value not in known:
        raise DataError(
            f"a candidate has the unknown {what} {value!r}", hint=f"known: {', '.join(known)}"
        )


def _slot(how: str, value: Any) -> Slot:
    if how == NAMES:
        return tuple(map(str, value or ()))
    if value is None:
        return None
    return float(value) if how == NUMBER else str(value)
