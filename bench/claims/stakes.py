"""Who holds what in a story: two cap tables told twice, one once, and a stake of each other kind.

A second telling of a figure is rounded, or contradicts the first; one holder has "the rest".
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bench.claims.forms import Form
from bench.claims.lines import typed
from bench.claims.people import Cast, Entity, common
from bench.claims.telling import Claim, Telling

HOLDS = "{holder:organization} détient {percentageText:=x} de {target:initiative}"
WILL_HOLD = "{holder:organization} détiendra {percentageText:=x} de {target:initiative}"
PLAIN = {"interest": "Unspecified", "directness": "Unknown", "modality": "Stated"}
PLANNED = {"status": "Planned", "modality": "Announced"}
Figures = Mapping[str, str]


def _form(basis: str, words: str, **concepts: str) -> Form:
    return Form("Stake", words, {**PLAIN, "stakeBasis": basis, "status": "InForce", **concepts})


# What an article tells beside the two figures of its table, by the turn of article and story.
OTHERS: tuple[tuple[tuple[Form, Figures], ...], ...] = (
    ((_form("Remainder", "{holder:organization} a {percentageText:=le reste} de "
            "{target:initiative}, par l’intermédiaire de {via:organization}",
            directness="Indirect"), {}),),
    (),
    ((_form("Majority", "{holder:organization} a {percentageText:=la majorité} de "
            "{target:organization}, acquise {validFrom:@}", interest="VotingRights"),
      {"percentageExclusiveMin": "50.0"}),),
    ((_form("Range", "{holder:organization} a eu {percentageText:=de 20 % à 30 %} de "
            "{target:organization} avant d’en sortir {validUntil:@}", status="Ended"),
      {"percentageMin": "20.0", "percentageMax": "30.0"}),),
    ((_form("NoStake", "{holder:organization} n’a aucune part de {target:organization}",
            status="Negated", polarity="Negated"), {}),
     (_form("Unstated", "{holder:organization} a une part de {target:organization}"), {}),
     (_form("Approximate", "{holder:organization} aurait {percentageText:=environ 10 %} de "
            "{target:organization}", status="Abandoned", modality="Conditional"), {})),
)  # fmt: skip
JOINT = Decimal(10)
TAKEN_OVER = Decimal(75)


@dataclass(frozen=True)
class Share:
    """A figure as printed: `places` are its decimal places."""

    figure: Decimal
    places: int = 0

    @property
    def words(self) -> str:
        """As an article prints it."""
        return f"{self.figure:.{self.places}f} %".replace(".", ",")

    @property
    def half(self) -> Decimal:
        """Half a unit of the last digit."""
        return Decimal(5).scaleb(-self.places - 1)


@dataclass(frozen=True)
class Stake:
    """A stake that was told; `share` is `None` where no figure is printed."""

    claim: Claim
    share: Share | None = None


@dataclass(frozen=True)
class Table:
    """Who holds how much of one initiative, as it is."""

    target: Entity
    rows: tuple[tuple[Entity, Share], ...]


def tables(story: int, cast: Cast, chance: random.Random) -> list[Table]:
    """The three cap tables of a story; the first holder is one of other stories too."""
    found = []
    for number in range(3):
        first = cast.next("organization") if number else common(story)
        shares = [
            Share(Decimal(chance.randrange(*most)) / 10, 1) for most in ((200, 400), (99, 199))
        ]
        rows = tuple(zip((first, cast.next("organization")), shares, strict=True))
        found.append(Table(cast.pools["initiative"][number], rows))
    return found


def told(telling: Telling, tables: list[Table], story: int, number: int) -> list[Stake]:
    """The four stakes of the article with that number; the last one is planned."""
    table, cast = tables[number % len(tables)], telling.cast
    is_again = number >= len(tables)
    found = [
        _figure(telling, holder, table.target, _again(share, number) if is_again else share)
        for holder, share in table.rows
    ]
    if others := OTHERS[number]:
        form, figures = others[story % len(others)]
        given = {"target": table.target} if "{target:initiative}" in form.words else {}
        found.append(Stake(telling.tell(form, given, _decimals(figures), attributed=0)))
    else:
        found.append(_figure(telling, cast.groups[0], table.target, Share(JOINT)))
    taken = cast.pools["initiative"][len(tables) + number % len(tables)]
    return [*found, _figure(telling, cast.groups[1], taken, Share(TAKEN_OVER), WILL_HOLD, PLANNED)]


def _again(share: Share, number: int) -> Share:
    """The figure in a second article: rounded, or another one."""
    if number % 2:
        return Share(share.figure.quantize(Decimal(1)))
    return replace(share, figure=share.figure + 3)


def _figure(
    telling: Telling,
    holder: Entity,
    target: Entity,
    share: Share,
    words: str = HOLDS,
    concepts: Mapping[str, str] = PLAIN,
) -> Stake:
    given: dict[str, Entity | str] = {
        "holder": holder,
        "target": target,
        "percentageText": share.words,
    }
    pairs = _decimals({"percentage": str(share.figure)})
    return Stake(telling.tell(_form("Exact", words, **concepts), given, pairs, attributed=0), share)


def _decimals(figures: Figures) -> list[tuple[str, str]]:
    return [(f"sov:{name}", typed(value, "xsd:decimal")) for name, value in figures.items()]
