"""The ontology, documented from its own files: an index with every term, and a page for each."""

from __future__ import annotations

from functools import partial

from rdflib import RDFS

from souverain import iri
from souverain.document import Document
from souverain.pages import rendering
from souverain.pages.linked import resources, serial
from souverain.pages.media import HTML, SVG
from souverain.pages.page import Page
from souverain.pages.route import Route
from souverain.pages.vocabulary import Kind, Term, guide, matches, metadata, rules, specimens
from souverain.pages.vocabulary import shapes_page as shapes
from souverain.pages.vocabulary.drawing import Drawing
from souverain.pages.vocabulary.guide import Guide
from souverain.pages.vocabulary.usage import query
from souverain.query import statements
from souverain.query.statements import Statement
from souverain.store import ONTOLOGY
from souverain.ttl import shorten

OFFERED = (HTML, *serial.DATA, SVG)
PATH = "/ontology"


def index(page: Page) -> Document:
    """The page at `/ontology`, to which the hash IRI of every term leads."""
    told = guide.of(page)
    media_type = page.format(*OFFERED)
    page.offered = serial.DATA
    if media_type == SVG:
        return _svg(page, told.hierarchy)
    if media_type != HTML:
        return serial.document(page, media_type, _statements(page))
    ontology = told.vocabulary.ontology
    return page.render(
        "ontology.html",
        *page.offered,
        guide=told,
        about=metadata.read(ontology, page.language),
        terms=guide.standing(
            page,
            "ontology_terms.html",
            guide=told,
            alignments=metadata.alignments(ontology, page.language),
            short=shorten,
        ),
        href=partial(guide.href, page),
    )


def term(page: Page) -> Document:
    """The page of one term; what else has its address below `/ontology` is found elsewhere."""
    told = guide.of(page)
    found = told.vocabulary.by_name.get(page.parts[0])
    if found is None:
        return resources.view(page)
    drawing = told.drawing(found) if found.kind is Kind.CLASS else None
    media_type = page.format(HTML, *serial.DATA, *([SVG] if drawing else []))
    if drawing and media_type == SVG:
        return _svg(page, drawing)
    page.offered = serial.DATA
    if media_type != HTML:
        said = statements.about(page.site.dataset, [str(found.iri)])
        return serial.document(page, media_type, said)
    return _page(page, told, found, drawing)


def _page(page: Page, told: Guide, found: Term, drawing: Drawing | None) -> Document:
    return page.render(
        "term.html",
        *page.offered,
        term=found,
        guide=told,
        tell=told.teller,
        drawing=drawing,
        domains=told.teller.ends(found, RDFS.domain),
        matches=matches.of(told.vocabulary.ontology, found),
        ranges=told.teller.ends(found, RDFS.range),
        shaped=_shaped(told, found),
        rules=rules.naming(told, found),
        query=query(found),
        specimen=specimens.of(page, found),
        href=partial(guide.href, page),
        short=shorten,
    )


def _statements(page: Page) -> list[Statement]:
    """The whole ontology: its graph has the axioms that are said of several terms at once."""
    base, data = page.site.base, page.site.dataset
    said = page.site.library.statements(f"{base}{ONTOLOGY}")
    return list(dict.fromkeys([*said, *statements.within(data, iri.graph(ONTOLOGY, base))]))


def _shaped(told: Guide, found: Term) -> list[Term]:
    """A class and those above it that have shapes."""
    above = [told.vocabulary.terms.get(str(kind)) for kind in told.vocabulary.above(found.iri)]
    return [row for row in above if row and told.vocabulary.shapes.of_class(row.iri)]


def _svg(page: Page, drawing: Drawing) -> Document:
    template = rendering.environment().get_template("drawing.svg")
    content = template.render(drawing=drawing, href=partial(guide.href, page), t=page.t)
    return page.document(SVG, content.encode("utf-8"))


ROUTES = (
    Route(PATH, index, PATH, "The ontology: every term with its meaning", OFFERED),
    Route(rf"{PATH}/(.+)", term, f"{PATH}/Stake", "A term of the ontology", OFFERED),
    *shapes.ROUTES,
    *rules.ROUTES,
)
