"""The addresses of the service, all of which answer in JSON, but for pages that are for people."""

from __future__ import annotations

import json

from souverain.document import Document
from souverain.errors import BadValue, NoSuchPage
from souverain.http.message import SECURITY
from souverain.pages.media import HTML, JSON
from souverain.pages.page import Page
from souverain.pages.reconcile import batch, extending, matching, suggesting, things
from souverain.pages.reconcile.manifest import PATH, manifest
from souverain.pages.route import Route, Taken
from souverain.pages.search import sources

# The longest text of a batch: the limit for bodies is the server's own.
LONGEST_BATCH = 2**31
MOST_CLAIMS = 3
# A preview is made to stand in the page of another site.
POLICY = "Content-Security-Policy"
FRAMED = {POLICY: SECURITY[POLICY].replace("frame-ancestors 'none'", "frame-ancestors *")}
# What candidates are told by, beside the properties that are asked for.
FEATURES = ("name", "preferred_name", "type")


def service(page: Page) -> Document:
    """The manifest, or the answer to a batch or to a data extension query."""
    queries, extend = (
        page.parameters.text(name, longest=LONGEST_BATCH) for name in ("queries", "extend")
    )
    if page.suffix and page.format(JSON, HTML) == HTML:
        return page.render("reconcile.html", features=FEATURES, address=page.asked.origin + PATH)
    if queries and extend:
        raise BadValue("extend", "comes with queries", "ask for one at a time")
    if queries:
        asked = batch.read(page.site, queries)
        rows = {key: matching.candidates(page, wanted) for key, wanted in asked.items()}
        return _json({key: {"result": found} for key, found in rows.items()})
    return _json(extending.extended(page, extend) if extend else manifest(page))


def suggest(page: Page) -> Document:
    """Suggestions of entities, properties or types."""
    page.format(JSON)
    return _json(suggesting.suggested(page, suggesting.SORTS[page.parts[0]]))


def flyout(page: Page) -> Document:
    """The small preview of one of them."""
    page.format(JSON)
    return _json(suggesting.flyout(page, suggesting.SORTS[page.parts[0]]))


def propose(page: Page) -> Document:
    """The properties that can be had of entities of a type."""
    page.format(JSON)
    return _json(extending.proposed(page))


def preview(page: Page) -> Document:
    """An entity in a small frame: what it is, and what is claimed of it in which words."""
    page.format(HTML)
    given = page.parameters.text("id")
    iri = things.find(page.site, given)
    if not iri:
        hint = f"nothing here has the id {given!r}: ids are the last parts of the entities' IRIs"
        raise NoSuchPage(page.asked.path, hint=hint)
    made = page.render(
        "preview.html",
        iri=iri,
        name=things.name(page, iri),
        described=things.described(page, iri),
        claims=[page.told(row) for row in sources.claims(page.site, iri)[:MOST_CLAIMS]],
    )
    return made._replace(headers=(*made.headers, *FRAMED.items()))


def _json(told: object) -> Document:
    return Document(200, JSON, json.dumps(told, ensure_ascii=False).encode("utf-8"))


TEXT = {"type": "string", "maxLength": 500}
WHOLE = {"type": "integer", "minimum": 0, "maximum": 999_999}
ID = Taken("id", "an identifier that the service gave", TEXT)
PREFIX = Taken("prefix", "what was typed", TEXT)
CURSOR = Taken("cursor", "how many to skip", WHOLE)
BATCH = Taken("queries", "a batch of reconciliation queries in JSON", {"type": "string"})
EXTEND = Taken("extend", "a data extension query in JSON", {"type": "string"})
KIND = "|".join(suggesting.SORTS)
ROUTES = (
    Route(
        PATH,
        service,
        PATH,
        "The Reconciliation Service API 0.2: its manifest, batches of queries, data extension",
        (JSON, HTML),
        (BATCH, EXTEND),
    ),
    Route(
        rf"{PATH}/suggest/({KIND})",
        suggest,
        f"{PATH}/suggest/entity",
        "Entities, properties or types by what was typed, for reconciliation",
        (JSON,),
        (PREFIX, CURSOR),
    ),
    Route(
        rf"{PATH}/flyout/({KIND})",
        flyout,
        f"{PATH}/flyout/type",
        "A small preview of what was suggested",
        (JSON,),
        (ID,),
    ),
    Route(
        f"{PATH}/preview",
        preview,
        f"{PATH}/preview",
        "An entity in a small frame, to stand in the page of a client",
        (HTML,),
        (ID,),
    ),
    Route(
        f"{PATH}/properties",
        propose,
        f"{PATH}/properties",
        "The properties that entities of a type have",
        (JSON,),
        (
            Taken("type", "the identifier of a type", TEXT),
            Taken("limit", "how many to give", {"type": "integer", "minimum": 1, "maximum": 200}),
        ),
    ),
)
