"""What a reviewer is warned of before a draft is accepted: each doubt is a code with its values.

A draft may be right in spite of all of them; nothing here decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from souverain import iri
from souverain.files import Project
from souverain.intake.candidate import Candidate
from souverain.intake.catalogue import Catalogue
from souverain.intake.decisions import CLAIMING, PUBLISHED
from souverain.intake.desk import Card
from souverain.store import Dataset
from souverain.text import Article
from souverain.vocab import BASE, SOV

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


@dataclass(frozen=True)
class Held:
    """A stake that the graph has: its claim, who holds how much of what, and in what state."""

    claim: str
    article: str
    holder: str
    target: str
    percentage: Decimal | None
    status: str


class Published:
    """What the graph says already of who holds what; what was withdrawn does not count."""

    def __init__(self, project: Project, catalogue: Catalogue, base: str = BASE) -> None:
        self.catalogue = catalogue
        dataset = Dataset.load(project, base)
        gone = {
            term.text
            for node, _ in dataset.naming(str(SOV.Withdrawal))
            for key, term in dataset.about(node)
            if key == str(SOV.withdraws)
        }
        self.stakes = [
            _held(claim, dict(dataset.about(claim)), base)
            for claim, _ in dataset.naming(str(SOV.Stake))
            if claim not in gone
        ]

    def iri(self, name: str) -> str:
        """The short IRI of the entity of a name; the name itself where nothing has it."""
        found = self.catalogue.named(name)
        return found.iri if found else name


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
    for other in cards:
        row = other.candidate
        counts = (
            other.id != card.id and row is not None and other.verdict in {*CLAIMING, "published"}
        )
        if counts and row is not None and row.kind == "stake" and row.status == "InForce":
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


def _held(claim: str, about: Mapping[str, object], base: str) -> Held:
    def value(name: str) -> str:
        return str(getattr(about.get(str(SOV[name])), "text", ""))

    figure = value("percentage")
    entity = str(iri.entity("", base))
    return Held(
        claim=claim.replace(entity, "id:"),
        article=value("assertedIn").rpartition("/")[2],
        holder=value("holder").replace(entity, "id:"),
        target=value("target").replace(entity, "id:"),
        percentage=Decimal(figure) if figure else None,
        status=value("status").rpartition("#")[2],
    )
