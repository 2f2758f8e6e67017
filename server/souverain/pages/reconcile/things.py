"""The entities as a client of the service names them: by the end of their IRI, and by type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from souverain.explanation.facts import local
from souverain.iri import is_absolute
from souverain.pages.page import Page
from souverain.pages.reconcile import catalogue
from souverain.ttl import expand
from souverain.vocab import SOV

if TYPE_CHECKING:
    from souverain.pages.site import Site

ENTITY = "Entity"
FOLDER = "id/"
MOST_MERGERS = 10


class Types(NamedTuple):
    """The types of the entities: the IRI of each by its name, and the types above each.

    `above` holds a type itself too; `direct` only those that stand right above it.
    """

    iris: Mapping[str, str]
    above: Mapping[str, frozenset[str]]
    direct: Mapping[str, tuple[str, ...]]


def space(site: Site) -> str:
    """The beginning of the IRIs of entities, which an identifier is the rest of."""
    return f"{site.base}{FOLDER}"


def identifier(site: Site, iri: str) -> str:
    """The identifier of a thing."""
    return iri.removeprefix(space(site))


def find(site: Site, text: str) -> str:
    """The IRI of the thing with that identifier, IRI or prefixed name; empty where there is none.

    Of an entity that was found to be another one, it is the other.
    """
    for iri in (space(site) + text, expand(text) if ":" in text else text):
        if is_absolute(iri) and iri.startswith(space(site)) and site.facts.node(iri):
            return _successor(site, iri)
    return ""


def name(page: Page, iri: str) -> str:
    """What an entity is called in the language of the page."""
    facts = page.site.facts
    return facts.label(iri, page.language) or facts.label(iri, "") or identifier(page.site, iri)


def types(site: Site) -> Types:
    """The types of the entities, and those above them up to the one of all entities."""
    return site.once(__name__, lambda: _types(site))


def types_of(site: Site, iri: str) -> frozenset[str]:
    """The types of a thing, with those above them."""
    above = types(site).above
    kinds = site.facts.node(iri).kinds
    return frozenset().union(*(above.get(kind, frozenset()) for kind in kinds))


def described(page: Page, iri: str) -> str:
    """A few words that tell an entity from its namesakes: its types, its other names."""
    node = page.site.facts.node(iri)
    kinds = ", ".join(page.label(str(SOV[kind])) or kind for kind in node.kinds)
    others = dict.fromkeys(node.texts("skos:altLabel", page.language))
    others.pop(name(page, iri), None)
    return " · ".join(filter(None, (kinds, ", ".join(others))))


def _successor(site: Site, iri: str) -> str:
    for _ in range(MOST_MERGERS):
        later = site.facts.node(iri).one("dcterms:isReplacedBy")
        if not later:
            break
        iri = later
    return iri


def _types(site: Site) -> Types:
    facts, iris = site.facts, {}
    waiting = [
        term.text
        for iri in catalogue.of(site).names
        for term in facts.node(iri).all("rdf:type")
        if term.text not in iris
    ]
    direct: dict[str, tuple[str, ...]] = {}
    while waiting:
        iri = waiting.pop()
        kind = local(iri)
        if kind in iris or not _is_entity(site, iri):
            continue
        iris[kind] = iri
        over = [term.text for term in facts.node(iri).all("rdfs:subClassOf")]
        direct[kind] = tuple(local(row) for row in over if _is_entity(site, row))
        waiting += over
    return Types(dict(sorted(iris.items())), {kind: _above(kind, direct) for kind in iris}, direct)


def _is_entity(site: Site, iri: str) -> bool:
    """Whether a class is that of all entities, or below it."""
    above, waiting = set(), [iri]
    while waiting:
        above.add(one := waiting.pop())
        over = [term.text for term in site.facts.node(one).all("rdfs:subClassOf")]
        waiting += [row for row in over if row not in above]
    return str(SOV[ENTITY]) in above


def _above(kind: str, direct: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    found, waiting = {kind}, [kind]
    while waiting:
        over = [row for row in direct.get(waiting.pop(), ()) if row not in found]
        found.update(over)
        waiting += over
    return frozenset(found)
