"""Making links of decisions: the link, its record and the line of the log, all of them or none.

An accepted item becomes a match of the entity and a link record with its evidence, an entity that
has none a record of absence; both stand in the file of the dataset, `graph/links/<target>.ttl`. To
undo a decision takes them out again. Every decision stays in the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rdflib import RDF, SKOS, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from souverain import iri, ttl
from souverain.errors import UsageError
from souverain.files import Project
from souverain.link import decisions
from souverain.link.decisions import EXACT, LINKS, NONE, REJECT, UNDO, Decision, Log
from souverain.link.targets import TARGETS, Target, find
from souverain.publish import Edit
from souverain.publish.account import Account
from souverain.publish.authored import Authored, short
from souverain.vocab import BASE, SOV

RELATIONS = {"exact": SKOS.exactMatch, "close": SKOS.closeMatch}
CONFIDENCE = {"exact": "verified", "close": "probable"}
METHOD = "found by its names, weighed by what both sides say, reviewed by a person"
UNDO_FIRST = "take that back first: souverain link undo"


def is_logged_only(rows: Sequence[Decision]) -> bool:
    """Whether decisions change nothing but the log."""
    return all(row.decision in {REJECT, decisions.LATER} for row in rows)


def decided(
    account: Account, target: Target, entity: str, item: str, decision: str, evidence: str = ""
) -> Decision:
    """A decision as the log has it; `item` is an identifier of the target, however written.

    Raises `UsageError` for an identifier that is none, and where one is missing.
    """
    decisions.demand_item(decision, item)
    return Decision(
        day=account.on.isoformat(),
        by=account.by,
        target=target.name,
        entity=entity,
        item=target.read(item) if item else "",
        decision=decision,
        reason=account.reason,
        evidence=" ".join(evidence.split()),
    )


def decide(
    project: Project,
    rows: Sequence[Decision],
    base: str = BASE,
    targets: tuple[Target, ...] = TARGETS,
) -> Edit:
    """Write decisions into the files, in their order.

    Raises `UsageError` for the first that cannot be: of what is no entity, of one that is replaced,
    or against a link that holds.
    """
    linking = _Linking(Authored(project, base), Log.read(project), targets)
    notes = [linking.take(row) for row in rows]
    path = project.graph / decisions.FILE
    linking.authored.write()
    project.write(path, linking.log.text())
    return Edit(project.name(path), notes)


class _Linking:
    """The files of the links, and the log, while decisions are written into them."""

    def __init__(self, authored: Authored, log: Log, targets: tuple[Target, ...]) -> None:
        self.authored = authored
        self.log = log
        self._targets = targets

    def take(self, row: Decision) -> str:
        """Do one decision; gives what was done, in a sentence."""
        target = find(row.target, self._targets)
        entity = self.authored.find(row.entity, SOV.Entity, "entity")
        row = replace(row, entity=ttl.shorten(entity))
        if other := self.authored.value(entity, DCTERMS.isReplacedBy):
            raise UsageError(
                f"{ttl.shorten(entity)} is replaced by {short([other])}",
                hint=f"name {short([other])} in its place",
            )
        if row.decision in LINKS:
            self._link(target, entity, row)
        elif row.decision == NONE:
            self._miss(target, entity, row)
        elif row.decision == UNDO:
            row = self._undo(target, entity, row)
        elif row.decision == REJECT and self._record(target, entity, row.item):
            raise self._held(entity, f"is linked to {row.item}")
        self.log = Log((*self.log.rows, row))
        item = f" {row.item}" if row.item else ""
        return f"{row.decision}: {ttl.shorten(entity)}{item} ({row.reason})"

    def _link(self, target: Target, entity: URIRef, row: Decision) -> None:
        graph = self._graph(target)
        item = URIRef(target.iri(row.item))
        if not row.evidence:
            raise UsageError(
                f"the link of {ttl.shorten(entity)} to {row.item} has no evidence",
                hint="say by --evidence what public text supports it, and where it stands",
            )
        if self._absence(target, entity) in graph.subjects(RDF.type):
            raise self._held(entity, f"was found to have nothing in {target.title}")
        if self._record(target, entity, row.item):
            raise self._held(entity, f"is linked to {row.item} already")
        if row.decision == EXACT:
            self._demand_only(target, entity, item)
        node = iri.entity(f"link-{_slug(entity)}-{row.item}", self.authored.base)
        label = str(row.seen.get("label", ""))
        self._add(
            target,
            entity,
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

    def _demand_only(self, target: Target, entity: URIRef, item: URIRef) -> None:
        """An exact match is of one entity and one item."""
        graph = self._graph(target)
        for other in graph.objects(entity, SKOS.exactMatch):
            if str(other).startswith(target.prefix):
                raise self._held(entity, f"is linked to {short([other])} exactly")
        for other in graph.subjects(SKOS.exactMatch, item):
            raise UsageError(
                f"{short([item])} is linked exactly to {short([other])} already",
                hint="two entities that are one are merged (souverain merge); one that is near "
                "the item is a close match",
            )

    def _miss(self, target: Target, entity: URIRef, row: Decision) -> None:
        linked = [
            item
            for relation in RELATIONS.values()
            for item in self._graph(target).objects(entity, relation)
            if str(item).startswith(target.prefix)
        ]
        node = self._absence(target, entity)
        if linked:
            raise self._held(entity, f"is linked to {short(linked)}")
        if node in self._graph(target).subjects(RDF.type):
            raise self._held(entity, f"was found to have nothing in {target.title} already")
        self._add(
            target,
            entity,
            (node, RDF.type, SOV.AbsenceRecord),
            (node, SOV.linkSubject, entity),
            (node, SOV.absentFrom, URIRef(target.prefix)),
            (node, SOV.linkMethod, Literal(row.reason)),
            (node, SOV.reviewedBy, Literal(row.by)),
            (node, SOV.reviewedOn, Literal(row.day, datatype=XSD.date)),
        )

    def _undo(self, target: Target, entity: URIRef, row: Decision) -> Decision:
        """Take the last decision back; gives the row with the item that it was about."""
        held = decisions.last(self.log.standing(target.name, row.entity), row.item)
        item = held.item if held else row.item
        record = self._record(target, entity, item)
        path = self._path(target)
        if record and (held is None or held.decision in LINKS):
            graph = self._graph(target)
            relation, other = (
                graph.value(record, name) for name in (SOV.linkRelation, SOV.linkCandidate)
            )
            self.authored.remove(path, *graph.triples((record, None, None)))
            if relation and other:
                self.authored.remove(path, (entity, relation, other))
                item = target.id(str(other))
        elif held and held.decision == NONE:
            node = self._absence(target, entity)
            self.authored.remove(path, *self._graph(target).triples((node, None, None)))
        elif held is None:
            raise UsageError(
                f"nothing was decided of {ttl.shorten(entity)} that holds",
                hint="souverain link list shows what was",
            )
        return Decision(
            row.day, row.by, row.target, row.entity, item, UNDO, row.reason, row.evidence
        )

    def _record(self, target: Target, entity: URIRef, item: str) -> URIRef | None:
        """The link record of an entity and an item, or of its only one where none is named."""
        graph = self._graph(target)
        records = [
            record
            for record in graph.subjects(SOV.linkSubject, entity)
            if isinstance(record, URIRef)
            and (other := graph.value(record, SOV.linkCandidate))
            and (not item or target.id(str(other)) == item)
        ]
        if len(records) > 1:
            raise UsageError(
                f"{ttl.shorten(entity)} has {len(records)} links: {short(records)}",
                hint="name the item as well",
            )
        return records[0] if records else None

    def _absence(self, target: Target, entity: URIRef) -> URIRef:
        return iri.entity(f"absence-{_slug(entity)}-{target.name}", self.authored.base)

    def _held(self, entity: URIRef, how: str) -> UsageError:
        return UsageError(
            f"{ttl.shorten(entity)} {how}", hint=f"{UNDO_FIRST} {ttl.shorten(entity)}"
        )

    def _path(self, target: Target) -> Path:
        path = self.authored.project.graph / "links" / f"{target.name}.ttl"
        self.authored.graphs.setdefault(path, Graph(bind_namespaces="none"))
        return path

    def _graph(self, target: Target) -> Graph:
        return self.authored.graphs[self._path(target)]

    def _add(self, target: Target, entity: URIRef, *triples: tuple[URIRef, URIRef, object]) -> None:
        self.authored.add(self._path(target), *triples)  # type: ignore[arg-type]


def _slug(entity: URIRef) -> str:
    return str(entity).rpartition("/")[2]
