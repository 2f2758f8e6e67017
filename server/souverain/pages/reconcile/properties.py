"""The properties of entities: what is said of them, and, the other way round, by way of them.

A property is named as in the ontology (`ownsShareOf`, `skos:altLabel`). With `^` before it, as in
a path of SPARQL, its values are the things that name the entity by it: `^holder` of a company are
the claims that it holds something, each of which says in its sentence in what state, and who says
so. What was withdrawn is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from souverain.explanation.facts import Node, local
from souverain.pages.page import Page
from souverain.pages.reconcile import catalogue, things
from souverain.store import Term
from souverain.ttl import expand
from souverain.vocab import SOV

if TYPE_CHECKING:
    from souverain.pages.site import Site

INVERSE = "^"
# A type stands with each candidate, and has a parameter of its own.
LEFT_OUT = frozenset({"rdf:type"})


class Properties(NamedTuple):
    """Every property with the number of entities that have it; the same for each type."""

    counts: Mapping[str, int]
    of_type: Mapping[str, Mapping[str, int]]


def of(site: Site) -> Properties:
    """The properties of the entities of a site."""
    return site.once(__name__, lambda: _properties(site))


def find(site: Site, text: str) -> str:
    """The name of the property of that name, prefixed name or IRI; empty where there is none.

    Every property of the ontology is one, and so is whatever an entity has.
    """
    mark = INVERSE if text.startswith(INVERSE) else ""
    given = text.removeprefix(INVERSE)
    name = mark + local(expand(given) if ":" in given else str(SOV[given]))
    is_known = name in of(site).counts or bool(site.facts.node(iri(name)).all("rdfs:label"))
    return name if is_known else ""


def iri(name: str) -> str:
    """The IRI of a property."""
    plain = name.removeprefix(INVERSE)
    return expand(plain) if ":" in plain else str(SOV[plain])


def label(page: Page, name: str) -> str:
    """What a property is called in the language of the page."""
    plain = name.removeprefix(INVERSE)
    known = f"reconcile.{plain}"
    found = page.t(known) if known in page.t else page.label(iri(name)) or plain
    return page.t("reconcile.inverse", name=found) if name.startswith(INVERSE) else found


def described(page: Page, name: str) -> str:
    """What a property means, in the language of the page."""
    return page.site.facts.node(iri(name)).one("rdfs:comment", page.language)


def values(page: Page, thing: str, name: str, language: str = "") -> list[Term]:
    """The values of a property; with a language, of texts those in it, where there are any."""
    facts, node = page.site.facts, page.site.facts.node(thing)
    if name.startswith(INVERSE):
        by = facts.by(thing, name.removeprefix(INVERSE))
        rows = dict.fromkeys(row.iri for row in by if not _is_withdrawn(page.site, row))
        return [Term(row, is_iri=True) for row in rows]
    found = list(dict.fromkeys(node.all(name)))
    return [term for term in found if not language or term.language in {"", language}] or found


def _is_withdrawn(site: Site, node: Node) -> bool:
    return bool(site.facts.by(node.iri.partition("#")[0], "withdraws"))


def _properties(site: Site) -> Properties:
    counts: Counter[str] = Counter()
    of_type: dict[str, Counter[str]] = {kind: Counter() for kind in things.types(site).iris}
    for thing in catalogue.of(site).names:
        names = {name for name in site.facts.node(thing).values if name not in LEFT_OUT}
        names |= {INVERSE + by for _, by in site.facts.naming(thing)}
        counts.update(names)
        for kind in things.types_of(site, thing):
            of_type[kind].update(names)
    return Properties(counts, of_type)
