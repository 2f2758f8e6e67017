"""Triples about named things, written as Turtle in one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from souverain.export.losses import Words
from souverain.vocab import PREFIXES

USED = ("dcat", "dcterms", "foaf", "id", "rdf", "rdfs", "skos", "sov", "void", "wd", "xsd")
ALL_PREFIXES = {
    **{name: PREFIXES[name] for name in USED},
    "dcatap": "http://data.europa.eu/r5r/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
Value = NamedNode | Literal


class Thing:
    """What is said of one thing; each method adds triples, where there is something to say."""

    def __init__(self, iri: str, *kinds: str) -> None:
        self.iri = iri
        self.rows: list[Triple] = []
        for kind in kinds:
            self.link("rdf:type", term(kind))

    def link(self, name: str, *iris: str) -> Thing:
        """IRIs as values; empty ones are none."""
        return self._add(name, (NamedNode(iri) for iri in iris if iri))

    def words(self, name: str, words: Words) -> Thing:
        """A text in each language that has one."""
        pairs = zip(words._fields, words, strict=True)
        return self._add(name, (Literal(text, language=tag) for tag, text in pairs if text))

    def text(self, name: str, text: str, kind: str = "", language: str = "") -> Thing:
        """A text, of a language or not, or a value of a datatype; nothing where it is empty."""
        datatype = NamedNode(term(kind)) if kind else None
        value = Literal(text, datatype=datatype, language=language or None)
        return self._add(name, [value] if text else [])

    def number(self, name: str, number: int) -> Thing:
        """A whole number."""
        return self.text(name, str(number), "xsd:integer")

    def _add(self, name: str, values: Iterable[Value]) -> Thing:
        subject, predicate = NamedNode(self.iri), NamedNode(term(name))
        self.rows += [Triple(subject, predicate, value) for value in values]
        return self


def term(name: str) -> str:
    """The IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return ALL_PREFIXES[prefix] + local


def slug(text: str) -> str:
    """A text as the end of an IRI."""
    return "".join(letter if letter.isalnum() else "-" for letter in text)


def written(things: Iterable[Thing]) -> tuple[bytes, int]:
    """The Turtle text, and how many triples it has; each thing is a block, in the given order."""
    rows = list(dict.fromkeys(_ordered(things)))
    content = serialize(rows, format=RdfFormat.TURTLE, prefixes=ALL_PREFIXES)
    assert content is not None
    return content, len(rows)


def _ordered(things: Iterable[Thing]) -> Iterator[Triple]:
    for thing in things:
        yield from sorted(thing.rows, key=str)
