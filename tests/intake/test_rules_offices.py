"""Who holds an office, and who speaks: constructions of the press that a name alone does not tell."""

from __future__ import annotations

import pytest
from tests.intake.drafted import candidates

ROLES = (
    (
        "Marc Telliez, l'ex-directeur général de Brumeval, se tait.",
        "Marc Telliez",
        "Brumeval",
        "Ended",
    ),
    (
        "Le nouveau président de Brumeval sera donc Marc Telliez.",
        "Marc Telliez",
        "Brumeval",
        "Planned",
    ),
    (
        "Brumeval a approuvé la nomination de Marc Telliez au poste de directeur général de Sorvane.",
        "Marc Telliez",
        "Sorvane",
        "InForce",
    ),
    (
        "Paul Gardin, 52 ans et PDG de Brumeval, s'est tu.",
        "Paul Gardin",
        "Brumeval",
        "InForce",
    ),
)


@pytest.mark.parametrize(("text", "person", "organization", "status"), ROLES)
def test_an_office_is_drafted(text: str, person: str, organization: str, status: str) -> None:
    found = [row for row in candidates(text) if row.kind == "role"]
    said = [(row.slots["person"], row.slots["organization"], row.status) for row in found]
    assert (person, organization, status) in said


def test_an_office_between_two_names_of_a_list_is_of_the_first() -> None:
    text = (
        "Le comité réunit Paul Gardin, directeur financier de Brumeval, Marc Telliez et Anne Roux."
    )
    found = [row.slots["person"] for row in candidates(text) if row.kind == "role"]
    assert found == ["Paul Gardin"]


def test_what_is_not_told_and_what_nobody_announced_has_no_speaker() -> None:
    text = "Brumeval ne précise pas le montant. Il était annoncé que Paul Gardin partirait."
    assert [row for row in candidates(text) if row.kind == "announcement"] == []
