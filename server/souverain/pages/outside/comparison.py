"""What the articles say beside what Wikidata says, claim by claim."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from itertools import groupby
from typing import NamedTuple

from souverain import ttl
from souverain.document import Document
from souverain.link import comparison
from souverain.link.comparison import COLUMNS, ENRICH, VERDICTS, Compared
from souverain.pages.linked.naming import called
from souverain.pages.media import CSV, HTML, JSON
from souverain.pages.page import Page
from souverain.pages.route import Route, Taken
from souverain.pages.telling import Told

PATH = "/comparison"
MEDIA_TYPES = (HTML, JSON, CSV)
# These are told with their words; what is not compared is only counted, by its reason.
TOLD = VERDICTS[:-1]
MOST = 200
RECORDS = """\
SELECT ?statement ?item ?revision ?at ?document {
  GRAPH graph:wikidata {
    ?statement sov:externalRecord ?record .
    ?record sov:externalItem ?item ; sov:externalRevision ?revision ; sov:retrievedAt ?at ;
      prov:wasDerivedFrom ?document .
  }
}
"""


class Record(NamedTuple):
    """The item that a statement is of, in the revision that was retrieved, and when that was."""

    item: str
    revision: str
    at: str
    document: str


class Shown(NamedTuple):
    """A claim as it is shown: with its reason in words, and with what Wikidata says."""

    told: Told
    why: str
    theirs: str
    their_href: str
    record: Record | None


class Group(NamedTuple):
    """The claims of one verdict."""

    verdict: str
    rows: list[Shown]
    left: int


class Reason(NamedTuple):
    """Why some claims are not compared, and which they are, each with its address and its name."""

    words: str
    claims: list[tuple[str, str]]


def view(page: Page) -> Document:
    """The page at `/comparison`, or its rows alone as JSON or CSV."""
    media_type = page.format(*MEDIA_TYPES)
    rows, about = _asked(page)
    if media_type == JSON:
        told = [dataclasses.asdict(row) for row in rows]
        return page.document(JSON, json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8"))
    if media_type == CSV:
        return page.document(CSV, _csv(rows))
    return page.render(
        "comparison.html",
        *MEDIA_TYPES[1:],
        is_retrieved=comparison.is_retrieved(page.site.dataset, page.site.base),
        command=ENRICH,
        about=called(page, about) if about else "",
        groups=[row for row in (_group(page, name, rows) for name in TOLD) if row.rows],
        reasons=_reasons(page, [row for row in rows if row.verdict not in TOLD]),
    )


def _asked(page: Page) -> tuple[list[Compared], str]:
    """The rows that are asked for, and the entity that they are about, if it is named."""
    verdict = page.parameters.choice("verdict", VERDICTS, "")
    about = page.thing("about")
    rows = [
        row
        for row in _all(page)
        if verdict in ("", row.verdict) and (not about or about in (row.subject, row.object))
    ]
    return rows, about


def _all(page: Page) -> list[Compared]:
    site = page.site
    queries = site.of_project("comparison", lambda: comparison.queries(site.project))
    return site.once("comparison", lambda: comparison.compare(site.dataset, queries))


def _records(page: Page) -> dict[str, Record]:
    site = page.site
    return site.once(
        "comparison.records",
        lambda: {
            row["statement"].value: Record(
                *(row[name].value for name in ("item", "revision", "at", "document"))
            )
            for row in site.solutions(RECORDS)
        },
    )


def _group(page: Page, verdict: str, rows: list[Compared]) -> Group:
    found = [row for row in rows if row.verdict == verdict]
    shown = [_shown(page, row) for row in found[:MOST]]
    return Group(verdict, shown, len(found) - len(shown))


def _shown(page: Page, row: Compared) -> Shown:
    is_thing = row.theirs.startswith("http")
    theirs = ttl.shorten(row.theirs).removeprefix("wd:") if is_thing else row.theirs
    if row.part == "stakes" and theirs:
        theirs += "\u00a0%"
    return Shown(
        told=page.told(row.claim),
        why=page.t(f"comparison.why_{row.why}"),
        theirs=theirs,
        their_href=page.href(row.theirs) if is_thing else "",
        record=_records(page).get(row.statement),
    )


def _reasons(page: Page, rows: list[Compared]) -> list[Reason]:
    ordered = sorted(rows, key=lambda row: (row.why, row.claim))
    return [
        Reason(
            page.t(f"comparison.why_{why}"),
            [(page.href(row.claim), str(page.told(row.claim).sentence)) for row in group],
        )
        for why, group in groupby(ordered, key=lambda row: row.why)
    ]


def _csv(rows: list[Compared]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(dataclasses.asdict(row) for row in rows)
    return out.getvalue().encode("utf-8")


ROUTES = (
    Route(
        PATH,
        view,
        PATH,
        "What the articles say beside what Wikidata says",
        MEDIA_TYPES,
        (
            Taken(
                "verdict",
                "only of this verdict",
                {"type": "string", "enum": list(VERDICTS)},
            ),
            Taken("about", "only what is about this, by its short name", {"type": "string"}),
        ),
    ),
)
