"""Who or what an entity is: its names, its classes, its members, and what it is elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from souverain.explanation import Node
from souverain.pages.entity.values import Row, Value, called, kinds, last, rows, value
from souverain.pages.page import Page

# Each name by the property that gives it, and whether it is one that an article gets wrong.
NAMES = (
    ("also_written", "skos:altLabel"),
    ("wrongly_written", "skos:hiddenLabel"),
)
MATCHES = ("skos:exactMatch", "skos:closeMatch")
RECORD = (
    "linkRelation",
    "linkMethod",
    "linkEvidence",
    "linkConfidence",
    "reviewedBy",
    "reviewedOn",
)


@dataclass(frozen=True)
class Link:
    """A link to an item elsewhere: where it leads, what the item is called, and its record."""

    item: Value
    label: str
    record: str
    rows: list[Row]


@dataclass(frozen=True)
class Identity:
    """What an entity is: `preferred` are its names, each with the languages that use it.

    `split` tells whether it is known how its members share what they hold.
    """

    name: str
    kinds: list[Value]
    preferred: dict[str, list[str]]
    variants: list[tuple[str, list[Value]]]
    notes: list[Value]
    members: list[Value]
    split: str
    groups: list[Value]
    merged: list[Value]


def of(page: Page, iri: str) -> Identity:
    """What an entity is."""
    node = page.site.facts.node(iri)
    return Identity(
        name=called(page, iri),
        kinds=kinds(page, node),
        preferred=_preferred(node),
        variants=[(key, _values(page, node, name)) for key, name in NAMES if node.all(name)],
        notes=_values(page, node, "skos:editorialNote"),
        members=_values(page, node, "org:hasMember"),
        split=node.one("splitKnown"),
        groups=_by(page, iri, "org:hasMember"),
        merged=_by(page, iri, "dcterms:isReplacedBy"),
    )


def _values(page: Page, node: Node, name: str) -> list[Value]:
    return [value(page, name, term) for term in node.all(name)]


def _preferred(node: Node) -> dict[str, list[str]]:
    """Each name with the languages in which it is one."""
    found: dict[str, list[str]] = {}
    for term in node.all("skos:prefLabel"):
        found.setdefault(term.text, []).append(term.language)
    return found


def _by(page: Page, iri: str, name: str) -> list[Value]:
    found = page.site.facts.by(iri, name)
    return [Value(called(page, row.iri), page.href(row.iri)) for row in found]


def links(page: Page, iri: str, records: Iterable[str]) -> list[Link]:
    """The links of an entity by their records, and those that nobody has recorded."""
    node = page.site.facts.node(iri)
    found = {}
    for record in map(page.site.facts.node, records):
        item = record.one("linkCandidate")
        found[item] = Link(
            item=Value(last(item), page.href(item)),
            label=record.one("linkLabel"),
            record=page.href(record.iri),
            rows=rows(page, record, RECORD),
        )
    for name in MATCHES:
        for item in node.texts(name):
            plain = Link(Value(last(item), page.href(item)), "", "", rows(page, node, [name]))
            found.setdefault(item, plain)
    return list(found.values())
