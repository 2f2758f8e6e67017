"""What a page tells of one term, drawn from the ontology and the shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from rdflib import OWL, RDF, RDFS, SKOS, Node, URIRef

from souverain.folding import bare
from souverain.pages.vocabulary.pieces import Pieces, plain
from souverain.pages.vocabulary.saying import Sayer
from souverain.pages.vocabulary.terms import Kind, Term

CHARACTERISTICS = (
    "ObjectProperty",
    "DatatypeProperty",
    "AnnotationProperty",
    "FunctionalProperty",
    "InverseFunctionalProperty",
    "TransitiveProperty",
    "SymmetricProperty",
    "AsymmetricProperty",
    "ReflexiveProperty",
    "IrreflexiveProperty",
)


@dataclass(frozen=True)
class Demand:
    """A property shape in words, with the classes whose instances must meet it."""

    iri: str
    path: Pieces
    demand: Pieces
    message: str
    of: tuple[URIRef, ...] = ()


@dataclass(frozen=True)
class Constraint:
    """A SPARQL constraint: what it demands, and the query that finds what does not meet it."""

    iri: str
    message: str
    select: str


class Teller:
    """Tells the terms of one vocabulary in one language."""

    def __init__(self, sayer: Sayer) -> None:
        self.sayer = sayer
        self.vocabulary = sayer.vocabulary
        self.shapes = sayer.vocabulary.shapes
        self.ontology = sayer.vocabulary.ontology
        self.language = sayer.words.language
        self._demands: dict[Node, Demand] = {}

    def own(self, iris: Iterable[Node]) -> list[Term]:
        """Those that are terms of the ontology, in the order of their labels."""
        terms = {str(iri): self.vocabulary.terms.get(str(iri)) for iri in iris}
        found = [term for term in terms.values() if term]
        return sorted(found, key=lambda term: bare(term.label(self.language)))

    def disjoint(self, term: Term) -> list[Term]:
        """The classes that share no instance with a class, by its own account."""
        found = {
            *self.ontology.objects(term.iri, OWL.disjointWith),
            *self.ontology.subjects(OWL.disjointWith, term.iri),
            *self._apart(OWL.AllDisjointClasses, OWL.members, term.iri),
        }
        return self.own(found)

    def different(self, term: Term) -> list[Term]:
        """The individuals that are said to be others."""
        return self.own(self._apart(OWL.AllDifferent, OWL.distinctMembers, term.iri))

    def above(self, term: Term) -> list[Term]:
        """The nearest superclasses or superproperties."""
        return self.own(self._related(term, RDFS.subClassOf, RDFS.subPropertyOf))

    def below(self, term: Term) -> list[Term]:
        """The nearest subclasses or subproperties."""
        names = (RDFS.subClassOf, RDFS.subPropertyOf)
        return self.own(chain(*(self.ontology.subjects(name, term.iri) for name in names)))

    def inverse(self, term: Term) -> list[Term]:
        """The inverse properties."""
        found = chain(
            self.ontology.objects(term.iri, OWL.inverseOf),
            self.ontology.subjects(OWL.inverseOf, term.iri),
        )
        return self.own(found)

    def characteristics(self, term: Term) -> list[str]:
        """What OWL says that a property is: the last parts of the IRIs."""
        kinds = set(self.ontology.objects(term.iri, RDF.type))
        return [name for name in CHARACTERISTICS if OWL[name] in kinds]

    def ends(self, term: Term, name: Node) -> list[Pieces]:
        """The domains or the ranges that are declared."""
        return [
            self.sayer.term(iri) for iri in sorted(self.ontology.objects(term.iri, name), key=str)
        ]

    def domain_of(self, term: Term) -> list[Term]:
        """The properties that declare a class as their domain."""
        return self.own(self.ontology.subjects(RDFS.domain, term.iri))

    def instances(self, term: Term) -> list[Term]:
        """The terms that are instances of a class."""
        return self.own(self.ontology.subjects(RDF.type, term.iri))

    def kinds(self, term: Term) -> list[Term]:
        """The classes of the ontology that a term is an instance of."""
        return self.own(self.ontology.objects(term.iri, RDF.type))

    def schemes(self, term: Term) -> list[Term]:
        """The concept schemes that a concept is in, or that the concepts of a class are in."""
        concepts = self.instances(term) if term.kind is Kind.CLASS else [term]
        return self.own(
            iri for row in concepts for iri in self.ontology.objects(row.iri, SKOS.inScheme)
        )

    def demands(self, kind: URIRef) -> list[Demand]:
        """What the shapes of a class demand of its properties; what must be there comes first."""
        shapes = self.shapes.of_class(kind)
        return self._in_order({row for shape in shapes for row in self.shapes.properties(shape)})

    def demands_on(self, term: Term) -> list[Demand]:
        """What shapes demand of a property."""
        return self._in_order(self.shapes.about(term.iri))

    def leading_to(self, term: Term) -> list[Demand]:
        """What shapes demand of the properties whose values are of a class."""
        return self._in_order(self.shapes.leading_to(term.iri))

    def constraints(self, kind: URIRef) -> list[Constraint]:
        """The SPARQL constraints on the instances of a class."""
        shapes = self.shapes.of_class(kind)
        return [self.constraint(row) for shape in shapes for row in self.shapes.constraints(shape)]

    def constraint(self, row: Node) -> Constraint:
        """A SPARQL constraint."""
        return Constraint(str(row), self.message(row), self.shapes.select(row))

    def demand(self, row: Node) -> Demand:
        """A property shape."""
        if row not in self._demands:
            self._demands[row] = self._made(row)
        return self._demands[row]

    def _made(self, row: Node) -> Demand:
        owners = self.shapes.owners(row)
        of = {kind for owner in owners for kind in self.shapes.target_classes(owner)}
        path, demand = self.sayer.path(row), self.sayer.demand(row)
        return Demand(str(row), path, demand, self.message(row), tuple(sorted(of)))

    def message(self, shape: Node) -> str:
        """What a check says where a shape is not met, in the language, or else in another."""
        messages = self.shapes.messages(shape)
        found = messages.get(self.language) or next(iter(messages.values()), "")
        return found.replace("{?value}", self.sayer.words("shacl.value"))

    def _in_order(self, rows: Iterable[Node]) -> list[Demand]:
        def place(row: Node) -> tuple[bool, str, str]:
            is_free = self.shapes.bounds(row).least == 0
            return is_free, bare(plain(self.demand(row).path)), str(row)

        return [self.demand(row) for row in sorted(rows, key=place)]

    def _related(self, term: Term, *names: URIRef) -> Iterator[Node]:
        return chain(*(self.ontology.objects(term.iri, name) for name in names))

    def _apart(self, kind: URIRef, name: URIRef, iri: URIRef) -> set[Node]:
        found: set[Node] = set()
        for axiom in self.ontology.subjects(RDF.type, kind):
            for head in self.ontology.objects(axiom, name):
                members = set(self.ontology.items(head))
                found |= members if iri in members else set()
        return found - {iri}
