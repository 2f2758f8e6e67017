"""What a selection says of a thing, in the form in which sentences are made from it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from souverain.explanation import Explainer, Facts, Node
from souverain.explanation.facts import local
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


def explainer(selection: Selection, language: str) -> Explainer:
    """What explains the things of a selection, in a language."""
    return Explainer(SelectedFacts(selection), language)
