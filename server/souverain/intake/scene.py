"""A text as patterns see it: each phrase and figure is a run of one mark, so that offsets stay.

« Numergy, détenu à 47 % par SFR » is `FFFFFFF, détenu à SSSS par FFF`, with marks of Unicode's
private use, of which a text can have none of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from souverain.intake import describing, money, naming, percentages, times
from souverain.intake.anchor import Anchor
from souverain.intake.known import Known
from souverain.intake.letters import plain
from souverain.intake.money import Sum
from souverain.intake.naming import Hint
from souverain.intake.percentages import Share
from souverain.intake.phrase import PERSON, PRONOUN, Phrase
from souverain.intake.times import When

MARKS = {
    "firm": "\ue000",
    "person": "\ue001",
    "described": "\ue002",
    "somebody": "\ue003",
    "share": "\ue004",
    "money": "\ue005",
    "when": "\ue006",
    "place": "\ue007",
    "other": "\ue008",
    "pronoun": "\ue009",
    "either": "\ue00a",
    "span": "\ue00b",
}
_PRIVATE = re.compile("[\ue000-\ue00f]")
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:MM?|Mme|Mlle|Dr|Me|St|Ste|Sté|Cie|Inc|Corp|Ltd|Co|cf|etc|env|p|n°|Mr|Mrs|Ms|vs"
    r"|No|art|[A-ZÉ](?:\.[A-ZÉ])*))\.$"
)
_SENTENCE_END = re.compile(
    r"[.!?…]+[»\"”)]*(?:\s*»)?(?=\s+[\"«“(–—•-]?\s*[\dA-ZÀÂÇÉÈÊÎÔ])|\n+|(?<=[a-zé]\.)(?=[A-Z])"
)


@dataclass(frozen=True)
class Scene:
    """A text with what stands in it; `full` marks noun phrases, `bare` the names alone.

    `sentences` are bounds; none is broken within the text of another.
    """

    text: str
    full: str
    bare: str
    phrases: Sequence[Phrase]
    shares: Sequence[Share]
    sums: Sequence[Sum]
    whens: Sequence[When]
    sentences: Sequence[tuple[int, int]]

    @cached_property
    def _starts(self) -> list[int]:
        return [row.start for row in self.phrases]

    @cached_property
    def plain(self) -> str:
        """The text in small letters, without a mark."""
        return _marked(self.text, ())

    @cached_property
    def plain_sentences(self) -> Sequence[str]:
        """The sentences of `plain`."""
        return [self.plain[start:end] for start, end in self.sentences]

    def small(self, *, bare: bool) -> Sequence[str]:
        """The sentences of `bare` or of `full`, in small letters."""
        return self._small[bare]

    @cached_property
    def _small(self) -> tuple[list[str], list[str]]:
        full, bare = (
            [mask[start:end].lower() for start, end in self.sentences]
            for mask in (self.full, self.bare)
        )
        return full, bare

    def within(self, start: int, end: int) -> list[Phrase]:
        """The phrases, as `full` marks them, that lie in a span."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [row for row in self.phrases[low:high] if row.end <= end]

    def named(self, start: int, end: int) -> list[Phrase]:
        """The phrases whose name alone, as `bare` marks it, lies in a span."""
        return [
            row
            for row in self.phrases
            if start <= row.at and row.till <= end and (row.names or row.how == PRONOUN)
        ]

    def names_in(self, spans: Iterable[tuple[int, int]]) -> list[str]:
        """The names that stand in spans, as the sentence has them."""
        return [name for span in spans for row in self.within(*span) for name in row.names]

    def share(self, start: int) -> Share | None:
        """The share that begins there."""
        return next((row for row in self.shares if row.start == start), None)

    def sum(self, start: int) -> Sum | None:
        """The sum of money that begins there."""
        return next((row for row in self.sums if row.start == start), None)

    def number(self, position: int) -> int:
        """The number of the sentence in which a position lies."""
        return max(0, bisect_right([start for start, _ in self.sentences], position) - 1)

    def sentence(self, position: int) -> tuple[int, int]:
        """The bounds of the sentence in which a position lies."""
        return self.sentences[self.number(position)]


def see(content: str, known: Known, hints: Iterable[Hint], anchor: Anchor | None) -> Scene:
    """The scene of an article's text."""
    text = _PRIVATE.sub(" ", plain(content))
    found = naming.names(text, known, hints)
    shares, sums = list(percentages.shares(text)), list(money.sums(text))
    whens = list(times.whens(text, anchor))
    figured = [(row.start, row.end) for row in shares]
    figured += [(row.start, row.end) for row in sums]
    figured += [(row.start, row.end) for row in whens]
    names = [row for row in found if not _overlaps(row, figured)]
    phrases = describing.described(text, names)
    marks = [(row.start, row.end, _mark_of(row)) for row in shares]
    marks += [(row.start, row.end, MARKS["money"]) for row in sums]
    marks += [(row.start, row.end, MARKS["when"]) for row in whens]
    full = [*marks, *((row.start, row.end, _mark(row)) for row in phrases)]
    bare = [*marks, *((row.at, row.till, _mark(row)) for row in phrases if _stays(row))]
    return Scene(
        text,
        _marked(text, full),
        _marked(text, bare),
        phrases,
        shares,
        sums,
        whens,
        list(sentences(text)),
    )


def _overlaps(row: Phrase, spans: Sequence[tuple[int, int]]) -> bool:
    return any(row.at < end and start < row.till for start, end in spans)


def _mark_of(share: Share) -> str:
    if share.is_share:
        return MARKS["share" if share.last is None else "span"]
    return MARKS["other"]


def _mark(row: Phrase) -> str:
    if row.how == PRONOUN:
        return MARKS["pronoun"]
    if row.how:
        return MARKS["somebody" if row.sort == PERSON else "described"]
    return MARKS[row.sort or "either"]


def _stays(row: Phrase) -> bool:
    return bool(row.names) or row.how == PRONOUN or row.sort != PERSON


def _marked(text: str, marks: Iterable[tuple[int, int, str]]) -> str:
    letters = [low if len(low := letter.lower()) == 1 else letter for letter in text]
    for start, end, mark in marks:
        letters[start:end] = mark * (end - start)
    return "".join(letters)


def sentences(content: str) -> Iterable[tuple[int, int]]:
    """The bounds of the sentences of a text, which together are all of it."""
    text = plain(content)
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, max(start, end.end() - 8), end.end()):
            continue
        if text[start : end.end()].strip():
            yield start, end.end()
            start = end.end()
    yield start, len(text)
