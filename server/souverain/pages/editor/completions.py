"""What the query editor completes with: the terms and names of this graph, as one JSON document.

Nothing of it is written here: classes, properties and how often each is used come from the VoID
statistics that the graph holds of itself, labels from the ontology, names from the entities.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from souverain import service

if TYPE_CHECKING:
    from souverain.pages.site import Site

# Beyond these, names are left out, and the document says so.
MOST_THINGS = 5000
CLASSES = """
SELECT ?term (MAX(?n) AS ?count) {
  { ?part void:class ?term ; void:entities ?n } UNION { ?term a owl:Class BIND (0 AS ?n) }
  FILTER (ISIRI(?term))
} GROUP BY ?term ORDER BY DESC(?count) ?term
"""
# The partitions of the whole tell how many subjects there are, those of a class do not.
PROPERTIES = """
SELECT ?term (MAX(?n) AS ?count) {
  { ?part void:property ?term ; void:distinctSubjects ?s ; void:triples ?n }
  UNION
  { VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
    ?term a ?kind BIND (0 AS ?n) }
} GROUP BY ?term ORDER BY DESC(?count) ?term
"""
OF_CLASSES = """
SELECT DISTINCT ?property ?class {
  ?part void:class ?class ; void:propertyPartition/void:property ?property
} ORDER BY ?property ?class
"""
OF_VALUES = """
SELECT DISTINCT ?property ?class {
  ?part void:property ?property ; void:classPartition/void:class ?class
} ORDER BY ?property ?class
"""
THINGS = f"""
SELECT DISTINCT ?thing {{
  ?thing skos:prefLabel|dcterms:title ?label FILTER (ISIRI(?thing))
}} ORDER BY ?thing LIMIT {MOST_THINGS + 1}
"""
NAMES = ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel", "dcterms:title")
# What a class of these says of a thing, another class of it says better.
GENERAL = ("owl:", "skos:")


def document(site: Site, language: str) -> bytes:
    """The document in a language, as JSON in UTF-8."""

    def make() -> bytes:
        found = told(site, language)
        return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8")

    return site.once(f"completions.{language}", make)


def examples(site: Site) -> dict[str, str]:
    """The questions that may be asked here, by name, each as a query that runs as it stands."""
    return site.once("completions.examples", lambda: _examples(site))


def _examples(site: Site) -> dict[str, str]:
    found = {**site.questions, **site.federated}
    return {name: service.example(row) for name, row in found.items()}


def told(site: Site, language: str) -> dict[str, Any]:
    """The document, before it is written.

    Terms are rows of IRI, count, label and comment; a property has besides the places, in the list
    of classes, of those that have it, and of those that its values have. Things are rows of IRI,
    name, further names, and the places of their classes.
    """
    classes = list(_terms(site, CLASSES, language))
    places = {row[0]: place for place, row in enumerate(classes)}
    having, giving = (_by_property(site, query, places) for query in (OF_CLASSES, OF_VALUES))
    properties = [
        [*row, having.get(row[0], []), giving.get(row[0], [])]
        for row in _terms(site, PROPERTIES, language)
    ]
    things = [iri for (iri,) in _rows(site, THINGS)]
    return {
        "base": site.base,
        "prefixes": dict(site.dataset.prefixes),
        "graphs": list(site.dataset.named),
        "classes": classes,
        "properties": properties,
        "things": [_thing(site, iri, language, places) for iri in things[:MOST_THINGS]],
        "are_all": len(things) <= MOST_THINGS,
        "examples": examples(site),
    }


def _terms(site: Site, query: str, language: str) -> Iterator[list[Any]]:
    for iri, count in _rows(site, query):
        comment = site.facts.node(iri).one("rdfs:comment", language)
        yield [iri, int(count), site.facts.label(iri, language), comment]


def _by_property(site: Site, query: str, places: dict[str, int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for name, kind in _rows(site, query):
        if kind in places:
            found.setdefault(name, []).append(places[kind])
    return found


def _thing(site: Site, iri: str, language: str, places: dict[str, int]) -> list[Any]:
    node = site.facts.node(iri)
    names = list(dict.fromkeys(chain.from_iterable(map(node.texts, NAMES))))
    name = site.facts.label(iri, language) or names[0]
    kinds = zip(node.texts("rdf:type"), node.kinds, strict=True)
    telling = [kind for kind, short in kinds if not short.startswith(GENERAL)]
    others = [other for other in names if other != name]
    return [iri, name, others, [places[kind] for kind in telling if kind in places]]


def _rows(site: Site, query: str) -> Iterator[tuple[str, ...]]:
    for solution in site.solutions(query):
        yield tuple(term.value for term in solution)
