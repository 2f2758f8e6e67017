"""The shapes that the data must have, in words, each at the fragment of its IRI."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from rdflib import URIRef

from souverain.document import Document
from souverain.folding import bare
from souverain.pages.linked import resources, serial
from souverain.pages.media import HTML
from souverain.pages.page import Page
from souverain.pages.route import Route
from souverain.pages.vocabulary import guide
from souverain.pages.vocabulary.guide import Guide
from souverain.pages.vocabulary.pieces import Pieces, plain
from souverain.pages.vocabulary.telling import Constraint, Demand
from souverain.vocab import SHAPE

PATH = "/shapes"


class Told(NamedTuple):
    """A node shape with the demands that stand first under it; `others` stand under another."""

    name: str
    target: Pieces
    closed: Pieces
    message: str
    demands: list[Demand]
    others: list[str]
    constraints: list[Constraint]


def view(page: Page) -> Document:
    """The page at `/shapes`."""
    if data := resources.data(page, f"{page.site.base}shapes"):
        return data
    told = guide.of(page)
    rows = page.site.once(("shapes", page.language), lambda: list(_told(told)))
    return page.render(
        "shapes.html",
        *page.offered,
        every=guide.standing(page, "shapes_listed.html", shapes=rows, loose=_loose(told, rows)),
        guide=told,
        href=partial(guide.href, page),
    )


def _told(told: Guide) -> Iterator[Told]:
    shapes, sayer, teller = told.vocabulary.shapes, told.sayer, told.teller
    named = sorted(shapes.nodes(), key=lambda iri: bare(plain(sayer.target(iri)) or iri))
    for iri in named:
        rows = [row for row in shapes.properties(iri) if isinstance(row, URIRef)]
        own = [row for row in rows if _home(told, row) == iri]
        yield Told(
            name=iri.removeprefix(str(SHAPE)),
            target=sayer.target(iri),
            closed=sayer.closed(iri),
            message=teller.message(iri),
            demands=[teller.demand(row) for row in own],
            others=[str(row).removeprefix(str(SHAPE)) for row in rows if row not in own],
            constraints=[teller.constraint(row) for row in shapes.constraints(iri)],
        )


def _home(told: Guide, row: URIRef) -> URIRef:
    """The node shape under which a property shape is shown: that which its name begins with."""
    owners = told.vocabulary.shapes.owners(row)
    named = URIRef(row.partition("-")[0])
    return named if named in told.vocabulary.shapes.nodes() else owners[0]


def _loose(told: Guide, rows: list[Told]) -> list[str]:
    """The names that stand under no node shape: prefixes, and shapes that nothing uses."""
    shown = {str(SHAPE[row.name]) for row in rows}
    shown |= {demand.iri for row in rows for demand in row.demands}
    shown |= {constraint.iri for row in rows for constraint in row.constraints}
    names = (str(iri) for iri in told.vocabulary.shapes.named)
    return [iri.removeprefix(str(SHAPE)) for iri in names if iri not in shown]


ROUTES = (Route(PATH, view, PATH, "The shapes that the data must have", (HTML, *serial.DATA)),)
