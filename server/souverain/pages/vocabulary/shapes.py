"""Which shapes speak of which class and property."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from rdflib import RDF, SH, BNode, Graph, Literal, Node, URIRef

from souverain.vocab import SHAPE

# Of what is a shape, or a part of one, by the class that its file gives it.
KINDS = {
    SH.NodeShape: "node",
    SH.PropertyShape: "property",
    SH.SPARQLConstraint: "sparql",
    SH.PrefixDeclaration: "prefix",
}
TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
CHOICES = (SH["or"], SH.xone)
MANY = "n"


@dataclass(frozen=True)
class Bounds:
    """How many values a property may have."""

    least: int
    most: int | None

    def __str__(self) -> str:
        most = MANY if self.most is None else str(self.most)
        return most if str(self.least) == most else f"{self.least}..{most}"


class Shapes:
    """The shapes of one project."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    @cached_property
    def named(self) -> dict[URIRef, str]:
        """Every shape, constraint and declaration that has an IRI, with what it is."""
        subjects = [iri for iri in self.graph.subjects() if isinstance(iri, URIRef)]
        found = {iri: self._kind(iri) for iri in subjects if iri.startswith(str(SHAPE))}
        return dict(sorted(found.items()))

    def nodes(self) -> list[URIRef]:
        """The node shapes."""
        return [iri for iri, kind in self.named.items() if kind == "node"]

    def of_class(self, kind: Node) -> list[URIRef]:
        """The node shapes whose target is a class."""
        return _iris(self.graph.subjects(SH.targetClass, kind))

    def target_classes(self, shape: Node) -> list[URIRef]:
        """The classes that are the targets of a node shape."""
        return _iris(self.graph.objects(shape, SH.targetClass))

    def properties(self, shape: Node) -> list[Node]:
        """The property shapes of a node shape."""
        return sorted(self.graph.objects(shape, SH.property), key=str)

    def constraints(self, shape: Node) -> list[Node]:
        """The SPARQL constraints of a shape."""
        return sorted(self.graph.objects(shape, SH.sparql), key=str)

    def owners(self, shape: Node) -> list[URIRef]:
        """The node shapes that a property shape or a constraint is part of."""
        return _iris(
            {
                *self.graph.subjects(SH.property, shape),
                *self.graph.subjects(SH.sparql, shape),
            }
        )

    def classes(self, shape: Node) -> list[URIRef]:
        """The classes of which a value must be one, or one of which it may be."""
        found = list(self.graph.objects(shape, SH["class"]))
        for choice in CHOICES:
            for head in self.graph.objects(shape, choice):
                for row in self.graph.items(head):
                    found += self.graph.objects(row, SH["class"])
        return _iris(found)

    def leading_to(self, kind: Node) -> list[Node]:
        """The property shapes whose values are of a class."""
        return [row for row, classes in self._classes.items() if kind in classes]

    def about(self, term: Node) -> list[Node]:
        """The property shapes whose path goes by a property."""
        return [row for row, steps in self._ways.items() if term in steps]

    def steps(self, shape: Node) -> set[Node]:
        """The properties that the path of a shape goes by."""
        return set(self._steps(self.graph.value(shape, SH.path)))

    def bounds(self, shape: Node) -> Bounds:
        """How many values a property shape demands and admits."""
        least, most = (self._number(shape, name) for name in (SH.minCount, SH.maxCount))
        return Bounds(least or 0, most)

    def select(self, constraint: Node) -> str:
        """The query of a SPARQL constraint."""
        return str(self.graph.value(constraint, SH.select) or "")

    def messages(self, shape: Node) -> dict[str, str]:
        """What a check says where a shape is not met, by language."""
        return {
            text.language or "": str(text)
            for text in sorted(self.graph.objects(shape, SH.message), key=str)
            if isinstance(text, Literal)
        }

    def _kind(self, shape: URIRef) -> str:
        kinds = set(self.graph.objects(shape, RDF.type))
        return next((kind for rdf, kind in KINDS.items() if rdf in kinds), "")

    @cached_property
    def with_path(self) -> list[Node]:
        """The property shapes."""
        return sorted(set(self.graph.subjects(SH.path)), key=str)

    @cached_property
    def _classes(self) -> dict[Node, list[URIRef]]:
        return {row: self.classes(row) for row in self.with_path}

    @cached_property
    def _ways(self) -> dict[Node, set[Node]]:
        return {row: self.steps(row) for row in self.with_path}

    def _steps(self, path: Node | None) -> Iterator[Node]:
        if isinstance(path, URIRef):
            yield path
        elif isinstance(path, BNode):
            for predicate, value in self.graph.predicate_objects(path):
                if predicate != RDF.type:
                    yield from () if value == RDF.nil else self._steps(value)

    def _number(self, shape: Node, name: URIRef) -> int | None:
        value = str(self.graph.value(shape, name))
        return int(value) if value.isdecimal() else None


def _iris(nodes: Iterable[Node]) -> list[URIRef]:
    return sorted({node for node in nodes if isinstance(node, URIRef)})
