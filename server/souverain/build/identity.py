"""Which claim is which: the IRI of a claim follows from its content.

The content is the class, the article and the values of the slots, whatever the order and the
words of the evidence; an opinion is its words, so there the quote counts as well.
"""

from __future__ import annotations

from rdflib import RDF, BNode, Graph, URIRef
from rdflib.namespace import SKOS
from rdflib.term import Node

from souverain import iri
from souverain.errors import DataError
from souverain.vocab import BASE, SOV

BESIDE_THE_CONTENT = {SOV.evidence, SKOS.editorialNote, SOV.rank, SOV.rankReason}
MADE_OF_WORDS = {SOV.Opinion}
PARTS = {SOV.When, SOV.Attribution}


class Names:
    """The IRIs of the claims that a draft writes as blank nodes."""

    def __init__(self, draft: Graph, slug: str, base: str = BASE) -> None:
        self.draft = draft
        self.slug = slug
        self.base = base
        self._known: dict[Node, URIRef] = {}
        self._open: list[Node] = []

    def is_claim(self, node: Node) -> bool:
        """Whether a blank node is a claim rather than a part of one."""
        kinds = set(self.draft.objects(node, RDF.type))
        return isinstance(node, BNode) and bool(kinds) and not kinds & PARTS

    def claim(self, node: Node) -> URIRef:
        """The IRI of a claim; raises `DataError` when claims refer to each other in a circle."""
        if node not in self._known:
            if node in self._open:
                raise DataError(
                    "claims refer to each other in a circle, so none can be named",
                    hint="let one of them refer to the other, not both",
                )
            self._open.append(node)
            self._known[node] = self._mint(node)
            self._open.pop()
        return self._known[node]

    def _mint(self, node: Node) -> URIRef:
        kinds = sorted(str(kind) for kind in self.draft.objects(node, RDF.type))
        if len(kinds) != 1 or not kinds[0].startswith(str(SOV)):
            raise DataError(
                f"a claim has the classes {kinds}",
                hint="give each claim exactly one class of the ontology, such as `a sov:Stake`",
            )
        return iri.claim(kinds[0].removeprefix(str(SOV)), self.slug, self._content(node), self.base)

    def _content(self, node: Node) -> list[str]:
        worded = bool(set(self.draft.objects(node, RDF.type)) & MADE_OF_WORDS)
        beside = BESIDE_THE_CONTENT - {SOV.evidence} if worded else BESIDE_THE_CONTENT
        return sorted(
            f"{predicate} {self._value(value)}"
            for predicate, value in self.draft.predicate_objects(node)
            if predicate not in beside
        )

    def _value(self, value: Node) -> str:
        if not isinstance(value, BNode):
            return value.n3()
        if self.is_claim(value):
            return str(self.claim(value))
        return f"[{' ; '.join(self._content(value))}]"
