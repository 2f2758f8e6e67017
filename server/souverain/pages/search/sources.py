"""What stands behind a thing, for machines: its sentence, the words it stands on, who differs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from souverain.document import Document
from souverain.errors import NoSuchPage
from souverain.explanation import Disagreement, Quote, Sentence, Source
from souverain.iri import article
from souverain.pages.linked.naming import called
from souverain.pages.media import JSON
from souverain.pages.page import Page
from souverain.pages.route import Route, Taken
from souverain.pages.search import index, meaning
from souverain.pages.search.items import STOOD_ON, Part
from souverain.pages.search.meaning import Unclear

if TYPE_CHECKING:
    from souverain.pages.site import Site

FEW, MOST = 10, 50
MOST_PAGES = 1_000_000
Told = dict[str, Any]


def claims(site: Site, iri: str) -> list[str]:
    """What is claimed, or computed, of an entity and not withdrawn; the weightiest first."""
    naming = {subject.partition("#")[0] for subject, _ in site.facts.naming(iri)}
    rows = index.of(site).items
    return [row.iri for row in rows if row.part is Part.CLAIM and row.iri in naming]


def view(page: Page) -> Document:
    """One thing, by its IRI or any of its names, and a page of what is claimed of it."""
    page.format(JSON)
    given = page.parameters.text("of")
    size = page.parameters.whole("size", range(1, MOST + 1), FEW)
    number = page.parameters.whole("page", range(1, MOST_PAGES), 1)
    iri = meaning.find(page, given)
    if isinstance(iri, Unclear):
        raise iri.fault("of")
    if not page.site.facts.node(iri):
        raise NoSuchPage(page.asked.path, hint=f"the graph says nothing of <{iri}>")
    told = json.dumps(_told(page, iri, number, size), ensure_ascii=False).encode("utf-8")
    return page.document(JSON, told)


def _told(page: Page, iri: str, number: int, size: int) -> Told:
    found = claims(page.site, iri)
    shown = found[(number - 1) * size : number * size]
    thing = {"iri": iri, "name": called(page, iri), "address": page.asked.origin + page.href(iri)}
    return {
        **thing,
        **(_explained(page, iri) if page.explainer.has_sentence(iri) else {}),
        "claims": [claim(page, row) for row in shown],
        "count": len(found),
        "page": number,
        "pages": max(1, -(-len(found) // size)),
    }


def claim(page: Page, iri: str) -> Told:
    """A claim, or what was computed, with the words that it stands on.

    What was computed has no words of its own: its premises do, or the claims that differ.
    """
    told, node = page.told(iri), page.site.facts.node(iri)
    stood_on = [row for slot in STOOD_ON for row in node.texts(slot)]
    return {
        "iri": iri,
        "kind": told.kind,
        "sentence": str(told.sentence),
        "state": told.state,
        "modality": told.modality,
        "computed": told.is_derived,
        "withdrawn": told.is_withdrawn,
        "quotes": [_quote(page, row) for row in told.quotes],
        "article": _article(told.source),
        "premises": [_premise(page, row) for row in stood_on],
    }


def _premise(page: Page, iri: str) -> Told:
    told = page.told(iri)
    quotes = [_quote(page, row) for row in told.quotes]
    return {"iri": iri, "sentence": str(told.sentence), "quotes": quotes}


def _explained(page: Page, iri: str) -> Told:
    found = page.explainer.explain(iri)
    return {
        **claim(page, iri),
        "speakers": [{"name": row.speaker, "words": row.words} for row in found.said],
        "rule": str(found.rule) if found.rule else "",
        "disagreements": [_differing(row) for row in found.disagreements],
        "notes": list(found.notes),
    }


def _quote(page: Page, row: Quote) -> Told:
    return {
        "iri": row.iri,
        "text": row.text,
        "article": str(article(row.article, page.site.base)),
        "start": row.start,
        "end": row.end,
    }


def _article(source: Source | None) -> Told | None:
    if source is None:
        return None
    return {
        "iri": source.iri,
        "name": source.name,
        "date": source.date,
        "inferred": source.is_inferred,
        "note": source.note,
    }


def _differing(row: Disagreement) -> Told:
    return {"iri": row.iri, "kind": row.kind, "note": row.note, "others": _sentences(row.others)}


def _sentences(rows: Iterable[Sentence]) -> list[Told]:
    return [{"iri": row.iri, "sentence": str(row)} for row in rows]


ROUTES = (
    Route(
        r"/sources",
        view,
        "/sources.json",
        "A thing with its sentence, the words that it stands on, and what is claimed of it",
        (JSON,),
        (
            Taken(
                "of",
                "its IRI, a short name such as id:cloudwatt, or any of its names",
                {"type": "string", "maxLength": 500},
            ),
            Taken(
                "size",
                "how many claims a page has",
                {"type": "integer", "minimum": 1, "maximum": MOST},
            ),
            Taken("page", "which page of the claims", {"type": "integer", "minimum": 1}),
        ),
    ),
)
