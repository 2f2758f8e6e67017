"""Data extension: columns of values for entities that were linked (version 0.2, section 7)."""

from __future__ import annotations

import re
from typing import Any

from souverain.errors import BadValue, TooManyAsked
from souverain.pages.page import Page
from souverain.pages.reconcile import batch, cells, properties, suggesting, things
from souverain.pages.reconcile.batch import Faulty
from souverain.pages.words import LANGUAGES

MOST_THINGS = 200
MOST_PROPERTIES = 20
MOST_PROPOSED = 200
# A larger limit is none.
MOST_VALUES = 10_000
ALL = "all"
# What may be set for each property, as the manifest offers it.
LIMIT, LANGUAGE = "limit", "language"
_LIMIT = re.compile(r"\d{1,6}(\.0)?", re.ASCII)


def settings(page: Page) -> list[dict[str, Any]]:
    """What can be set for each property."""
    return [
        {
            "name": LIMIT,
            "label": page.t("reconcile.limit"),
            "type": "number",
            "default": 0,
            "help_text": page.t("reconcile.limit_help"),
        },
        {
            "name": LANGUAGE,
            "label": page.t("reconcile.language"),
            "type": "select",
            "default": page.language,
            "help_text": page.t("reconcile.language_help"),
            "choices": [
                {"value": code, "name": page.t(f"reconcile.language_{code}")}
                for code in (*LANGUAGES, ALL)
            ],
        },
    ]


def extended(page: Page, text: str) -> dict[str, Any]:
    """The values of the properties of the entities; raises `BadValue` or `TooManyAsked`.

    A thing that the graph does not know has a row with no values.
    """
    asked = batch.parsed("extend", text)
    try:
        ids, wanted = _ids(asked.get("ids")), _wanted(page, asked.get("properties"))
    except Faulty as fault:
        raise BadValue("extend", f"has {fault}", fault.hint) from None
    return {
        "meta": [{"id": given, "name": properties.label(page, row)} for given, row, _ in wanted],
        "rows": {key: _row(page, key, wanted) for key in ids},
    }


def proposed(page: Page) -> dict[str, Any]:
    """The properties that entities of a type have, the most frequent first."""
    kind = page.parameters.text("type")
    limit = page.parameters.whole("limit", range(1, MOST_PROPOSED + 1), MOST_PROPOSED)
    known = properties.of(page.site)
    if kind and kind not in known.of_type:
        hint = batch.near(kind, known.of_type)
        raise BadValue("type", f"is no type that there is: {batch.shown(kind)}", hint)
    counts = known.of_type[kind] if kind else known.counts
    order = sorted(counts, key=lambda name: (-counts[name], name))
    return {
        "type": kind,
        "limit": limit,
        "properties": [suggesting.property_told(page, name) for name in order[:limit]],
    }


Column = tuple[str, str, dict[str, Any]]


def _row(page: Page, key: str, wanted: list[Column]) -> dict[str, list[dict[str, Any]]]:
    iri = things.find(page.site, key)
    return {
        given: _values(page, iri, name, chosen) if iri else [] for given, name, chosen in wanted
    }


def _values(page: Page, iri: str, name: str, chosen: dict[str, Any]) -> list[dict[str, Any]]:
    language = "" if chosen[LANGUAGE] == ALL else chosen[LANGUAGE]
    terms = properties.values(page, iri, name, language)
    return [cells.cell(page, name, term) for term in terms[: chosen[LIMIT] or None]]


def _ids(given: object) -> list[str]:
    if not isinstance(given, list) or not all(isinstance(row, str) for row in given):
        raise Faulty("no list of ids", 'write "ids": ["cloudwatt"]')
    if len(given) > MOST_THINGS:
        raise TooManyAsked("ids", MOST_THINGS)
    return given


def _wanted(page: Page, given: object) -> list[Column]:
    if not isinstance(given, list) or len(given) > MOST_PROPERTIES:
        raise Faulty(
            "no list of properties",
            f'write "properties": [{{"id": "ownsShareOf"}}], at most {MOST_PROPERTIES}',
        )
    return [_column(page, row) for row in given]


def _column(page: Page, row: object) -> Column:
    if not (isinstance(row, dict) and isinstance(row.get("id"), str)):
        raise Faulty(f"the property {batch.shown(row)}", 'write {"id": "ownsShareOf"}')
    return row["id"], batch.named(page.site, row["id"]), _chosen(page, row.get("settings") or {})


def _chosen(page: Page, given: object) -> dict[str, Any]:
    """The settings of a column; OpenRefine sends numbers as texts."""
    if not isinstance(given, dict):
        raise Faulty(f"the settings {batch.shown(given)}", 'write "settings": {"limit": 1}')
    limit, language = str(given.get(LIMIT) or 0), given.get(LANGUAGE) or page.language
    if not _LIMIT.fullmatch(limit) or float(limit) > MOST_VALUES:
        raise Faulty(f"the limit {batch.shown(given[LIMIT])}", f"give one from 0 to {MOST_VALUES}")
    if language not in (*LANGUAGES, ALL):
        raise Faulty(
            f"the language {batch.shown(language)}", f"give one of: {', '.join((*LANGUAGES, ALL))}"
        )
    return {LIMIT: int(float(limit)), LANGUAGE: language}
