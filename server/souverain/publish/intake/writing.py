"""Claims in the short form: blank nodes with their evidence, each claim once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.namespace import SKOS
from rdflib.term import Node

from souverain.text import Article, Span
from souverain.vocab import OA, SOV


@dataclass(frozen=True)
class Part:
    """A part of a claim, a date or an attribution, with its own values."""

    values: tuple[tuple[URIRef, Node], ...]


Value = Node | Part
Values = Iterable[tuple[URIRef, Value]]


def decimal(number: Decimal | int) -> Literal:
    """A number as the graph writes it: a decimal, with its point."""
    text = f"{Decimal(number):f}"
    return Literal(text if "." in text else f"{text}.0", datatype=XSD.decimal)


class Writing:
    """The claims of one article that are being written; `graph` holds them.

    Two drafts that claim the same give one claim with the evidence of both.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.graph = Graph(bind_namespaces="none")
        self.of_draft: dict[str, list[Node]] = {}
        self._known: dict[tuple[object, ...], BNode] = {}

    def words(self, text: str) -> Literal:
        """Words of the article, in its language."""
        return Literal(text, lang=self.article.language)

    def claim(
        self,
        draft: str,
        kind: str,
        values: Values,
        spans: Iterable[Span],
        notes: Iterable[str] = (),
    ) -> BNode:
        """A claim of that class, made of a draft; the same one again where it says the same."""
        rows = sorted(((p, v) for p, v in values), key=lambda row: (str(row[0]), str(row[1])))
        key = (kind, *rows)
        node = self._known.get(key)
        if node is None:
            node = self._known[key] = BNode(f"claim{len(self._known)}")
            self.graph.add((node, RDF.type, SOV[kind]))
            for predicate, value in rows:
                self.graph.add((node, predicate, self._written(value)))
        for note in notes:
            self.graph.add((node, SKOS.editorialNote, Literal(note, lang="en")))
        self.quote(node, spans)
        if draft and node not in self.of_draft.setdefault(draft, []):
            self.of_draft[draft].append(node)
        return node

    def quote(self, node: Node, spans: Iterable[Span]) -> None:
        """Add evidence to a claim; words that stand twice are told apart by those before them."""
        for span in spans:
            self.graph.add((node, SOV.evidence, self._evidence(span)))

    def _evidence(self, span: Span) -> Node:
        node = BNode(f"span{span.start}x{span.end}")
        self.graph.add((node, OA.exact, Literal(span.exact)))
        if before := distinction(self.article.text, span.start, span.end):
            self.graph.add((node, OA.prefix, Literal(before)))
        return node

    def _written(self, value: Value) -> Node:
        if not isinstance(value, Part):
            return value
        node = BNode()
        for predicate, inner in value.values:
            self.graph.add((node, predicate, inner))
        return node


def distinction(text: str, start: int, end: int) -> str:
    """The fewest words before a span that no other place of the same words has before it."""
    length = 0
    while _count(text, text[start - length : end]) > 1 and length < start:
        length += 1
    return text[start - length : start]


def _count(text: str, needle: str) -> int:
    """How often some words stand in a text, also where they overlap themselves."""
    count, at = 0, text.find(needle)
    while at >= 0 and count < 2:
        count, at = count + 1, text.find(needle, at + 1)
    return count
