"""The file of links of one dataset, while decisions are written into it."""

from __future__ import annotations

from rdflib import RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from souverain import iri
from souverain.link.decisions import Decision
from souverain.link.targets import Target
from souverain.publish.authored import Authored
from souverain.vocab import SOV

RELATIONS = {"exact": SKOS.exactMatch, "close": SKOS.closeMatch}
CONFIDENCE = {"exact": "verified", "close": "probable"}
METHOD = "found by its names, weighed by what both sides say, reviewed by a person"


class LinkFile:
    """The links, link records and records of absence of a target."""

    def __init__(self, authored: Authored, target: Target) -> None:
        self.target = target
        self._authored = authored
        self._path = authored.project.graph / "links" / f"{target.name}.ttl"
        self.graph = authored.graphs.setdefault(self._path, Graph(bind_namespaces="none"))

    def records(self, entity: URIRef, item: str = "") -> list[URIRef]:
        """The link records of an entity, all or those about one item."""
        return sorted(
            record
            for record in self.graph.subjects(SOV.linkSubject, entity)
            if isinstance(record, URIRef)
            and (other := self.graph.value(record, SOV.linkCandidate))
            and (not item or self.target.id(str(other)) == item)
        )

    def items(self, entity: URIRef, relation: URIRef | None = None) -> list[Node]:
        """What an entity is linked to, by one relation or by either."""
        return [
            item
            for by in ([relation] if relation else RELATIONS.values())
            for item in self.graph.objects(entity, by)
            if str(item).startswith(self.target.prefix)
        ]

    def is_absent(self, entity: URIRef) -> bool:
        """Whether the entity was found to have nothing in the dataset."""
        return (self._absence(entity), RDF.type, SOV.AbsenceRecord) in self.graph

    def link(self, entity: URIRef, row: Decision) -> None:
        """Add the link that a decision makes, with its record."""
        item = URIRef(self.target.iri(row.item))
        node = iri.entity(f"link-{_slug(entity)}-{row.item}", self._authored.base)
        label = str(row.seen.get("label", ""))
        self._authored.add(
            self._path,
            (entity, RELATIONS[row.decision], item),
            (node, RDF.type, SOV.LinkRecord),
            (node, SOV.linkSubject, entity),
            (node, SOV.linkCandidate, item),
            (node, SOV.linkRelation, RELATIONS[row.decision]),
            (node, SOV.linkConfidence, Literal(CONFIDENCE[row.decision])),
            (node, SOV.linkEvidence, Literal(row.evidence)),
            (node, SOV.linkMethod, Literal(f"{METHOD}: {row.reason}")),
            *([(node, SOV.linkLabel, Literal(label))] if label else []),
            (node, SOV.reviewedBy, Literal(row.by)),
            (node, SOV.reviewedOn, Literal(row.day, datatype=XSD.date)),
        )

    def miss(self, entity: URIRef, row: Decision) -> None:
        """Add the record that the dataset has nothing to link the entity to."""
        node = self._absence(entity)
        self._authored.add(
            self._path,
            (node, RDF.type, SOV.AbsenceRecord),
            (node, SOV.linkSubject, entity),
            (node, SOV.absentFrom, URIRef(self.target.prefix)),
            (node, SOV.linkMethod, Literal(row.reason)),
            (node, SOV.reviewedBy, Literal(row.by)),
            (node, SOV.reviewedOn, Literal(row.day, datatype=XSD.date)),
        )

    def unlink(self, entity: URIRef, record: URIRef) -> str:
        """Take a link out with its record; gives the item that it led to."""
        relation, item = (
            self.graph.value(record, name) for name in (SOV.linkRelation, SOV.linkCandidate)
        )
        self._remove(record)
        if relation and item:
            self._authored.remove(self._path, (entity, relation, item))
        return self.target.id(str(item))

    def unmiss(self, entity: URIRef) -> None:
        """Take a record of absence out."""
        self._remove(self._absence(entity))

    def _remove(self, node: URIRef) -> None:
        self._authored.remove(self._path, *self.graph.triples((node, None, None)))

    def _absence(self, entity: URIRef) -> URIRef:
        slug = f"absence-{_slug(entity)}-{self.target.name}"
        return iri.entity(slug, self._authored.base)


def _slug(entity: URIRef) -> str:
    return str(entity).rpartition("/")[2]
