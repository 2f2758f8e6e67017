"""The review in the terminal: the article on the left, the card that is to be decided on the right.

Each act is one key. What it says comes from `pages.words`, in the language of the call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from rich.markup import escape
from rich.text import Text
from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Header, Static

from souverain.cli.forms import Asked, Editing, Kinds
from souverain.cli.sheet import drawn, said
from souverain.errors import SouverainError
from souverain.intake.candidate import Candidate
from souverain.intake.card import Card
from souverain.intake.catalogue import Catalogue
from souverain.intake.desk import Desk
from souverain.intake.doubts import Doubt, doubts
from souverain.intake.published import Published
from souverain.intake.telling import described
from souverain.pages import words


class Reviewer(App[None]):
    """The review of one article at its desk."""

    CSS = """
    #article { width: 3fr; padding: 0 1; }
    #card { width: 2fr; padding: 0 1; border-left: solid $primary; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept"),
        Binding("e", "edit"),
        Binding("r", "reject"),
        Binding("n,down", "move(1)"),
        Binding("p,up", "move(-1)"),
        Binding("u", "undo"),
        Binding("plus_sign,plus,i", "add"),
        Binding("v", "evidence"),
        Binding("P", "publish"),
        Binding("q", "quit"),
    ]

    def __init__(self, desk: Desk, base: str, language: str = "en") -> None:
        super().__init__()
        self.desk = desk
        self.base = base
        self.say = words.read(language)
        self.catalogue = Catalogue(desk.project, language)
        self.published = Published(desk.project, self.catalogue, base)
        self.cards = desk.cards()
        self.at = next((n for n, card in enumerate(self.cards) if not card.verdict), 0)
        self.told = ""
        self.title = self.say("review.title", article=desk.slug)

    def compose(self) -> ComposeResult:
        """The article, the card, and the keys."""
        yield Header()
        with Horizontal():
            with VerticalScroll(id="article"):
                yield Static(id="text")
            with VerticalScroll(id="card"):
                yield Static(id="said")
        yield Footer()

    def on_mount(self) -> None:
        """Show the first card that is to be decided."""
        self.show()

    @property
    def card(self) -> Card:
        """The card that is shown."""
        return self.cards[self.at]

    def show(self, told: str = "") -> None:
        """Read the cards again and draw everything, with a sentence on what was done."""
        self.told = told
        self.cards = self.desk.cards()
        self.at = min(self.at, len(self.cards) - 1)
        self.query_one("#text", Static).update(drawn(self.desk.article.text, self.cards, self.card))
        sheet = said(self.card, self.cards, self._doubts(), self.catalogue, self.say)
        self.query_one("#said", Static).update(Text.from_markup(f"{sheet}\n{escape(told)}"))
        line = self.desk.article.text.count("\n", 0, self.card.start)
        self.query_one("#article").scroll_to(y=max(0, line - 2), animate=False)

    def action_move(self, steps: int) -> None:
        """Go to another card, around the end."""
        self.at = (self.at + steps) % len(self.cards)
        self.show()

    def action_accept(self) -> None:
        """Accept the draft, and go on."""
        self._do(lambda: self.desk.accept(self.card.id))

    def action_evidence(self) -> None:
        """Add the evidence to the published claim that says the same, and go on."""
        found = [d for d in self._doubts() if d.code == "published-already"]
        if found:
            self._do(lambda: self.desk.evidence(self.card.id, found[0].values["claim"]))

    def action_reject(self) -> None:
        """Ask why, and reject."""

        def reject(reason: str | None) -> None:
            if reason:
                self._do(lambda: self.desk.reject(self.card.id, reason))

        self.push_screen(Asked(self.say("review.reason")), reject)

    def action_edit(self) -> None:
        """Edit the slots of the draft, and accept it so."""
        draft = self.card.candidate
        if draft is None:
            self.action_add()
            return

        def edit(given: Mapping[str, str] | None) -> None:
            if given is not None:
                kinds = Editing.kinds(given)
                slots = Editing.changed(draft, given)
                self._do(lambda: self.desk.edit(self.card.id, slots, kinds))

        self.push_screen(Editing(draft, self.catalogue, self.say), edit)

    def action_add(self) -> None:
        """Add a claim by hand over some words: those of the card, unless others are written."""

        def add(kind: str | None) -> None:
            if kind:
                empty = Candidate.from_json(_empty(kind, self.card))
                form = Editing(empty, self.catalogue, self.say, quote=self.card.quote)
                self.push_screen(form, lambda given: self._add(kind, given))

        self.push_screen(Kinds(self.say("review.kind")), add)

    def action_undo(self) -> None:
        """Take the last decision back, and show its card."""
        last = self.desk.undo()
        if last is None:
            self.show(self.say("review.nothing_to_undo"))
            return
        self.cards = self.desk.cards()
        self.at = next((n for n, card in enumerate(self.cards) if card.id == last.item), 0)
        self.show(self.say("review.undone", item=last.item))

    @work(thread=True, exclusive=True)
    def action_publish(self) -> None:
        """Publish what was accepted; what stands in its way is told."""
        from souverain.publish.intake.publishing import publish_article

        try:
            done = publish_article(self.desk.project, self.desk.slug, self.desk.by, self.base)
            told = self.say("review.published_claims", notes="\n".join(done.notes))
        except SouverainError as fault:
            told = described(fault)
        self.call_from_thread(self.show, told)

    def _add(self, kind: str, given: Mapping[str, str] | None) -> None:
        if given is None:
            return
        quote = given["quote"]
        start = self.desk.article.text.find(quote, max(0, self.card.start))
        start = start if start >= 0 else self.desk.article.text.find(quote)
        if not quote or start < 0:
            self.show(self.say("review.select_first"))
            return
        slots = {k: v for k, v in given.items() if v and k not in {"quote", "class"}}
        kinds = Editing.kinds(given)
        self._do(lambda: self.desk.add(kind, start, start + len(quote), slots, kinds))

    def _do(self, act: Callable[[], object]) -> None:
        """Do an act and go to the next card that is open; a fault is told, and nothing changed."""
        try:
            act()
        except SouverainError as fault:
            self.show(described(fault))
            return
        self.cards = self.desk.cards()
        following = [*range(self.at, len(self.cards)), *range(self.at)]
        left = [n for n in following if not self.cards[n].verdict]
        self.at = left[0] if left else self.at
        self.show("" if left else self.say("review.done"))

    def _doubts(self) -> list[Doubt]:
        return doubts(self.card, self.desk.article, self.published, self.cards)


def _empty(kind: str, card: Card) -> dict[str, object]:
    return {
        "kind": kind,
        "start": card.start,
        "end": card.end,
        "quote": card.quote,
        "status": "InForce",
        "confidence": 1.0,
        "rule": "by hand",
    }
