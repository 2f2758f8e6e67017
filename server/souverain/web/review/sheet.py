"""What the page of the review shows: the article in segments, the cards, and the card at hand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from souverain.intake.candidate import SLOTS, STATUSES
from souverain.intake.card import Card
from souverain.intake.catalogue import NAMED, OFFERED, Catalogue
from souverain.intake.desk import Desk
from souverain.intake.doubts import doubts
from souverain.intake.published import Published
from souverain.intake.slots import editable, is_several, shown
from souverain.pages import rendering, words

TEMPLATE = "review.html"


class Segment(NamedTuple):
    """Words of the article between two ends of spans, and what was decided of those they are in."""

    words: str
    verdicts: tuple[str, ...]
    is_current: bool
    is_first: bool


class Slot(NamedTuple):
    """A line of a form: the slot, its value, and whether it names entities, one or several."""

    name: str
    value: str
    is_named: bool
    is_several: bool


@dataclass(frozen=True)
class Told:
    """What was done last, or what went wrong, in sentences."""

    text: str = ""
    is_fault: bool = False


class Sheet:
    """Makes the page from the desk, as it stands when it is asked for."""

    def __init__(self, desk: Desk, base: str) -> None:
        self.desk = desk
        self.catalogues = {name: Catalogue(desk.project, name) for name in words.LANGUAGES}
        self.published = Published(desk.project, self.catalogues["fr"], base)

    def page(self, item: str, language: str, form: str, told: Told) -> bytes:
        """The page with one card at hand: that of an id, else the first that is open."""
        cards = self.desk.cards()
        current = _current(cards, item)
        say = words.read(language)
        found = doubts(current, self.desk.article, self.published, cards)
        already = (row.values["claim"] for row in found if row.code == "published-already")
        return rendering.render(
            TEMPLATE,
            language=language,
            t=say,
            slug=self.desk.slug,
            spoken=self.desk.article.language,
            form=form,
            told=told,
            cards=cards,
            card=current,
            at=cards.index(current),
            decided=sum(1 for card in cards if card.verdict),
            segments=list(segments(self.desk.article.text, cards, current)),
            doubts=[say(f"review.{row.code}", **row.values) for row in found],
            already=next(already, ""),
            slots=list(_slots(current)),
            says=_says(current, self.catalogues[language]),
            kinds=list(SLOTS),
            statuses=STATUSES,
            classes=OFFERED,
            entries=self.catalogues[language].suggest("", most=500),
            hand=sorted({slot for kind in SLOTS.values() for slot in kind}),
        )

    def suggestions(self, text: str, language: str) -> list[dict[str, str]]:
        """The entities that are like some words, for the picker."""
        catalogue = self.catalogues[language]
        return [
            {"name": catalogue.spelled(row.iri), "told": ", ".join((row.kind, *row.names))}
            for row in catalogue.suggest(text)
        ]


def segments(text: str, cards: Sequence[Card], current: Card) -> Iterator[Segment]:
    """The text cut at every end of a span; its words, put together, are the text."""
    ends = {0, len(text), *(place for card in cards for place in (card.start, card.end))}
    for start, end in itertools.pairwise(sorted(ends)):
        over = [card for card in cards if card.start <= start and card.end >= end]
        verdicts = tuple(dict.fromkeys(card.verdict or "open" for card in over))
        is_current = current in over
        yield Segment(text[start:end], verdicts, is_current, start == current.start)


def following(cards: Sequence[Card], item: str) -> str:
    """The id of the next card that is open after one; the same where none is."""
    at = next((n for n, card in enumerate(cards) if card.id == item), 0)
    around = [*cards[at:], *cards[:at]]
    return next((card.id for card in around if not card.verdict), item)


def _current(cards: Sequence[Card], item: str) -> Card:
    named = (card for card in cards if card.id == item)
    is_open = (card for card in cards if not card.verdict)
    return next(named, None) or next(is_open, cards[0])


def _slots(card: Card) -> Iterator[Slot]:
    said = card.candidate
    if said is None:
        return
    for name in editable(said):
        yield Slot(name, shown(said, name), name in NAMED, is_several(said.kind, name))


def _says(card: Card, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Each slot of a draft with its value, an entity with what it means."""
    said = card.candidate
    rows = []
    for name in SLOTS[said.kind] if said else ():
        assert said is not None
        value = shown(said, name)
        if name in NAMED and value:
            value = "; ".join(catalogue.described(said.names(name)))
        rows.append((name, value or "–"))
    return rows
