"""Who did an act, on what day, and why: no act without it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from rdflib import XSD, Literal

from souverain.errors import UnknownName, UsageError

LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Account:
    """The account of an act; `reason` is written in `language`."""

    reason: str
    by: str
    on: date
    language: str

    @classmethod
    def read(cls, reason: str, by: str, on: str, language: str = "en") -> Self:
        """The account that four texts give; raises `UsageError` for an empty one or no day."""
        for name, text in (("reason", reason), ("by", by)):
            if not text.strip():
                raise UsageError(f"--{name} is empty", hint="say why, and who says so")
        if language not in LANGUAGES:
            raise UnknownName("language", language, LANGUAGES)
        return cls(" ".join(reason.split()), " ".join(by.split()), _day(on), language)

    @property
    def day(self) -> Literal:
        """The day as the graph writes it."""
        return Literal(self.on.isoformat(), datatype=XSD.date)

    def text(self, words: dict[str, str], **values: object) -> Literal:
        """A sentence of a table by language, with the account's and other values put in."""
        said = words[self.language].format(reason=self.reason, by=self.by, on=self.on, **values)
        return Literal(said, lang=self.language)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise UsageError(f"{text!r} is no day", hint="write it like this: --on 2024-01-31")
    return day
