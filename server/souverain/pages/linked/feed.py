"""New claims as an Atom feed (RFC 4287), the newest article first, page by page (RFC 5005)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from souverain.document import Document
from souverain.pages.frame import LANGUAGE
from souverain.pages.linked import links
from souverain.pages.media import ATOM, HTML
from souverain.pages.page import Page
from souverain.pages.rendering import cut
from souverain.pages.route import Route
from souverain.vocab import PREFIXES

NAMESPACE = "http://www.w3.org/2005/Atom"
PER_PAGE = 50
# Every entry must have a date: what has none is older than what has one.
UNDATED = "1970-01-01"
# What an article only names is no news.
PASSED_OVER = frozenset({"Mention"})
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Entry(NamedTuple):
    """A claim with the first day that its article may be of, and where its words stand there."""

    day: str
    article: str
    place: int
    iri: str


def view(page: Page) -> Document:
    """The feed, or one page of it."""
    page.format(ATOM)
    page.suffix = "atom"
    entries = _entries(page)
    last = max(1, -(-len(entries) // PER_PAGE))
    number = page.parameters.whole("page", range(1, last + 1), 1)
    feed = Xml.Element("feed", {"xmlns": NAMESPACE, "xml:lang": page.language})
    _head(feed, page, entries[0].day if entries else UNDATED)
    for relation, to in _steps(number, last):
        _link(feed, relation, _address(page, to), ATOM)
    for entry in entries[PER_PAGE * (number - 1) : PER_PAGE * number]:
        _add(feed, page, entry)
    content = Xml.tostring(feed, "utf-8", xml_declaration=True)
    return page.document(ATOM, content)


def _entries(page: Page) -> list[Entry]:
    """The claims that hold, the newest article first, in the order of its text."""
    facts = page.site.facts
    found = []
    for article in facts.by(f"{PREFIXES['sov']}Article", "rdf:type"):
        when = facts.value(article, "published")
        day = _day(when.one("earliest") or when.one("latest"))
        for claim in facts.by(article.iri, "assertedIn"):
            if not (PASSED_OVER & set(claim.kinds) or facts.by(claim.iri, "withdraws")):
                start = min((row.start for row in page.explainer.quotes(claim.iri)), default=0)
                found.append(Entry(day, article.iri, -start, claim.iri))
    return sorted(found, reverse=True)


def _head(feed: Xml.Element, page: Page, day: str) -> None:
    _text(feed, "id", f"{page.site.base}feed.atom?{LANGUAGE}={page.language}")
    _text(feed, "title", page.t("feed.title"))
    _text(feed, "subtitle", page.t("feed.subtitle"))
    _text(feed, "updated", _instant(day))
    _text(feed, "rights", page.t("site.licence"))
    _text(Xml.SubElement(feed, "author"), "name", "Souverain")
    _link(feed, "alternate", f"{page.asked.origin}/?{LANGUAGE}={page.language}", HTML)
    _link(feed, "license", links.LICENCE)


def _steps(number: int, last: int) -> Iterator[tuple[str, int]]:
    yield "self", number
    yield "first", 1
    yield "last", last
    if number > 1:
        yield "previous", number - 1
    if number < last:
        yield "next", number + 1


def _add(feed: Xml.Element, page: Page, row: Entry) -> None:
    told = page.told(row.iri)
    entry = Xml.SubElement(feed, "entry")
    _text(entry, "id", row.iri)
    _text(entry, "title", str(told.sentence))
    _text(entry, "updated", _instant(row.day))
    _link(entry, "alternate", page.asked.origin + page.href(row.iri), HTML)
    _link(entry, "related", page.asked.origin + page.href(row.article), HTML)
    _text(entry, "content", "\n\n".join(f"« {quote.text} »" for quote in told.quotes))
    kind = {"term": told.kind, "label": page.label(PREFIXES["sov"] + told.kind) or told.kind}
    Xml.SubElement(entry, "category", {k: _clean(v) for k, v in kind.items()})


def _address(page: Page, number: int) -> str:
    path = page.here(lang=page.language, page=number if number > 1 else "", version="")
    return page.asked.origin + path


def _link(parent: Xml.Element, relation: str, href: str, media_type: str = "") -> None:
    told = {"rel": relation, "href": _clean(href)} | ({"type": media_type} if media_type else {})
    Xml.SubElement(parent, "link", told)


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = _clean(cut(text))


def _clean(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return UNDATED


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


ROUTES = (Route(r"/feed", view, "/feed.atom", "New claims, as an Atom feed", (ATOM,)),)
