"""How much of what the data hold, in VoID (W3C, 2011): classes, properties, links, an example.

It is counted while the data are read, in whatever number of stores they lie; the endpoint, which
has them in one, counts more of them by queries (`souverain.statistics`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from pyoxigraph import NamedNode

from souverain.export.linked.triples import Thing, slug, term
from souverain.export.origin import key
from souverain.export.selection import Selection
from souverain.ttl import shorten
from souverain.vocab import PREFIXES, SOV

TYPE = term("rdf:type")
LINKS = {term("skos:exactMatch"): "exact", term("skos:closeMatch"): "close"}
# The first thing that has one of these: a claim, and an entity.
EXAMPLES = {str(SOV.assertedIn), term("skos:prefLabel")}
WIKIDATA = PREFIXES["wd"]


@dataclass
class Counted:
    """How many there are, with an example; links are those of things, not of the ontology."""

    triples: int = 0
    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)


def counted(selection: Selection) -> Counted:
    """The counts of all that is selected, in one reading."""
    found = Counted()
    things = f"{selection.origin.base}id/"
    for name, rows in groupby(selection.triples(), key=lambda triple: key(triple.subject)):
        found.subjects += 1
        is_thing = name.startswith(things)
        for triple in rows:
            predicate, value = triple.predicate.value, triple.object
            if predicate in EXAMPLES and is_thing:
                found.examples.setdefault(predicate, name)
            found.triples += 1
            found.properties[predicate] += 1
            if isinstance(value, NamedNode):
                found.classes[value.value] += predicate == TYPE
                is_link = is_thing and predicate in LINKS and value.value.startswith(WIKIDATA)
                found.links[predicate] += is_link
    found.classes, found.links = +found.classes, +found.links
    return found


def things(selection: Selection, dataset: Thing) -> Iterator[Thing]:
    """What is said of the parts of a dataset; what is said of itself is added to it."""
    found, iri = counted(selection), dataset.iri
    node = selection.node(iri)
    dataset.number("void:triples", found.triples)
    dataset.number("void:distinctSubjects", found.subjects)
    dataset.number("void:classes", len(found.classes))
    dataset.number("void:properties", len(found.properties))
    dataset.text("void:uriSpace", node.one("void:uriSpace"))
    dataset.link("void:vocabulary", *node.texts("void:vocabulary"))
    dataset.link("void:exampleResource", *found.examples.values())
    for kind, count in sorted(found.classes.items()):
        part = Thing(f"{iri}#class-{slug(shorten(kind))}").link("void:class", kind)
        dataset.link("void:classPartition", part.iri)
        yield part.number("void:entities", count)
    for property, count in sorted(found.properties.items()):
        part = Thing(f"{iri}#property-{slug(shorten(property))}").link("void:property", property)
        dataset.link("void:propertyPartition", part.iri)
        yield part.number("void:triples", count)
    yield from _linksets(found, dataset)


def _linksets(found: Counted, dataset: Thing) -> Iterator[Thing]:
    other = f"{dataset.iri}#wikidata"
    for predicate, count in sorted(found.links.items()):
        links = Thing(f"{other}-{LINKS[predicate]}", "void:Linkset")
        dataset.link("void:subset", links.iri)
        links.link("void:subjectsTarget", dataset.iri).link("void:objectsTarget", other)
        yield links.link("void:linkPredicate", predicate).number("void:triples", count)
    if found.links:
        target = Thing(other, "void:Dataset").text("void:uriSpace", WIKIDATA)
        yield target.link("foaf:homepage", "https://www.wikidata.org/")
