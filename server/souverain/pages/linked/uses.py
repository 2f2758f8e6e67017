"""Where a thing is named: what leads to it, by property."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import NamedTuple

from souverain import ttl
from souverain.pages.linked.naming import called
from souverain.pages.page import Page
from souverain.pages.telling import Told
from souverain.vocab import PREFIXES

# Of those that name a thing by one property, the first are shown, and a query finds the others.
MOST = 25


class Use(NamedTuple):
    """The things that name another by one property; `total` are all of them, claims and others."""

    label: str
    href: str
    total: int
    claims: tuple[Told, ...]
    others: tuple[tuple[str, str], ...]
    query: str


def of(page: Page, iri: str, shown: Collection[str] = ()) -> list[Use]:
    """What names a thing, without what is shown already."""
    return list(_uses(page, iri, shown))


def query(predicate: str, iri: str) -> str:
    """The query that finds the things that name a thing by a property."""
    terms = [ttl.shorten(predicate), ttl.shorten(iri)]
    written = [f"<{term}>" if term in (predicate, iri) else term for term in terms]
    used = {term.partition(":")[0] for term in written if not term.startswith("<")}
    declared = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in sorted(used))
    return f"{declared}SELECT ?thing WHERE {{ ?thing {' '.join(written)} }}"


def _uses(page: Page, iri: str, shown: Collection[str]) -> Iterator[Use]:
    naming = page.site.dataset.naming(iri)
    rows = sorted((predicate, subject) for subject, predicate in naming if subject not in shown)
    for predicate, of in groupby(rows, lambda row: row[0]):
        subjects = [subject for _, subject in of]
        claims = [row for row in subjects[:MOST] if _is_claim(page, row)]
        yield Use(
            label=page.label(predicate) or ttl.shorten(predicate),
            href=page.href(predicate),
            total=len(subjects),
            claims=tuple(map(page.told, claims)),
            others=tuple(
                (page.href(row), called(page, row)) for row in subjects[:MOST] if row not in claims
            ),
            query=query(predicate, iri) if len(subjects) > MOST else "",
        )


def _is_claim(page: Page, iri: str) -> bool:
    return bool(page.site.facts.node(iri).all("assertedIn")) and page.explainer.has_sentence(iri)
