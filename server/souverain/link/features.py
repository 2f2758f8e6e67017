"""What speaks for an item being an entity, or against it: each with points and a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from souverain import folding
from souverain.link import kinds
from souverain.link.profile import Profile, plain, stems
from souverain.link.search import Found
from souverain.link.targets import Target
from souverain.ttl import shorten

EXACT_LABEL, EXACT_ALIAS, LEAST_LIKENESS = 40, 36, 60.0
SAME = 100.0
FITS, FITS_NOT = 20, -40
RELATED, RELATED_MORE, MOST_RELATED, NEAR = 20, 5, 30, 6
WORD, MOST_WORDS = 4, 12
COUNTRY, ABROAD = 5, -5
ALIVE, NOT_ALIVE = 4, -30
SITE = 4
TAKEN, REJECTED = -15, -100
# How many years a thing may be announced before it begins.
AHEAD_YEARS = 3
# What stands beside a name, and is not what it is called.
_LEGAL = (
    "sa sas sasu sarl se nv bv ag gmbh plc ltd llc inc corp corporation co company groupe "
    "group holding societe the le la les "
)
# What so many things are called that it tells none from another.
_COMMON = (
    "francai francaise french entreprise company compagnie societe group groupe business "
    "organization organisation person personne avec dans pour from that this entre plusieur "
    "member membre service produit product nouvelle premier premiere autre other "
)
LEGAL, COMMON = frozenset(_LEGAL.split()), frozenset(_COMMON.split())


@dataclass(frozen=True)
class Point:
    """Points for one feature, with the reason in words that go on after “it”."""

    feature: str
    points: int
    reason: str


@dataclass(frozen=True)
class Case:
    """The entity that items are weighed for, and what is known of the entities around it.

    `entities` has those linked to an item by its id, `countries` the places among them, and
    `rejected` what was said of items that a person has refused.
    """

    target: Target
    profile: Profile
    entities: Mapping[str, list[str]]
    countries: Mapping[str, str]
    rejected: Mapping[str, str]


def normal(name: str) -> str:
    """A name as it is compared: its words in one form, without legal forms."""
    words = folding.words(plain(name))
    return " ".join([word for word in words if word not in LEGAL] or words)


def likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 100, whatever the order and the spaces of their words."""
    first, second = normal(one), normal(other)
    if not first or not second:
        return 0.0
    whole = fuzz.ratio(first.replace(" ", ""), second.replace(" ", ""))
    return float(max(fuzz.token_sort_ratio(first, second), whole))


def _name(case: Case, row: Found) -> Iterator[Point]:
    labels = set(row.item.labels.values())
    pairs = [
        (likeness(ours, theirs), theirs in labels, theirs)
        for ours in case.profile.names
        for theirs in row.item.names
    ]
    score, is_label, theirs = max(pairs, default=(0.0, False, ""))
    if score == SAME:
        how = "has the name" if is_label else "has the other name"
        yield Point("name", EXACT_LABEL if is_label else EXACT_ALIAS, f"{how} “{theirs}”")
    elif score >= LEAST_LIKENESS:
        points = round((score - LEAST_LIKENESS) / (SAME - LEAST_LIKENESS) * (EXACT_ALIAS - 6))
        yield Point("name", points, f"is called “{theirs}”, which is {score:.0f} % alike")
    elif theirs:
        yield Point("name", -10, f"has no name that is like; the nearest is “{theirs}”")
    else:
        yield Point("name", -10, "has no name in English or French")


def _kind(case: Case, row: Found) -> Iterator[Point]:
    wanted = case.profile.kinds & kinds.FITTING.keys()
    if not row.kinds:
        yield Point("kind", 0, "is of no kind that is told")
    elif fit := kinds.fitting(wanted, row.kinds):
        of = "" if fit == row.kinds[0] else f" ({row.kinds[0]})"
        yield Point("kind", FITS, f"is of the kind “{fit}”{of}")
    else:
        is_not = " or ".join(sorted(wanted)) or "what can be linked"
        yield Point("kind", FITS_NOT, f"is of the kind “{row.kinds[0]}”, which is no {is_not}")


def _relations(case: Case, row: Found) -> Iterator[Point]:
    related = sorted(
        (entity, id)
        for id in row.relations
        for entity in case.entities.get(id, ())
        if entity in case.profile.related
    )
    near = sorted((entity, id) for id in row.relations for entity in case.entities.get(id, ()))
    if related:
        named = ", ".join(
            f"{shorten(entity)} ({', '.join(sorted(row.relations[id]))} there; "
            f"{', '.join(sorted(case.profile.related[entity]))} here)"
            for entity, id in related
        )
        points = min(RELATED + RELATED_MORE * (len(related) - 1), MOST_RELATED)
        yield Point("relations", points, f"is related to {named}")
    elif near:
        named = ", ".join(shorten(entity) for entity, _ in near)
        yield Point("relations", NEAR, f"is related to {named}, which the graph knows")


def _country(case: Case, row: Found) -> Iterator[Point]:
    found = row.item.values(*case.target.properties.get("country", ()))
    if shared := sorted(set(found) & set(case.countries)):
        places = ", ".join(shorten(case.countries[id]) for id in shared)
        yield Point("country", COUNTRY, f"is in {places}")
    elif found:
        yield Point("country", ABROAD, f"is in {', '.join(found)}, of which no article speaks")


def _period(case: Case, row: Found) -> Iterator[Point]:
    begun, ended = (
        [year(text) for text in row.item.values(*case.target.properties.get(role, ()))]
        for role in ("begun", "ended")
    )
    if case.profile.years is None or not (begun or ended):
        return
    first, last = case.profile.years
    if begun and min(begun) > last + AHEAD_YEARS:
        yield Point("period", NOT_ALIVE, f"began in {min(begun)}, and is spoken of in {last}")
    elif ended and max(ended) < first:
        yield Point("period", NOT_ALIVE, f"ended in {max(ended)}, and is spoken of in {first}")
    elif begun:
        yield Point("period", ALIVE, f"began in {min(begun)}, before it is spoken of ({last})")


def _words(case: Case, row: Found) -> Iterator[Point]:
    texts = (*row.item.descriptions.values(), *row.kinds[:3])
    theirs = {stem for text in texts for stem in stems(text)}
    own = {word for name in case.profile.names for word in stems(name)}
    if shared := sorted((theirs & case.profile.words) - COMMON - own):
        points = min(WORD * len(shared), MOST_WORDS)
        yield Point("words", points, f"is described by words of the articles: {', '.join(shared)}")


def _site(case: Case, row: Found) -> Iterator[Point]:
    for address in row.item.values(*case.target.properties.get("site", ())):
        host = address.partition("//")[2].partition("/")[0].removeprefix("www.").partition(".")[0]
        if any(folding.together(plain(name)) == host for name in case.profile.names):
            yield Point("site", SITE, f"has its site at {address}")
            return


def _taken(case: Case, row: Found) -> Iterator[Point]:
    if told := case.rejected.get(row.item.id):
        yield Point("rejected", REJECTED, f"was rejected: {told}")
    others = [entity for entity in case.entities.get(row.item.id, ()) if entity != case.profile.iri]
    if others:
        named = ", ".join(shorten(entity) for entity in others)
        yield Point("taken", TAKEN, f"is linked already to {named}")


def year(time: str) -> int:
    """The year of a time as Wikibase writes it: `+2012-09-01T00:00:00Z`; years BC are negative."""
    sign, digits = (-1, time[1:]) if time.startswith("-") else (1, time.lstrip("+"))
    head = digits.partition("-")[0]
    return sign * int(head) if head.isdecimal() else 0


FEATURES: tuple[Callable[[Case, Found], Iterator[Point]], ...] = (
    _name,
    _kind,
    _relations,
    _words,
    _country,
    _period,
    _site,
    _taken,
)
