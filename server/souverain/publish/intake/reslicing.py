"""The claims of one version of an article, and where their quotes stand in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from souverain import iri
from souverain.build.complete import PARTS, QUOTING
from souverain.intake.candidate import Span
from souverain.publish.intake.writing import distinction
from souverain.text import Article
from souverain.vocab import OA, SOV

# What the completion gives a claim, which its new version is to be given anew.
GIVEN = frozenset({SOV.assertedIn, SOV.asOf, SOV.reportedIn, SOV.concernsHolding})
SHORTEST_CHARACTERS = 3


class Reslicing:
    """The claims of `old`, whose file is `graph`, on the text of `new`."""

    def __init__(self, graph: Graph, old: Article, new: Article, base: str) -> None:
        self.graph = graph
        self.old = old
        self.new = new
        self.base = base
        self._spans: dict[Node, Span | None] = {}

    def split(self, claims: set[URIRef]) -> tuple[list[URIRef], dict[URIRef, Span]]:
        """The claims that slice, and the others; a claim that names one of these is one too."""
        gone = {claim for claim in claims if not self._slices(claim)}
        while more := {c for c in claims - gone if gone & set(self._values(c))}:
            gone |= more
        waiting = {
            claim: self._nearest(claim)
            for claim in sorted(gone)
            if (claim, RDF.type, SOV.Mention) not in self.graph
        }
        return sorted(claims - gone), waiting

    def written(self, claims: list[URIRef]) -> Graph:
        """The claims in the short form, with the quotes of the new version."""
        names = {claim: BNode(f"claim{number}") for number, claim in enumerate(claims)}
        made = Graph(bind_namespaces="none")
        for claim, name in names.items():
            self._copy(made, claim, name, names)
        return made

    def places(self, claims: list[URIRef]) -> list[tuple[int, int]]:
        """Where the claims that are no mentions quote the new version."""
        real = (c for c in claims if (c, RDF.type, SOV.Mention) not in self.graph)
        found = (self._place(row) for claim in real for row in self._evidence(claim))
        return [(span.start, span.end) for span in found if span]

    def _copy(
        self, made: Graph, source: Node, target: BNode, names: Mapping[URIRef, BNode]
    ) -> None:
        for predicate, value in self.graph.predicate_objects(source):
            assert isinstance(predicate, URIRef)
            if predicate in GIVEN:
                continue
            made.add((target, predicate, self._written(made, predicate, value, names)))

    def _written(
        self, made: Graph, predicate: URIRef, value: Node, names: Mapping[URIRef, BNode]
    ) -> Node:
        if span := self._place(value) if predicate in QUOTING else None:
            node = BNode(f"span{span.start}x{span.end}")
            made.add((node, OA.exact, Literal(span.quote)))
            if before := distinction(self.new.text, span.start, span.end):
                made.add((node, OA.prefix, Literal(before)))
            return node
        if predicate in PARTS and "#" in str(value):
            part = BNode()
            self._copy(made, value, part, names)
            made.remove((part, RDF.type, None))
            for side in (SOV.earliest, SOV.latest):
                made.remove((part, side, None))
            return part
        if predicate == SOV.inferredFrom and self._is_own(value):
            return iri.article(self.new.slug, self.base)
        return names.get(value, value) if isinstance(value, URIRef) else value

    def _is_own(self, value: Node) -> bool:
        """Whether something is the old version, or a quote of it."""
        old = iri.article(self.old.slug, self.base)
        return value == old or (value, OA.hasSource, old) in self.graph

    def _slices(self, claim: Node) -> bool:
        found = list(self._evidence(claim))
        return bool(found) and all(self._place(row) for row in found)

    def _evidence(self, claim: Node) -> Iterator[Node]:
        """The evidence of a claim, and that of who says so."""
        yield from self.graph.objects(claim, SOV.evidence)
        for part in self.graph.objects(claim, SOV.attribution):
            yield from self.graph.objects(part, SOV.evidence)

    def _values(self, claim: Node) -> Iterator[Node]:
        return self.graph.objects(claim)

    def _place(self, evidence: Node) -> Span | None:
        """Where a quote stands in the new version: there alone, or there with the words around."""
        if evidence not in self._spans:
            exact, before, after = self._quote(evidence)
            self._spans[evidence] = _find(self.new.text, exact, before, after)
        return self._spans[evidence]

    def _quote(self, evidence: Node) -> tuple[str, str, str]:
        for selector in self.graph.objects(evidence, OA.hasSelector):
            if (exact := self.graph.value(selector, OA.exact)) is not None:
                before = self.graph.value(selector, OA.prefix) or ""
                return str(exact), str(before), str(self.graph.value(selector, OA.suffix) or "")
        return "", "", ""

    def _nearest(self, claim: Node) -> Span:
        """The sentence of the new version that is most like the words of a claim."""
        quotes = [self._quote(row)[0] for row in self.graph.objects(claim, SOV.evidence)]
        words = max(quotes, key=len, default="")
        bounds = self.new.sentences or [(0, len(self.new.text))]
        start, end = max(
            bounds, key=lambda row: fuzz.partial_ratio(words, self.new.text[row[0] : row[1]])
        )
        quote = self.new.text[start:end].rstrip()
        return Span(start, start + len(quote), quote)


def _find(content: str, exact: str, before: str, after: str) -> Span | None:
    """The one place of some words: by themselves, else by the most of the words around them."""
    places = []
    at = content.find(exact) if exact else -1
    while at >= 0:
        places.append(at)
        at = content.find(exact, at + 1)
    for length in range(len(before), SHORTEST_CHARACTERS, -1):
        if len(places) < 2:
            break
        near = [p for p in places if content[:p].endswith(before[-length:])]
        near = near or [p for p in places if content[p + len(exact) :].startswith(after[:length])]
        places = near or places
    return Span(places[0], places[0] + len(exact), exact) if len(places) == 1 else None
