"""What the forms of the review do: a row of the table for each, by the path that it is sent to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from souverain.errors import UsageError
from souverain.intake.catalogue import NAMED
from souverain.intake.desk import Desk
from souverain.pages import words
from souverain.publish.intake.publishing import publish_article
from souverain.web.review.sheet import following


class Acts:
    """What the forms do; each gives the id of the card to show next, and what to tell."""

    def __init__(self, desk: Desk, base: str) -> None:
        self.desk = desk
        self.base = base

    def accept(self, form: Mapping[str, str]) -> tuple[str, str]:
        """Accept a draft."""
        return self._next(self.desk.accept(form["item"]).item)

    def edit(self, form: Mapping[str, str]) -> tuple[str, str]:
        """Accept a draft with its slots as they are written."""
        slots = {name[5:]: value for name, value in form.items() if name.startswith("slot-")}
        return self._next(self.desk.edit(form["item"], slots, _kinds(slots, form)).item)

    def reject(self, form: Mapping[str, str]) -> tuple[str, str]:
        """Reject a draft, or say why a flagged sentence states no fact."""
        return self._next(self.desk.reject(form["item"], form.get("reason", "")).item)

    def evidence(self, form: Mapping[str, str]) -> tuple[str, str]:
        """Add the evidence of a draft to a published claim."""
        return self._next(self.desk.evidence(form["item"], form["claim"]).item)

    def add(self, form: Mapping[str, str]) -> tuple[str, str]:
        """Add a claim over some words, at the place that is given or the first after the card."""
        quote, text = form.get("quote", ""), self.desk.article.text
        given = form.get("start", "")
        start = int(given) if given.isdecimal() else -1
        if not quote or text[start : start + len(quote)] != quote or start < 0:
            card = self.desk.card(form["item"])
            start = text.find(quote, card.start)
            start = start if start >= 0 else text.find(quote)
        if not quote or start < 0:
            raise UsageError(
                "these words are not in the article", hint="copy them, character for character"
            )
        slots = {n[5:]: v for n, v in form.items() if n.startswith("slot-") and v.strip()}
        kinds = _kinds(slots, form)
        made = self.desk.add(form["kind"], start, start + len(quote), slots, kinds)
        return self._next(made.item)

    def undo(self, form: Mapping[str, str]) -> tuple[str, str]:
        """Take the last decision back."""
        last = self.desk.undo()
        say = words.read(form["language"])
        if last is None:
            return form["item"], say("review.nothing_to_undo")
        return last.item, say("review.undone", item=last.item)

    def publish(self, form: Mapping[str, str]) -> tuple[str, str]:
        """Publish what was accepted."""
        done = publish_article(self.desk.project, self.desk.slug, self.desk.by, self.base)
        say = words.read(form["language"])
        return form["item"], say("review.published_claims", notes="; ".join(done.notes))

    def _next(self, item: str) -> tuple[str, str]:
        return following(self.desk.cards(), item), ""


ACTS: Mapping[str, Callable[[Acts, Mapping[str, str]], tuple[str, str]]] = {
    name: getattr(Acts, name)
    for name in ("accept", "edit", "reject", "evidence", "add", "undo", "publish")
}


def _kinds(slots: Mapping[str, str], form: Mapping[str, str]) -> dict[str, str]:
    """The class of the names in the slots, where one was chosen for those that are new."""
    kind = form.get("class", "")
    names = (name.strip() for slot in slots if slot in NAMED for name in slots[slot].split(";"))
    return {name: kind for name in names if kind and name}
