"""The rules of the derived layer, each at the fragment of its IRI."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from souverain.document import Document
from souverain.pages.linked import resources, serial
from souverain.pages.media import HTML
from souverain.pages.page import Page
from souverain.pages.route import Route
from souverain.pages.vocabulary import Term, guide
from souverain.pages.vocabulary.guide import Guide
from souverain.pages.vocabulary.ruled import Rule
from souverain.pages.vocabulary.usage import query_of_rule

PATH = "/rules"


class Told(NamedTuple):
    """A rule with its label and definition, what it concludes in words, and how often it did."""

    rule: Rule
    label: str
    definition: str
    words: str
    uses: int
    query: str


def view(page: Page) -> Document:
    """The page at `/rules`."""
    if data := resources.data(page, f"{page.site.base}rules"):
        return data
    told = guide.of(page)
    rows = [_told(told, row) for row in told.vocabulary.rules.values()]
    return page.render(
        "rules.html", *page.offered, rules=rows, guide=told, href=partial(guide.href, page)
    )


def naming(told: Guide, term: Term) -> list[Rule]:
    """The rules whose queries name a term."""
    name = re.compile(rf"\bsov:{re.escape(term.name)}\b(?!-)")
    return [rule for rule in told.vocabulary.rules.values() if name.search(rule.query)]


def _told(told: Guide, rule: Rule) -> Told:
    labels, definitions = told.vocabulary.rule_words(rule.name)
    return Told(
        rule=rule,
        label=labels.get(told.language) or rule.name,
        definition=definitions.get(told.language, ""),
        words=rule.words.get(told.language) or next(iter(rule.words.values()), ""),
        uses=told.usage.count_of_rule(rule.name),
        query=query_of_rule(rule.name),
    )


ROUTES = (Route(PATH, view, PATH, "The rules of the derived layer", (HTML, *serial.DATA)),)
