"""The claims that an answer stands on: those that it names, with their quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from souverain.mcp import queries
from souverain.mcp.asking import Asked
from souverain.mcp.models import Cells, Citation
from souverain.ttl import expand

MOST = 20
FIELDS = ("claim", "quote", "article", "evidence")
# Claims, evidence and what was computed have an article's number or a digest at the end.
_CLAIM = re.compile(r".*/id/[a-z]+-(?:[^/#]*-)?[0-9a-f]+(?:-\d+)?")


class Cited(NamedTuple):
    """The claims that an answer stands on, and whether there are more."""

    citations: list[Citation]
    is_cut: bool


async def citations(asked: Asked, cells: Iterable[Mapping[str, Any]]) -> Cited:
    """The claims that cells name, by their own IRIs or by their evidence."""
    found = dict.fromkeys(iri for cell in cells for iri in _named(cell) if _CLAIM.fullmatch(iri))
    if not found:
        return Cited([], is_cut=False)
    answer = await asked.sparql(queries.cited(list(found)[:MOST], MOST + 1))
    told = rows(answer.results or {})
    shown = [Citation(**{name: row[name] for name in FIELDS}) for row in told[:MOST]]
    return Cited(shown, is_cut=len(found) > MOST or len(told) > MOST)


def rows(results: Mapping[str, Any]) -> list[Cells]:
    """The rows of an answer, each the text of its bound variables."""
    return [
        {name: _text(term) for name, term in row.items()}
        for row in results.get("results", {}).get("bindings", [])
    ]


def _text(term: Mapping[str, Any]) -> str:
    value = term["value"]
    if isinstance(value, str):
        return value
    return " ".join(_text(value[part]) for part in ("subject", "predicate", "object"))


def _named(cell: Mapping[str, Any]) -> Iterable[str]:
    """The IRI that a cell is; and that of the place of a quote, which its address ends with."""
    if cell.get("type") in ("uri", "iri"):
        yield str(cell["value"])
    anchor = str(cell.get("href", "")).rpartition("#")[2]
    if anchor.startswith("evidence-"):
        yield expand(f"id:{anchor}")
