"""What the review in the terminal shows: the article with its spans, and a card in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.markup import escape
from rich.text import Text

from souverain.intake.candidate import Candidate
from souverain.intake.card import Card
from souverain.intake.catalogue import NAMED, Catalogue
from souverain.intake.doubts import Doubt
from souverain.intake.slots import shown
from souverain.pages.words import Words

# How a span of the article looks, by what was decided on its card.
LOOKS: Mapping[str, str] = {
    "": "underline",
    "accepted": "green",
    "edited": "green",
    "added": "green",
    "evidence": "green",
    "published": "bold green",
    "rejected": "dim strike",
    "no-fact": "dim",
}
CURRENT = "reverse"


def drawn(article: str, cards: Sequence[Card], current: Card) -> Text:
    """The article, each span in the look of what was decided on it."""
    text = Text(article)
    for card in cards:
        text.stylize(LOOKS[card.verdict], card.start, card.end)
    text.stylize(CURRENT, current.start, current.end)
    return text


def said(
    card: Card, cards: Sequence[Card], doubts: Sequence[Doubt], catalogue: Catalogue, say: Words
) -> str:
    """A card as markup: what was decided, what it says, and what speaks against it."""
    state = say(f"review.{card.verdict or 'open'}")
    decided = sum(1 for row in cards if row.verdict)
    lines = [
        say("review.progress", decided=decided, all=len(cards)),
        f"[b]{cards.index(card) + 1}/{len(cards)} · {state}[/b]",
        "",
        f"« {escape(card.quote)} »",
        "",
    ]
    if card.candidate is None:
        lines.append(f"[i]{say('review.flagged')}[/i]")
    else:
        lines += _slots(card.candidate, catalogue)
        sure = f"{card.candidate.confidence:.2f}"
        about = say("review.confidence", confidence=sure, rule=card.candidate.rule)
        lines.append(f"[dim]{escape(about)}[/dim]")
    if doubts:
        lines += ["", f"[b yellow]{say('review.doubts')}[/b yellow]"]
        lines += [f"• {escape(say(f'review.{row.code}', **row.values))}" for row in doubts]
    return "\n".join([*lines, "", f"[dim]{escape(say('review.keys'))}[/dim]", ""])


def _slots(candidate: Candidate, catalogue: Catalogue) -> list[str]:
    rows = [f"[b]{candidate.kind}[/b] · {candidate.status} · {candidate.modality} {candidate.date}"]
    for slot in candidate.slots:
        value = shown(candidate, slot)
        if slot in NAMED and value:
            value = "; ".join(catalogue.described(candidate.names(slot)))
        rows.append(f"  {slot}: {escape(value or '–')}")
    return rows
