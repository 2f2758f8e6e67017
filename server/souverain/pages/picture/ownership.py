"""The ownership picture: who holds what by a date, drawn, told and as data."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from souverain import iri
from souverain.document import Document
from souverain.pages import rendering
from souverain.pages.media import CSV, HTML, JSON, SVG
from souverain.pages.page import Page
from souverain.pages.picture import bars, data, drawing, labels, shown, steps, text
from souverain.pages.picture.shown import Shown
from souverain.pages.picture.stakes import Stake
from souverain.pages.route import Route, Taken

MEDIA_TYPES = (HTML, SVG, JSON, CSV)
PATH = "/ownership"
NAME = {"type": "string"}
DAY = {"type": "string", "format": "date"}
SWITCH = {"type": "string", "enum": ["0", "1"]}
MOST_ROWS = 80
QUERY = """\
# The claims about shares that had been made by a date, and which words say so.
SELECT DISTINCT ?holder ?target ?status ?percentage ?printed ?said ?article ?claim ?quote
WHERE {{
  BIND ("{date}"^^xsd:date AS ?date)
{filters}  ?claim a sov:Stake ;
    sov:holder ?holder ;
    sov:target ?target ;
    sov:status ?status ;
    sov:asOf ?when ;
    sov:assertedIn ?article ;
    sov:evidence/oa:hasSelector/oa:exact ?quote .
  ?when sov:edtf ?said ; sov:earliest ?from .
  FILTER (?from <= ?date)
  FILTER NOT EXISTS {{ ?withdrawal sov:withdraws ?claim }}
  OPTIONAL {{ ?claim sov:percentage ?percentage }}
  OPTIONAL {{ ?claim sov:percentageText ?printed }}
}}
ORDER BY ?target ?holder ?from ?quote
"""
TARGET = "  VALUES ?target {{ <{iri}> }}\n"
HOLDER = """\
  VALUES ?thing {{ <{iri}> }}
  ?claim sov:holder|sov:holder/org:hasMember|sov:via|sov:onBehalfOf ?thing .
"""


class Choice(NamedTuple):
    """A thing that may be chosen, by the last part of its IRI."""

    slug: str
    name: str
    is_chosen: bool


def view(page: Page) -> Document:
    """The page at `/ownership`, and the picture alone as SVG, JSON or CSV."""
    media_type = page.format(*MEDIA_TYPES)
    picture = shown.asked(page)
    if media_type == SVG:
        return page.document(SVG, str(_svg(page, picture, alone=True)).encode("utf-8"))
    if media_type == JSON:
        return page.document(JSON, data.as_json(page, picture))
    if media_type == CSV:
        return page.document(CSV, data.as_csv(page, picture))
    return _html(page, picture)


def still(page: Page, at: str = "", target: str = "") -> Markup:
    """The picture at a date, or at the last of all, to stand in a page; `target` is an IRI."""
    picture = shown.show(page, at, target)
    return _svg(page, picture) if picture.edges else Markup()


def address(page: Page, *, target: str = "", holder: str = "", suffix: str = ".svg") -> str:
    """Where the picture of a thing is: of its holders, or of its holdings; both are IRIs."""
    names = {"target": target, "holder": holder}
    given = {name: _slug(page, thing) for name, thing in names.items()}
    return page.to(PATH + suffix, **given)


def title(page: Page, picture: Shown) -> str:
    """What the picture shows, in a line."""
    named = [labels.name(page, thing) for thing in (picture.target, picture.holder) if thing]
    said = page.t("ownership.by", date=shown.day(page, picture.date)) if picture.date else ""
    whole = [page.t("ownership.title"), *named, said]
    return text.clean(" · ".join(filter(None, whole)), 300)


def query(picture: Shown) -> str:
    """The SPARQL that gives the claims of a picture."""
    filters = TARGET.format(iri=picture.target) if picture.target else ""
    filters += HOLDER.format(iri=picture.holder) if picture.holder else ""
    return QUERY.format(date=picture.date, filters=filters)


def _slug(page: Page, thing: str) -> str:
    return thing.removeprefix(str(iri.entity("", page.site.base)))


def _svg(page: Page, picture: Shown, *, alone: bool = False) -> Markup:
    module: Any = rendering.environment().get_template("drawing.html").module
    drawn = drawing.draw(page, picture.stakes, picture.drawn)
    origin = page.asked.origin if alone else ""
    made = module.picture(page, drawn, title(page, picture), "drawn", origin, alone)
    return Markup(made)


def _html(page: Page, picture: Shown) -> Document:
    kept = [stake for stake in picture.stakes.claims if _is_kept(picture, stake)]
    return page.render(
        "ownership.html",
        *MEDIA_TYPES[1:],
        picture=picture,
        heading=title(page, picture),
        svg=_svg(page, picture),
        left_out=max(len(picture.drawn) - drawing.MOST_EDGES, 0),
        most=MOST_ROWS,
        choices=_choices(page, picture),
        kept={"target": _slug(page, picture.target), "holder": _slug(page, picture.holder)},
        holdings=bars.holdings(page, kept[:MOST_ROWS]),
        undated=steps.undated(picture.stakes)[:MOST_ROWS],
        labels=labels,
        shown=shown,
        query=query(picture),
    )


def _is_kept(picture: Shown, stake: Stake) -> bool:
    is_held = not picture.target or stake.target == picture.target
    return is_held and (not picture.holder or picture.stakes.names(stake, picture.holder))


def _choices(page: Page, picture: Shown) -> dict[str, list[Choice]]:
    """What may be chosen as what is held, and as who holds."""
    claims = picture.stakes.claims
    return {
        "target": _sorted(page, {stake.target for stake in claims}, picture.target),
        "holder": _sorted(page, {stake.holder for stake in claims}, picture.holder),
    }


def _sorted(page: Page, things: set[str], chosen: str) -> list[Choice]:
    prefix = str(iri.entity("", page.site.base))
    rows = [
        Choice(_slug(page, thing), text.clean(labels.name(page, thing), 80), thing == chosen)
        for thing in things | ({chosen} if chosen else set())
        if thing.startswith(prefix)
    ]
    return sorted(rows, key=lambda row: row.name.casefold())[:MOST_ROWS]


ROUTES = (
    Route(
        PATH,
        view,
        PATH,
        "Who is said to hold what by a date, drawn and as data",
        MEDIA_TYPES,
        (
            Taken("at", "what was said up to this day", DAY),
            Taken("target", "only what is held of this, by its short name", NAME),
            Taken("holder", "only what this one holds, by its short name", NAME),
            Taken("through", "1 for the shares through others, computed", SWITCH),
        ),
    ),
)
