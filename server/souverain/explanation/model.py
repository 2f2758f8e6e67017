"""What an explanation is made of."""

from __future__ import annotations

from dataclasses import dataclass

from souverain.explanation.phrase import Span, markdown, text

BETWEEN_MARKS = " · "


@dataclass(frozen=True)
class Sentence:
    """A sentence about one thing, and after it the marks of the state in which it is said."""

    iri: str
    spans: tuple[Span, ...]
    marks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return text(self._all())

    @property
    def markdown(self) -> str:
        """The sentence in Markdown, with names and figures strong."""
        return markdown(self._all())

    @property
    def ending(self) -> str:
        """What stands after the sentence: its marks, and the full stop."""
        return "".join(BETWEEN_MARKS + mark for mark in self.marks) + "."

    def _all(self) -> tuple[Span, ...]:
        return (*self.spans, Span(self.ending))


@dataclass(frozen=True)
class Quote:
    """Words of an article, where they stand in it, and the words around them."""

    iri: str
    text: str
    article: str
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True)
class Source:
    """An article with its date in words, and how the date was inferred where it was."""

    iri: str
    name: str
    date: str
    is_inferred: bool
    note: str


@dataclass(frozen=True)
class Said:
    """Somebody whom an article cites, with the article's words for it."""

    iri: str
    speaker: str
    words: str


@dataclass(frozen=True)
class Disagreement:
    """A discrepancy that involves the thing: its kind, what differs, and the other claims."""

    iri: str
    kind: str
    note: str
    others: tuple[Sentence, ...]


@dataclass(frozen=True)
class Related:
    """Things that belong to the thing, under what they are to it."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Explanation:
    """All that explains one thing; what a thing of its class does not have is empty.

    `article` is that which asserts a claim, or holds an evidence; `said` is the chain of those
    whom it cites, the nearest to it first; `rule` says in words how a derivation was made.
    """

    sentence: Sentence
    quotes: tuple[Quote, ...]
    article: Source | None
    said: tuple[Said, ...]
    rule: Sentence | None
    premises: tuple[Sentence, ...]
    disagreements: tuple[Disagreement, ...]
    related: tuple[Related, ...]
    counts: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence, as one reads it."""
        return str(self.sentence)
