"""What the graph says of one thing, by the short names of its properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from souverain.iri import is_absolute
from souverain.store import Dataset, Term
from souverain.ttl import shorten

# Properties, classes and concepts are few, and each is asked for again and again.
MOST_SHORT = 4096


@dataclass(frozen=True)
class Node:
    """A thing with its values by property: `holder`, and `skos:prefLabel` beyond the ontology."""

    iri: str
    values: Mapping[str, tuple[Term, ...]]

    def __bool__(self) -> bool:
        return bool(self.values)

    def all(self, name: str) -> tuple[Term, ...]:
        """The values of a property."""
        return self.values.get(name, ())

    def texts(self, name: str, language: str = "") -> list[str]:
        """The values of a property as texts; with a language, those in it and those in none."""
        return [
            term.text for term in self.all(name) if not language or term.language in {"", language}
        ]

    def one(self, name: str, language: str = "") -> str:
        """The first of these, or nothing."""
        return next(iter(self.texts(name, language)), "")

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The short names of its classes."""
        return tuple(local(term.text) for term in self.all("rdf:type"))


class Facts:
    """A dataset, read one thing at a time, and each thing once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._nodes: dict[str, Node] = {}
        self._naming: dict[str, tuple[tuple[str, str], ...]] = {}

    def node(self, iri: str) -> Node:
        """A thing; it has no values where the graph says nothing of it."""
        if iri not in self._nodes:
            values: dict[str, tuple[Term, ...]] = {}
            for predicate, term in self.dataset.about(iri) if is_absolute(iri) else ():
                name = local(predicate)
                values[name] = (*values.get(name, ()), term)
            self._nodes[iri] = Node(iri, values)
        return self._nodes[iri]

    def value(self, node: Node, name: str) -> Node:
        """The thing that is the value of a property; an empty one where there is none."""
        return self.node(node.one(name)) if node.all(name) else Node("", {})

    def naming(self, iri: str) -> tuple[tuple[str, str], ...]:
        """The things that name a thing, each with the property."""
        if iri not in self._naming:
            rows = self.dataset.naming(iri)
            self._naming[iri] = tuple((subject, local(predicate)) for subject, predicate in rows)
        return self._naming[iri]

    def by(self, iri: str, name: str) -> list[Node]:
        """The things of which a thing is the value of that property."""
        return [self.node(subject) for subject, by in self.naming(iri) if by == name]

    def is_a(self, node: Node, kind: str) -> bool:
        """Whether it is of a class, by its own classes or by those above them."""
        waiting, seen = [term.text for term in node.all("rdf:type")], set()
        while waiting:
            iri = waiting.pop()
            if local(iri) == kind:
                return True
            if iri not in seen:
                seen.add(iri)
                waiting += [term.text for term in self.node(iri).all("rdfs:subClassOf")]
        return False

    def label(self, iri: str, language: str) -> str:
        """What a thing is called in a language, or nothing."""
        node = self.node(iri)
        names = ("skos:prefLabel", "rdfs:label", "dcterms:title")
        return next((text for name in names if (text := node.one(name, language))), "")


@lru_cache(MOST_SHORT)
def local(iri: str) -> str:
    """The short name of an IRI, without the prefix of the project's own ontology."""
    return shorten(iri).removeprefix("sov:")
