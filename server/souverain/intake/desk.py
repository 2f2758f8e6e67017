"""The desk at which one article is reviewed: its cards in the order of the text, and what one does.

A card is a draft, a claim added by hand, or a flagged sentence. Each act is a line in the log, and
on the disk when the act returns; terminal and browser do the same acts at the same desk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from souverain import clock, text
from souverain.errors import UnknownName, UsageError
from souverain.files import Project
from souverain.intake import decisions, drafts
from souverain.intake.candidate import SLOTS, STATUSES, Candidate
from souverain.intake.card import Card
from souverain.intake.decisions import BY_HAND, Decision
from souverain.intake.slots import changed_in, differing


class Desk:
    """The review of one article by one person.

    Raises `UnknownName` for an article that is not there, and `UsageError` for one without drafts.
    """

    def __init__(self, project: Project, slug: str, by: str = "") -> None:
        articles = text.load(project)
        if slug not in articles:
            raise UnknownName("article", slug, articles)
        if not drafts.path(project, slug).is_file():
            raise UsageError(
                f"article {slug} has no drafts",
                hint=f"articles with drafts: {', '.join(drafts.articles(project)) or 'none'}",
            )
        self.project = project
        self.slug = slug
        self.by = " ".join(by.split())
        self.article = articles[slug]
        self.drafts = drafts.load(project, slug)

    def log(self) -> tuple[Decision, ...]:
        """All decisions on the article so far."""
        return decisions.read(self.project, self.slug)

    def cards(self) -> list[Card]:
        """Every card in the order of the text; of equal places, drafts before flagged sentences."""
        kept = self.log()
        standing, done = decisions.standing(kept), decisions.published(kept)
        rows = {key: _edited(row, standing.get(key)) for key, row in self.drafts.drafts.items()}
        for key, decision in standing.items():
            if decision.verdict == decisions.ADDED and decision.candidate is not None:
                rows[key] = Candidate.from_json(decision.candidate)
        found = [
            Card(key, row.start, row.end, row.quote, row, standing.get(key), done.get(key, ()))
            for key, row in rows.items()
        ]
        for span in self.drafts.unfilled:
            key = drafts.flagged_id(span)
            found.append(Card(key, span.start, span.end, span.quote, None, standing.get(key)))
        return sorted(found, key=lambda card: (card.start, card.end, not card.candidate, card.id))

    def card(self, item: str) -> Card:
        """The card of that id, or of the one id that begins so; raises `UnknownName`."""
        cards = {card.id: card for card in self.cards()}
        near = [name for name in cards if name.startswith(item)]
        if item not in cards and len(near) != 1:
            raise UnknownName("card", item, cards)
        return cards[item if item in cards else near[0]]

    def accept(self, item: str) -> Decision:
        """Accept a draft as it stands."""
        card = self._draft(item)
        if card.verdict in {decisions.EDITED, decisions.ADDED}:  # accepted already, as it stands
            assert card.decision is not None
            return card.decision
        return self._decide(self._on(card, decisions.ACCEPTED))

    def edit(
        self, item: str, slots: Mapping[str, Any], kinds: Mapping[str, str] | None = None
    ) -> Decision:
        """Accept a draft with some slots changed; `kinds` are the classes of new entities.

        Slots that stay as they were are no edit. Raises `UsageError` for a slot that its kind does
        not have, and `DataError` for a value that makes no sense.
        """
        card = self._draft(item)
        assert card.candidate is not None
        changed = changed_in(card.candidate, slots)
        if changed == card.candidate and not kinds:
            return self.accept(item)
        is_new = card.decision is not None and card.decision.verdict == decisions.ADDED
        before = card.decision.edited if card.decision else ()
        told = self._on(card, decisions.ADDED if is_new else decisions.EDITED)
        known = dict(card.decision.kinds) if card.decision else {}
        return self._decide(
            replace(
                told,
                candidate=changed.to_json(),
                edited=tuple(sorted({*before, *differing(card.candidate, changed)})),
                kinds=known | dict(kinds or {}),
            )
        )

    def evidence(self, item: str, claim: str) -> Decision:
        """Accept the quote of a draft as more evidence for a claim that is published already."""
        return self._decide(
            replace(self._on(self._draft(item), decisions.EVIDENCE), claims=(claim,))
        )

    def reject(self, item: str, reason: str) -> Decision:
        """Reject a draft, or say why a flagged sentence states no fact."""
        card = self.card(item)
        verdict = decisions.REJECTED if card.candidate else decisions.NO_FACT
        return self._decide(replace(self._on(card, verdict), reason=" ".join(reason.split())))

    def add(
        self,
        kind: str,
        start: int,
        end: int,
        slots: Mapping[str, Any],
        kinds: Mapping[str, str] | None = None,
    ) -> Decision:
        """Add a claim by hand over a span of the text, accepted; what it fills is decided with it.

        Raises `UnknownName` for a kind that is none, and `UsageError` for an empty span.
        """
        if kind not in SLOTS:
            raise UnknownName("kind of draft", kind, SLOTS)
        if not 0 <= start < end <= len(self.article.text):
            raise UsageError(
                f"{start}-{end} is no span of article {self.slug}", hint="select some words of it"
            )
        quote = self.article.text[start:end]
        status = str(slots.get("status") or STATUSES[1])
        empty = Candidate(kind, start, end, quote, status, 1.0, BY_HAND, dict.fromkeys(SLOTS[kind]))
        made = changed_in(Candidate.from_json(empty.to_json()), slots)
        key = made.identity(self.slug)
        told = Decision(key, decisions.ADDED, self.by, clock.stamp(), rule=BY_HAND)
        told = replace(told, candidate=made.to_json(), kinds=dict(kinds or {}))
        rows = [replace(told, edited=tuple(sorted(slots)))]
        for card in self.cards():
            is_open = card.candidate is None and card.decision is None
            if is_open and card.start < end and card.end > start:
                why = f"Filled by hand: {kind}."
                rows.append(replace(self._on(card, decisions.NO_FACT), reason=why))
        decisions.append(self.project, self.slug, rows)
        return rows[0]

    def undo(self) -> Decision | None:
        """Take back the last decision that holds, and give it; None where there is none.

        What is published is not taken back: a claim is withdrawn.
        """
        last = decisions.last(self.log())
        if last is not None:
            told = Decision(last.item, decisions.UNDONE, self.by, clock.stamp(), undoes=last.number)
            decisions.append(self.project, self.slug, [told])
        return last

    def _draft(self, item: str) -> Card:
        card = self.card(item)
        if card.candidate is None:
            raise UsageError(
                f"{card.id} is a flagged sentence, with no draft to accept",
                hint="add a claim over some of its words, or say why it states no fact",
            )
        return card

    def _on(self, card: Card, verdict: str) -> Decision:
        if card.claims:
            raise UsageError(
                f"{card.id} is published",
                hint=f"withdraw a claim that is wrong: souverain withdraw {card.claims[0]}",
            )
        rule = card.candidate.rule if card.candidate else ""
        return Decision(card.id, verdict, self.by, clock.stamp(), rule=rule)

    def _decide(self, decision: Decision) -> Decision:
        decisions.append(self.project, self.slug, [decision])
        return decision


def _edited(candidate: Candidate, decision: Decision | None) -> Candidate:
    if decision is None or decision.candidate is None:
        return candidate
    return Candidate.from_json(decision.candidate)
