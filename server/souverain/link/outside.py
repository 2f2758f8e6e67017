"""What Wikidata says of linked items, as the named graph `graph/wikidata`.

Its words are CC0, and are marked as its own: each item is a record of one revision, from which its
statements come (PROV-O, `prov:wasDerivedFrom`). Everything is a fragment of the graph's own
document; there are no blank nodes, and the same answers give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rdflib import DCTERMS, PROV, RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from souverain import iri, ttl
from souverain.link.moments import Moment
from souverain.link.statements import ITEM_PREFIX, Reference, Statement, statements
from souverain.link.wikibase import Item
from souverain.vocab import BASE, SOV

NAME = "wikidata"
CC0 = URIRef("https://creativecommons.org/publicdomain/zero/1.0/")
SOURCE = URIRef("https://www.wikidata.org/")
# https://www.wikidata.org/wiki/Wikidata:Data_access: an item as it was in one revision.
REVISION = "https://www.wikidata.org/wiki/Special:EntityData/{id}.json?revision={revision}"
TITLES = {"en": "What Wikidata says of linked items", "fr": "Ce que Wikidata dit des éléments liés"}
# `mul` is for what is the same in most languages.
LANGUAGES = (*TITLES, "mul")
RANKS = {"preferred": SOV.Preferred, "normal": SOV.Normal, "deprecated": SOV.Deprecated}

Triple = tuple[Node, Node, Node]


def turtle(items: Iterable[Item], base: str = BASE) -> str:
    """The graph of these items in the one form; an item that is missing says nothing."""
    made = Graph(bind_namespaces="none")
    document = iri.graph(NAME, base)
    for triple in _head(document):
        made.add(triple)
    for item in items:
        if not item.is_missing:
            for triple in _record(document, item):
                made.add(triple)
    return ttl.write(made)


def _head(document: URIRef) -> Iterator[Triple]:
    yield document, RDF.type, SOV.ExternalGraph
    yield document, DCTERMS.license, CC0
    yield document, DCTERMS.source, SOURCE
    for language, title in TITLES.items():
        yield document, DCTERMS.title, Literal(title, language)


def _record(document: URIRef, item: Item) -> Iterator[Triple]:
    record, subject = iri.part(document, item.id), URIRef(f"{ITEM_PREFIX}{item.id}")
    derived = URIRef(REVISION.format(id=item.id, revision=item.revision))
    yield record, RDF.type, SOV.ExternalRecord
    yield record, SOV.externalItem, subject
    yield record, SOV.externalRevision, Literal(item.revision)
    yield record, SOV.retrievedAt, Literal(item.at, datatype=XSD.dateTime)
    yield record, PROV.wasDerivedFrom, derived
    yield record, DCTERMS.license, CC0
    for texts, predicate in (
        (item.labels, SOV.externalLabel),
        (item.descriptions, SOV.externalDescription),
    ):
        for language in LANGUAGES:
            if language in texts:
                yield record, predicate, Literal(texts[language], language)
    for number, statement in enumerate(statements(item), start=1):
        name = statement.id.replace("$", "-") or f"{item.id}-{number}"
        node = iri.part(document, name)
        yield node, RDF.type, SOV.ExternalStatement
        yield node, SOV.externalRecord, record
        yield node, SOV.externalSubject, subject
        yield from _statement(node, statement)


def _statement(node: URIRef, told: Statement) -> Iterator[Triple]:
    yield node, SOV.externalProperty, URIRef(f"{ITEM_PREFIX}{told.property}")
    yield node, SOV.externalRank, RANKS.get(told.rank, SOV.Normal)
    yield from _value(node, told)
    if told.share:
        for predicate, number in (
            (SOV.externalPercentage, told.share.percentage),
            (SOV.externalLeast, told.share.least),
            (SOV.externalMost, told.share.most),
        ):
            yield node, predicate, _decimal(number)
    for name, predicate, moment in (
        ("start", SOV.externalStart, told.start),
        ("end", SOV.externalEnd, told.end),
        ("point", SOV.externalPoint, told.point),
    ):
        if moment:
            yield from _date(node, predicate, name, moment)
    for text in told.qualifiers:
        yield node, SOV.externalQualifier, Literal(text)
    for place, reference in enumerate(told.references, start=1):
        yield from _reference(node, URIRef(f"{node}-reference-{place}"), reference)


def _value(node: URIRef, told: Statement) -> Iterator[Triple]:
    value = told.value
    if value.date:
        yield from _date(node, SOV.externalDate, "date", value.date)
    elif value.iri:
        yield node, SOV.externalObject, URIRef(value.iri)
    elif value.text:
        yield node, SOV.externalText, Literal(value.text)
    else:
        yield node, SOV.missingValue, SOV[value.missing]


def _date(node: URIRef, predicate: URIRef, name: str, moment: Moment) -> Iterator[Triple]:
    date = URIRef(f"{node}-{name}")
    yield node, predicate, date
    yield date, RDF.type, SOV.ExternalDate
    yield date, SOV.edtf, Literal(moment.edtf)
    if moment.earliest and moment.latest:
        yield date, SOV.earliest, Literal(moment.earliest)
        yield date, SOV.latest, Literal(moment.latest)


def _reference(node: URIRef, reference: URIRef, told: Reference) -> Iterator[Triple]:
    if not (told.items or told.urls or told.parts):
        return
    yield node, SOV.externalReference, reference
    yield reference, RDF.type, SOV.ExternalReference
    for predicate, iris in ((SOV.referenceItem, told.items), (SOV.referenceUrl, told.urls)):
        for text in iris:
            yield reference, predicate, URIRef(text)
    for text in told.parts:
        yield reference, SOV.referencePart, Literal(text)


def _decimal(number: Decimal) -> Literal:
    """A decimal with a point in it, as the graph writes them."""
    text = f"{number.normalize():f}"
    return Literal(text if "." in text else f"{text}.0", datatype=XSD.decimal)
