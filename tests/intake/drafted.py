"""What the tables of sentences are compared with: the candidates of one kind, in short."""

from __future__ import annotations

from functools import cache

from souverain.intake import extraction
from souverain.intake.known import Known
from souverain.intake.text import Text

NOTHING_KNOWN = Known()


@cache
def candidates(content: str, published: str | None = "2015-06-12", language: str = "fr"):
    return extraction.draft(Text("made-up", content, language), NOTHING_KNOWN, published).candidates


def stakes(content: str, language: str = "fr") -> list[tuple]:
    return [
        (
            " + ".join(row.names("holder")),
            *(row.slots[s] for s in ("target", "percentage")),
            row.status,
        )
        for row in candidates(content, language=language)
        if row.kind == "stake"
    ]


def acquisitions(content: str, language: str = "fr") -> list[tuple]:
    return [
        (
            " + ".join(row.names("acquirer")),
            row.slots["target"],
            row.slots["percentage"],
            row.status,
        )
        for row in candidates(content, language=language)
        if row.kind == "acquisition"
    ]


def roles(content: str, language: str = "fr") -> list[tuple]:
    return [
        (*(row.slots[slot] for slot in ("person", "organization", "title")), row.status)
        for row in candidates(content, language=language)
        if row.kind == "role"
    ]


def announcements(content: str, language: str = "fr") -> list[tuple]:
    return [
        (" + ".join(row.names("announcer")), row.slots["channel"])
        for row in candidates(content, language=language)
        if row.kind == "announcement"
    ]


def fundings(content: str, language: str = "fr") -> list[tuple]:
    return [
        (
            " + ".join(row.names("payer")),
            " + ".join(row.names("receiver")),
            row.slots["amount"],
            row.status,
        )
        for row in candidates(content, language=language)
        if row.kind == "funding"
    ]


def amounts(content: str, language: str = "fr") -> list[tuple]:
    return [
        (" + ".join(row.names("receiver")), row.slots["amount"], row.slots["measure"], row.status)
        for row in candidates(content, language=language)
        if row.kind == "amount"
    ]


def partnerships(content: str, language: str = "fr") -> list[tuple]:
    return _together(content, language, "partnership", "partners")


def mergers(content: str, language: str = "fr") -> list[tuple]:
    return _together(content, language, "merger", "parties")


def lives(content: str, language: str = "fr") -> list[tuple]:
    return [
        (" + ".join(row.names("subject")), row.slots["event"], row.status)
        for row in candidates(content, language=language)
        if row.kind == "lifecycle"
    ]


def _together(content: str, language: str, kind: str, slot: str) -> list[tuple]:
    return [
        (" + ".join(sorted(row.names(slot))), row.status)
        for row in candidates(content, language=language)
        if row.kind == kind
    ]
