"""Who has which role in what: the claims that formats of ownership can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from souverain.export import records
from souverain.export.ownership import sentences
from souverain.export.ownership.thing import (
    HELD,
    STATUSES,
    Thing,
    Value,
    claimed,
    identifier,
    said,
)
from souverain.export.records import Label, Statement
from souverain.export.selection import Selection

# By the kind of role: the schema of FollowTheMoney, with the names of its two ends.
SCHEMATA = {
    "ChiefExecutive": ("Directorship", "director", "organization"),
    "President": ("Directorship", "director", "organization"),
    "Director": ("Employment", "employee", "employer"),
    "Minister": ("Membership", "member", "organization"),
}
LINK = ("UnknownLink", "subject", "object")
ORGANIZED = frozenset({"Organization", "Company"})
# By the kind of role: the interest of BODS 0.4. Who heads a part, founded or lent a name has none.
INTERESTS = {"ChiefExecutive": "seniorManagingOfficial", "President": "otherInfluenceOrControl"}


def roles(selection: Selection) -> Iterator[Statement]:
    """Each claim that somebody has a role in an organization, in IRI order."""
    for role in records.statements(selection, "RoleHolding"):
        if role.one("member") and role.one("organization"):
            yield role


def linked(selection: Selection) -> Iterator[Statement]:
    """Those that FollowTheMoney tells: all but what is denied."""
    return (role for role in roles(selection) if role.status in STATUSES)


def interested(selection: Selection) -> Iterator[Statement]:
    """Those that BODS tells: who runs or presides over something, or did."""
    return (role for role in roles(selection) if role.status in HELD and kind(role) in INTERESTS)


def named(found: Iterable[Statement]) -> Iterator[str]:
    """The IRIs of who has a role, and in what."""
    for role in found:
        yield from (member(role), organization(role))


def member(role: Statement) -> str:
    """Who has it."""
    return str(role.one("member"))


def organization(role: Statement) -> str:
    """In what."""
    return str(role.one("organization"))


def kind(role: Statement) -> str:
    """Which role it is, by the end of its concept's IRI."""
    return str(role.one("role") or "")


def words(role: Statement) -> str:
    """The role as it is printed."""
    text = role.one("roleText")
    return text.text if isinstance(text, Label) else kind(role)


def remarks(selection: Selection, role: Statement) -> Iterator[str]:
    """What a reader has to know of a role beside its words and dates."""
    if not role.is_certain:
        yield sentences.perhaps(selection)
    yield from (note.text for note in role.notes)


def tie(selection: Selection, role: Statement, schemata: tuple[str, str]) -> Thing:
    """A role as an entity of FollowTheMoney; `schemata` are those of who has it, and in what.

    It is an UnknownLink where it is not held, or where the format has no schema for the two.
    """
    schema, *ends = _schema(role, *schemata)
    status = STATUSES[role.status]
    text = words(role) if role.status in HELD else f"{words(role)} ({status})"
    values = (
        Value(ends[0], identifier(member(role))),
        Value(ends[1], identifier(organization(role))),
        Value("status", status),
        Value("role", text),
        *claimed(role),
        *(Value("summary", remark) for remark in remarks(selection, role)),
    )
    return Thing(identifier(role.iri), schema, said(values))


def _schema(role: Statement, who: str, where: str) -> tuple[str, str, str]:
    found = SCHEMATA.get(kind(role), LINK)
    fits = where in ORGANIZED and (who == "Person" or found[0] != "Employment")
    return found if role.status in HELD and fits else LINK
