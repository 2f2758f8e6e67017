"""What stands in one cell of an answer, as it is shown on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from souverain.explanation.facts import Node, local
from souverain.pages.linked.naming import called
from souverain.pages.page import Page
from souverain.pages.search import index
from souverain.pages.telling import STATES
from souverain.vocab import PREFIXES

XSD = PREFIXES["xsd"]
NUMBERS = frozenset(XSD + name for name in ("decimal", "integer", "double", "float"))
# In these columns stands what an article prints, and not what the project calls it.
PRINTED = frozenset(
    {"amount", "form", "printed", "purpose", "quote", "relayWords", "says", "words"}
)
# In these, numbers are hundredths.
SHARES = frozenset({"derived", "percentage", "share"})
COMPUTED = frozenset({"derived", "share"})
# What stands behind a date that is not certain (EDTF).
UNCERTAIN = "?"
STATE = "state "
LABELS = ("skos:prefLabel", "rdfs:label")


class Cell(NamedTuple):
    """A term in words; `look` is what it is: `quote`, `number`, `computed`, or a state.

    `language` is that of the words, where it is not the page's.
    """

    text: str
    href: str = ""
    language: str = ""
    look: str = ""
    number: float | None = None

    @property
    def state(self) -> str:
        """The look of the state that it is, if it is one: `planned`."""
        return self.look.removeprefix(STATE) if self.look.startswith(STATE) else ""


EMPTY = Cell("")


def cell(page: Page, column: str, row: Mapping[str, Any]) -> Cell:
    """The cell of a row in that column."""
    term = row.get(column)
    if term is None:
        return EMPTY
    if term["type"] == "uri":
        return _thing(page, term["value"])
    if term["type"] != "literal":
        return Cell(str(term["value"]))
    if term.get("datatype") in NUMBERS:
        return _number(page, column, term["value"])
    if column in PRINTED:
        return Cell(term["value"], _place(page, column, row), _language(page, term, row), "quote")
    return _words(page, term)


def _thing(page: Page, iri: str) -> Cell:
    name = local(iri)
    look = STATE + name.lower() if name in STATES else ""
    return Cell(called(page, iri), page.href(iri), look=look)


def _number(page: Page, column: str, digits: str) -> Cell:
    text = page.explainer.writer.words.number(digits)
    if column in SHARES:
        text = page.t("answer.percent", number=text)
    try:
        number = float(digits)
    except ValueError:
        return Cell(digits)
    return Cell(text, look="computed" if column in COMPUTED else "number", number=number)


def _place(page: Page, column: str, row: Mapping[str, Any]) -> str:
    """Where the words stand in their article, if the row says in which."""
    article = row.get("article", {}).get("value", "")
    if column != "quote" or not article:
        return ""
    slug = article.rpartition("/")[2]
    iri = index.of(page.site).evidence(slug, row[column]["value"])
    return f"{page.href(article)}#{local(iri).rpartition(':')[2]}" if iri else ""


def _language(page: Page, term: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    """The language of printed words: that of the article, where they have none of their own."""
    article = page.site.facts.node(row.get("article", {}).get("value", ""))
    return term.get("xml:lang") or article.one("dcterms:language")


def _words(page: Page, term: Mapping[str, Any]) -> Cell:
    """A text: in the language of the page, where it is what the project calls something."""
    text, language = term["value"], term.get("xml:lang", "")
    if term.get("datatype") == f"{XSD}boolean":
        return Cell(page.t(f"answer.{text}"))
    if not language and f"said.{text}" in page.t:
        return Cell(page.t(f"said.{text}"))
    if text.endswith(UNCERTAIN) and text[:4].isdigit():
        return Cell(page.t("answer.uncertain", date=text.removesuffix(UNCERTAIN)))
    found = _called(page, text, language) if language else []
    cells = {_thing(page, iri) for iri in found}
    if len(cells) == 1:
        return cells.pop()
    texts = {row.text for row in cells}
    if len(texts) == 1:
        return Cell(texts.pop())
    return Cell(text, language="" if language == page.language else language)


def _called(page: Page, text: str, language: str) -> list[str]:
    facts = page.site.facts
    found = index.of(page.site).spellings.called(text)
    return [iri for iri in found if (text, language) in _labels(facts.node(iri))]


def _labels(node: Node) -> list[tuple[str, str]]:
    return [(term.text, term.language) for name in LABELS for term in node.all(name)]
