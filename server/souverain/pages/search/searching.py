"""Search over names, sentences and quotes, with facets; and suggestions while one types."""

from __future__ import annotations

import csv
import json
from io import StringIO

from souverain.document import Document
from souverain.pages.linked.naming import called
from souverain.pages.media import CSV, HTML, JSON
from souverain.pages.page import Page
from souverain.pages.route import Route, Taken
from souverain.pages.search import index, marking, meaning
from souverain.pages.search.index import FACETS
from souverain.pages.search.items import Item, Part
from souverain.pages.search.seeking import Seeking
from souverain.pages.search.spellings import Named, Sort
from souverain.vocab import SOV

WORDS = {"type": "string", "maxLength": 500}
DAY = {"type": "string", "format": "date"}
MOST_SUGGESTIONS = 8
MOST_NEAR = 5
# Facets that are listed beside the results; the letters stand above them.
LISTED = tuple(name for name in FACETS if name != "letter")
COLUMNS = ("what", "iri", "path", "text", "classes", "status", "articles", "years")
# How a name by which something was found is told, where it is not what the thing is called.
SPELT = {Sort.VARIANT: "variant", Sort.HIDDEN: "hidden", Sort.PRINTED: "printed"}


def view(page: Page) -> Document:
    """What was found, as a page, in JSON page by page, or whole in CSV."""
    media_type = page.format(HTML, JSON, CSV)
    seeking = Seeking(page)
    if media_type == JSON:
        return page.document(JSON, _json(page, seeking))
    if media_type == CSV:
        return page.document(CSV, _csv(page, seeking))
    return page.render(
        "search.html",
        JSON,
        CSV,
        seeking=seeking,
        facets=LISTED,
        near=() if seeking.count else _near(page, seeking.query),
        Part=Part,
        address=lambda item: address(page, item),
        called=lambda iri: called(page, iri),
        marked=lambda text: marking.pieces(text, seeking.result.words),
        spelt=lambda item, named: spelt(page, item, named),
        concept=lambda name: page.label(SOV[name]) or name,
    )


def suggest(page: Page) -> Document:
    """Entities and articles whose names begin with, or are nearly, what was typed."""
    page.format(JSON)
    typed = page.parameters.text("q")
    told = [
        {
            "name": called(page, row.iri),
            "spelling": "" if row.sort is Sort.NAME else row.text,
            "class": ", ".join(page.label(SOV[name]) for name in item.classes),
            "path": page.href(row.iri),
            "text": meaning.text(page, row.iri),
        }
        for row in index.of(page.site).near(typed, MOST_SUGGESTIONS)
        if (item := index.of(page.site).item(row.iri))
    ]
    return page.document(JSON, _written({"query": typed, "suggestions": told}))


def address(page: Page, item: Item) -> str:
    """Where an item is read: a quote, where it stands in its article."""
    if item.part is Part.QUOTE:
        anchor = item.iri.rpartition("/")[2]
        return f"{page.to(f'/articles/{item.articles[0]}')}#{anchor}"
    return page.href(item.iri)


def spelt(page: Page, item: Item, named: Named | None) -> str:
    """How an entity is spelt where it was found, if that is not what it is called."""
    if named is None or named.sort not in SPELT or named.text == called(page, item.iri):
        return ""
    return page.t(f"search.{SPELT[named.sort]}", name=named.text[:200])


def _near(page: Page, query: str) -> list[tuple[str, str]]:
    rows = index.of(page.site).near(query, MOST_NEAR)
    return [(page.href(row.iri), called(page, row.iri)) for row in rows]


def _row(page: Page, item: Item) -> dict[str, object]:
    """An item as plain values, by the names of the columns."""
    text = item.text
    if item.part is Part.ENTITY:
        text = called(page, item.iri)
    elif item.part is Part.CLAIM:
        text = str(page.told(item.iri).sentence)
    values = (
        item.part.name.lower(),
        item.iri,
        address(page, item),
        text,
        list(item.classes),
        item.state,
        list(item.articles),
        item.years,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _json(page: Page, seeking: Seeking) -> bytes:
    number = seeking.number
    following = page.here(page=number + 1) if number < seeking.pages else None
    return _written(
        {
            "query": seeking.query,
            "language": page.language,
            "chosen": seeking.chosen,
            "from": seeking.first,
            "to": seeking.last,
            "count": seeking.count,
            "page": number,
            "pages": seeking.pages,
            "next": following,
            "partial": seeking.result.is_partial,
            "facets": {name: dict(seeking.result.counts[name]) for name in FACETS},
            "results": [_row(page, item) for item, _ in seeking.shown],
        }
    )


def _csv(page: Page, seeking: Seeking) -> bytes:
    content = StringIO()
    writer = csv.writer(content)
    writer.writerow(COLUMNS)
    for item, _ in seeking.all:
        row = _row(page, item).values()
        writer.writerow(" ".join(cell) if isinstance(cell, list) else cell for cell in row)
    return content.getvalue().encode("utf-8")


def _written(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode("utf-8")


ROUTES = (
    Route(
        r"/search",
        view,
        "/search",
        "Names, claims and quotes, found by words",
        (HTML, JSON, CSV),
        (
            Taken("q", "words of a name, a sentence or a quote", WORDS),
            *(Taken(name, f"only with this {name}", WORDS) for name in FACETS),
            Taken("from", "only with a date on this day or later", DAY),
            Taken("to", "only with a date on this day or earlier", DAY),
            Taken("page", "which page of the results", {"type": "integer", "minimum": 1}),
        ),
    ),
    Route(
        r"/suggest",
        suggest,
        "/suggest.json",
        "Entities by what their names begin with",
        (JSON,),
        (Taken("q", "what was typed", WORDS),),
    ),
)
