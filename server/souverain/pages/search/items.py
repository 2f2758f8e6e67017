"""What can be found on the site: entities, claims, and the words that articles print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, TypeVar

from souverain.explanation import evidence
from souverain.explanation.facts import Node
from souverain.folding import fold
from souverain.pages.search.spellings import Named, Sort
from souverain.store import Term

if TYPE_CHECKING:
    from souverain.pages.site import Site

# The date of a claim is what it dates; where it dates nothing, that of its article.
AS_OF = "asOf"
DATED = (
    "announcedWhen",
    "eventWhen",
    "measuredWhen",
    "observedWhen",
    "validFrom",
    "validUntil",
)
# What is computed stands on these claims.
STOOD_ON = ("premise", "between")
LONGEST_YEARS = 20
# Of several claims that fit alike these come first, and opinions last.
WEIGHT = (
    "Stake",
    "DerivedStake",
    "Acquisition",
    "Merger",
    "StatusObservation",
    "Funding",
    "Partnership",
    "RoleHolding",
    "LifecycleEvent",
    "Announcement",
)
OPINION = "Opinion"
NAMES = """SELECT ?thing ?name ?sort {
  VALUES (?slot ?sort) {
    (skos:prefLabel 0) (rdfs:label 0) (skos:altLabel 1) (skos:hiddenLabel 2)
  }
  ?thing ?slot ?name
} ORDER BY ?sort ?thing ?name"""
PRINTED = """SELECT DISTINCT ?thing ?name {
  ?mention sov:mentions ?thing ; sov:surfaceForm ?name
  FILTER NOT EXISTS { ?withdrawal sov:withdraws ?mention }
} ORDER BY ?thing ?name"""
QUOTES = """SELECT ?evidence ?article ?exact ?prefix ?suffix ?says {
  ?evidence a sov:Evidence ; oa:hasSource ?article ; oa:hasSelector ?position, ?quote .
  ?position oa:start ?start .
  ?quote oa:exact ?exact
  OPTIONAL { ?quote oa:prefix ?prefix }
  OPTIONAL { ?quote oa:suffix ?suffix }
  BIND (
    EXISTS { ?claim sov:evidence ?evidence FILTER NOT EXISTS { ?claim a sov:Mention } } AS ?says
  )
} ORDER BY ?article ?start ?evidence"""
CLAIMS = """SELECT DISTINCT ?claim {
  { ?claim sov:assertedIn ?article FILTER NOT EXISTS { ?claim a sov:Mention } }
  UNION { ?claim a ?kind FILTER (?kind IN (sov:DerivedStake, sov:Discrepancy)) }
  FILTER NOT EXISTS { ?withdrawal sov:withdraws ?claim }
} ORDER BY ?article ?claim"""
THINGS = "SELECT DISTINCT ?thing ?kind { ?thing a ?kind } ORDER BY ?thing ?kind"
Days = tuple[str, str]
T = TypeVar("T", str, Days)


class Part(IntEnum):
    """What an item is; in this order they are listed."""

    ENTITY = 0
    CLAIM = 1
    QUOTE = 2


@dataclass(frozen=True)
class Item:
    """One thing to be found, with what it can be chosen by.

    `days` are first and last days, as far as they are known; `letter` is that which an entity's
    name begins with. `before` and `after` are the words around a quote, which `says` something
    unless it only names a thing.
    """

    iri: str
    part: Part
    classes: tuple[str, ...]
    state: str = ""
    articles: tuple[str, ...] = ()
    days: tuple[Days, ...] = ()
    letter: str = ""
    text: str = ""
    before: str = ""
    after: str = ""
    says: bool = True

    @property
    def years(self) -> list[str]:
        """The years of its days."""
        found: set[int] = set()
        for row in self.days:
            first, last = (int(day[:4]) for day in (row[0] or row[1], row[1] or row[0]))
            found |= set(range(first, min(last, first + LONGEST_YEARS) + 1))
        return [str(year) for year in sorted(found)]


def spellings(site: Site) -> Iterator[Named]:
    """Every name of everything that has one."""
    for row in site.solutions(NAMES):
        yield Named(row["thing"].value, row["name"].value, Sort(int(row["sort"].value)))
    for row in site.solutions(PRINTED):
        yield Named(row["thing"].value, row["name"].value, Sort.PRINTED)


def all_of(site: Site) -> list[Item]:
    """Every item: entities by name, then claims by class, then quotes as they are printed."""
    kinds: dict[str, list[str]] = {}
    for row in site.solutions(THINGS):
        kinds.setdefault(row["thing"].value, []).append(row["kind"].value)
    entities = [_entity(site, iri) for iri in _entities(site, kinds)]
    claims = [row["claim"].value for row in site.solutions(CLAIMS)]
    told = [_claim(site, iri) for iri in claims if site.explainer("en").has_sentence(iri)]
    told.sort(key=_weight)
    return [
        *sorted(entities, key=lambda item: (fold(item.text), item.iri)),
        *told,
        *_quotes(site),
    ]


def _weight(item: Item) -> tuple[int, tuple[str, ...], str]:
    place = min(
        (WEIGHT.index(kind) for kind in item.classes if kind in WEIGHT), default=len(WEIGHT)
    )
    return len(WEIGHT) + 1 if OPINION in item.classes else place, item.articles, item.iri


def _entities(site: Site, kinds: dict[str, list[str]]) -> list[str]:
    facts = site.facts
    among = {kind for rows in kinds.values() for kind in rows}
    within = {
        kind
        for kind in among
        if facts.is_a(Node("", {"rdf:type": (Term(kind, is_iri=True),)}), "Entity")
    }
    found = [iri for iri, rows in kinds.items() if within.intersection(rows)]
    return [iri for iri in found if not facts.node(iri).all("dcterms:isReplacedBy")]


def _entity(site: Site, iri: str) -> Item:
    facts = site.facts
    node = facts.node(iri)
    name = facts.label(iri, "fr") or facts.label(iri, "") or iri.rpartition("/")[2]
    naming = evidence.naming_claims(facts, node)
    return Item(
        iri=iri,
        part=Part.ENTITY,
        classes=node.kinds,
        articles=_distinct(evidence.slug(row.one("assertedIn")) for row in naming),
        days=_distinct(days for row in naming for days in _days(site, row)),
        letter=fold(name)[:1].upper(),
        text=name,
    )


def _claim(site: Site, iri: str) -> Item:
    facts, told = site.facts, site.told(iri, "en")
    node = facts.node(iri)
    stood_on = [facts.node(other) for slot in STOOD_ON for other in node.texts(slot)]
    within = [node] if node.all("assertedIn") else stood_on
    articles = (evidence.slug(row.one("assertedIn")) for row in within)
    return Item(
        iri=iri,
        part=Part.CLAIM,
        classes=node.kinds,
        state=told.state,
        articles=_distinct(filter(None, articles)),
        days=_distinct(days for row in within for days in _days(site, row)),
    )


def _quotes(site: Site) -> Iterator[Item]:
    seen: set[str] = set()
    for row in site.solutions(QUOTES):
        iri, article = row["evidence"].value, row["article"].value
        if iri in seen:
            continue
        seen.add(iri)
        yield Item(
            iri=iri,
            part=Part.QUOTE,
            classes=("Evidence",),
            articles=(evidence.slug(article),),
            days=tuple(_bounds(site, site.facts.node(article), "published")),
            text=row["exact"].value,
            before=row["prefix"].value if row["prefix"] else "",
            after=row["suffix"].value if row["suffix"] else "",
            says=row["says"].value == "true",
        )


def _days(site: Site, claim: Node) -> list[Days]:
    own = [days for slot in DATED for days in _bounds(site, claim, slot)]
    return own or list(_bounds(site, claim, AS_OF))


def _bounds(site: Site, node: Node, slot: str) -> Iterator[Days]:
    for iri in node.texts(slot):
        when = site.facts.node(iri)
        first, last = when.one("earliest"), when.one("latest")
        if (first[:4] + last[:4]).isdigit():
            yield first, last


def _distinct(rows: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(set(rows)))
