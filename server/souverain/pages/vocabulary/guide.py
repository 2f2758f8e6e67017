"""The guide to the vocabulary in one language: what all the pages about terms share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial

from markupsafe import Markup
from rdflib import RDF, URIRef

from souverain.pages import rendering
from souverain.pages.page import Page
from souverain.pages.vocabulary import Kind, Term, Usage, Vocabulary, examples, hierarchy, relations
from souverain.pages.vocabulary.drawing import Drawing
from souverain.pages.vocabulary.saying import Sayer
from souverain.pages.vocabulary.telling import Teller
from souverain.pages.words import Words
from souverain.vocab import SHAPE, SOV

ORDER = ("entities", "claims", "derived", "others", "values")


class Guide:
    """Everything that is told of a vocabulary in one language, each made once."""

    def __init__(self, vocabulary: Vocabulary, usage: Usage, words: Words) -> None:
        self.vocabulary = vocabulary
        self.usage = usage
        self.language = words.language
        self.sayer = Sayer(vocabulary, words)
        self.teller = Teller(self.sayer)
        self._examples: dict[URIRef, str] = {}
        self._drawings: dict[URIRef, Drawing | None] = {}

    @cached_property
    def hierarchy(self) -> Drawing:
        """The classes under one another."""
        return hierarchy.draw(self.vocabulary, self.language)

    def drawing(self, term: Term) -> Drawing | None:
        """A class with its relations; nothing where it has none."""
        if term.iri not in self._drawings:
            rows = [
                row
                for kind in self.vocabulary.above(term.iri)
                for shape in self.vocabulary.shapes.of_class(kind)
                for row in self.vocabulary.shapes.properties(shape)
            ]
            self._drawings[term.iri] = relations.draw(self.sayer, term, list(dict.fromkeys(rows)))
        return self._drawings[term.iri]

    def example(self, term: Term) -> str:
        """The smallest example of a class, as Turtle."""
        if term.iri not in self._examples:
            self._examples[term.iri] = examples.smallest(self.vocabulary, term.iri)
        return self._examples[term.iri]

    @cached_property
    def classes(self) -> Mapping[str, list[Term]]:
        """The classes of each layer."""
        found: dict[str, list[Term]] = {name: [] for name in ORDER}
        for term in self.vocabulary.of(Kind.CLASS, self.language):
            found[self.vocabulary.layer(term.iri)].append(term)
        return found

    @cached_property
    def properties(self) -> list[Term]:
        """The properties."""
        return self.vocabulary.of(Kind.PROPERTY, self.language)

    @cached_property
    def schemes(self) -> list[tuple[Term, list[Term]]]:
        """The concept schemes with their concepts."""
        schemes = self.vocabulary.of(Kind.SCHEME, self.language)
        return [(row, self.vocabulary.concepts(row.iri, self.language)) for row in schemes]

    @cached_property
    def others(self) -> list[Term]:
        """The terms that are in none of these lists."""
        listed = {term.iri for _, concepts in self.schemes for term in concepts}
        terms = self.vocabulary.of(Kind.CONCEPT, self.language)
        loose = [term for term in terms if term.iri not in listed]
        return loose + self.vocabulary.of(Kind.INDIVIDUAL, self.language)

    @cached_property
    def foreign(self) -> list[str]:
        """The terms of other vocabularies that the shapes speak of."""
        shapes = self.vocabulary.shapes
        found = {
            str(iri)
            for row in shapes.with_path
            for iri in (*shapes.steps(row), *shapes.classes(row))
        }
        return sorted(iri for iri in found if not iri.startswith(str(SOV)) and iri != str(RDF.type))


def of(page: Page) -> Guide:
    """The guide in the language of the page."""
    site = page.site
    vocabulary = site.of_project("vocabulary", lambda: Vocabulary.read(site.project))
    usage = site.once("usage of terms", lambda: Usage(site.dataset))
    return site.once(("guide", page.language), lambda: Guide(vocabulary, usage, page.t))


def standing(page: Page, template: str, **values: object) -> Markup:
    """A part of a page that is the same for these data, in this language: filled once."""

    def fill() -> Markup:
        found = rendering.environment().get_template(template)
        told = {"page": page, "t": page.t, "language": page.language}
        return Markup(found.render(**told, href=partial(href, page), **values))

    return page.site.once((template, page.language, page.is_language_chosen), fill)


def href(page: Page, iri: str) -> str:
    """Where a term is told of in full; for others, where `Page.href` leads."""
    if iri.startswith(str(SOV)):
        return page.to(f"/ontology/{iri.removeprefix(str(SOV))}")
    if iri.startswith(str(SHAPE)):
        return page.to("/shapes") + f"#{iri.removeprefix(str(SHAPE))}"
    return page.href(iri)
