"""The time line: announcements, events and transactions in the order of time."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from souverain import iri
from souverain.document import Document
from souverain.explanation.facts import local
from souverain.pages import rendering
from souverain.pages.media import CSV, HTML, JSON, SVG
from souverain.pages.page import Page
from souverain.pages.picture import happenings, labels, lanes, text
from souverain.pages.picture.happenings import Happening
from souverain.pages.route import Route, Taken

MEDIA_TYPES = (HTML, SVG, JSON, CSV)
PATH = "/timeline"
KINDS = tuple(kind for kind, _, _ in happenings.KINDS.values())
MOST = 100
QUERY = """\
# Announcements, events and states of transactions, in the order of time.
SELECT DISTINCT ?from ?date ?yearBasis ?claim ?kind ?status ?article ?quote
WHERE {
  {
    ?claim a sov:Announcement ; sov:announcementStatus ?status ; sov:asOf ?asOf .
    OPTIONAL { ?claim sov:announcedWhen ?own }
    BIND (COALESCE(?own, ?asOf) AS ?when)
  } UNION {
    ?claim a sov:LifecycleEvent ; sov:eventStatus ?status .
    OPTIONAL { ?claim sov:eventWhen ?when }
  } UNION {
    ?claim a sov:StatusObservation ; sov:transactionStatus ?status ; sov:asOf ?asOf .
    OPTIONAL { ?claim sov:observedWhen ?own }
    BIND (COALESCE(?own, ?asOf) AS ?when)
  }
  ?claim a ?kind ; sov:assertedIn ?article ; sov:evidence/oa:hasSelector/oa:exact ?quote .
  FILTER NOT EXISTS { ?withdrawal sov:withdraws ?claim }
  OPTIONAL { ?when sov:edtf ?date ; sov:earliest ?from ; sov:yearBasis ?yearBasis }
}
ORDER BY ?from ?claim ?quote
"""
FIELDS = (
    "claim",
    "kind",
    "status",
    "date",
    "earliest",
    "latest",
    "yearBasis",
    "dateOf",
    "printed",
    "channel",
    "speakers",
    "subjects",
    "article",
    "sentence",
    "quotes",
)


@dataclass(frozen=True)
class Asked:
    """What of the time line is asked for: about one thing, of one kind, or all of it."""

    about: str
    kind: str
    rows: list[Happening]

    @property
    def dated(self) -> list[Happening]:
        """What has a date, in the order of time."""
        return [row for row in self.rows if row.since]

    @property
    def undated(self) -> list[Happening]:
        """What has none."""
        return [row for row in self.rows if not row.since]


def view(page: Page) -> Document:
    """The page at `/timeline`, and the picture alone as SVG, JSON or CSV."""
    media_type = page.format(*MEDIA_TYPES)
    asked = _asked(page)
    if media_type == SVG:
        return page.document(SVG, str(_svg(page, asked, alone=True)).encode("utf-8"))
    if media_type == JSON:
        content = json.dumps(list(_data(page, asked)), ensure_ascii=False, indent=1)
        return page.document(JSON, content.encode("utf-8"))
    if media_type == CSV:
        return page.document(CSV, _csv(page, asked))
    return _html(page, asked)


def _asked(page: Page) -> Asked:
    kind = page.parameters.choice("kind", KINDS, "")
    about = page.thing("about")
    rows = [
        row
        for row in _all(page)
        if (not kind or row.kind == kind)
        and (not about or about in row.subjects or about in row.speakers)
    ]
    return Asked(about, kind, rows)


def _all(page: Page) -> list[Happening]:
    return page.site.once("happenings", lambda: happenings.read(page.site.facts))


def _svg(page: Page, asked: Asked, *, alone: bool = False) -> Markup:
    module: Any = rendering.environment().get_template("lanes.html").module
    drawn = lanes.draw(page, asked.rows, lanes.own_lanes(page, asked.rows))
    origin = page.asked.origin if alone else ""
    return Markup(module.picture(page, drawn, _title(page, asked), "lanes", origin, alone))


def _title(page: Page, asked: Asked) -> str:
    named = [labels.name(page, asked.about)] if asked.about else []
    return text.clean(" · ".join([page.t("timeline.title"), *named]), 300)


def _html(page: Page, asked: Asked) -> Document:
    return page.render(
        "timeline.html",
        *MEDIA_TYPES[1:],
        heading=_title(page, asked),
        svg=_svg(page, asked),
        about=asked.about,
        slug=_slug(page, asked.about),
        kind=asked.kind,
        kinds=KINDS,
        choices=_choices(page, asked.about),
        dated=asked.dated,
        undated=asked.undated,
        most=MOST,
        labels=labels,
        lanes=lanes,
        query=QUERY,
    )


def _slug(page: Page, thing: str) -> str:
    return thing.removeprefix(str(iri.entity("", page.site.base)))


def _choices(page: Page, chosen: str) -> list[tuple[str, str, bool]]:
    rows = _all(page)
    things = {thing for row in rows for thing in (*row.subjects, *row.speakers)}
    prefix = str(iri.entity("", page.site.base))
    found = [
        (_slug(page, thing), text.clean(labels.name(page, thing), 80), thing == chosen)
        for thing in things | ({chosen} if chosen else set())
        if thing.startswith(prefix)
    ]
    return sorted(found, key=lambda row: row[1].casefold())[:MOST]


def _data(page: Page, asked: Asked) -> Iterator[dict[str, object]]:
    for row in asked.rows:
        told = page.told(row.iri)
        yield {
            "claim": row.iri,
            "kind": row.kind,
            "status": row.status,
            "date": row.when.one("edtf") or None,
            "earliest": row.since or None,
            "latest": row.when.one("latest") or None,
            "yearBasis": local(row.when.one("yearBasis")) or None,
            "dateOf": ("claim" if row.is_own else "article") if row.since else None,
            "printed": row.when.one("printedWords") or None,
            "channel": local(row.node.one("channel")) or None,
            "speakers": list(row.speakers),
            "subjects": list(row.subjects),
            "article": row.node.one("assertedIn") or None,
            "sentence": str(told.sentence),
            "quotes": [quote.text for quote in told.quotes],
        }


def _csv(page: Page, asked: Asked) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for row in _data(page, asked):
        cells = (row[name] for name in FIELDS)
        writer.writerow(
            " | ".join(cell) if isinstance(cell, list) else cell or "" for cell in cells
        )
    return out.getvalue().encode("utf-8")


ROUTES = (
    Route(
        PATH,
        view,
        PATH,
        "What was announced and what happened, in the order of time",
        MEDIA_TYPES,
        (
            Taken("kind", "only of this kind", {"type": "string", "enum": list(KINDS)}),
            Taken("about", "only what names this, by its short name", {"type": "string"}),
        ),
    ),
)
