"""The articles: a list of them, and each with its words beside what is claimed from them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from souverain.document import Document
from souverain.errors import BadValue
from souverain.explanation import Source
from souverain.pages import rendering
from souverain.pages.article import kinds as claimkinds
from souverain.pages.article import notes
from souverain.pages.article.archive import Kept, archive
from souverain.pages.article.highlight import LEVELS
from souverain.pages.linked import resources
from souverain.pages.linked.resources import CITED
from souverain.pages.linked.serial import DATA
from souverain.pages.media import HTML, TEXT
from souverain.pages.page import Page
from souverain.pages.route import Route

OPENING_CHARACTERS = 90
BODY = ("article-reading.html", "article-rest.html")


class Heading(NamedTuple):
    """What is told of an article as a whole; what nobody knows is empty.

    `opening` are its first words, `inferred_from` the articles that its date was inferred from.
    """

    slug: str
    title: str
    opening: str
    author: str
    publisher: str
    address: str
    language: str
    source: Source | None
    inferred_from: tuple[str, ...]
    file: str
    sha256: str


class Body(NamedTuple):
    """The parts of a page that take long to make: the words with their margin, and what follows."""

    reading: Markup
    rest: Markup


def list_view(page: Page) -> Document:
    """The page at `/articles`."""
    page.format(HTML)
    found = archive(page.site)
    rows = [(_heading(page, kept), kept) for kept in found.articles.values()]
    return page.render("articles.html", rows=rows, fault=found.fault)


def view(page: Page) -> Document:
    """An article as a page, as it was received, or as data."""
    found = archive(page.site)
    kept = found.articles.get(page.parts[0])
    if kept is None:
        raise resources.missing(page)
    offered = (TEXT,) if kept.reading.article else ()
    if page.format(HTML, *offered, *DATA, *CITED) == TEXT:
        return _text(page, kept)
    if data := resources.data(page, kept.reading.iri):
        return data
    page.offered = (*page.offered, *offered)
    return _shown(page, kept, found.fault)


def exact(text: str) -> Markup:
    """A text that HTML gives back character for character: a bare CR would become an LF."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))


def _text(page: Page, kept: Kept) -> Document:
    content = kept.reading.text.encode("utf-8")
    language = kept.reading.article.language if kept.reading.article else ""
    return page.document(TEXT, content, headers={"Content-Language": language})


def _shown(page: Page, kept: Kept, fault: str) -> Document:
    found = notes.notes(page, kept)
    counts = Counter(note.kind for note in found.values() if not note.told.is_withdrawn)
    return page.render(
        "article.html",
        head=_heading(page, kept),
        kept=kept,
        body=_body(page, kept),
        kinds=[(kind, counts[kind]) for kind in claimkinds.NAMES],
        chosen=_chosen(page),
        near=_near(page, kept),
        fault=fault,
    )


def _body(page: Page, kept: Kept) -> Body:
    """What is the same for every reader of a language, whose links may have to name it."""
    key = ("article", kept.reading.iri, page.language, page.is_language_chosen)
    return page.site.once(key, lambda: _made(page, kept))


def _made(page: Page, kept: Kept) -> Body:
    found = notes.notes(page, kept)
    values = {
        "page": page,
        "t": page.t,
        "kept": kept,
        "head": _heading(page, kept),
        "passages": [(row, notes.margin(row, kept, found)) for row in kept.passages],
        "notes": found,
        "astray": notes.astray(kept, found),
        "differences": notes.differences(page, kept, found),
        "exact": exact,
        "deepest": LEVELS,
    }
    templates = (rendering.environment().get_template(name) for name in BODY)
    return Body(*(Markup(template.render(values)) for template in templates))


def _chosen(page: Page) -> tuple[str, ...]:
    """The kinds that are to be seen: all of them, unless the address names some."""
    named = page.parameters.all.get("kind", [])
    for name in named:
        if name not in claimkinds.NAMES:
            known = ", ".join(claimkinds.NAMES)
            raise BadValue("kind", f"cannot be {name!r}", f"give some of: {known}")
    return tuple(named) or claimkinds.NAMES


def _near(page: Page, kept: Kept) -> Iterator[tuple[str, str]]:
    """The articles before and after, as they are numbered."""
    slugs = list(archive(page.site).articles)
    for before, after in itertools.pairwise(slugs):
        if after == kept.reading.slug:
            yield "previous", before
        if before == kept.reading.slug:
            yield "next", after


def _heading(page: Page, kept: Kept) -> Heading:
    facts, reading = page.site.facts, kept.reading
    node, article = facts.node(reading.iri), reading.article
    opening = " ".join(reading.text[:OPENING_CHARACTERS].split()[:-1])
    return Heading(
        slug=reading.slug,
        title=node.one("dcterms:title"),
        opening=opening,
        author=node.one("dcterms:creator"),
        publisher=node.one("dcterms:publisher"),
        address=node.one("dcterms:source"),
        language=article.language if article else node.one("dcterms:language"),
        source=page.explainer.source(reading.iri),
        inferred_from=tuple(facts.value(node, "published").texts("inferredFrom")),
        file=node.one("fileName"),
        sha256=node.one("sha256"),
    )


ROUTES = (
    Route(r"/articles/?", list_view, "/articles", "The articles", (HTML,)),
    Route(
        r"/articles/([^/]+)",
        view,
        "/articles/000",
        "An article with the claims that quote it",
        (HTML, TEXT, *DATA, *CITED),
    ),
)
