"""The terms of the ontology, each with what its files say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Self
from urllib.parse import unquote

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Node, URIRef

from souverain.files import Project
from souverain.folding import bare
from souverain.pages.vocabulary.reading import Reader
from souverain.pages.vocabulary.ruled import Rule, rule
from souverain.pages.vocabulary.shapes import Shapes
from souverain.pages.vocabulary.texts import texts
from souverain.ttl import shorten
from souverain.vocab import RULE, SOV

STATUS = URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
# The classes at the top of each layer.
LAYERS = {"entities": SOV.Entity, "claims": SOV.Claim, "derived": SOV.Derivation}
DEPRECATED = frozenset({"deprecated", "archaic"})


class Kind(Enum):
    """What sort of term it is."""

    CLASS = "class"
    PROPERTY = "property"
    SCHEME = "scheme"
    CONCEPT = "concept"
    INDIVIDUAL = "individual"


# The first that fits is the kind of a term.
KINDS = (
    (OWL.Class, Kind.CLASS),
    (RDFS.Class, Kind.CLASS),
    (OWL.ObjectProperty, Kind.PROPERTY),
    (OWL.DatatypeProperty, Kind.PROPERTY),
    (OWL.AnnotationProperty, Kind.PROPERTY),
    (RDF.Property, Kind.PROPERTY),
    (SKOS.ConceptScheme, Kind.SCHEME),
    (SKOS.Concept, Kind.CONCEPT),
)


@dataclass(frozen=True)
class Term:
    """A term with its labels and definitions by language; `name` is the last part of its IRI."""

    iri: URIRef
    name: str
    kind: Kind
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    status: str
    is_deprecated: bool

    def label(self, language: str) -> str:
        """What it is called in a language, or else in another, or else in its IRI."""
        return self.labels.get(language) or next(iter(self.labels.values()), "") or self.name

    def definition(self, language: str) -> str:
        """What it means, in a language, or else in another."""
        return self.definitions.get(language) or next(iter(self.definitions.values()), "")


class Vocabulary:
    """The terms of one project, and the shapes, examples and rules that speak of them.

    `faults` tell which files could not be read, so that what they say is missing.
    """

    def __init__(
        self,
        ontology: Graph,
        shapes: Graph,
        examples: Graph,
        rules: Mapping[str, Rule],
        faults: Sequence[str] = (),
    ) -> None:
        self.ontology = ontology
        self.shapes = Shapes(shapes)
        self.examples = examples
        self.rules = rules
        self.faults = tuple(faults)

    @classmethod
    def read(cls, project: Project) -> Self:
        """The vocabulary of a project; `faults` tell which of its files could not be read."""
        reader = Reader(project)
        return cls(
            reader.graph(project.ontology_files()),
            reader.graph(project.shapes_files()),
            reader.graph(project.example_files()),
            {path.stem: rule(path.stem, reader.text(path)) for path in project.rule_files()},
            reader.faults,
        )

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Every term of the ontology's own namespace, by its IRI."""
        subjects = {iri for iri in self.ontology.subjects() if isinstance(iri, URIRef)}
        own = sorted(iri for iri in subjects if iri.startswith(str(SOV)) and iri != URIRef(SOV))
        return {str(iri): self._term(iri) for iri in own}

    @cached_property
    def by_name(self) -> Mapping[str, Term]:
        """The same, by the last part of the IRI as an address gives it."""
        return {unquote(term.name): term for term in self.terms.values()}

    def of(self, kind: Kind, language: str) -> list[Term]:
        """The terms of a kind, in the order of their labels."""
        found = [term for term in self.terms.values() if term.kind is kind]
        return in_order(found, language)

    def label(self, iri: str, language: str) -> str:
        """What a term is called, of the ontology or of another."""
        if term := self.terms.get(iri):
            return term.label(language)
        return self.spoken(iri, language)[0]

    def spoken(self, iri: str, language: str) -> tuple[str, str]:
        """What a term of others is called, with the language of that where it is another one."""
        labels = texts(self.ontology, URIRef(iri), RDFS.label)
        if language in labels:
            return labels[language], ""
        other, label = next(iter(labels.items()), ("", shorten(iri)))
        return label, other

    def above(self, iri: URIRef) -> list[URIRef]:
        """A class and all its superclasses, the nearest first."""
        return _walked(iri, lambda kind: self.ontology.objects(kind, RDFS.subClassOf))

    def below(self, iri: URIRef) -> list[URIRef]:
        """A class and all its subclasses, the nearest first."""
        return _walked(iri, lambda kind: self.ontology.subjects(RDFS.subClassOf, kind))

    def layer(self, iri: URIRef) -> str:
        """The layer of a class: `entities`, `claims`, `derived`, or else `values` or `others`."""
        above = self.above(iri)
        if SKOS.Concept in above:
            return "values"
        return next((name for name, top in LAYERS.items() if top in above), "others")

    def concepts(self, scheme: URIRef, language: str) -> list[Term]:
        """The concepts of a scheme."""
        inside = set(self.ontology.subjects(SKOS.inScheme, scheme))
        inside |= set(self.ontology.objects(scheme, SKOS.hasTopConcept))
        found = [self.terms[str(iri)] for iri in inside if str(iri) in self.terms]
        return in_order(found, language)

    def rule_words(self, name: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The labels and the definitions of a rule, by language."""
        iri = RULE[name]
        return texts(self.ontology, iri, RDFS.label), texts(self.ontology, iri, RDFS.comment)

    def _term(self, iri: URIRef) -> Term:
        kinds = set(self.ontology.objects(iri, RDF.type))
        status = str(self.ontology.value(iri, STATUS) or "")
        flagged = str(self.ontology.value(iri, OWL.deprecated)) in {"true", "1"}
        labels = texts(self.ontology, iri, RDFS.label)
        return Term(
            iri=iri,
            name=iri.removeprefix(str(SOV)),
            kind=next((kind for rdf, kind in KINDS if rdf in kinds), Kind.INDIVIDUAL),
            labels=labels or texts(self.ontology, iri, SKOS.prefLabel),
            definitions=texts(self.ontology, iri, SKOS.definition)
            or texts(self.ontology, iri, RDFS.comment),
            status=status,
            is_deprecated=flagged or status in DEPRECATED,
        )


def in_order(terms: Iterable[Term], language: str) -> list[Term]:
    """Terms in the order of their labels, whatever their accents and capitals."""
    return sorted(terms, key=lambda term: (bare(term.label(language)), term.name))


def _walked(start: URIRef, step: Callable[[URIRef], Iterable[Node]]) -> list[URIRef]:
    found, waiting = [start], [start]
    while waiting:
        nearest = step(waiting.pop(0))
        for iri in sorted(iri for iri in nearest if isinstance(iri, URIRef)):
            if iri not in found:
                found.append(iri)
                waiting.append(iri)
    return found
