"""Who holds what: claims, and what is derived from them, as records of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from souverain.explanation.facts import Node
from souverain.export.records import reading
from souverain.export.records.model import Stake
from souverain.export.selection import Selection


def stakes(selection: Selection) -> Iterator[Stake]:
    """Each claim about a stake that is not withdrawn, in IRI order."""
    for iri in selection.subjects("Stake"):
        if not reading.is_withdrawn(selection, iri):
            yield stake(selection, iri)


def derived_stakes(selection: Selection) -> Iterator[Stake]:
    """Each stake that the project computed from claims of which none is withdrawn."""
    for iri in selection.subjects("DerivedStake"):
        node = selection.node(iri)
        if not any(reading.is_withdrawn(selection, premise) for premise in node.texts("premise")):
            yield _derived(selection, node)


def stake(selection: Selection, iri: str) -> Stake:
    """One claim about a stake."""
    node = selection.node(iri)
    least = reading.number(node, "percentageMin")
    most = reading.number(node, "percentageMax")
    above = reading.number(node, "percentageExclusiveMin")
    below = reading.number(node, "percentageExclusiveMax")
    return Stake(
        **reading.claim(selection, node),
        **_ends(selection, node),
        basis=reading.concept(node, "stakeBasis"),
        interest=reading.concept(node, "interest"),
        directness=reading.concept(node, "directness"),
        polarity=reading.concept(node, "polarity"),
        percentage=reading.number(node, "percentage"),
        percentage_min=above if least is None else least,
        percentage_max=below if most is None else most,
        min_exclusive=least is None and above is not None,
        max_exclusive=most is None and below is not None,
        words=reading.label(node, "percentageText"),
        interval=_interval(node, "intervalMin", "intervalMax"),
        programme=node.one("withinProgramme"),
        holding=node.one("concernsHolding"),
        rank=reading.concept(node, "rank"),
        rank_reason=reading.labels(node, "rankReason"),
    )


def _derived(selection: Selection, node: Node) -> Stake:
    return Stake(
        **reading.claim(selection, node),
        **_ends(selection, node),
        percentage=reading.number(node, "derivedPercentage"),
        interval=_interval(node, "derivedMin", "derivedMax"),
    )


def _ends(selection: Selection, node: Node) -> dict[str, Any]:
    """What a claimed stake and a derived one both say: who, of what, through whom, when."""
    holder = node.one("holder")
    return {
        "holder": holder,
        "members": tuple(selection.node(holder).texts("org:hasMember")) if holder else (),
        "target": node.one("target"),
        "via": tuple(node.texts("via")),
        "on_behalf_of": tuple(node.texts("onBehalfOf")),
        "status": reading.concept(node, "status"),
        "valid_from": reading.when(selection, node, "validFrom"),
        "valid_until": reading.when(selection, node, "validUntil"),
    }


def _interval(node: Node, least: str, most: str) -> tuple[Decimal, Decimal] | None:
    ends = reading.number(node, least), reading.number(node, most)
    return None if ends[0] is None or ends[1] is None else (ends[0], ends[1])
