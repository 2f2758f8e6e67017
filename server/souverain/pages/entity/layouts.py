"""What stands in each part of an entity's page, made of what its query finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from souverain.pages.entity import differences, forms, holdings, identity, operations
from souverain.pages.entity.differences import Difference
from souverain.pages.entity.forms import Form
from souverain.pages.entity.holdings import Computed, State
from souverain.pages.entity.identity import Link
from souverain.pages.entity.operations import Operation
from souverain.pages.entity.sections import SECTIONS
from souverain.pages.entity.taking import Found
from souverain.pages.entity.values import Value, called, when
from souverain.pages.page import Page
from souverain.pages.telling import Told
from souverain.vocab import PREFIXES

# A part stays readable: its query has the rest.
MOST = 100
# These stand with the claims that they group, and these properties beside the names.
ABSENCE = "AbsenceRecord"
GROUPING = frozenset({"Holding", "Operation", "Discrepancy", "LinkRecord", ABSENCE})
BESIDE = frozenset({f"{PREFIXES['org']}hasMember", f"{PREFIXES['dcterms']}isReplacedBy"})


class Subject(NamedTuple):
    """The entity of a page, with what each block of it holds."""

    page: Page
    iri: str
    found: Mapping[str, Found]


Layout = Callable[[Subject, Found], object]


class Count(NamedTuple):
    """An article, its date, and how many of its claims name the entity."""

    article: Value
    date: Value
    claims: int


class Other(NamedTuple):
    """Things that name the entity by one property."""

    label: str
    href: str
    things: list[Value]


def claims(subject: Subject, found: Found) -> list[Told]:
    """The claims, one after the other."""
    return [subject.page.told(iri) for iri in found.things[:MOST]]


def held(subject: Subject, found: Found) -> list[State]:
    """Stakes by state and holding, with what was computed of the same holding."""
    return holdings.states(subject.page, found.things[:MOST], subject.found["computed"].things)


def operated(subject: Subject, found: Found) -> list[Operation]:
    """Purchases and mergers, each with its history."""
    return operations.operations(subject.page, found.things[:MOST])


def printed(subject: Subject, found: Found) -> list[Form]:
    """The forms in which the articles print the entity's names."""
    return forms.forms(subject.page, found.things)


def computed(subject: Subject, found: Found) -> list[Computed]:
    """What was computed, and stands with no claim."""
    parts = (section.name for section in SECTIONS if section.layout == "holdings")
    stakes = [iri for name in parts for iri in subject.found[name].things]
    return holdings.apart(subject.page, stakes, found.things)


def differing(subject: Subject, found: Found) -> list[Difference]:
    """The discrepancies that touch the entity."""
    return differences.differences(subject.page, found.things[:MOST])


def linked(subject: Subject, found: Found) -> list[Link] | str:
    """The links to Wikidata, or that it was found to have nothing, or that there is none yet."""
    page = subject.page
    links = identity.links(page, subject.iri, found.things)
    records = page.site.facts.by(subject.iri, "linkSubject")
    absent = (str(page.told(row.iri).sentence) for row in records if ABSENCE in row.kinds)
    return links or next(absent, page.t("entity.no_link"))


def counted(subject: Subject, found: Found) -> list[Count]:
    """How many claims of each article name the entity."""
    page = subject.page
    rows = []
    for iri, number, *_ in found.rows:
        node = page.site.facts.node(iri)
        date = when(page, page.site.facts.value(node, "published"))
        rows.append(Count(Value(called(page, iri), page.href(iri)), date, int(number)))
    return rows


def others(subject: Subject, found: Found) -> list[Other] | str:
    """All that names the entity and stands nowhere else on the page, by property."""
    page = subject.page
    groups: dict[str, list[Value]] = {}
    for thing, name, *_ in dict.fromkeys(row[:2] for row in found.rows):
        if name not in BESIDE and not _is_told(subject, thing.partition("#")[0]):
            groups.setdefault(name, []).append(Value(called(page, thing), page.href(thing)))
    if not groups:
        return page.t("entity.everything_shown") if found.rows else ""
    return [
        Other(page.label(name) or name, page.href(name), things[:MOST])
        for name, things in groups.items()
    ]


def _is_told(subject: Subject, iri: str) -> bool:
    """Whether a thing stands in another part, with the claims that it groups, or is withdrawn."""
    facts = subject.page.site.facts
    if GROUPING & set(facts.node(iri).kinds) or facts.by(iri, "withdraws"):
        return True
    return any(iri in part.things for name, part in subject.found.items() if name != "everything")
