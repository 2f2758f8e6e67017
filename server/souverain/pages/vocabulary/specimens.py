"""A term in use: one thing of the graph that has it, with the words that it stands on."""

from __future__ import annotations

from souverain.pages.page import Page
from souverain.pages.vocabulary import Term
from souverain.pages.vocabulary.usage import PATTERNS

# Among so many, one with quotes is looked for.
MOST = 40


def of(page: Page, term: Term) -> str:
    """The IRI of a thing that uses a term: one that has evidence, if one has; empty if none."""
    return page.site.once(("specimen", term.iri), lambda: _found(page, term))


def _found(page: Page, term: Term) -> str:
    pattern = PATTERNS[term.kind][1].format(term=f"<{term.iri}>")
    base = f'FILTER (STRSTARTS(STR(?thing), "{page.site.base}"))'
    rows = page.site.solutions(
        f"SELECT DISTINCT ?thing {{ {pattern} {base} }} ORDER BY ?thing LIMIT {MOST}"
    )
    iris = [row["thing"].value for row in rows]
    facts, explainer = page.site.facts, page.explainer
    told = [iri for iri in iris if explainer.has_sentence(iri)]
    quoted = [iri for iri in told if facts.node(iri).all("evidence")]
    return next(iter(quoted or told or iris), "")
