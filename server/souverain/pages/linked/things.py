"""The page of anything that has none of its own: words of an article, and what is computed."""

from __future__ import annotations

from souverain.document import Document
from souverain.explanation import Explanation
from souverain.pages.linked import graphs, listing, serial, uses
from souverain.pages.linked.naming import called
from souverain.pages.page import Page


def view(page: Page, iri: str) -> Document:
    """The page of a thing, in HTML."""
    page.offered = page.offered or serial.DATA
    if iri in page.site.dataset.named:
        return graphs.view(page, iri)
    explained = page.explainer.explain(iri) if page.explainer.has_sentence(iri) else None
    context = page.explainer.quotes(iri) if _is_evidence(page, iri) else ()
    return page.render(
        "thing.html",
        iri=iri,
        name=_name(page, iri),
        kinds=_kinds(page, iri),
        told=page.told(iri) if explained else None,
        explained=explained,
        context=context,
        uses=uses.of(page, iri, _shown(explained)),
        is_told=bool(context),
        statement_blocks=listing.document(page),
    )


def _name(page: Page, iri: str) -> str:
    """The label of a thing, else its class and the end of its IRI."""
    facts = page.site.facts
    if label := facts.label(iri, page.language) or facts.label(iri, ""):
        return label
    kinds = page.site.facts.node(iri).kinds
    end = iri.removeprefix(page.site.base).rpartition("/")[2]
    end = end.removeprefix(f"{kinds[0].lower()}-") if kinds else end
    return " ".join([*(label.capitalize() for _, label in _kinds(page, iri)[:1]), end])


def _kinds(page: Page, iri: str) -> list[tuple[str, str]]:
    """The classes of a thing: each with its address and its label."""
    terms = page.site.facts.node(iri).all("rdf:type")
    return [(page.href(term.text), called(page, term.text)) for term in terms]


def _is_evidence(page: Page, iri: str) -> bool:
    return "Evidence" in page.site.facts.node(iri).kinds


def _shown(explained: Explanation | None) -> set[str]:
    """The things that the explanation of another tells already."""
    if explained is None:
        return set()
    others = [said for row in explained.disagreements for said in row.others]
    related = [said for row in explained.related for said in row.sentences]
    return {said.iri for said in (*explained.premises, *others, *related)}
