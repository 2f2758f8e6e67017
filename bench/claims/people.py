"""The companies, people and things of a story, by pool."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.claims.lines import A, concept, quads, term, text, thing, typed

# How many of each class a story has; each is in some sentence, so that an article mentions it.
POOLS = {
    "organization": (29, "Organization", "Société"),
    "service": (23, "Service", "Service"),
    "collective": (11, "Collective", "Groupe d’intérêt"),
    "initiative": (6, "Initiative", "Nuage"),
    "person": (6, "Person", "Camille"),
    "place": (4, "Place", "Ville"),
    "programme": (4, "Programme", "Programme"),
    "technology": (3, "Technology", "Logiciel"),
    "facility": (2, "Facility", "Centre"),
    "qualitylabel": (1, "QualityLabel", "Label"),
}
# Companies that turn up in every story of their turn.
COMMON = 20
GRAPH = "entities"
_SYLLABLES = ("va", "lo", "mé", "ti", "ros", "ka", "dun", "çal", "bri", "œl")


@dataclass(frozen=True)
class Entity:
    """One of them: its IRI as a term, its class, and what it is called."""

    iri: str
    kind: str
    name: str
    members: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """Its quads."""
        yield from quads(
            GRAPH,
            self.iri,
            (A, concept(self.kind)),
            ("skos:prefLabel", text(self.name, "en")),
            ("skos:prefLabel", text(self.name, "fr")),
            *(("org:hasMember", member) for member in self.members),
        )
        if self.members:
            false = typed("false", "xsd:boolean")
            yield f"{self.iri} {term('sov:splitKnown')} {false} {term(f'graph:{GRAPH}')} .\n"


@dataclass
class Cast:
    """Those of one story; each pool is gone through in turn, so that all get said something of."""

    pools: dict[str, list[Entity]]
    groups: list[Entity]
    turns: dict[str, int] = field(default_factory=dict)

    def next(self, pool: str) -> Entity:
        """The one whose turn it is."""
        turn = self.turns.get(pool, 0)
        self.turns[pool] = turn + 1
        return self.pools[pool][turn % len(self.pools[pool])]

    def all(self) -> Iterator[Entity]:
        """All that are of this story alone."""
        for pool in self.pools.values():
            yield from pool
        yield from self.groups


def cast(story: int, chance: random.Random) -> Cast:
    """The cast of a story."""
    pools = {
        pool: [_entity(story, number, pool, kind, word, chance) for number in range(size)]
        for pool, (size, kind, word) in POOLS.items()
    }
    pairs = [pools["person"][:2], pools["organization"][-2:]]
    groups = [_group(story, number, pair) for number, pair in enumerate(pairs)]
    return Cast(pools, groups)


def common(story: int) -> Entity:
    """The company that a story shares with others."""
    number = story % COMMON
    return Entity(thing(f"commune-{number:02}"), "Organization", f"Compagnie commune {number:02}")


def _entity(
    story: int, number: int, pool: str, kind: str, word: str, chance: random.Random
) -> Entity:
    name = "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()
    # The number ends in a mark, so that no name begins another one.
    return Entity(thing(f"{pool}-{story:06}-{number:02}"), kind, f"{word} {name} {number:02}°")


def _group(story: int, number: int, pair: list[Entity]) -> Entity:
    name = " et ".join(one.name for one in pair)
    members = tuple(one.iri for one in pair)
    return Entity(thing(f"groupe-{story:06}-{number}"), "HolderGroup", name, members)
