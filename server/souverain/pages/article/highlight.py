"""A text cut where spans begin and end, so that each wears the underline of its kind.

Spans that cross are nested as elements must be: the later one is closed and opened again, and its
first part has the name. Underlines that meet have different levels, the shortest the highest.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from souverain.pages.article.reading import Quoted

# A paragraph, with the line ends around it.
_PARAGRAPH = re.compile(r"\n*[^\n]+\n*|\n+")
LEVELS = 9
# So many spans of an article that were cut can be lit whole by the style sheet alone.
CUTS = 32


class Line(NamedTuple):
    """An underline: a span, in the look of one kind of the claims that quote it."""

    quoted: Quoted
    kind: str
    level: int


class Token(NamedTuple):
    """What comes next: an element that opens, or some words, or else an element that closes.

    `name` is that of a span where it opens for the first time; `claim` is what the words lead to.
    """

    line: Line | None = None
    name: str = ""
    words: str = ""
    claim: str = ""


class Passage(NamedTuple):
    """A paragraph: where it stands, what it is made of, and how many underlines meet in it."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    depth: int


def passages(text: str, spans: Sequence[Quoted]) -> tuple[Passage, ...]:
    """The paragraphs of a text; their words, put together, are the text."""
    drawn = list(_levelled(spans))
    seen: set[str] = set()
    rows = []
    for found in _PARAGRAPH.finditer(text):
        start, end = found.span()
        lines = [row for row in drawn if row.quoted.start < end and row.quoted.end > start]
        tokens = tuple(_tokens(text, start, end, lines, seen))
        rows.append(Passage(start, end, tokens, 1 + max((row.level for row in lines), default=0)))
    return tuple(rows)


def cuts(rows: Iterable[Passage]) -> dict[str, int]:
    """A number from 1 for each span that had to be cut, as long as there are numbers."""
    opened = Counter(
        token.line.quoted.name
        for row in rows
        for token in row.tokens
        if token.line and token.line.kind == next(iter(token.line.quoted.kinds))
    )
    names = [name for name, count in opened.items() if count > 1]
    return {name: number for number, name in enumerate(names[:CUTS], start=1)}


def _levelled(spans: Sequence[Quoted]) -> Iterator[Line]:
    """A line for each kind of each span, at a level that no line which it meets has."""
    placed: list[Line] = []
    for span in sorted(spans, key=lambda row: (row.end - row.start, row.start)):
        for kind in span.kinds:
            met = {
                line.level
                for line in placed
                if line.quoted.start < span.end and line.quoted.end > span.start
            }
            free = next(level for level in itertools.count() if level not in met)
            placed.append(Line(span, kind, min(free, LEVELS - 1)))
    return iter(placed)


def _tokens(
    text: str, start: int, end: int, lines: Sequence[Line], seen: set[str]
) -> Iterator[Token]:
    ends = {place for row in lines for place in (row.quoted.start, row.quoted.end)}
    places = sorted({start, end, *(place for place in ends if start < place < end)})
    stack: list[Line] = []
    for here, following in itertools.pairwise(places):
        opening = [row for row in lines if max(row.quoted.start, start) == here]
        first = next((i for i, row in enumerate(stack) if row.quoted.end <= here), len(stack))
        opening += [row for row in stack[first:] if row.quoted.end > here]
        yield from [Token()] * (len(stack) - first)
        del stack[first:]
        for row in sorted(opening, key=_longest_first):
            yield Token(row, "" if row.quoted.name in seen else row.quoted.name)
            seen.add(row.quoted.name)
            stack.append(row)
        words = text[here:following]
        yield Token(words=words, claim="" if words.isspace() else _claim(stack))
    yield from [Token()] * len(stack)


def _longest_first(line: Line) -> tuple[int, int, int, int]:
    return -line.quoted.end, line.quoted.start, -line.level, line.quoted.kinds.index(line.kind)


def _claim(stack: Sequence[Line]) -> str:
    """The first claim of the shortest span that covers some words."""
    spans = sorted({row.quoted for row in stack}, key=lambda row: row.end - row.start)
    return next((claim for row in spans for claim in row.claims), "")
