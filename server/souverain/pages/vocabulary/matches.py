"""How terms stand to those of other vocabularies."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import OWL, RDFS, SKOS, Graph

from souverain.pages.vocabulary.terms import Term
from souverain.vocab import SOV

# How a term stands to those of other vocabularies: the strongest first.
MATCHES = (
    ("same", OWL.equivalentClass),
    ("same", OWL.equivalentProperty),
    ("same", SKOS.exactMatch),
    ("under_class", RDFS.subClassOf),
    ("under_property", RDFS.subPropertyOf),
    ("close", SKOS.closeMatch),
    ("broad", SKOS.broadMatch),
    ("narrow", SKOS.narrowMatch),
    ("related", SKOS.relatedMatch),
)
VOCABULARIES = {
    "http://www.w3.org/ns/org#": "ORG",
    "https://schema.org/": "schema.org",
    "http://www.w3.org/ns/prov#": "PROV-O",
    "http://www.w3.org/ns/oa#": "Web Annotation",
    "http://xmlns.com/foaf/0.1/": "FOAF",
    "urn:": "BODS",
    "https://spec.edmcouncil.org/fibo/": "FIBO",
    "https://schema.followthemoney.tech/": "FollowTheMoney",
    "http://www.wikidata.org/": "Wikidata",
    "http://www.w3.org/2004/02/skos/core#": "SKOS",
}


@dataclass(frozen=True)
class Match:
    """How a term stands to a term of others; `vocabulary` is empty where it is not known."""

    how: str
    iri: str
    vocabulary: str


def of(ontology: Graph, term: Term) -> list[Match]:
    """How a term stands to terms of other vocabularies, the strongest relation first."""
    return [
        Match(how, str(iri), _vocabulary(str(iri)))
        for how, name in MATCHES
        for iri in sorted(ontology.objects(term.iri, name), key=str)
        if not str(iri).startswith(str(SOV))
    ]


def _vocabulary(iri: str) -> str:
    return next((name for start, name in VOCABULARIES.items() if iri.startswith(start)), "")
