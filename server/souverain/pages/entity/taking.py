"""What the blocks of an entity's page hold: for the page, and to take away."""

from __future__ import annotations

from io import BytesIO
from typing import Any, NamedTuple

from souverain.document import Document
from souverain.errors import BadValue
from souverain.formats import Kind
from souverain.iri import is_absolute
from souverain.pages.entity.blocks import BLOCKS
from souverain.pages.media import CSV, TURTLE
from souverain.pages.page import Page
from souverain.pages.route import Route
from souverain.query.evaluation import Query, Results, evaluate
from souverain.query.writing import write

FORMATS = {CSV: (Kind.SELECT, "csv"), TURTLE: (Kind.GRAPH, "turtle")}


class Found(NamedTuple):
    """What a block holds, as texts by column, and the addresses to have it again.

    `things` are those of the first column, each once.
    """

    things: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    query: str
    csv: str
    data: str


def found(page: Page, name: str, iri: str) -> Found:
    """What a block holds for an entity, in the order of the query."""
    query = BLOCKS[name].select(iri)
    rows = page.site.once((__name__, name, iri), lambda: _rows(page, name, iri))
    csv, data = (page.to(f"/blocks/{name}.{suffix}", of=iri) for suffix in ("csv", "ttl"))
    return Found(tuple(dict.fromkeys(row[0] for row in rows)), rows, query, csv, data)


def view(page: Page) -> Document:
    """A block as a table, or as a graph."""
    media_type = page.format(*FORMATS)
    block = BLOCKS[page.parts[0]]
    iri = page.parameters.text("of", longest=2000)
    if not iri:
        raise BadValue("of", "is not given", "give the IRI of an entity")
    iri = iri if is_absolute(iri) else f"{page.site.base}id/{iri}"
    if not is_absolute(iri):
        raise BadValue("of", f"is no IRI: {iri!r}", "give the IRI of an entity")
    kind, written = FORMATS[media_type]
    query = block.select(iri) if media_type == CSV else block.construct(iri)
    content = BytesIO()
    write(kind, written, _answered(page, query), content, page.site.dataset.prefixes)
    return page.document(media_type, content.getvalue())


def _rows(page: Page, name: str, iri: str) -> tuple[tuple[str, ...], ...]:
    """The solutions of a block; most are empty for most entities, and then nothing is evaluated."""
    block = BLOCKS[name]
    named = {by for _, by in page.site.facts.naming(iri)}
    answer: Any = _answered(page, block.select(iri)) if named & block.ways or not block.ways else ()
    return tuple(tuple(term.value if term else "" for term in row) for row in answer)


def _answered(page: Page, query: str) -> Results:
    return evaluate(page.site.dataset.store, Query(query), page.site.dataset.prefixes)


ROUTES = (
    Route(
        rf"/blocks/({'|'.join(BLOCKS)})",
        view,
        "/blocks/held_by",
        "A block of an entity’s page, by the IRI in `of`",
        tuple(FORMATS),
    ),
)
