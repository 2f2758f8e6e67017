"""What search engines are told: every page, in both languages, and where not to go."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from souverain.document import Document
from souverain.pages.media import TEXT, XML
from souverain.pages.page import Page
from souverain.pages.route import Route
from souverain.pages.words import LANGUAGES

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
# The most that one file may hold, by sitemaps.org; each page stands there once for each language.
MOST = 50_000 // len(LANGUAGES)
PARTS = (
    "/",
    "/ownership",
    "/timeline",
    "/articles",
    "/questions",
    "/comparison",
    "/query",
    "/ontology",
    "/about",
)
# Answers to queries, and the same pages in other media types, are not to be looked through.
CLOSED = ("/sparql", "/store", "/search", "/metrics", "/*.bib$", "/*.csl$")


def view(page: Page) -> Document:
    """The site map, or one part of it where it is long."""
    page.format(XML)
    page.suffix = "xml"
    paths = list(dict.fromkeys([*PARTS, *_things(page)]))
    last = max(1, -(-len(paths) // MOST))
    number = page.parameters.whole("part", range(1, last + 1), 0)
    if last > 1 and not number:
        root = Xml.Element("sitemapindex", {"xmlns": SITEMAP})
        for part in range(1, last + 1):
            _place(root, "sitemap", f"{page.asked.origin}/sitemap.xml?part={part}")
    else:
        root = Xml.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
        for path in paths[MOST * max(0, number - 1) :][:MOST]:
            _add(root, page.asked.origin, path)
    return page.document(XML, Xml.tostring(root, "utf-8", xml_declaration=True))


def robots(page: Page) -> Document:
    """What crawlers may look at."""
    page.format(TEXT)
    page.suffix = "txt"
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    lines.append(f"Sitemap: {page.asked.origin}/sitemap.xml")
    return page.document(TEXT, "\n".join([*lines, ""]).encode("utf-8"))


def _things(page: Page) -> Iterator[str]:
    """The paths of the pages of entities, claims, articles and questions."""
    facts = page.site.facts
    for iri in sorted(page.site.library):
        node = facts.node(iri)
        if node.all("dcterms:isReplacedBy"):
            continue
        if node.all("assertedIn") or facts.is_a(node, "Entity"):
            yield _path(page, iri) + ".html"
        elif "Article" in node.kinds or "sh:SPARQLExecutable" in node.kinds:
            yield _path(page, iri)


def _path(page: Page, iri: str) -> str:
    """The path of a thing's address, in no language."""
    return page.href(iri).partition("?")[0]


def _add(root: Xml.Element, origin: str, path: str) -> None:
    addresses = {language: f"{origin}{path}?lang={language}" for language in LANGUAGES}
    for address in addresses.values():
        place = _place(root, "url", address)
        for language, other in addresses.items():
            told = {"rel": "alternate", "hreflang": language, "href": other}
            Xml.SubElement(place, "xhtml:link", told)


def _place(root: Xml.Element, name: str, address: str) -> Xml.Element:
    place = Xml.SubElement(root, name)
    Xml.SubElement(place, "loc").text = address
    return place


ROUTES = (
    Route(r"/sitemap", view, "/sitemap.xml", "Every page, for search engines", (XML,)),
    Route(r"/robots", robots, "/robots.txt", "What crawlers may look at", (TEXT,)),
)
