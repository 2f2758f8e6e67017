"""What an ontology says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import DCTERMS, OWL, RDF, Graph, Namespace, Node, URIRef

from souverain.pages.vocabulary.texts import texts
from souverain.vocab import SOV

VANN = Namespace("http://purl.org/vocab/vann/")
# What is told of the ontology, in order: a property, and the name of its words.
TOLD = (
    (OWL.versionInfo, "version"),
    (OWL.versionIRI, "version_iri"),
    (DCTERMS.creator, "creator"),
    (DCTERMS.contributor, "contributor"),
    (DCTERMS.publisher, "publisher"),
    (DCTERMS.issued, "issued"),
    (DCTERMS.modified, "modified"),
    (DCTERMS.license, "licence"),
    (VANN.preferredNamespacePrefix, "prefix"),
    (VANN.preferredNamespaceUri, "namespace"),
)


@dataclass(frozen=True)
class Metadata:
    """Title and description in one language, and the rest as names with their values."""

    title: str
    description: str
    rows: tuple[tuple[str, str, bool], ...]


def read(ontology: Graph, language: str) -> Metadata:
    """What the ontology of the namespace says of itself."""
    iri = URIRef(str(SOV).removesuffix("#"))
    title = _first(ontology, iri, DCTERMS.title, language)
    description = _first(ontology, iri, DCTERMS.description, language)
    rows = tuple(
        (words, str(value), isinstance(value, URIRef))
        for name, words in TOLD
        for value in sorted(ontology.objects(iri, name), key=str)
    )
    return Metadata(title, description, rows)


def alignments(ontology: Graph, language: str) -> list[tuple[str, str]]:
    """The titles and descriptions of the other ontologies: how our terms stand to those."""
    own = URIRef(str(SOV).removesuffix("#"))
    others = [iri for iri in ontology.subjects(RDF.type, OWL.Ontology) if iri != own]
    titles = {iri: _first(ontology, iri, DCTERMS.title, language) for iri in others}
    found = {
        title: _first(ontology, iri, DCTERMS.description, language)
        for iri, title in titles.items()
        if title
    }
    return sorted(found.items())


def _first(ontology: Graph, iri: Node, name: URIRef, language: str) -> str:
    found = texts(ontology, iri, name)
    return found.get(language) or next(iter(found.values()), "")
