"""What follows from the stakes and transactions of a story, as the rules of the project have it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from bench.claims.lines import A, concept, quads, term, text, thing, typed
from bench.claims.stakes import Share, Stake
from bench.claims.telling import Claim

WHOLE = Decimal(100)
SHORTCUTS = {"InForce": "sov:ownsShareOf", "Planned": "sov:plansShareOf"}
NOTES = (
    ("en", "The figures are {} and {}."),
    ("fr", "Les chiffres sont {} et {}."),
)


def lines(story: int, told: list[list[Stake]], claims: list[list[Claim]]) -> Iterator[str]:
    """All quads that are derived: the stakes and the claims are those of each article."""
    stakes = list(itertools.chain.from_iterable(told))
    for stake in stakes:
        yield from _interval(stake)
    yield from _shortcuts(stakes)
    yield from _holdings(story, stakes)
    for number, found in enumerate(told):
        yield from _remainder(f"derivedstake-{story:06}-{number}", found)
    yield from _operations(story, claims)


def _decimal(number: Decimal) -> str:
    return typed(number, "xsd:decimal")


def _interval(stake: Stake) -> Iterator[str]:
    if share := stake.share:
        yield from quads(
            "derived/interval",
            stake.claim.iri,
            ("sov:intervalMin", _decimal(share.figure - share.half)),
            ("sov:intervalMax", _decimal(min(WHOLE, share.figure + share.half))),
        )


def _shortcuts(stakes: list[Stake]) -> Iterator[str]:
    rows = {
        (claim.value("holder"), SHORTCUTS[state], claim.value("target"))
        for claim in (stake.claim for stake in stakes)
        if (state := _state(claim)) in SHORTCUTS
    }
    for holder, property, target in sorted(rows):
        yield from quads("derived/shortcut", holder, (property, target))


def _holdings(story: int, stakes: list[Stake]) -> Iterator[str]:
    held: dict[tuple[str, str], list[Stake]] = defaultdict(list)
    for stake in stakes:
        held[stake.claim.value("holder"), stake.claim.value("target")].append(stake)
    for number, ((holder, target), found) in enumerate(held.items()):
        holding = thing(f"holding-{story:06}-{number:02}")
        yield from quads(
            "derived/holding",
            holding,
            (A, concept("Holding")),
            ("sov:holder", holder),
            ("sov:target", target),
            ("sov:rule", term("rule:holding")),
            *(("sov:premise", stake.claim.iri) for stake in found),
        )
        for stake in found:
            yield from quads("derived/holding", stake.claim.iri, ("sov:concernsHolding", holding))
        yield from _discrepancies(story, number, [stake for stake in found if stake.share])


def _discrepancies(story: int, number: int, stakes: list[Stake]) -> Iterator[str]:
    for turn, (one, other) in enumerate(itertools.combinations(stakes, 2)):
        first, second = one.share, other.share
        if not (first and second) or first == second:
            continue
        kind = "Rounding" if _meet(first, second) else "Contradiction"
        between = (one.claim.iri, other.claim.iri)
        yield from quads(
            "derived/discrepancy-figures",
            thing(f"discrepancy-{story:06}-{number:02}-{turn}"),
            (A, concept("Discrepancy")),
            ("sov:discrepancyKind", concept(kind)),
            ("sov:rule", term("rule:discrepancy-figures")),
            *((name, iri) for name in ("sov:between", "sov:premise") for iri in between),
            *(
                (
                    "sov:discrepancyNote",
                    text(note.format(first.words, second.words), tag),
                )
                for tag, note in NOTES
            ),
        )


def _meet(one: Share, other: Share) -> bool:
    return abs(one.figure - other.figure) <= one.half + other.half


def _remainder(name: str, stakes: list[Stake]) -> Iterator[str]:
    rest = next(
        (s.claim for s in stakes if s.claim.value("stakeBasis") == concept("Remainder")), None
    )
    if rest is None:
        return
    target = rest.value("target")
    figures = [stake for stake in stakes if stake.share and stake.claim.value("target") == target]
    shares = [stake.share for stake in figures if stake.share]
    left = WHOLE - sum((share.figure for share in shares), Decimal(0))
    half = sum((share.half for share in shares), Decimal(0))
    yield from quads(
        "derived/remainder",
        thing(name),
        (A, concept("DerivedStake")),
        ("sov:rule", term("rule:remainder")),
        ("sov:holder", rest.value("holder")),
        ("sov:target", target),
        ("sov:via", rest.value("via")),
        ("sov:status", rest.value("status")),
        ("sov:asOf", rest.published),
        ("sov:derivedPercentage", _decimal(left)),
        ("sov:derivedMin", _decimal(left - half)),
        ("sov:derivedMax", _decimal(left + half)),
        *(("sov:premise", claim.iri) for claim in (rest, *(stake.claim for stake in figures))),
    )


def _operations(story: int, claims: list[list[Claim]]) -> Iterator[str]:
    found = itertools.chain.from_iterable(claims)
    deals = [claim for claim in found if claim.kind in ("Acquisition", "Merger")]
    for number, deal in enumerate(deals):
        seen = [claim for told in claims for claim in told if claim.value("observes") == deal.iri]
        parties = [pair for pair in deal.pairs if pair[0] in ("sov:acquirer", "sov:mergingParty")]
        yield from quads(
            "derived/operation",
            thing(f"operation-{story:06}-{number:02}"),
            (A, concept("Operation")),
            ("sov:rule", term("rule:operation")),
            *parties,
            *([("sov:target", target)] if (target := deal.value("target")) else []),
            *([("sov:latestStatus", seen[-1].value("transactionStatus"))] if seen else []),
            *(("sov:premise", claim.iri) for claim in (deal, *seen)),
        )


def _state(claim: Claim) -> str:
    return claim.value("status").rpartition("#")[2].removesuffix(">")
