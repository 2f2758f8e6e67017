"""From a claim as a person writes it to a claim as the graph keeps it.

An author writes claims as blank nodes, with the bare quote as evidence:

    [] a sov:Stake ; sov:holder id:sfr ; sov:target id:numergy ; … ; sov:evidence "47 % par SFR" .

Completion finds each quote in the article, gives every node its IRI, works out the bounds of each
date, and says which article asserts the claim. A node that has an IRI already is left as it is,
so completing twice changes nothing.
"""

from __future__ import annotations

import itertools

from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from souverain import dates, iri
from souverain.build import identity
from souverain.build.mentions import Mentions
from souverain.errors import DataError
from souverain.text import Article, Span
from souverain.vocab import BASE, OA, SOV

DATES = ("asOf", "validFrom", "validUntil", "announcedWhen", "observedWhen", "eventWhen")
PARTS = {SOV[name]: SOV.When for name in (*DATES, "measuredWhen")} | {
    SOV.attribution: SOV.Attribution,
    SOV.relayedBy: SOV.Attribution,
}
QUOTING = {SOV.evidence, SOV.inferredFrom}
ALSO_REPORTED = {SOV.Announcement}


class Completion:
    """The completed graph of one article's file, in `graph`; what went wrong, in `faults`."""

    def __init__(self, draft: Graph, article: Article, base: str = BASE) -> None:
        self.draft = draft
        self.article = article
        self.base = base
        self.iri = iri.article(article.slug, base)
        self.graph = Graph(bind_namespaces="none")
        self.faults: list[DataError] = []
        self._names = identity.Names(draft, article.slug, base)
        self._mentions = Mentions(draft, article)
        self._describe_article()
        for subject in sorted(set(draft.subjects()), key=str):
            if isinstance(subject, URIRef) and not self._is_article(subject):
                self._copy(subject, subject)
            elif self._names.is_claim(subject):
                self._attempt(subject)

    def _is_article(self, subject: URIRef) -> bool:
        return subject == self.iri or subject.startswith(f"{self.iri}#")

    def _attempt(self, claim: Node) -> None:
        try:
            self._claim(claim)
        except DataError as fault:
            self.faults.append(fault)

    def _claim(self, claim: Node) -> None:
        name = self._names.claim(claim)
        self._copy(claim, name)
        kind = self.draft.value(claim, RDF.type)
        self._default(name, SOV.assertedIn, self.iri)
        self._default(name, SOV.asOf, iri.part(self.iri, "published"))
        if kind in ALSO_REPORTED:
            self._default(name, SOV.reportedIn, self.iri)
        if kind == SOV.Mention and (name, SOV.evidence, None) not in self.graph:
            for span in self._mentions.of(claim):
                self.graph.add((name, SOV.evidence, self._span(span)))

    def _default(self, subject: URIRef, predicate: URIRef, value: Node) -> None:
        if (subject, predicate, None) not in self.graph:
            self.graph.add((subject, predicate, value))

    def _copy(self, source: Node, target: URIRef, whole: URIRef | None = None) -> None:
        """Copy a node's triples under its IRI, completing what hangs on it."""
        whole = whole or target
        for predicate, value in sorted(self.draft.predicate_objects(source)):
            assert isinstance(predicate, URIRef)
            self.graph.add((target, predicate, self._value(predicate, value, whole)))
        edtf = self.draft.value(source, SOV.edtf)
        if isinstance(source, BNode) and edtf is not None:
            self._bound(target, str(edtf))

    def _value(self, predicate: URIRef, value: Node, whole: URIRef) -> Node:
        if predicate in QUOTING and not isinstance(value, URIRef):
            return self._evidence(value)
        if predicate in PARTS and isinstance(value, BNode):
            return self._part(predicate, value, whole)
        if isinstance(value, BNode):
            return self._names.claim(value)
        return value

    def _part(self, predicate: URIRef, value: BNode, whole: URIRef) -> URIRef:
        name = predicate.removeprefix(str(SOV))
        names = itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
        parts = (iri.part(whole, name) for name in names)
        part = next(part for part in parts if (part, RDF.type, None) not in self.graph)
        self.graph.add((part, RDF.type, PARTS[predicate]))
        self._copy(value, part, whole)
        return part

    def _bound(self, when: URIRef, edtf: str) -> None:
        for predicate, day in zip((SOV.earliest, SOV.latest), dates.bounds(edtf), strict=True):
            if day is not None:
                self.graph.add((when, predicate, Literal(day, datatype=XSD.date)))

    def _evidence(self, value: Node) -> URIRef:
        exact = value if isinstance(value, Literal) else self.draft.value(value, OA.exact)
        before = self.draft.value(value, OA.prefix) if isinstance(value, BNode) else None
        span = self.article.find(str(exact or ""), str(before or ""))
        return self._span(span)

    def _span(self, span: Span) -> URIRef:
        """Web Annotation: a SpecificResource with a position and a quote selector.

        The offsets are plain `xsd:integer`: the value that the vocabulary's nonNegativeInteger
        names too, and the type that a pyoxigraph store gives back (0.5.13).
        """
        node = iri.evidence(self.article.slug, span.start, span.end, self.base)
        position, quote = iri.part(node, "position"), iri.part(node, "quote")
        for triple in (
            (node, RDF.type, SOV.Evidence),
            (node, OA.hasSource, self.iri),
            (node, OA.hasSelector, position),
            (node, OA.hasSelector, quote),
            (position, RDF.type, OA.TextPositionSelector),
            (position, OA.start, Literal(span.start)),
            (position, OA.end, Literal(span.end)),
            (quote, RDF.type, OA.TextQuoteSelector),
            (quote, OA.exact, Literal(span.exact)),
            (quote, OA.prefix, Literal(span.prefix)),
            (quote, OA.suffix, Literal(span.suffix)),
        ):
            self.graph.add(triple)
        return node

    def _describe_article(self) -> None:
        """The article's own node, always made anew from its metadata."""
        when, published = iri.part(self.iri, "published"), self.article.published
        for triple in (
            (self.iri, RDF.type, SOV.Article),
            (self.iri, SOV.fileName, Literal(self.article.file)),
            (self.iri, SOV.sha256, Literal(self.article.sha256)),
            (self.iri, DCTERMS.language, Literal(self.article.language)),
            (self.iri, SOV.published, when),
            (when, RDF.type, SOV.When),
            (when, SOV.edtf, Literal(published.edtf)),
            (when, SOV.yearBasis, SOV[published.basis]),
        ):
            self.graph.add(triple)
        self._bound(when, published.edtf)
        if published.words:
            words = Literal(published.words, lang=self.article.language)
            self.graph.add((when, SOV.printedWords, words))
        for name, value in self.article.told.items():
            self.graph.add((self.iri, *self._told(name, value)))
        for slug in published.inferred_from:
            self.graph.add((when, SOV.inferredFrom, iri.article(slug, self.base)))
        for language, note in (published.note or {}).items():
            self.graph.add((when, SOV.inferenceNote, Literal(note, lang=language)))

    def _told(self, name: str, value: str) -> tuple[URIRef, Node]:
        """What the metadata says of an article besides, as a property and its value."""
        written: dict[str, tuple[URIRef, Node]] = {
            "title": (DCTERMS.title, Literal(value, lang=self.article.language)),
            "author": (DCTERMS.creator, Literal(value)),
            "publisher": (DCTERMS.publisher, Literal(value)),
            "url": (DCTERMS.source, URIRef(value)),
            "accessed": (SOV.accessed, Literal(value, datatype=XSD.date)),
            "licence": (DCTERMS.license, URIRef(value)),
        }
        return written[name]
