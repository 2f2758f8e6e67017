"""A story: five articles about the same things, and what follows from them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from bench.claims import derived, people, stakes
from bench.claims.forms import ANNOUNCEMENTS, FORMS, OBSERVATIONS, Form
from bench.claims.people import Cast
from bench.claims.telling import Claim, Telling
from bench.claims.times import inferred, stated

SEED = 8
ARTICLES = 5
TRANSACTIONS = ("Acquisition", "Merger")
FIRST, YEARS = 2012, 12


@dataclass(frozen=True)
class Story:
    """What it says: its articles as they were told, and its quads, a line of N-Quads each."""

    articles: list[Telling]
    lines: list[str]

    @property
    def claims(self) -> int:
        """How many claims it makes."""
        return sum(len(told.claims) + len(told.mentions) for told in self.articles)


def stories(claims: int, seed: int = SEED) -> Iterator[Story]:
    """So many stories that they make at least so many claims."""
    made = number = 0
    while made < claims:
        told = story(number, seed)
        yield told
        made, number = made + told.claims, number + 1


def story(number: int, seed: int = SEED) -> Story:
    """The story with that number, which is the same whatever others are asked for."""
    chance = random.Random(f"{seed}-{number}")
    cast = people.cast(number, chance)
    tellings = [_article(number, turn, cast, chance) for turn in range(ARTICLES)]
    tables = stakes.tables(number, cast, chance)
    told = [stakes.told(one, tables, number, turn) for turn, one in enumerate(tellings)]
    for telling, found in zip(tellings, told, strict=True):
        _taken_over(telling, found[-1].claim)
    turn = 0
    for count, forms in FORMS:
        # Each article has told one of the acquisitions by now.
        rest = count - ARTICLES if forms[0].kind == "Acquisition" else count
        for _ in range(rest):
            tellings[turn % ARTICLES].tell(forms[turn % len(forms)])
            turn += 1
    for telling in tellings:
        _followed(telling)
    claims = [telling.claims for telling in tellings]
    lines = [line for telling in tellings for line in telling.lines()]
    entities = [*cast.all(), *([people.common(number)] if number < people.COMMON else [])]
    lines += [line for entity in entities for line in entity.lines()]
    return Story(tellings, lines + list(derived.lines(number, told, claims)))


def _article(story: int, turn: int, cast: Cast, chance: random.Random) -> Telling:
    """An article with its date line; two in five print no year, and have it of the first."""
    slug = f"{story:06}-{turn}"
    year = FIRST + (story + turn) % YEARS
    if turn in (1, 3):
        date = inferred(year, 1 + (story + turn) % 12, "ce mois-ci", f"{story:06}-0")
    else:
        date = stated(year, f"date {year}")
    telling = Telling(slug, date, cast, chance)
    telling.text = f"{date.words}\n"
    return telling


def _taken_over(telling: Telling, planned: Claim) -> None:
    """The purchase that the planned stake of an article would follow from."""
    form = next(forms for _, forms in FORMS if forms[0].kind == "Acquisition")[0]
    cast = telling.cast
    target = next(one for one in cast.pools["initiative"] if one.iri == planned.value("target"))
    telling.tell(
        form, {"acquirer": cast.groups[1], "target": target}, [("sov:resultingStake", planned.iri)]
    )


def _followed(telling: Telling) -> None:
    """The observations of its transactions, and the announcements of its claims."""
    deals = [claim for claim in telling.claims if claim.kind in TRANSACTIONS]
    claims = list(telling.claims)
    for (count, forms), slot, known in (
        (OBSERVATIONS, "sov:observes", deals),
        (ANNOUNCEMENTS, "sov:about", claims),
    ):
        for turn in range(_part(count, telling)):
            form: Form = forms[turn % len(forms)]
            about = telling.chance.choice(known)
            pairs = [(slot, about.iri)]
            if slot == "sov:about":
                pairs.append(("sov:reportedIn", telling.iri))
            telling.tell(form, pairs=pairs)


def _part(count: int, telling: Telling) -> int:
    """How many of so many are this article's."""
    turn = int(telling.slug.rpartition("-")[2])
    return count // ARTICLES + (turn < count % ARTICLES)
