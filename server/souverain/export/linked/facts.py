"""What a selection says of a thing, in the form in which sentences are made from it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from souverain.explanation import LANGUAGES, Explainer, Facts, Node
from souverain.explanation.facts import local
from souverain.export.records import Label
from souverain.export.selection import Selection


class SelectedFacts(Facts):
    """The facts of a selection; unlike those of a dataset in memory, none is kept."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection

    def node(self, iri: str) -> Node:
        """A thing, with what all graphs say of it."""
        return self.selection.node(iri)

    def naming(self, iri: str) -> tuple[tuple[str, str], ...]:
        """The things that name a thing, each with the property."""
        quads = self.selection.origin.quads(object=NamedNode(iri))
        found = {
            (quad.subject.value, local(quad.predicate.value))
            for quad in quads
            if isinstance(quad.subject, NamedNode)
        }
        return tuple(sorted(found))

    def by(self, iri: str, name: str) -> list[Node]:
        """The things of which a thing is the value of that property."""
        return [self.node(subject) for subject in self.selection.by(iri, name)]


class Sentences:
    """What the things of a selection are told as, in each language."""

    def __init__(self, selection: Selection) -> None:
        facts = SelectedFacts(selection)
        self._explainers = {language: Explainer(facts, language) for language in LANGUAGES}

    def of(self, iri: str) -> list[Label]:
        """The sentence of a thing in each language; none where there is nothing to say of it."""
        return [
            Label(str(words.sentence(iri)), language)
            for language, words in self._explainers.items()
            if words.has_sentence(iri)
        ]
