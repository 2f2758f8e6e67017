"""The picture as data: every claim that it counts, and which of them it shows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from souverain.explanation.facts import local
from souverain.pages.page import Page
from souverain.pages.picture import labels, shown
from souverain.pages.picture.shown import Shown
from souverain.pages.picture.stakes import Stake
from souverain.pages.picture.standing import Edge

FIELDS = (
    "claim",
    "shown",
    "holder",
    "holderName",
    "members",
    "target",
    "targetName",
    "status",
    "modality",
    "basis",
    "printed",
    "percentage",
    "derived",
    "least",
    "most",
    "via",
    "onBehalfOf",
    "article",
    "asOf",
    "earliest",
    "latest",
    "yearBasis",
    "isComputed",
    "quotes",
)
BETWEEN = " | "


def rows(page: Page, picture: Shown) -> Iterator[dict[str, object]]:
    """One row for each claim of each edge, the shown one first."""
    for edge in picture.drawn:
        for stake in edge.claims:
            yield _row(page, picture, edge, stake)


def as_json(page: Page, picture: Shown) -> bytes:
    """The picture and its steps, as JSON."""
    content = {
        "at": picture.date,
        "step": picture.step.date if picture.step else None,
        "target": picture.target or None,
        "holder": picture.holder or None,
        "through": picture.is_through,
        "steps": [
            {
                "date": step.date,
                "until": step.until,
                "label": shown.date_of(page, step),
                "yearInferred": step.is_inferred,
                "claims": list(step.claims),
                "events": list(step.events),
            }
            for step in picture.steps
        ],
        "rows": list(rows(page, picture)),
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8")


def as_csv(page: Page, picture: Shown) -> bytes:
    """The rows as CSV (RFC 4180); several values of a field have ` | ` between them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for row in rows(page, picture):
        writer.writerow(_cell(row[name]) for name in FIELDS)
    return out.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    if isinstance(value, list):
        return BETWEEN.join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _row(page: Page, picture: Shown, edge: Edge, stake: Stake) -> dict[str, object]:
    node = stake.node
    return {
        "claim": stake.iri,
        "shown": stake is edge.shown,
        "holder": stake.holder,
        "holderName": labels.name(page, stake.holder),
        "members": picture.stakes.members(stake.holder),
        "target": stake.target,
        "targetName": labels.name(page, stake.target),
        "status": stake.status,
        "modality": local(node.one("modality")) or None,
        "basis": stake.basis or None,
        "printed": node.one("percentageText") or None,
        "percentage": node.one("percentage") or None,
        "derived": (stake.computed or node).one("derivedPercentage") or None,
        "least": None if stake.least is None else str(stake.least),
        "most": None if stake.most is None else str(stake.most),
        "via": stake.vehicles,
        "onBehalfOf": stake.principals,
        "article": node.one("assertedIn") or None,
        "asOf": stake.when.one("edtf") or None,
        "earliest": stake.since or None,
        "latest": stake.until or None,
        "yearBasis": local(stake.when.one("yearBasis")) or None,
        "isComputed": stake.is_derived,
        "quotes": [quote.text for quote in page.told(stake.iri).quotes],
    }
