"""What a reviewer is warned of before a draft is accepted: each doubt is a code with its values.

A draft may be right in spite of all of them; nothing here decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from souverain.intake.candidate import Candidate
from souverain.intake.card import Card
from souverain.intake.decisions import CLAIMING, PUBLISHED
from souverain.intake.published import Held, Published
from souverain.text import Article

ACCEPTED = CLAIMING | {PUBLISHED}
# A cap table may sum to a little more, by rounding.
CEILING = Decimal("100.5")
# Half a unit of the last digit on either side, of a figure without decimals.
AGREEING = Decimal("1")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"\n]*\"")
_CONDITIONAL = re.compile(
    r"\b\w+(?:erait|iraient|eraient|rait|raient)\b|\b(?:would|could|might|reportedly)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Doubt:
    """One doubt: its code, such as `over-hundred`, and what its words have in braces."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)


Check = Callable[[Card, Candidate, Article, Published, Sequence[Card]], Iterator[Doubt]]


def doubts(
    card: Card, article: Article, published: Published, cards: Sequence[Card]
) -> list[Doubt]:
    """All that speaks against accepting a draft unseen; none for a flagged sentence."""
    said = card.candidate
    if said is None or card.claims:
        return []
    found = [doubt for check in CHECKS for doubt in check(card, said, article, published, cards)]
    return [*found, *(Doubt("flag", {"flag": flag}) for flag in said.flags)]


def _speech(
    _: Card, said: Candidate, article: Article, _p: Published, _c: Sequence[Card]
) -> Iterator[Doubt]:
    if said.kind == "announcement":
        return
    for found in _QUOTED.finditer(article.text):
        if found.start() < said.end and found.end() > said.start:
            yield Doubt("speech")
            return


def _conditional(
    _: Card, said: Candidate, _a: Article, _p: Published, _c: Sequence[Card]
) -> Iterator[Doubt]:
    found = _CONDITIONAL.search(said.quote)
    if found and said.modality == "Stated":
        yield Doubt("conditional", {"verb": found[0]})


def _already(
    _: Card, said: Candidate, article: Article, published: Published, _c: Sequence[Card]
) -> Iterator[Doubt]:
    for row in _same(said, published):
        if row.percentage == _figure(said) and row.status == said.status:
            code = "published-already" if row.article == article.slug else "said-elsewhere"
            yield Doubt(code, {"claim": row.claim, "article": row.article})


def _conflict(
    _: Card, said: Candidate, _a: Article, published: Published, _c: Sequence[Card]
) -> Iterator[Doubt]:
    ours = _figure(said)
    for row in _same(said, published):
        both = ours is not None and row.percentage is not None and row.status == said.status
        if both and abs(ours - row.percentage) > AGREEING:  # type: ignore[operator]
            values = {
                "claim": row.claim,
                "article": row.article,
                "percentage": f"{row.percentage:g}",
            }
            yield Doubt("conflict", values)


def _over_hundred(
    card: Card, said: Candidate, _a: Article, published: Published, cards: Sequence[Card]
) -> Iterator[Doubt]:
    """Whether the stakes in force in one target, by this article and at its date, pass 100 %."""
    ours = _figure(said)
    if ours is None or said.status != "InForce" or said.kind != "stake":
        return
    shares = {_pair(said, published): ours}
    for row in _accepted_stakes(card, cards):
        figure = _figure(row)
        if figure is not None and _target(row, published) == _target(said, published):
            shares.setdefault(_pair(row, published), figure)
    total = sum(shares.values(), Decimal(0))
    if total > CEILING:
        yield Doubt("over-hundred", {"total": f"{total:g}", "target": str(said.slots["target"])})


def _accepted_stakes(card: Card, cards: Sequence[Card]) -> Iterator[Candidate]:
    """The stakes in force that were accepted besides a card."""
    for other in cards:
        row = other.candidate
        if other.id == card.id or row is None or row.kind != "stake":
            continue
        if row.status == "InForce" and other.verdict in ACCEPTED:
            yield row


CHECKS: tuple[Check, ...] = (_over_hundred, _already, _conflict, _speech, _conditional)


def _same(said: Candidate, published: Published) -> Iterable[Held]:
    """The stakes that the graph has of the same holder in the same target."""
    if said.kind != "stake" or len(said.names("holder")) != 1:
        return []
    holder, target = _pair(said, published)
    return [row for row in published.stakes if (row.holder, row.target) == (holder, target)]


def _pair(said: Candidate, published: Published) -> tuple[str, str]:
    holders = sorted(published.iri(name) for name in said.names("holder"))
    return ";".join(holders), _target(said, published)


def _target(said: Candidate, published: Published) -> str:
    return ";".join(published.iri(name) for name in said.names("target"))


def _figure(said: Candidate) -> Decimal | None:
    value = said.slots.get("percentage")
    return Decimal(str(value)) if isinstance(value, float) else None
