"""The address of every thing of the graph.

A thing is no document: its address says where to read of it (303), in the media type that is
wanted. Articles, quoted words, graphs and vocabularies are documents, and are given at their own
addresses.
"""

from __future__ import annotations

from urllib.parse import unquote, urlencode

from souverain.document import Document
from souverain.errors import NoSuchPage
from souverain.pages.entity import claims, entities
from souverain.pages.linked import citation, links, near, serial, things
from souverain.pages.media import BIBTEX, CSL_JSON, EXTENSIONS, HTML
from souverain.pages.page import Page
from souverain.pages.route import Route

MOVED = 308
CITED = (BIBTEX, CSL_JSON)


def missing(page: Page) -> NoSuchPage:
    """The error for an address that leads to nothing, with those that were perhaps meant."""
    return NoSuchPage(
        page.asked.path[: near.LONGEST],
        near.paths(page),
        hint="every thing of the graph is at the path of its IRI; /search finds it by its name",
    )


def data(page: Page, iri: str) -> Document | None:
    """The document of an IRI for machines; nothing where it is wanted as a page in HTML.

    Sets the media types that the page is offered in. Raises `NoFormat` or `NoSuchPage`.
    """
    page.offered = (*serial.DATA, *(CITED if citation.is_cited(page, iri) else ()))
    media_type = page.format(HTML, *page.offered)
    if media_type == HTML:
        return None
    if media_type in CITED:
        return citation.document(page, iri, media_type)
    return serial.of(page, iri, media_type)


def view(page: Page) -> Document:
    """The thing whose IRI the address is."""
    iri = _found(page)
    if successor := _successor(page, iri):
        page.path = "/" + unquote(successor.removeprefix(page.site.base))
        return _sent_on(page, page.suffix, MOVED)
    if not page.suffix and _is_thing(page, iri):
        page.offered = (*serial.DATA, *(CITED if citation.is_cited(page, iri) else ()))
        return _sent_on(page, EXTENSIONS[page.format(HTML, *page.offered)], 303)
    return data(page, iri) or _shown(page, iri)


def _found(page: Page) -> str:
    # What looks like a suffix, or like parameters, may be a part of the IRI.
    raw = page.asked.path
    for path in (page.path, unquote(raw), unquote(f"{raw}?{page.asked.query}")):
        if path != page.path:
            page.take_as_path(path)
        if page.iri:
            return page.iri
    raise missing(page)


def _successor(page: Page, iri: str) -> str:
    """The thing that a merged one became part of, if it leads to one."""
    seen = [iri]
    while other := page.site.facts.node(seen[-1]).one("dcterms:isReplacedBy"):
        if other in seen or not page.site.library.iris(other):
            return ""
        seen.append(other)
    return seen[-1] if len(seen) > 1 else ""


def _is_thing(page: Page, iri: str) -> bool:
    is_named = iri.startswith(f"{page.site.base}id/")
    return is_named and "Evidence" not in page.site.facts.node(iri).kinds


def _sent_on(page: Page, suffix: str, status: int) -> Document:
    query = urlencode(page.parameters.all, doseq=True)
    path = page.quoted_path + (f".{suffix}" if suffix else "")
    told = links.header(page, page.alternatives(*page.offered))
    headers = (("Location", path + (f"?{query}" if query else "")), ("Link", told))
    return Document(status, "text/plain", b"", headers)


def _shown(page: Page, iri: str) -> Document:
    if page.site.facts.is_a(page.site.facts.node(iri), "Entity"):
        return entities.view(page, iri)
    if citation.is_told(page, iri):
        return claims.view(page, iri)
    return things.view(page, iri)


OFFERED = (HTML, *serial.DATA)
ROUTES = (
    Route(r"/id/.+", view, "/id/cloudwatt", "A thing of the graph", (*OFFERED, *CITED)),
    Route(r"/graph/.+", view, "/graph/entities", "A named graph", OFFERED),
    Route(r"/.+", view, "/dataset", "Any other IRI of the graph", OFFERED),
)
