"""Finding what an entity may be in another dataset: by its names, and what is said of each find."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from souverain.link import wikibase
from souverain.link.profile import Profile, plain
from souverain.link.service import Service
from souverain.link.targets import Target
from souverain.link.wikibase import Item

LANGUAGES = ("fr", "en")
# How an item stands to one that it is the value of, by the role that the statement plays.
RELATIONS = (
    "owner",
    "owned",
    "parent",
    "subsidiary",
    "chief",
    "chair",
    "founder",
    "employer",
    "part_of",
    "parts",
    "developer",
    "operator",
    "place",
)
# The roles of rows that tell kinds: by their first letters, its own come before those above.
OWN, ABOVE = "is", "is thereby"
MOST_NAMES = 5
MOST_ITEMS = 200


@dataclass(frozen=True)
class Found:
    """An item that may be an entity: what kinds of thing it is, and what it is related to.

    `kinds` are names of kinds, its own before those above them. `relations` has the items that it
    names or that name it, each with the roles.
    """

    item: Item
    kinds: tuple[str, ...] = ()
    relations: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Linked:
    """The items that entities of the graph are linked to: those of an entity, by its IRI.

    `through` are those of the dataset through whose items a target's identifiers are found.
    """

    items: Mapping[str, Sequence[str]]
    through: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def all(self) -> list[str]:
        """The items of all entities, in order."""
        return sorted({id for ids in self.items.values() for id in ids})


Finder = Callable[[Service, Target, Profile, Linked], list[Found]]


def names(profile: Profile) -> list[str]:
    """What to look for: each name of an entity once, without what stands in brackets."""
    return list(dict.fromkeys(map(plain, profile.names)))[:MOST_NAMES]


def candidates(service: Service, target: Target, profile: Profile, linked: Linked) -> list[Found]:
    """The items that an entity may be, by the protocol of the target, in no order that matters.

    Raises `ServiceError` and whatever else `Service` raises.
    """
    return FINDERS[target.protocol](service, target, profile, linked)


def _wikibase(service: Service, target: Target, profile: Profile, linked: Linked) -> list[Found]:
    """By the search of a Wikibase, and by its query service for kinds and relations."""
    ids: dict[str, None] = {}
    for name in names(profile):
        for language in LANGUAGES:
            ids |= dict.fromkeys(wikibase.by_prefix(service, target.api, name, language))
        ids |= dict.fromkeys(wikibase.by_words(service, target.api, name))
    wanted = [id for id in ids if target.is_id(id)][:MOST_ITEMS]
    items = [item for item in wikibase.items(service, target.api, wanted) if not item.is_missing]
    return described(service, target, items, linked.all())


def described(
    service: Service, target: Target, items: Sequence[Item], linked: Sequence[str]
) -> list[Found]:
    """Items with their kinds and relations, as the query service of a Wikibase tells them."""
    once = {item.id: item for item in items}
    if not once:
        return []
    kinds: dict[str, dict[str, None]] = {}
    relations = {id: _own(target, item) for id, item in once.items()}
    for row in service.rows(target.query, _query(target, sorted(once), sorted(linked))).value:
        id, value = target.id(row.get("item", "")), row.get("value", "")
        if row.get("role") in {OWN, ABOVE}:
            kinds.setdefault(id, {})[value] = None
        elif id in relations:
            relations[id].setdefault(target.id(value), set()).add(row.get("role", ""))
    return [
        Found(
            item,
            tuple(kinds.get(id, ())),
            {other: frozenset(roles) for other, roles in sorted(relations[id].items())},
        )
        for id, item in once.items()
    ]


def _own(target: Target, item: Item) -> dict[str, set[str]]:
    """What an item itself names, with the roles."""
    found: dict[str, set[str]] = {}
    for role in RELATIONS:
        for other in item.values(*target.properties.get(role, ())):
            found.setdefault(other, set()).add(role)
    return found


def _query(target: Target, ids: Sequence[str], linked: Sequence[str]) -> str:
    """The query for the kinds of items, nearest first, and for linked items that name them."""
    direct = target.prefix.replace("/entity/", "/prop/direct/")
    kind, above = (target.properties[name][0] for name in ("kind", "kind_above"))
    roles = "\n".join(
        f'    (<{direct}{name}> "of which it is {role}")'
        for role in RELATIONS
        for name in target.properties.get(role, ())
    )
    wanted = f"VALUES ?item {{ {_iris(target, ids)} }}"
    named = 'rdfs:label ?name . FILTER(LANG(?name) = "en") BIND(STR(?name) AS ?value)'
    return f"""\
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?item ?role ?value WHERE {{
  {{
    {wanted}
    ?item <{direct}{kind}> ?kind . ?kind {named}
    BIND("{OWN}" AS ?role)
  }} UNION {{
    {wanted}
    ?item <{direct}{kind}>/<{direct}{above}>+ ?kind . ?kind {named}
    BIND("{ABOVE}" AS ?role)
  }} UNION {{
    {wanted}
    VALUES ?value {{ {_iris(target, linked)} }}
    VALUES (?property ?role) {{
{roles}
    }}
    ?value ?property ?item .
  }}
}} ORDER BY ?item ?role ?value"""


def _iris(target: Target, ids: Sequence[str]) -> str:
    return " ".join(f"<{target.iri(id)}>" for id in ids)


def _statement(service: Service, target: Target, profile: Profile, linked: Linked) -> list[Found]:
    """By the identifiers that are stated of the items that the entity is linked to elsewhere."""
    items = wikibase.items(service, target.api, linked.through.get(profile.iri, ()))
    return [
        Found(Item(id, id, item.at, revision=item.revision, labels=item.labels))
        for item in items
        for id in item.values(*target.properties["identifier"])
        if target.is_id(id)
    ]


FINDERS: Mapping[str, Finder] = {"wikibase": _wikibase, "statement": _statement}
