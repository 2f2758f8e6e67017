"""The claims about shares, read for a picture: who, of what, how much, and said when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cached_property

from souverain.explanation import Facts, Node
from souverain.explanation.facts import local
from souverain.vocab import RULE, SOV

WHOLE = Decimal(100)
RANKS = {"Preferred": 0, "": 1, "Normal": 1, "Deprecated": 2}
LEAST = ("intervalMin", "percentageMin", "percentageExclusiveMin", "percentage")
MOST = ("intervalMax", "percentageMax", "percentageExclusiveMax", "percentage")
JOINT = "HolderGroup"


@dataclass(frozen=True)
class Stake:
    """A claim about a share, or a share that the project computed where `is_derived`.

    `since` is the first day on which it can have been said, `until` the last; both are empty where
    nothing is known. `computed` is the node of the number of a remainder.
    """

    node: Node
    holder: str
    target: str
    status: str
    basis: str
    when: Node
    until: str
    ended: str
    computed: Node
    is_derived: bool
    derived_since: str = ""

    @property
    def iri(self) -> str:
        """Where it is told."""
        return self.node.iri

    @property
    def since(self) -> str:
        """The first day on which it can have been said."""
        return max(self.when.one("earliest"), self.derived_since)

    @property
    def is_dated(self) -> bool:
        """Whether an article prints when it was said."""
        return local(self.when.one("yearBasis")) == "StatedYear"

    @property
    def vehicles(self) -> list[str]:
        """Through whom the share is held."""
        return self.node.texts("via")

    @property
    def principals(self) -> list[str]:
        """On whose behalf."""
        return self.node.texts("onBehalfOf")

    @property
    def rank(self) -> int:
        """0 for what is to be shown first, 2 for what is to be shown last."""
        return RANKS.get(local(self.node.one("rank")), 1)

    @cached_property
    def least(self) -> Decimal | None:
        """The smallest share that it can mean; None where no size is said."""
        return self._number("derivedMin", LEAST)

    @cached_property
    def most(self) -> Decimal | None:
        """The largest share that it can mean."""
        found = self._number("derivedMax", MOST)
        return WHOLE if found is None and self.least is not None else found

    @cached_property
    def drawn(self) -> Decimal | None:
        """The share to draw: the figure, else the least that it can be."""
        exact = self._number("derivedPercentage", ("percentage",))
        return self.least if exact is None else exact

    @property
    def is_open(self) -> bool:
        """Whether only bounds are known, as of a majority."""
        return self.least is not None and not (
            self.node.all("percentage") or self.node.all("derivedPercentage") or self.computed
        )

    def meets(self, other: Stake) -> bool:
        """Whether both can be true of one share: their intervals meet."""
        bounds = (self.least, self.most, other.least, other.most)
        if any(bound is None for bound in bounds):
            return True
        least, most, other_least, other_most = (bound or Decimal(0) for bound in bounds)
        return least <= other_most and other_least <= most

    def _number(self, derived: str, names: tuple[str, ...]) -> Decimal | None:
        found = [self.computed.one(derived), self.node.one(derived)]
        found += [self.node.one(name) for name in names]
        return next((number for text in found if (number := _share(text)) is not None), None)


class Stakes:
    """All claims about shares that are not withdrawn, and what is computed by look-through."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        found = [self._read(node) for node in facts.by(str(SOV.Stake), "rdf:type")]
        self.claims = [stake for stake in found if stake and not facts.by(stake.iri, "withdraws")]
        nodes = facts.by(str(RULE["look-through"]), "rule")
        self.computed = [stake for node in nodes if (stake := self._through(node))]

    def members(self, holder: str) -> list[str]:
        """Those who hold together, where a holder is several."""
        node = self.facts.node(holder)
        return node.texts("org:hasMember") if JOINT in node.kinds else []

    def names(self, stake: Stake, thing: str) -> bool:
        """Whether a thing has to do with holding: itself, in a group, as vehicle or principal."""
        together = self.members(stake.holder)
        return thing in (stake.holder, *together, *stake.vehicles, *stake.principals)

    def _read(self, node: Node, *, is_derived: bool = False) -> Stake | None:
        if not (node.all("holder") and node.all("target")):
            return None
        when = self.facts.value(node, "asOf")
        return Stake(
            node=node,
            holder=node.one("holder"),
            target=node.one("target"),
            status=local(node.one("status")),
            basis=local(node.one("stakeBasis")),
            when=when,
            until=when.one("latest"),
            ended=self.facts.value(node, "validUntil").one("latest"),
            computed=self._remainder(node),
            is_derived=is_derived,
        )

    def _remainder(self, node: Node) -> Node:
        """The number that the project computed for a claim of the rest."""
        if local(node.one("stakeBasis")) == "Remainder":
            for derived in self.facts.by(node.iri, "premise"):
                is_it = local(derived.one("rule")) == "rule:remainder"
                if is_it and derived.all("holder") == node.all("holder"):
                    return derived
        return Node("", {})

    def _through(self, node: Node) -> Stake | None:
        """A computed share; None where one of its premises is withdrawn."""
        premises = node.texts("premise")
        if any(self.facts.by(iri, "withdraws") for iri in premises):
            return None
        stake = self._read(node, is_derived=True)
        whens = (self.facts.value(self.facts.node(iri), "asOf") for iri in premises)
        since = max((when.one("earliest") for when in whens), default="")
        return None if stake is None else replace(stake, derived_since=since)


def _share(text: str) -> Decimal | None:
    """A share in per cent, kept between nothing and the whole."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return min(max(number, Decimal(0)), WHOLE) if number.is_finite() else None
