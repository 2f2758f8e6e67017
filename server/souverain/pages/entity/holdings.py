"""Stakes as they stand on a page: by their state, and in each by the holding that they are of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from souverain.explanation import Node
from souverain.explanation.facts import local
from souverain.pages.entity.values import Row, Value, called, rows, share, value
from souverain.pages.page import Page
from souverain.pages.telling import Told
from souverain.vocab import SOV

# The states in which a stake can be, as they follow one another on a page.
STATES = {
    "now": ("InForce",),
    "planned": ("Planned",),
    "ended": ("Ended", "Abandoned"),
    "denied": ("Negated",),
    "unsaid": (),
}
_STATE = {status: name for name, statuses in STATES.items() for status in statuses}
RANKS = {"Preferred": 0, "Deprecated": 2}
# How each figure is written beside the words that an article prints.
FIGURES = {
    "percentage": "{}",
    "percentageMin": "≥ {}",
    "percentageExclusiveMin": "> {}",
    "percentageMax": "≤ {}",
    "percentageExclusiveMax": "< {}",
}
FACTS = (
    "via",
    "onBehalfOf",
    "withinProgramme",
    "interest",
    "directness",
    "validFrom",
    "validUntil",
    "asOf",
)
# What says no more than that nothing is said.
SILENT = {str(SOV.Unknown), str(SOV.Unspecified)}


@dataclass(frozen=True)
class Computed:
    """A share that the project computed, its interval, its rule, and what it was computed from."""

    told: Told
    figure: str
    interval: str
    rule: Value
    facts: list[Row]
    premises: list[Told]


@dataclass(frozen=True)
class Line:
    """What one claim says of a holding: the figure as printed, and as a number.

    `reason` says why it stands where it does among the others.
    """

    told: Told
    printed: str
    number: str
    basis: Value | None
    facts: list[Row]
    rank: str
    reason: str
    notes: list[Value]


@dataclass(frozen=True)
class Holding:
    """The claims about one holding in one state, the one to show first before the others."""

    iri: str
    holder: Value
    target: Value
    members: list[Value]
    lines: list[Line]
    computed: list[Computed]


@dataclass(frozen=True)
class State:
    """The holdings in one state."""

    name: str
    holdings: list[Holding]


def states(page: Page, stakes: Iterable[str], computed: Iterable[str]) -> list[State]:
    """Stakes by their state, each state that there is; what was computed of one stands with it."""
    nodes = [page.site.facts.node(iri) for iri in stakes]
    derived = [page.site.facts.node(iri) for iri in computed]
    found = []
    for name in STATES:
        own = [node for node in nodes if _state(node) == name]
        if own:
            of_state = [node for node in derived if _state(node) == name]
            found.append(State(name, _holdings(page, own, of_state)))
    return found


def apart(page: Page, stakes: Iterable[str], computed: Iterable[str]) -> list[Computed]:
    """What was computed, and stands with none of these stakes."""
    nodes = [page.site.facts.node(iri) for iri in stakes]
    near = {(*_ends(node), _state(node)) for node in nodes}
    derived = (page.site.facts.node(iri) for iri in computed)
    return [shown(page, row) for row in derived if (*_ends(row), _state(row)) not in near]


def shown(page: Page, node: Node) -> Computed:
    """What was computed, as it is shown."""
    least, most = node.one("derivedMin"), node.one("derivedMax")
    between = page.t("entity.interval", least=share(page, least), most=share(page, most))
    digits = node.one("derivedPercentage")
    return Computed(
        told=page.told(node.iri),
        figure=share(page, digits) if digits else "",
        interval=between if least and most else "",
        rule=Value(page.label(node.one("rule")), page.href(node.one("rule"))),
        facts=rows(page, node, ("holder", "target", "via", "asOf")),
        premises=[page.told(iri) for iri in node.texts("premise")],
    )


def line(page: Page, node: Node) -> Line:
    """What one stake says."""
    writer = page.explainer.writer
    facts = rows(page, node, (name for name in FACTS if node.one(name) not in SILENT))
    figures = [
        form.format(share(page, node.one(name))) for name, form in FIGURES.items() if node.all(name)
    ]
    return Line(
        told=page.told(node.iri),
        printed=node.one("percentageText"),
        number=" ".join(figures),
        basis=_first(page, node, "stakeBasis"),
        facts=facts,
        rank=local(node.one("rank")),
        reason=writer.note(node, "rankReason"),
        notes=[value(page, "skos:editorialNote", term) for term in node.all("skos:editorialNote")],
    )


def _holdings(page: Page, nodes: list[Node], derived: list[Node]) -> list[Holding]:
    groups: dict[tuple[str, str], list[Node]] = {}
    for node in nodes:
        groups.setdefault(_ends(node), []).append(node)
    computed = {ends: [row for row in derived if _ends(row) == ends] for ends in groups}
    found = [(_size([*groups[ends], *computed[ends]]), ends) for ends in groups]
    order = sorted(found, key=lambda row: (-row[0], row[1]))
    return [_holding(page, groups[ends], computed[ends]) for _, ends in order]


def _holding(page: Page, nodes: list[Node], derived: list[Node]) -> Holding:
    holder = page.site.facts.node(nodes[0].one("holder"))
    is_joint = holder.one("splitKnown") == "false"
    order = sorted(nodes, key=lambda node: RANKS.get(local(node.one("rank")), 1))
    return Holding(
        iri=next((iri for node in nodes for iri in node.texts("concernsHolding")), ""),
        holder=_named(page, holder.iri),
        target=_named(page, nodes[0].one("target")),
        members=[_named(page, iri) for iri in holder.texts("org:hasMember") if is_joint],
        lines=[line(page, node) for node in order],
        computed=[shown(page, row) for row in derived],
    )


def _named(page: Page, iri: str) -> Value:
    return Value(called(page, iri) if iri else "", page.href(iri))


def _first(page: Page, node: Node, name: str) -> Value | None:
    return next((value(page, name, term) for term in node.all(name)), None)


def _ends(node: Node) -> tuple[str, str]:
    return node.one("holder"), node.one("target")


def _state(node: Node) -> str:
    return _STATE.get(local(node.one("status")), "unsaid")


def _size(nodes: Iterable[Node]) -> Decimal:
    """The largest share that is printed or computed, to order holdings by; zero for none."""
    digits = (node.one(name) for node in nodes for name in (*FIGURES, "derivedPercentage"))
    return max(map(_decimal, digits), default=Decimal(0))


def _decimal(digits: str) -> Decimal:
    try:
        return Decimal(digits or "0")
    except InvalidOperation:
        return Decimal(0)
