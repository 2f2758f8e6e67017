"""The graph in the words of schema.org, as JSON-LD: a line for each node.

The context is in the file and names the vocabulary and what its values are, so that nothing has to
be fetched. A claim is a `Claim` with its sentence and its quotes, whatever it is about; what an
article states to be so is a relation of the entities as well.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from souverain.explanation.facts import Node
from souverain.export import records
from souverain.export.about import about, maker
from souverain.export.linked import facts, relations, things
from souverain.export.linked.things import Told, given
from souverain.export.losses import Words
from souverain.export.ownership.sentences import dated
from souverain.export.records import Article, Entity, Label, reading
from souverain.export.records.slots import CLAIMS, SLOTS, STATES, Kind
from souverain.export.selection import UNDATED, Selection
from souverain.export.target import Counts, Target
from souverain.vocab import SOV

DATES = ("datePublished", "dateModified", "startDate", "endDate", "ownedFrom", "ownedThrough")
LINKS = ("additionalType", "keywords", "license", "sameAs")
CONTEXT = {
    "@vocab": things.SCHEMA,
    **{name: {"@type": "Date"} for name in DATES},
    **{name: {"@type": "@id"} for name in LINKS},
}
# What a claim is said to be: a concept of each of these slots, as a keyword.
STATED = ("modality", "polarity", "stakeBasis", "role")
DERIVED = "DerivedStake"
# A group of claims that the project made, which no article speaks of.
HOLDING = "concernsHolding"
WIKIDATA = "http://www.wikidata.org/entity/"


def write(selection: Selection, target: Target) -> Counts:
    """The dataset, the entities, the articles and the claims, each a node of one document."""
    made = Nodes(selection)
    context = json.dumps(CONTEXT, ensure_ascii=False, indent=1)
    target.stream.write(f'{{"@context": {context},\n"@graph": [\n'.encode())
    separator = b""
    for node in made.all():
        line = json.dumps(node, ensure_ascii=False)
        # Half of a pair of UTF-16, which only a text that is none can hold.
        target.stream.write(separator + line.encode("utf-8", "backslashreplace"))
        separator = b",\n"
    target.stream.write(b"\n]}\n")
    return Counts({"claims": selection.claims}, dict(made.written))


class Nodes:
    """The nodes of a selection, counted by what they are."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.about = about(selection)
        self.maker = maker(self.about)
        self.relations = relations.Relations(selection)
        self.sentences = facts.Sentences(selection)
        self.written: Counter[str] = Counter()

    def all(self) -> Iterator[Told]:
        """Each node; what is counted is not what they hold."""
        yield from self._dataset()
        for name, found in (
            ("entities", map(self._entity, records.entities(self.selection))),
            ("articles", map(self._article, records.articles(self.selection))),
            ("claims", self._claims()),
        ):
            for node in found:
                self.written[name] += 1
                yield node

    def _dataset(self) -> Iterator[Told]:
        told = self.about
        yield {
            "@id": told.iri,
            "@type": "Dataset",
            "name": _both(told.title),
            "description": _both(told.description),
            "version": told.version,
            **given("dateModified", told.date if told.date != UNDATED else ""),
            **given("license", told.licence),
            **given("creator", self._maker()),
        }
        if self.maker:
            yield {"@id": self.maker, "@type": "Organization", "name": told.creator}

    def _maker(self) -> Told:
        return given("@id", self.maker)

    def _entity(self, entity: Entity) -> Told:
        links = [row.iri for row in entity.identifiers if row.is_sure]
        types = self.relations.kinds(entity.iri)
        if self.relations.is_owned(entity.iri):
            types = [*(types or ["Thing"]), "Product"]
        members = [{"@id": iri} for iri in entity.members if self.relations.is_party(iri)]
        name = things.named(entity.labels) if entity.labels else entity.slug
        return {
            "@id": entity.iri,
            **things.thing(types, name, [things.text(row) for row in entity.variants], links),
            "additionalType": [str(SOV[kind]) for kind in entity.classes if ":" not in kind],
            **given("identifier", [_item(iri) for iri in links if iri.startswith(WIKIDATA)]),
            **given("description", [things.text(row) for row in entity.notes]),
            **given("member", members),
            **self.relations.of(entity.iri),
        }

    def _article(self, article: Article) -> Told:
        when = article.published
        day = when.plain if when else ""
        file = {"@type": "MediaObject", "name": article.file, "sha256": article.sha256}
        return {
            "@id": article.iri,
            "@type": things.NEAREST["Article"],
            "name": f"Article {article.slug}",
            "identifier": article.slug,
            **given("inLanguage", article.language),
            **given("datePublished", day),
            **given("description", dated(when, "Published") if when and not day else ""),
            **given("encoding", file if article.file else None),
        }

    def _claims(self) -> Iterator[Told]:
        for kind in (*CLAIMS, DERIVED):
            for iri in self.selection.subjects(kind):
                claims = [iri, *self.selection.node(iri).texts("premise")]
                if not any(reading.is_withdrawn(self.selection, row) for row in claims):
                    yield self._claim(self.selection.node(iri), kind)

    def _claim(self, node: Node, kind: str) -> Told:
        article = {"@id": node.one("assertedIn")} if node.all("assertedIn") else {}
        language = self.selection.node(node.one("assertedIn")).one("dcterms:language")
        quotes = [
            things.quotation(row.iri, row.exact, {"@id": row.article}, language)
            for row in reading.quotes(self.selection, node)
        ]
        words = [things.text(label) for label in self.sentences.of(node.iri)]
        speakers = filter(self.relations.is_party, node.texts("attributedTo"))
        premises = [{"@id": iri} for iri in node.texts("premise")]
        return {
            "@id": node.iri,
            **things.claim(words or node.iri, article, quotes),
            "additionalType": str(SOV[kind]),
            **given("about", [{"@id": iri} for iri in self._named(node, kind)]),
            **given("author", [{"@id": iri} for iri in speakers]),
            **given("claimInterpreter", self._maker()),
            **given("keywords", self._keywords(node, kind)),
            **given("isBasedOn", premises),
            **given("comment", list(self._disputes(node))),
            **given("description", [things.text(row) for row in _notes(node)]),
        }

    def _named(self, node: Node, kind: str) -> list[str]:
        """The things that a claim names, whatever they are to it."""
        slots = (slot.name for slot in SLOTS[kind] if slot.kind in (Kind.ENTITY, Kind.CLAIM))
        return sorted({iri for name in slots if name != HOLDING for iri in node.texts(name)})

    def _keywords(self, node: Node, kind: str) -> list[str]:
        """The concepts that say in what state a claim is, and how surely it is said."""
        return [iri for name in (STATES.get(kind, "status"), *STATED) for iri in node.texts(name)]

    def _disputes(self, node: Node) -> Iterator[Told]:
        """What else is said of the same, and how that differs."""
        for iri in self.selection.by(node.iri, "between"):
            found = self.selection.node(iri)
            others = [{"@id": other} for other in found.texts("between") if other != node.iri]
            notes = [things.text(row) for row in reading.labels(found, "discrepancyNote")]
            yield {"@type": "Comment", "@id": iri, **given("text", notes), "about": others}


def _both(words: Words) -> Any:
    """Words in the languages that they have."""
    rows = zip(words, words._fields, strict=True)
    return things.named(Label(text, language) for text, language in rows if text)


def _notes(node: Node) -> tuple[Label, ...]:
    return reading.labels(node, "skos:editorialNote")


def _item(iri: str) -> Told:
    name = iri.removeprefix(WIKIDATA)
    return {"@type": "PropertyValue", "propertyID": "Wikidata", "value": name, "url": iri}
