"""The page of a claim, and of what the project computes from claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from souverain.document import Document
from souverain.explanation import Node, Said
from souverain.explanation.kinds import RELATED, UNTOLD
from souverain.pages.entity import differences, holdings, operations
from souverain.pages.entity.slots import dates, slots
from souverain.pages.entity.values import Row, Value, called, kinds, rows, value
from souverain.pages.page import Page
from souverain.pages.telling import Told
from souverain.vocab import SOV

GROUPS = ("Holding", "Operation")
WITHDRAWAL = ("withdrawnOn", "withdrawnBy", "withdrawalReason")
# What these group or compare is laid out as itself, and not as a list of premises.
COMPOSED = frozenset({*GROUPS, "DerivedStake", "Discrepancy"})


class Part(NamedTuple):
    """A part of the page: its name, what it holds, and the thing that the page is of."""

    name: str
    content: object
    iri: str


class Group(NamedTuple):
    """Claims under what they are to this one, or under what the project groups them as."""

    heading: Value
    claims: list[Told]


def view(page: Page, iri: str) -> Document:
    """The page of a claim, or of what was computed, in HTML."""
    node = page.site.facts.node(iri)
    told = page.told(iri)
    made = (Part(name, make(page, node), iri) for name, make in PARTS.items())
    return page.render(
        "claim.html",
        told=told,
        heading=_heading(page, node),
        kinds=kinds(page, node),
        marks=_marks(page, told),
        withdrawals=list(_withdrawals(page, node)),
        parts=[part for part in made if part.content],
        cited=_cited(page, iri),
    )


def _heading(page: Page, node: Node) -> str:
    kind = ", ".join(row.text for row in kinds(page, node)) or called(page, node.iri)
    kind = kind[:1].upper() + kind[1:]
    source = page.explainer.source(node.iri)
    if not source:
        return kind
    article = page.t("claim.title_article", name=source.name)
    return page.t("claim.title", kind=kind, article=article)


def _marks(page: Page, told: Told) -> list[str]:
    """The marks of the sentence that do not stand beside it as its state."""
    stated = {page.label(str(SOV[name])) for name in (told.state, told.modality) if name}
    return [mark for mark in told.sentence.marks if mark not in stated]


def _cited(page: Page, iri: str) -> str:
    """A ready citation."""
    return page.t(
        "claim.cite_text",
        sentence=str(page.told(iri).sentence)[:500],
        kind=", ".join(row.text for row in kinds(page, page.site.facts.node(iri))),
        name=iri.rpartition("/")[2],
        version=page.site.version[:12],
        address=f"{page.canonical}?version={page.site.lasting}",
    )


def _withdrawals(page: Page, node: Node) -> Iterator[list[Row]]:
    for found in page.site.facts.by(node.iri, "withdraws"):
        yield rows(page, found, WITHDRAWAL)


def _told(page: Page, iris: Iterable[str]) -> list[Told]:
    """Those that have a sentence, and that nobody has withdrawn."""
    found = (page.told(iri) for iri in iris if page.explainer.has_sentence(iri))
    return [row for row in found if not row.is_withdrawn]


def _chain(page: Page, node: Node) -> tuple[Said, ...]:
    return page.explainer.explain(node.iri).said


def _premises(page: Page, node: Node) -> list[Told]:
    return [] if COMPOSED & set(node.kinds) else _told(page, node.texts("premise"))


def _stakes(page: Page, node: Node) -> list[holdings.State]:
    return holdings.states(page, node.texts("premise"), ()) if "Holding" in node.kinds else []


def _history(page: Page, node: Node) -> list[operations.Operation]:
    is_operation = "Operation" in node.kinds
    return operations.operations(page, node.texts("premise")) if is_operation else []


def _computed(page: Page, node: Node) -> list[holdings.Computed]:
    return [holdings.shown(page, node)] if "DerivedStake" in node.kinds else []


def _sides(page: Page, node: Node) -> list[differences.Difference]:
    return differences.differences(page, [node.iri]) if "Discrepancy" in node.kinds else []


def _rule(page: Page, node: Node) -> list[Value]:
    """The rules of what was computed, in words."""
    return [Value(_called_rule(page, iri), page.href(iri)) for iri in node.texts("rule")]


def _called_rule(page: Page, iri: str) -> str:
    """A rule by its name, and by what it finds."""
    comment = page.site.facts.node(iri).one("rdfs:comment", page.language)
    return f"{page.t('entity.colon')} ".join(filter(None, (called(page, iri), comment)))


def _siblings(page: Page, node: Node) -> list[Group]:
    """What else is said of the same holding or operation."""
    found = []
    for group in page.site.facts.by(node.iri, "premise"):
        if set(GROUPS) & set(group.kinds):
            others = _told(page, (iri for iri in group.texts("premise") if iri != node.iri))
            found.append(Group(Value(called(page, group.iri), page.href(group.iri)), others))
    return found


def _disagreements(page: Page, node: Node) -> list[differences.Difference]:
    found = page.explainer.explain(node.iri).disagreements
    return differences.differences(page, [row.iri for row in found])


def _related(page: Page, node: Node) -> list[Group]:
    """The claims that belong to this one, and those that are computed from it."""
    facts, writer = page.site.facts, page.explainer.writer
    words, left_out = writer.words, {*UNTOLD, *GROUPS, "Withdrawal"}
    found = []
    for heading, name, is_inverse in RELATED:
        nodes = facts.by(node.iri, name) if is_inverse else map(facts.node, node.texts(name))
        iris = [row.iri for row in nodes if writer.kind(row) not in left_out]
        if claims := _told(page, iris):
            found.append(Group(Value(words[f"headings.{heading}"]), claims))
    return found


def _notes(page: Page, node: Node) -> list[Value]:
    return [value(page, "skos:editorialNote", term) for term in node.all("skos:editorialNote")]


# The parts of the page in order; each is left out where it holds nothing.
PARTS: Mapping[str, Callable[[Page, Node], object]] = {
    "quotes": lambda page, node: page.told(node.iri).quotes,
    "chain": _chain,
    "notes": _notes,
    "stakes": _stakes,
    "history": _history,
    "computed": _computed,
    "sides": _sides,
    "rule": _rule,
    "premises": _premises,
    "disagreements": _disagreements,
    "siblings": _siblings,
    "related": _related,
    "slots": slots,
    "dates": dates,
}
