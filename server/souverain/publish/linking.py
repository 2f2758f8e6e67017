"""Making links of decisions: the link, its record and the line of the log, all of them or none.

An accepted item becomes a match of the entity and a link record with its evidence, an entity that
has none a record of absence; both stand in the file of the dataset, `graph/links/<target>.ttl`. To
undo a decision takes them out again. Every decision stays in the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rdflib import SKOS, URIRef
from rdflib.namespace import DCTERMS

from souverain import ttl
from souverain.errors import UsageError
from souverain.files import Project
from souverain.link import decisions
from souverain.link.decisions import EXACT, LINKS, NONE, REJECT, UNDO, Decision, Log
from souverain.link.targets import TARGETS, Target, find
from souverain.publish import Edit
from souverain.publish.account import Account
from souverain.publish.authored import Authored, short
from souverain.publish.linkfile import LinkFile
from souverain.vocab import BASE, SOV


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
        file = LinkFile(self.authored, find(row.target, self._targets))
        entity = self.authored.find(row.entity, SOV.Entity, "entity")
        row = replace(row, entity=ttl.shorten(entity))
        if other := self.authored.value(entity, DCTERMS.isReplacedBy):
            raise UsageError(
                f"{row.entity} is replaced by {short([other])}",
                hint=f"name {short([other])} in its place",
            )
        if row.decision == UNDO:
            row = self._undo(file, entity, row)
        else:
            _demand_free(file, entity, row)
        if row.decision in LINKS:
            file.link(entity, row)
        elif row.decision == NONE:
            file.miss(entity, row)
        self.log = Log((*self.log.rows, row))
        item = f" {row.item}" if row.item else ""
        return f"{row.decision}: {row.entity}{item} ({row.reason})"

    def _undo(self, file: LinkFile, entity: URIRef, row: Decision) -> Decision:
        """Take the last decision back; gives the row with the item that it was about."""
        held = decisions.last(self.log.standing(row.target, row.entity), row.item)
        records = file.records(entity, held.item if held else row.item)
        if held and held.decision == NONE:
            file.unmiss(entity)
        elif held and held.decision not in LINKS:
            row = replace(row, item=held.item)
        elif len(records) == 1:
            row = replace(row, item=file.unlink(entity, records[0]))
        elif records:
            raise UsageError(
                f"{row.entity} has {len(records)} links: {short(records)}",
                hint="name the item as well",
            )
        else:
            raise UsageError(
                f"nothing was decided of {row.entity} that holds",
                hint="souverain link list shows what was",
            )
        return row


def _demand_free(file: LinkFile, entity: URIRef, row: Decision) -> None:
    """Raise `UsageError` where what holds of an entity stands against a decision."""
    title = file.target.title
    if row.decision in LINKS and not row.evidence:
        raise UsageError(
            f"the link of {row.entity} to {row.item} has no evidence",
            hint="say by --evidence what public text supports it, and where it stands",
        )
    if row.decision in {*LINKS, NONE} and file.is_absent(entity):
        raise _held(row, f"was found to have nothing in {title}")
    if row.decision in decisions.OF_AN_ITEM and file.records(entity, row.item):
        raise _held(row, f"is linked to {row.item} already")
    if row.decision == NONE and (linked := file.items(entity)):
        raise _held(row, f"is linked to {short(linked)}")
    if row.decision == EXACT:
        _demand_only(file, entity, row)


def _demand_only(file: LinkFile, entity: URIRef, row: Decision) -> None:
    """An exact match is of one entity and one item."""
    if linked := file.items(entity, SKOS.exactMatch):
        raise _held(row, f"is linked to {short(linked)} exactly")
    item = URIRef(file.target.iri(row.item))
    for other in file.graph.subjects(SKOS.exactMatch, item):
        raise UsageError(
            f"{short([item])} is linked exactly to {short([other])} already",
            hint="two entities that are one are merged (souverain merge); one that is near the "
            "item is a close match",
        )


def _held(row: Decision, how: str) -> UsageError:
    return UsageError(
        f"{row.entity} {how}", hint=f"take that back first: souverain link undo {row.entity}"
    )
