"""Words in order, of which some are names, figures or quotes; and how templates are filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"
# The templates are those of two tables of words, and parts of them.
MOST_TEMPLATES = 1024

_PIECE = re.compile(r"\[(?P<part>[^]]*)\]|\{(?P<slot>[\w.:]+)\}|(?P<plain>[^][{}]+)")
_SLOT = re.compile(r"\{([\w.:]+)\}")
_VOWELS = "aàâäeéèêëiîïoôöuùûüœAÀÂÄEÉÈÊËIÎÏOÔÖUÙÛÜŒ"
_ELIDED = re.compile(r"\b([dD]|[qQ]u)e $")
_REPEATED = re.compile(r"\b(de|à) $")
_FRENCH = [
    (re.compile(r"\b([dD])e le "), r"\1u "),
    (re.compile(r"\b([dD])e les "), r"\1es "),
    (re.compile(r"\bà le "), "au "),
    (re.compile(r"\bà les "), "aux "),
    (re.compile(rf"\b([dD]|[qQ]u)e (?=[{_VOWELS}])"), r"\1’"),
    (re.compile(r" ([;!?])"), rf"{NARROW_NO_BREAK}\1"),
    (re.compile(r" ([:»%])"), rf"{NO_BREAK}\1"),
    (re.compile(r"« "), f"«{NO_BREAK}"),
]


class Look(Enum):
    """What a span is, for those who show it."""

    PLAIN = "plain"
    NAME = "name"
    FIGURE = "figure"
    QUOTE = "quote"
    ARTICLE = "article"


STRONG = frozenset({Look.NAME, Look.FIGURE})


@dataclass(frozen=True, slots=True)
class Span:
    """Some words; `iri` is what they name, where they name a thing of the graph."""

    text: str
    look: Look = Look.PLAIN
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Spans that fill a slot; `plural` tells how a verb agrees with them.

    In a list, `joints` are the places of the spans that stand between two of its members.
    """

    spans: tuple[Span, ...] = ()
    plural: bool = False
    joints: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __str__(self) -> str:
        return text(self.spans)


def plain(words: str, look: Look = Look.PLAIN, iri: str = "") -> Phrase:
    """A phrase of one span; an empty one where there are no words."""
    return Phrase((Span(words, look, iri),) if words else ())


def quote(words: str, iri: str = "") -> Phrase:
    """Words as an article prints them, between the marks that French uses."""
    return plain(f"«{NO_BREAK}{words}{NO_BREAK}»" if words else "", Look.QUOTE, iri)


def join(phrases: Iterable[Phrase], between: str, last: str = "") -> Phrase:
    """Phrases in a row, as a list reads: plural where there are several."""
    rows = [phrase for phrase in phrases if phrase]
    spans: list[Span] = []
    joints = set()
    for number, phrase in enumerate(rows):
        if number:
            joints |= {len(spans)} if last else set()
            spans.append(Span(last if last and number == len(rows) - 1 else between))
        spans += phrase.spans
    plural = len(rows) > 1 or any(phrase.plural for phrase in rows)
    return Phrase(tuple(spans), plural, frozenset(joints))


def text(spans: Iterable[Span]) -> str:
    """The words alone."""
    return "".join(span.text for span in spans)


def markdown(spans: Iterable[Span]) -> str:
    """The words in Markdown: names and figures are strong."""
    return "".join(
        f"**{_escaped(span.text)}**" if span.look in STRONG else _escaped(span.text)
        for span in spans
    )


@lru_cache(MOST_TEMPLATES)
def subject(template: str) -> str:
    """The slot that the verb agrees with: the first one, or that which `{verb:slot}` names."""
    found = _SLOT.findall(template)
    named = (slot.partition(":")[2] for slot in found)
    return next(filter(None, named), found[0] if found else "")


def fill(template: str, slot: Callable[[str], Phrase]) -> Iterator[Span]:
    """The spans of a template; a part in brackets is left out where one of its slots is empty.

    French says « de » and « à » again before each member of a list.
    """
    again = ""
    for piece in _pieces(template):
        if piece.part:
            if all(slot(name) for name in piece.slots):
                yield from fill(piece.part, slot)
        elif piece.slots:
            filling = slot(piece.slots[0])
            for number, span in enumerate(filling.spans):
                yield Span(span.text + again) if number in filling.joints else span
        else:
            yield piece.plain
            again = piece.again


class _Piece(NamedTuple):
    """A part in brackets with its slots, one slot, or plain words and the « de » they end in."""

    part: str
    slots: tuple[str, ...]
    plain: Span
    again: str


@lru_cache(MOST_TEMPLATES)
def _pieces(template: str) -> tuple[_Piece, ...]:
    return tuple(map(_piece, _PIECE.finditer(template)))


def _piece(found: re.Match[str]) -> _Piece:
    part, slot, words = found["part"] or "", found["slot"], found["plain"] or ""
    again = _REPEATED.search(words)
    slots = (slot,) if slot else tuple(_SLOT.findall(part))
    return _Piece(part, slots, Span(words), again[0] if again else "")


def polish(spans: Iterable[Span], language: str) -> tuple[Span, ...]:
    """The same words as one writes them: begun with a capital and, in French, joined and spaced.

    What is quoted stays as it is printed.
    """
    rows: list[Span] = []
    for look, group in groupby(spans, lambda span: span.look):
        together = list(group)
        rows += [Span(text(together))] if look is Look.PLAIN else together
    if language == "fr":
        rows = [row if row.look is Look.QUOTE else _in_french(row) for row in rows]
        for number, row in enumerate(rows[:-1]):
            if rows[number + 1].text[:1] in _VOWELS:
                rows[number] = Span(_ELIDED.sub(r"\1’", row.text), row.look, row.iri)
    rows = [row for row in rows if row.text]
    if rows and rows[0].look is Look.PLAIN:
        rows[0] = Span(rows[0].text[:1].upper() + rows[0].text[1:])
    return tuple(rows)


def _in_french(span: Span) -> Span:
    words = span.text
    for pattern, written in _FRENCH:
        words = pattern.sub(written, words)
    return Span(words, span.look, span.iri)


def _escaped(words: str) -> str:
    return re.sub(r"([\\*_`\[\]<])", r"\\\1", words)
