"""What the site says of its own, in each language: one file of words for each part of it.

    # words/entity.toml
    [held_by]
    en = "Who holds it"
    fr = "Qui en détient une part"

is `entity.held_by`. What the graph says has its words in the graph, and in `explanation`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "fr")


class Words:
    """The words of one language, by file and name."""

    def __init__(self, language: str, table: Mapping[str, Mapping[str, str]]) -> None:
        self.language = language
        self._table = table

    def __call__(self, name: str, /, **values: object) -> str:
        """The words, with values where they have names in braces."""
        words = self._table[name][self.language]
        return words.format(**values) if values else words

    def __contains__(self, name: object) -> bool:
        return name in self._table

    def counted(self, name: str, count: int) -> str:
        """The words for so many: `one|several`, with `{count}` in them."""
        one, _, several = self(name).partition("|")
        is_several = count > 1 if self.language == "fr" else count != 1
        return (several if is_several else one).format(count=count)


@cache
def read(language: str) -> Words:
    """The words of that language."""
    return Words(language, table())


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """Every name, with its words in each language."""
    found = {}
    for file in files(__package__).joinpath("words").iterdir():
        if file.name.endswith(".toml"):
            part = file.name.removesuffix(".toml")
            for name, words in tomllib.loads(file.read_text("utf-8")).items():
                found[f"{part}.{name}"] = words
    return found
