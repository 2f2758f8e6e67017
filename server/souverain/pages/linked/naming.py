"""What anything is called where there is room for a few words: every IRI has some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from souverain import ttl

if TYPE_CHECKING:
    from souverain.pages.page import Page

LONGEST = 160


def called(page: Page, iri: str) -> str:
    """The name of a thing, what is said of it, or the end of its IRI; cut where long."""
    text = " ".join((_name(page, iri) or _words(page, iri) or short(page, iri)).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def short(page: Page, iri: str) -> str:
    """An IRI as one writes it: by its prefix, or from the base of the graph on."""
    name = ttl.shorten(iri)
    return name if name != iri else iri.removeprefix(page.site.base)


def _name(page: Page, iri: str) -> str:
    facts = page.site.facts
    if "Article" in facts.node(iri).kinds:
        return page.t("site.article", name=iri.rpartition("/")[2])
    return facts.label(iri, page.language) or facts.label(iri, "")


def _words(page: Page, iri: str) -> str:
    if page.explainer.has_sentence(iri):
        return str(page.told(iri).sentence)
    return page.site.facts.node(iri).one("rdfs:comment", page.language)
