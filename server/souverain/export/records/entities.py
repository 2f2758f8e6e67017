"""Entities and articles, as records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from souverain.explanation.facts import Node
from souverain.export.records import reading
from souverain.export.records.model import Article, Entity, Identifier
from souverain.export.selection import Selection

# The classes of entities, each of which is asked for by itself: a store knows no subclasses.
CLASSES = (
    "Collective",
    "Facility",
    "HolderGroup",
    "Initiative",
    "Organization",
    "Person",
    "Place",
    "Programme",
    "QualityLabel",
    "Service",
    "Technology",
)
MATCHES = {"skos:exactMatch": True, "skos:closeMatch": False}


def entities(selection: Selection) -> Iterator[Entity]:
    """Each entity once, by its first class, and by IRI within it."""
    for kind in CLASSES:
        for iri in selection.subjects(kind):
            found = entity(selection, iri)
            if next(name for name in CLASSES if name in found.classes) == kind:
                yield found


@lru_cache(1024)
def entity(selection: Selection, iri: str) -> Entity:
    """One entity; one of which the graph says nothing has a name of the end of its IRI."""
    return _read(selection.node(iri))


def _read(node: Node) -> Entity:
    return Entity(
        iri=node.iri,
        classes=tuple(node.kinds),
        labels=reading.labels(node, "skos:prefLabel"),
        variants=reading.labels(node, "skos:altLabel"),
        identifiers=tuple(
            Identifier(iri, is_sure)
            for name, is_sure in MATCHES.items()
            for iri in node.texts(name)
        ),
        members=tuple(node.texts("org:hasMember")),
        notes=reading.labels(node, "skos:editorialNote"),
    )


def articles(selection: Selection) -> Iterator[Article]:
    """Each article, in IRI order."""
    for iri in selection.subjects("Article"):
        yield article(selection, iri)


@lru_cache(1024)
def article(selection: Selection, iri: str) -> Article:
    """One article."""
    node = selection.node(iri)
    return Article(
        iri=iri,
        slug=iri.rpartition("/")[2],
        file=node.one("fileName"),
        sha256=node.one("sha256"),
        language=node.one("dcterms:language"),
        published=reading.when(selection, node, "published"),
    )
