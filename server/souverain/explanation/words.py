"""The words of a language, from the table of that name: `en.toml`, `fr.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from souverain.errors import UnknownName

LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Words:
    """One language: its templates, verbs, concepts and small words."""

    language: str
    table: Mapping[str, Any]

    def __getitem__(self, name: str) -> str:
        """A small word, such as `and`, or one of a group, such as `when.in`."""
        value: Any = self.table
        for key in name.split("."):
            value = value[key]
        return str(value)

    @property
    def months(self) -> list[str]:
        """The months from January on."""
        return list(self.table["months"])

    def template(self, kind: str, variant: str = "") -> str:
        """The sentence of a class in that variant, or in any; nothing where there is none."""
        rows = self.table["sentences"]
        return str(rows.get(f"{kind}.{variant}") or rows.get(kind, ""))

    def speaks_of(self, kind: str) -> bool:
        """Whether there is a sentence for things of that class."""
        return kind in self._kinds

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(name.partition(".")[0] for name in self.table["sentences"])

    def verb(self, kind: str, keys: Iterator[str], *, plural: bool, unreal: bool) -> str:
        """The first verb of a class that one of the keys names, in number and in mood."""
        rows = self.table["verbs"].get(kind, {})
        row: str = next((rows[key] for key in keys if key in rows), "")
        real, _, other = row.partition(" ~ ")
        singular, _, several = (other if unreal and other else real).partition("|")
        return several if plural and several else singular

    def concept(self, slot: str, name: str) -> str | None:
        """A concept as it reads in a slot; None where it reads as it is called."""
        row = self.table["words"].get(slot, {}).get(name)
        return None if row is None else str(row)

    def counted(self, name: str, count: int) -> str:
        """A number of things."""
        one, _, several = self[f"phrases.{name}"].partition("|")
        return (several if self.is_several(count) else one).format(count=count)

    def is_several(self, count: int) -> bool:
        """Whether so many things are plural: in French, none is singular."""
        return count > 1 if self.language == "fr" else count != 1

    def number(self, digits: str) -> str:
        """A decimal number as one writes it."""
        if "." in digits:
            digits = digits.rstrip("0").rstrip(".")
        return digits.replace(".", self["decimal"])


@cache
def read(language: str) -> Words:
    """The words of that language; raises `UnknownName`."""
    if language not in LANGUAGES:
        raise UnknownName("language", language, LANGUAGES)
    table = files(__package__).joinpath(f"{language}.toml").read_text("utf-8")
    return Words(language, tomllib.loads(table))
