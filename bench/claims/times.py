"""Dates in print: a year that is stated, or a month whose year is inferred."""

from __future__ import annotations

import calendar
import random
from collections.abc import Iterator
from dataclasses import dataclass

from bench.claims.lines import A, article, concept, quads, text, typed

FIRST_YEAR, LAST_YEAR = 2005, 2024
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
NOTES = (
    ("en", "The year is not printed; it is that of the article named."),
    ("fr", "L’année n’est pas imprimée ; c’est celle de l’article nommé."),
)


@dataclass(frozen=True)
class Date:
    """A `sov:When`; `source` is the article that an inferred year is inferred from."""

    edtf: str
    earliest: str
    latest: str
    words: str
    source: str = ""

    @property
    def year(self) -> int:
        """The year, stated or inferred."""
        return int(self.earliest[:4])

    def lines(self, graph: str, node: str) -> Iterator[str]:
        """Its quads."""
        basis = "InferredYear" if self.source else "StatedYear"
        yield from quads(
            graph,
            node,
            (A, concept("When")),
            ("sov:edtf", text(self.edtf)),
            ("sov:earliest", typed(self.earliest, "xsd:date")),
            ("sov:latest", typed(self.latest, "xsd:date")),
            ("sov:yearBasis", concept(basis)),
            ("sov:printedWords", text(self.words, "fr")),
        )
        if self.source:
            notes = [("sov:inferenceNote", text(words, tag)) for tag, words in NOTES]
            yield from quads(graph, node, ("sov:inferredFrom", article(self.source)), *notes)


def stated(year: int, words: str) -> Date:
    """A year that is printed."""
    return Date(str(year), f"{year}-01-01", f"{year}-12-31", words)


def inferred(year: int, month: int, words: str, source: str) -> Date:
    """A month that is printed, and a year that is not."""
    last = calendar.monthrange(year, month)[1]
    return Date(
        f"{year}?-{month:02}",
        f"{year}-{month:02}-01",
        f"{year}-{month:02}-{last}",
        words,
        source,
    )


def printed(published: Date, chance: random.Random) -> Date:
    """A date that an article prints, not after its own: one in four without its year."""
    if published.source and chance.random() < 1 / 4:
        month = chance.randrange(1, 13)
        return inferred(published.year - 1, month, f"en {MONTHS[month - 1]}", published.source)
    year = chance.randrange(FIRST_YEAR, published.year + 1)
    return stated(year, f"en {year}")
