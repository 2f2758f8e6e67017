"""The candidates of one reconciliation query: how well each fits, and whether one surely does.

The score is that of the name, and of each property that is asked for, by weight. Of what the graph
does not say it is not sure; what it says otherwise counts against the candidate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from souverain.pages.page import Page
from souverain.pages.reconcile import catalogue, cells, properties, things
from souverain.pages.reconcile.batch import Constraint, Wanted
from souverain.pages.reconcile.catalogue import Hit
from souverain.pages.reconcile.forms import Form
from souverain.pages.reconcile.likeness import SAME
from souverain.pages.search.spellings import Sort
from souverain.vocab import SOV

# A candidate is sure that has this score, and so much more than the next one.
SURE = 88.0
CLEAR = 10.0
# Beside the name, which has 1. What the graph does not say of a candidate counts half, and as half.
OF_PROPERTY = 0.4
UNSAID = 50.0
OF_UNSAID = 0.2
# What fits less than this contradicts.
LEAST_FIT = 60.0
# A type that is only wished for, and is not there, costs this.
OTHER_TYPE = 15.0


class Candidate(NamedTuple):
    """An entity with its score from 0 to 100, and the features that it is made of."""

    iri: str
    score: float
    features: dict[str, float | bool]
    is_contradicted: bool


def candidates(page: Page, wanted: Wanted) -> list[dict[str, Any]]:
    """The candidates as the service gives them, the best first (version 0.2, section 4.2)."""
    found = sorted(_scored(page, wanted), key=lambda row: (-row.score, row.iri))
    sure = _is_sure(found)
    return [
        told(page, row, is_match=sure and place == 0)
        for place, row in enumerate(found[: wanted.limit])
    ]


def told(page: Page, row: Candidate, *, is_match: bool) -> dict[str, Any]:
    """One candidate in JSON."""
    return {
        "id": things.identifier(page.site, row.iri),
        "name": things.name(page, row.iri),
        "description": things.described(page, row.iri),
        "score": round(row.score, 2),
        "match": is_match,
        "type": typed(page, row.iri),
        "features": [
            {"id": name, "value": value if isinstance(value, bool) else round(value, 2)}
            for name, value in row.features.items()
        ],
    }


def typed(page: Page, iri: str) -> list[dict[str, str]]:
    """The types of an entity, each with its name."""
    kinds = page.site.facts.node(iri).kinds
    return [{"id": kind, "name": page.label(str(SOV[kind])) or kind} for kind in kinds]


def _is_sure(found: list[Candidate]) -> bool:
    if not found or found[0].score < SURE or found[0].is_contradicted:
        return False
    return len(found) < 2 or found[0].score - found[1].score >= CLEAR


def _scored(page: Page, wanted: Wanted) -> Iterator[Candidate]:
    for hit in _hits(page, wanted):
        fits = _has_type(page, wanted, hit.iri)
        if fits or wanted.strictness == "should":
            yield _candidate(page, wanted, hit, fits=fits)


def _hits(page: Page, wanted: Wanted) -> Iterable[Hit]:
    """The entities that come into question: by name, by identifier, or by what is said of them."""
    known = catalogue.of(page.site)
    if not wanted.name:
        return [row for row in map(_unnamed, known.names) if _is_said(page, wanted, row.iri)]
    hits = known.near(Form.of(wanted.name))
    named = things.find(page.site, wanted.name)
    if named in known.names:
        return [Hit(named, SAME, SAME, Sort.NAME), *(hit for hit in hits if hit.iri != named)]
    return hits


def _unnamed(iri: str) -> Hit:
    return Hit(iri, 0.0, 0.0, Sort.NAME)


def _is_said(page: Page, wanted: Wanted, iri: str) -> bool:
    """Whether one of the properties fits an entity."""
    return any((_fit(page, iri, row) or 0.0) >= LEAST_FIT for row in wanted.constraints)


def _has_type(page: Page, wanted: Wanted, iri: str) -> bool:
    if not wanted.types:
        return True
    had = things.types_of(page.site, iri)
    check = all if wanted.strictness == "all" else any
    return check(kind in had for kind in wanted.types)


def _candidate(page: Page, wanted: Wanted, hit: Hit, *, fits: bool) -> Candidate:
    features: dict[str, float | bool] = {}
    gained, weight, is_contradicted = 0.0, 0.0, False
    if wanted.name:
        features |= {"name": hit.likeness, "preferred_name": hit.sort is Sort.NAME}
        gained, weight = hit.worth, 1.0
    for row in wanted.constraints:
        fit = _fit(page, hit.iri, row)
        if fit is None:
            gained, weight = gained + UNSAID * OF_UNSAID, weight + OF_UNSAID
            continue
        features[row.name] = fit
        is_contradicted |= fit < LEAST_FIT
        gained, weight = gained + fit * OF_PROPERTY, weight + OF_PROPERTY
    if wanted.types:
        features["type"] = fits
    score = gained / weight - (0.0 if fits else OTHER_TYPE)
    return Candidate(hit.iri, max(score, 0.0), features, is_contradicted)


def _fit(page: Page, iri: str, constraint: Constraint) -> float | None:
    """How well the best value of a property fits; nothing where the graph says nothing of it."""
    terms = properties.values(page, iri, constraint.name)
    if not (terms and constraint.values):
        return None
    return max(cells.alike(page, term, value) for term in terms for value in constraint.values)
