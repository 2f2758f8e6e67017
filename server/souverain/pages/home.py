"""The first page: what this is, what is in it, and where to begin."""

from __future__ import annotations

from typing import NamedTuple

from souverain.document import Document
from souverain.explanation.facts import Node
from souverain.pages.counts import counts
from souverain.pages.media import HTML
from souverain.pages.page import Page
from souverain.pages.picture import ownership
from souverain.pages.route import Route
from souverain.question import Question
from souverain.vocab import SOV

LATEST = 5
# What a newcomer may want to know, in this order.
BEGINNING = (
    "cap-table-at",
    "look-through",
    "discrepancies",
    "completed-purchase",
    "public-money",
    "time-line",
)


class Asking(NamedTuple):
    """A question, and where its answer is."""

    words: str
    href: str


def view(page: Page) -> Document:
    """The page at `/`."""
    page.format(HTML)
    site = page.site
    questions = site.questions
    latest = site.once("home.latest", lambda: _latest(page))
    return page.render(
        "home.html",
        counts=counts(site),
        drawing=ownership.still(page),
        latest=[page.told(iri) for iri in latest],
        questions=[_asking(page, questions[name]) for name in BEGINNING if name in questions],
    )


def _asking(page: Page, question: Question) -> Asking:
    words = question.words.get(page.language) or question.name
    return Asking(words, page.to(f"/questions/{question.name}"))


def _latest(page: Page) -> list[str]:
    """The announcements that the articles date last, the newest first."""
    facts = page.site.facts
    rows = [node for node in facts.by(str(SOV.Announcement), "rdf:type") if _stands(page, node)]
    return [
        row.iri for row in sorted(rows, key=lambda row: _date(page, row), reverse=True)[:LATEST]
    ]


def _stands(page: Page, node: Node) -> bool:
    return not page.site.facts.by(node.iri, "withdraws")


def _date(page: Page, node: Node) -> tuple[str, str]:
    """When it was announced, else when its article was published; then by its name."""
    facts = page.site.facts
    for name in ("announcedWhen", "asOf"):
        if date := facts.value(node, name).one("latest"):
            return date, node.iri
    return "", node.iri


ROUTES = (Route(r"/", view, "/", "What this is, for people", (HTML,)),)
