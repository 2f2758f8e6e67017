"""An article as it is read: its text, the spans that are quoted from it, and who quotes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from souverain.explanation import Facts, Node
from souverain.explanation.evidence import bounds, selected
from souverain.pages.article import kinds as claimkinds
from souverain.text import Article

# Words that no claim quotes; no line is drawn under them.
PLAIN = "plain"


class Quoted(NamedTuple):
    """A span of the text, by the name that it has on the page, and the claims that quote it.

    The claims, and their kinds, come in the order of the kinds.
    """

    name: str
    start: int
    end: int
    claims: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """An article of the graph; `article` is its file, or nothing where that is not to be had.

    `claims` has every claim that it asserts, those that were withdrawn too, with its kind, in the
    order of the text; `places` the spans of each; those that its text does not hold are nowhere.
    """

    iri: str
    article: Article | None
    quoted: tuple[Quoted, ...]
    claims: Mapping[str, str]
    places: Mapping[str, tuple[Quoted, ...]]
    withdrawn: frozenset[str]

    @property
    def slug(self) -> str:
        """What the article is called in its address."""
        return last(self.iri)

    @property
    def text(self) -> str:
        """The text, character for character."""
        return self.article.text if self.article else ""

    @property
    def standing(self) -> list[str]:
        """The claims that nobody withdrew."""
        return [claim for claim in self.claims if claim not in self.withdrawn]

    @property
    def said(self) -> list[str]:
        """Those of them that say something."""
        return [row for row in self.standing if self.claims[row] != claimkinds.MENTION]

    @property
    def mentions(self) -> list[str]:
        """Those that only say whom some words name."""
        return [row for row in self.standing if self.claims[row] == claimkinds.MENTION]


def last(iri: str) -> str:
    """The last part of an IRI: what a thing is called on a page."""
    return iri.rpartition("/")[2]


def read(facts: Facts, iri: str, article: Article | None) -> Reading:
    """The reading of an article, by its IRI."""
    kinds = {row.iri: claimkinds.kind(facts, row) for row in _claims(facts, iri)}
    text = article.text if article else ""
    quoted = sorted(_quoted(facts, iri, text, kinds), key=lambda row: (row.start, -row.end))
    places: dict[str, tuple[Quoted, ...]] = {}
    for row in quoted:
        for claim in row.claims:
            places[claim] = (*places.get(claim, ()), row)
    order = claimkinds.NAMES.index

    def place(claim: str) -> tuple[int, int, int, str]:
        first = places[claim][0] if claim in places else None
        start, end = (first.start, -first.end) if first else (len(text), 0)
        return start, end, order(kinds[claim]), claim

    return Reading(
        iri=iri,
        article=article,
        quoted=tuple(quoted),
        claims={claim: kinds[claim] for claim in sorted(kinds, key=place)},
        places=places,
        withdrawn=frozenset(claim for claim in kinds if facts.by(claim, "withdraws")),
    )


def _claims(facts: Facts, article: str) -> Iterator[Node]:
    """The claims that an article asserts, and those that quote it."""
    quoting = (
        facts.node(row.iri.partition("#")[0])
        for evidence in facts.by(article, "oa:hasSource")
        for row in facts.by(evidence.iri, "evidence")
    )
    yield from facts.by(article, "assertedIn")
    yield from (row for row in quoting if row.one("assertedIn") == article)


def _quoted(facts: Facts, article: str, text: str, kinds: Mapping[str, str]) -> Iterator[Quoted]:
    order = claimkinds.NAMES.index
    for evidence in facts.by(article, "oa:hasSource"):
        found = selected(facts, evidence)
        start, end = bounds(found)
        naming = {row.iri.partition("#")[0] for row in facts.by(evidence.iri, "evidence")}
        claims = sorted(naming & kinds.keys(), key=lambda claim: (order(kinds[claim]), claim))
        if start < end and text[start:end] == found.get("exact"):
            told = tuple(dict.fromkeys(kinds[claim] for claim in claims))
            yield Quoted(last(evidence.iri), start, end, tuple(claims), told or (PLAIN,))
