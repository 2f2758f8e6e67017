"""Who owns what, who serves whom and whose daughter a company is, in the words of schema.org.

Only what an article states to be so: what is planned, given up, denied, hoped for or rumoured is a
claim in words, and no relation. A joint share is the group's, and none of its members'.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pyoxigraph import NamedNode

from souverain.export.linked import things
from souverain.export.linked.facts import SelectedFacts
from souverain.export.linked.things import Told, given
from souverain.export.ownership.sentences import INFERRED, dated, remarks
from souverain.export.records import Label, Stake, Statement, When, reading
from souverain.export.records.stakes import stake
from souverain.export.records.statements import statement
from souverain.export.selection import Selection

HALF = Decimal(50)
STATED, NEGATIVE, OUTDATED = "Stated", "Negative", "Deprecated"
IN_FORCE, ENDED = "InForce", "Ended"
EXCLUDED = "The bounds themselves are excluded."


def is_so(status: str, modality: str, polarity: str, until: When | None, certain: bool) -> bool:
    """Whether an article states that something is, or was until a day that it names."""
    is_told = status == IN_FORCE or (status == ENDED and until is not None and bool(until.plain))
    return is_told and modality == STATED and polarity != NEGATIVE and certain


class Relations:
    """The relations of the entities of a selection."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.facts = SelectedFacts(selection)

    def kinds(self, iri: str) -> list[str]:
        """What a thing is in schema.org."""
        return things.kinds(self.facts, self.selection.node(iri))

    def is_party(self, iri: str) -> bool:
        """Whether it can own, serve or speak there."""
        return bool(things.PARTIES & set(self.kinds(iri)))

    def is_owned(self, iri: str) -> bool:
        """Whether somebody is told to own something of it."""
        return any(self._is_owned(row) for row in self._stakes(iri, "target"))

    def of(self, iri: str) -> Told:
        """The relations of an entity, as properties of it."""
        owned = [self._owned(row) for row in self._stakes(iri, "holder") if self._is_owned(row)]
        roles = [self._role(row) for row in self._roles(iri)]
        above = [row.holder for row in self._stakes(iri, "target") if self._is_parent(row)]
        parents = [{"@id": parent} for parent in sorted(set(above))]
        return {
            **given("owns", owned),
            **given("memberOf", roles),
            **given("parentOrganization", parents),
        }

    def _stakes(self, iri: str, end: str) -> Iterator[Stake]:
        for found in self._claims(iri, end, "Stake"):
            yield stake(self.selection, found)

    def _claims(self, iri: str, slot: str, kind: str) -> Iterator[str]:
        for found in self.selection.by(iri, slot):
            is_kind = kind in self.selection.node(found).kinds
            is_here = is_kind and self.selection.has(NamedNode(found))
            if is_here and not reading.is_withdrawn(self.selection, found):
                yield found

    def _is_owned(self, row: Stake) -> bool:
        return bool(
            is_so(row.status, row.modality, row.polarity, row.valid_until, row.is_certain)
            and row.basis != "NoStake"
            and row.target
            and self.is_party(row.holder)
        )

    def _is_parent(self, row: Stake) -> bool:
        """More than half of it is stated, of an organization, to be held by one other, directly."""
        ends = (set(self.kinds(iri)) & things.ORGANIZATIONS for iri in (row.holder, row.target))
        return bool(
            self._is_owned(row)
            and all(ends)
            and _is_most(row)
            and (row.status, row.joint) == (IN_FORCE, False)
            and row.directness != "Indirect"
            and row.rank != OUTDATED
        )

    def _owned(self, row: Stake) -> Told:
        return {
            "@type": ["OwnershipInfo", "QuantitativeValue"],
            "@id": f"{row.iri}#ownership",
            "typeOfGood": {"@id": row.target},
            "subjectOf": {"@id": row.iri},
            **_figures(row),
            **given("ownedFrom", _day(row.valid_from)),
            **given("ownedThrough", _day(row.valid_until)),
            **given("description", list(self._remarks(row))),
        }

    def _remarks(self, row: Stake) -> Iterator[Any]:
        if row.words:
            yield things.text(row.words)
        if row.min_exclusive or row.max_exclusive:
            yield EXCLUDED
        yield from _as_of(row)
        for what, when in (("From", row.valid_from), ("Until", row.valid_until)):
            if when and not when.plain:
                yield dated(when, what)
        yield from remarks(self.selection, row)

    def _roles(self, iri: str) -> Iterator[Statement]:
        if not self.is_party(iri):
            return
        for found in self._claims(iri, "member", "RoleHolding"):
            row = statement(self.selection, found, "RoleHolding")
            polarity = str(row.one("polarity") or "")
            is_told = is_so(row.status, row.modality, polarity, row.valid_until, row.is_certain)
            if is_told and self._body(row):
                yield row

    def _body(self, row: Statement) -> str:
        """The organization in which a role is held, where schema.org has it as one."""
        iri = next(iter(row.things("organization")), "")
        return iri if iri and set(self.kinds(iri)) & things.ORGANIZATIONS else ""

    def _role(self, row: Statement) -> Told:
        """A role stands between who holds it and where, with the property on both sides of it."""
        said = row.values.get("roleText", ())
        words = [things.text(value) for value in said if isinstance(value, Label)]
        return {
            "@type": "OrganizationRole",
            "@id": f"{row.iri}#role",
            "memberOf": {"@id": self._body(row)},
            "subjectOf": {"@id": row.iri},
            **given("roleName", words),
            **given("startDate", _day(row.valid_from)),
            **given("endDate", _day(row.valid_until)),
            **given("description", list(_as_of(row))),
        }


def _day(when: When | None) -> str:
    """A date that an article prints, and nothing where it is inferred or uncertain."""
    return when.plain if when else ""


def _as_of(row: Stake | Statement) -> Iterator[str]:
    """When an article says so, which is the only date that most claims have."""
    if row.as_of:
        yield f"As of {row.as_of.edtf}. {INFERRED.get(row.as_of.basis, '')}".strip()


def _is_most(row: Stake) -> bool:
    least = row.percentage if row.basis == "Exact" else row.percentage_min
    if least is None:
        return False
    return least >= HALF if row.min_exclusive else least > HALF


def _figures(row: Stake) -> Told:
    """The figures that are printed; JSON has no decimal numbers of its own."""
    figures = (
        ("value", row.percentage),
        ("minValue", row.percentage_min),
        ("maxValue", row.percentage_max),
    )
    found = {name: float(number) for name, number in figures if number is not None}
    return {**found, "unitCode": "P1", "unitText": "%"} if found else {}
