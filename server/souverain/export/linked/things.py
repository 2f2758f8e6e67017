"""People, organizations, articles, quotes and claims in the words of schema.org (version 30).

Pages and exports both tell them so; each is a node object of JSON-LD, whose context names
schema.org as its vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from souverain.explanation import Facts, Node
from souverain.export.records import Label
from souverain.vocab import PREFIXES

SCHEMA = PREFIXES["schema"]
Told = dict[str, Any]
# The class of schema.org that comes nearest, where it is none that ours is a subclass of.
NEAREST = {
    "Article": "NewsArticle",
    "Facility": "Place",
    "HolderGroup": "Organization",
    "Initiative": "Project",
    "Organization": "Organization",
    "Person": "Person",
    "Place": "Place",
    "Programme": "FundingScheme",
    "QualityLabel": "Certification",
    "Service": "Service",
}
# Those of whom schema.org can say that they own, serve, or say something.
ORGANIZATIONS = frozenset({"Organization", "Project", "FundingScheme"})
PARTIES = ORGANIZATIONS | {"Person"}


def kinds(facts: Facts, node: Node) -> list[str]:
    """The classes of schema.org that a thing has, in order; none where nothing comes near."""
    found = {NEAREST[name] for name in node.kinds if name in NEAREST}
    return sorted(found) or _above(facts, node)


def _above(facts: Facts, node: Node) -> list[str]:
    """The nearest classes of schema.org that the classes of a thing are subclasses of."""
    waiting, seen = {term.text for term in node.all("rdf:type")}, set[str]()
    while waiting:
        above = {term.text for kind in waiting for term in facts.node(kind).all("rdfs:subClassOf")}
        if found := sorted(kind.removeprefix(SCHEMA) for kind in above if kind.startswith(SCHEMA)):
            return found
        seen |= waiting
        waiting = above - seen
    return []


def thing(types: Sequence[str], name: Any, others: Sequence[Any], same: Sequence[str]) -> Told:
    """An entity: what it is called, else called, and what it is the same as elsewhere."""
    return {
        "@type": list(types) or "Thing",
        "name": name,
        **given("alternateName", others),
        **given("sameAs", same),
    }


def quotation(iri: str, words: str, article: Told, language: str) -> Told:
    """Words of an article."""
    told = {"@type": "Quotation", "@id": iri, "text": words, "isPartOf": article}
    return {**told, **given("inLanguage", language)}


def claim(words: Any, article: Told, quotes: Iterable[Told]) -> Told:
    """What an article says, and the words with which it says so."""
    appearance = [row for row in (article, *quotes) if row]
    return {"@type": "Claim", "text": words, **given("appearance", appearance if article else ())}


def text(label: Label) -> Any:
    """A text with its language, where it has one."""
    told = {"@value": label.text, "@language": label.language}
    return told if label.language else label.text


def named(labels: Iterable[Label]) -> Any:
    """A name in each language; once, where all languages have the same."""
    rows = sorted(labels, key=lambda row: row.language)
    if len({row.text for row in rows}) == 1:
        return rows[0].text
    return [text(row) for row in rows]


def given(name: str, value: Any) -> Told:
    """A property, where it has a value."""
    return {name: value} if value else {}
