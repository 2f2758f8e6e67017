"""Reading what the records share from what the graph says of a thing."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from souverain.explanation.facts import Node, local
from souverain.export.records.model import Label, Quote, Said, When
from souverain.export.selection import Selection
from souverain.export.standing import Standing


def concept(node: Node, name: str) -> str:
    """A concept by the end of its IRI."""
    return local(node.one(name)) if node.all(name) else ""


def labels(node: Node, name: str) -> tuple[Label, ...]:
    """Texts with their languages."""
    return tuple(Label(term.text, term.language) for term in node.all(name) if not term.is_iri)


def label(node: Node, name: str) -> Label | None:
    """The one text of a property."""
    return next(iter(labels(node, name)), None)


def number(node: Node, name: str) -> Decimal | None:
    """A number; None where there is none."""
    try:
        return Decimal(node.one(name))
    except InvalidOperation:
        return None


def whole(node: Node, name: str) -> int:
    """A whole number; 0 where there is none."""
    found = node.one(name)
    return int(found) if found.isascii() and found.isdigit() else 0


def when(selection: Selection, node: Node, name: str) -> When | None:
    """The date that is the value of a property."""
    found = selection.value(node, name)
    if not found.all("edtf"):
        return None
    return When(
        iri=found.iri,
        edtf=found.one("edtf"),
        earliest=found.one("earliest"),
        latest=found.one("latest"),
        words=found.one("printedWords"),
        basis=concept(found, "yearBasis"),
        note=found.one("inferenceNote", "en") or found.one("inferenceNote"),
    )


def quotes(selection: Selection, node: Node) -> tuple[Quote, ...]:
    """The evidence of a claim, in the order of the text."""
    found = [quote(selection, iri) for iri in node.texts("evidence")]
    return tuple(sorted(found, key=lambda row: (row.article, row.start, row.end, row.iri)))


def quote(selection: Selection, iri: str) -> Quote:
    """One evidence: its words and where they stand."""
    node = selection.node(iri)
    selectors = [selection.node(selector) for selector in node.texts("oa:hasSelector")]
    return Quote(
        iri=iri,
        article=node.one("oa:hasSource"),
        start=max((whole(row, "oa:start") for row in selectors), default=0),
        end=max((whole(row, "oa:end") for row in selectors), default=0),
        exact=next((row.one("oa:exact") for row in selectors if row.all("oa:exact")), ""),
    )


def said(selection: Selection, node: Node) -> tuple[Said, ...]:
    """Those whom the article cites, the nearest to it last: a chain by who relays whom."""
    found, seen = [], set()
    link = selection.value(node, "attribution")
    while link and link.iri not in seen:
        seen.add(link.iri)
        found.append(Said(link.one("speaker"), link.one("attributionWords")))
        link = selection.value(link, "relayedBy")
    return tuple(found)


def claim(selection: Selection, node: Node) -> dict[str, Any]:
    """The fields that all claims have."""
    return {
        "iri": node.iri,
        "kind": next((kind for kind in node.kinds if ":" not in kind), ""),
        "article": node.one("assertedIn"),
        "as_of": when(selection, node, "asOf"),
        "modality": concept(node, "modality"),
        "quotes": quotes(selection, node),
        "said": said(selection, node),
        "notes": labels(node, "skos:editorialNote"),
        "is_certain": selection.standing(node.iri) is Standing.YES,
        "premises": tuple(node.texts("premise")),
        "rule": concept(node, "rule"),
    }


def is_withdrawn(selection: Selection, iri: str) -> bool:
    """Whether a claim was withdrawn, so that no answer has it."""
    return iri in selection.withdrawn
