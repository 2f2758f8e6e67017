"""Whether what entities are linked to is still what it was: merged, deleted or changed items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rdflib import Graph, URIRef

from souverain import folding, ttl
from souverain.files import Project
from souverain.link import decisions, wikibase
from souverain.link.decisions import LINKS, Log
from souverain.link.service import Service
from souverain.link.targets import Target
from souverain.link.wikibase import Item
from souverain.vocab import SOV

MERGED, DELETED, RENAMED, OTHER_KIND, ENDED = "merged", "deleted", "renamed", "other kind", "ended"


@dataclass(frozen=True)
class Record:
    """A link as its record has it: prefixed names of entity and relation, the item's id."""

    entity: str
    item: str
    relation: str
    label: str
    by: str
    on: str


@dataclass(frozen=True, order=True)
class Change:
    """What became of an item, in a sentence, and what to do about it."""

    entity: str
    item: str
    kind: str
    message: str
    hint: str


def records(project: Project, target: Target) -> list[Record]:
    """The links of a graph to a target, in order."""
    path = project.graph / "links" / f"{target.name}.ttl"
    if not path.exists():
        return []
    graph = ttl.read(path, project.name(path))
    found = (
        Record(
            entity=_short(graph, node, SOV.linkSubject),
            item=target.id(str(graph.value(node, SOV.linkCandidate))),
            relation=_short(graph, node, SOV.linkRelation),
            label=str(graph.value(node, SOV.linkLabel) or ""),
            by=str(graph.value(node, SOV.reviewedBy) or ""),
            on=str(graph.value(node, SOV.reviewedOn) or ""),
        )
        for node in graph.subjects(SOV.linkCandidate)
        if isinstance(node, URIRef)
    )
    return sorted((row for row in found if row.item), key=lambda row: (row.entity, row.item))


def check(service: Service, target: Target, rows: Sequence[Record], log: Log) -> Iterator[Change]:
    """What needs a person, link by link; raises as `Service` does.

    An item is compared with what it was when it was linked, so far as the log knows; of the links
    that are older than the log, only the name is known.
    """
    ids = sorted({row.item for row in rows})
    items = {item.asked: item for item in wikibase.items(service, target.api, ids)}
    for row in rows:
        yield from _changes(target, row, items[row.item], _seen(log, target, row))


def _changes(target: Target, row: Record, item: Item, was: Mapping[str, Any]) -> Iterator[Change]:
    undo = f"souverain link undo {row.entity} {row.item}"
    if item.is_missing:
        message = "is not there any more" if was or row.label else "is not there"
        yield Change(row.entity, row.item, DELETED, message, f"take the link back: {undo}")
        return
    if item.id != row.item:
        hint = f"take the link back ({undo}), then decide on {item.id}"
        message = f"was merged into {item.id} ({item.label})"
        yield Change(row.entity, row.item, MERGED, message, hint)
        return
    label = str(was.get("label", row.label))
    if label and not _is_called(item, label):
        message = f"was called “{label}”, and is called “{item.label}” now"
        hint = f"see {target.page.format(id=item.id)}; where it is another thing: {undo}"
        yield Change(row.entity, row.item, RENAMED, message, hint)
    now = decisions.seen(item, target.properties)
    for name, kind, words in (("kinds", OTHER_KIND, "kinds"), ("ended", ENDED, "end")):
        before = was.get(name)
        if before is not None and before != now[name]:
            told = ", ".join(now[name]) or "none"
            message = f"had the {words} {', '.join(before) or 'none'}, and has {told} now"
            hint = f"see {target.page.format(id=item.id)}; where it is another thing: {undo}"
            yield Change(row.entity, row.item, kind, message, hint)


def _is_called(item: Item, label: str) -> bool:
    """Whether it has the name, or had it printed with what tells it apart in brackets."""
    wanted = folding.fold(label)
    names = [folding.fold(name) for name in item.names]
    return any(name == wanted or (name and wanted.startswith(f"{name} ")) for name in names)


def _seen(log: Log, target: Target, row: Record) -> Mapping[str, Any]:
    held = [
        decision
        for decision in log.standing(target.name, row.entity)
        if decision.decision in LINKS and decision.item == row.item
    ]
    return held[-1].seen if held else {}


def _short(graph: Graph, node: URIRef, predicate: URIRef) -> str:
    return ttl.shorten(str(graph.value(node, predicate)))
