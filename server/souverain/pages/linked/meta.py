"""What a page tells machines that read HTML: schema.org as JSON-LD, and Open Graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from souverain.export.linked import things
from souverain.export.linked.things import Told
from souverain.pages.linked.citation import is_cited
from souverain.pages.linked.links import LICENCE
from souverain.pages.linked.naming import called

if TYPE_CHECKING:
    from souverain.pages.page import Page

NAME = "Souverain"
LONGEST = 300
MOST_NAMES = 20
LOCALES = {"en": "en_GB", "fr": "fr_FR"}
# For Open Graph; everything else is a web site.
OBJECTS = {"Article": "article", "Person": "profile"}
NAMES = ("skos:prefLabel", "skos:altLabel")


class Meta(NamedTuple):
    """What stands in the head of a page; `linked` is written as JSON-LD."""

    description: str
    kind: str
    locale: str
    linked: Told


def of(page: Page) -> Meta:
    """What is told of a page."""
    node = page.site.facts.node(page.iri)
    description = _description(page)
    kind = next((OBJECTS[name] for name in node.kinds if name in OBJECTS), "website")
    linked = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": page.canonical,
        "inLanguage": page.language,
        "description": description,
        "license": LICENCE,
        "version": page.site.version,
        "isPartOf": {"@type": "WebSite", "name": NAME, "url": f"{page.asked.origin}/"},
    }
    iri = page.iri or (f"{page.site.base}dataset" if page.path == "/" else "")
    if iri:
        linked["mainEntity"] = {"@id": iri, "url": page.canonical, **_thing(page, iri)}
    return Meta(description, kind, LOCALES[page.language], linked)


def _description(page: Page) -> str:
    if page.iri and page.explainer.has_sentence(page.iri):
        text = " ".join(str(page.explainer.sentence(page.iri)).split())
    else:
        text = page.t("linked.description")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _thing(page: Page, iri: str) -> Told:
    node = page.site.facts.node(iri)
    if "Article" in node.kinds:
        return _article(page, iri)
    if iri in page.site.dataset.named or "void:Dataset" in node.kinds:
        return _dataset(page, iri)
    if page.site.facts.is_a(node, "Entity"):
        return _entity(page, iri)
    if is_cited(page, iri):
        return _claim(page, iri)
    return {"@type": "Thing", "name": called(page, iri)}


def _article(page: Page, iri: str) -> Told:
    facts = page.site.facts
    when = facts.value(facts.node(iri), "published")
    is_stated = when.one("yearBasis").endswith("#StatedYear")
    told = {"@type": "Article", "name": page.t("site.article", name=iri.rpartition("/")[2])}
    told |= {"inLanguage": facts.node(iri).one("dcterms:language")}
    return told | ({"datePublished": when.one("edtf")} if is_stated else {})


def _dataset(page: Page, iri: str) -> Told:
    copies = [
        {"@type": "DataDownload", "encodingFormat": name, "contentUrl": page.asked.origin + href}
        for name, href in page.alternatives(*page.offered)
    ]
    told = {"@type": "Dataset", "name": called(page, iri), "license": LICENCE}
    return told | ({"distribution": copies} if copies else {})


def _entity(page: Page, iri: str) -> Told:
    node = page.site.facts.node(iri)
    name = called(page, iri)
    names = [text[:LONGEST] for label in NAMES for text in node.texts(label)]
    others = [text for text in dict.fromkeys(names) if text != name][:MOST_NAMES]
    same = [other for other in node.texts("skos:exactMatch") if page.href(other)]
    return things.thing(things.kinds(page.site.facts, node), name, others, same)


def _claim(page: Page, iri: str) -> Told:
    told = page.told(iri)
    article = {"@type": "Article", "@id": told.source.iri} if told.source else {}
    quotes = [things.quotation(row.iri, row.text[:LONGEST], article, "fr") for row in told.quotes]
    return things.claim(_description(page), article, quotes)
