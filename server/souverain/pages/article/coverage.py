"""How much of an article is quoted by the claims that are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from souverain.pages.article.kinds import MENTION
from souverain.pages.article.reading import Reading


class Sentence(NamedTuple):
    """A sentence by its number from 1: how many claims quote it, or why none does."""

    number: int
    start: int
    end: int
    words: str
    claims: int
    reason: str

    @property
    def name(self) -> str:
        """What the sentence is called on the page."""
        return f"sentence-{self.number}"


class Coverage(NamedTuple):
    """The sentences of an article, and how many of its characters a claim quotes.

    Neither mentions nor claims that were withdrawn count.
    """

    sentences: tuple[Sentence, ...]
    quoted: int
    characters: int

    @property
    def told(self) -> int:
        """How many sentences support a claim."""
        return sum(1 for row in self.sentences if row.claims)

    @property
    def untold(self) -> list[Sentence]:
        """The sentences that support none."""
        return [row for row in self.sentences if not row.claims]

    @property
    def percent(self) -> int:
        """The share of the characters, never rounded up."""
        return 100 * self.quoted // self.characters if self.characters else 0


def coverage(
    reading: Reading, no_facts: Mapping[int, str], withdrawals: Mapping[str, str]
) -> Coverage:
    """The coverage; `no_facts` has the reason for a sentence, `withdrawals` that for a claim."""
    bounds = reading.article.sentences if reading.article else ()
    said = frozenset(reading.said)
    counted = {claim for claim, kind in reading.claims.items() if kind != MENTION}
    spans = [(row.start, row.end, counted.intersection(row.claims)) for row in reading.quoted]
    sentences = []
    for number, (start, end) in enumerate(bounds, start=1):
        words = reading.text[start:end].strip()
        reach = start + len(words)
        claims = {claim for s, e, row in spans if s < reach and e > start for claim in row}
        gone = sorted({f"withdrawn: {withdrawals[claim]}" for claim in claims - said})
        reason = "; ".join(gone) or no_facts.get(number, "")
        sentences.append(Sentence(number, start, reach, words, len(claims & said), reason))
    quoted = _length([(start, end) for start, end, claims in spans if claims & said])
    return Coverage(tuple(sentences), quoted, len(reading.text))


def _length(spans: list[tuple[int, int]]) -> int:
    """How many characters the spans cover, each counted once."""
    total = reached = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
