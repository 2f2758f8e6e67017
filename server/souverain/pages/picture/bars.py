"""The shares of each holding, one bar for what one article says in one state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from souverain.explanation import times
from souverain.explanation.evidence import slug
from souverain.pages.page import Page
from souverain.pages.picture import labels, text
from souverain.pages.picture.labels import Piece
from souverain.pages.picture.stakes import Stake

LENGTH = 400.0  # of 100 %


@dataclass(frozen=True)
class Part:
    """One share in a bar: `number` ties it to its place; 0 and no length where no size is said."""

    number: int
    iri: str
    href: str
    name: str
    pieces: tuple[Piece, ...]
    x: float
    length: float
    pale: float


@dataclass(frozen=True)
class Bar:
    """What one article says of one holding, in one state."""

    article: str
    date: str
    status: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Holding:
    """A holding with its bars, in the order of time."""

    iri: str
    name: str
    bars: tuple[Bar, ...]


def holdings(page: Page, stakes: Iterable[Stake]) -> list[Holding]:
    """Each holding with its bars, the first told of first."""
    rows: dict[str, dict[tuple[str, str, str], list[Stake]]] = {}
    for stake in sorted(stakes, key=lambda row: (row.since, row.iri)):
        key = (stake.since, stake.node.one("assertedIn"), stake.status)
        rows.setdefault(stake.target, {}).setdefault(key, []).append(stake)
    return [
        Holding(
            iri=target,
            name=text.clean(labels.name(page, target), 200),
            bars=tuple(_bar(page, bars[key]) for key in sorted(bars)),
        )
        for target, bars in rows.items()
    ]


def _bar(page: Page, stakes: list[Stake]) -> Bar:
    ordered = sorted(stakes, key=lambda row: (row.drawn is None, -(row.drawn or 0), row.iri))
    whole = max(sum(float(row.drawn or 0) for row in ordered), 100.0)
    parts, x = [], 0.0
    for number, stake in enumerate(ordered, 1):
        length = float(stake.drawn or 0) / whole * LENGTH
        most = float(stake.most or 0) / whole * LENGTH if stake.is_open else length
        parts.append(_part(page, stake, number if length else 0, x, length, most - length))
        x += length
    first = ordered[0]
    return Bar(
        article=slug(first.node.one("assertedIn")),
        date=str(times.date(first.when, page.explainer.writer.words)) if first.when else "",
        status=first.status,
        parts=tuple(parts),
    )


def _part(page: Page, stake: Stake, number: int, x: float, length: float, pale: float) -> Part:
    return Part(
        number=number,
        iri=stake.iri,
        href=page.href(stake.iri),
        name=text.clean(labels.name(page, stake.holder), 200),
        pieces=tuple(labels.share(page, stake)),
        x=x,
        length=length,
        pale=min(pale, LENGTH - x - length),
    )
