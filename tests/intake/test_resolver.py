"""Texts made up for these tests: whom a pronoun or a description stands for."""

from __future__ import annotations

import pytest
from tests.intake.drafted import announcements, candidates, stakes

IN = "InForce"

SAID = [
    (
        "L'opérateur Velanor grandit. L'opérateur détient 30 % de Brumatech.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    (
        "Velanor est un groupe coté à Paris. Le groupe détient 30 % de Brumatech.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    ("Velanor grandit. Il possède 30 % de Brumatech.", [("Velanor", "Brumatech", 30.0, IN)]),
    (
        "L'éditeur Velanor et la banque Oxalis s'entendent. L'éditeur détient 30 % de Brumatech.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    (
        "Velanor et Oxalis s'entendent. Les deux groupes détiennent 30 % de Brumatech.",
        [("Velanor + Oxalis", "Brumatech", 30.0, IN)],
    ),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_description_stands_for_whom_the_text_named(content, expected):
    assert stakes(content) == expected


def test_the_antecedent_is_a_span_of_the_article():
    content = "Velanor grandit. Il possède 30 % de Brumatech."
    (stake,) = [row for row in candidates(content) if row.kind == "stake"]
    assert [(span.start, span.quote) for span in stake.antecedents] == [(0, "Velanor")]
    assert "antecedent" in stake.flags


SPOKEN = [
    ("Jean Morvan et Claire Bodin arrivent. « Rien ne change », assure-t-elle.", "Claire Bodin"),
    ("Claire Bodin et Jean Morvan arrivent. « Rien ne change », assure-t-il.", "Jean Morvan"),
    (
        "Jean Morvan, PDG de Velanor, arrive. « Rien ne change », assure le dirigeant.",
        "Jean Morvan",
    ),
]


@pytest.mark.parametrize(("content", "speaker"), SPOKEN)
def test_a_speaker_agrees_in_gender(content, speaker):
    assert announcements(content) == [(speaker, "UnknownChannel")]


CALLED = [
    # An apposition tells what a firm is; what all know needs no telling.
    (
        "Velanor, un fonds lyonnais, et Oxalis, un éditeur, s'entendent. Le fonds détient 30 % de Brumatech.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    (
        "Orange et Capgemini s'entendent. L'opérateur détient 30 % de Brumatech.",
        [("Orange", "Brumatech", 30.0, IN)],
    ),
    # A newspaper that reports is not whom « le groupe » means.
    (
        "Velanor grandit, selon Les Echos. Le groupe détient 30 % de Brumatech.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    # A fund that nobody was called stands for nobody.
    ("Velanor grandit. Le fonds détient 30 % de Brumatech.", []),
    # In short, by its first word or its letters.
    (
        "Kerval Informatique grandit. Kerval détient 30 % de Brumatech.",
        [("Kerval Informatique", "Brumatech", 30.0, IN)],
    ),
    (
        "La Banque Postale des Landes (BPL) grandit. BPL détient 30 % de Brumatech.",
        [("Banque Postale des Landes", "Brumatech", 30.0, IN)],
    ),
]


@pytest.mark.parametrize(("content", "expected"), CALLED)
def test_a_firm_is_found_by_what_it_is_called(content, expected):
    assert stakes(content) == expected


NAMED = [
    ("Jean Morvan arrive. « Rien ne change », assure M. Morvan.", "Jean Morvan"),
    ("Jean Morvan arrive. « Rien ne change », assure Jean.", "Jean Morvan"),
    (
        "« C'est fait », dit Luc Tavel. Jean Morvan, lui, attend. « Rien ne change », assure-t-il.",
        "Jean Morvan",
    ),
    (
        "Jean Morvan, PDG de Velanor, et Luc Tavel, PDG d'Oxalis, arrivent. « Rien ne change », assure le PDG de Velanor.",
        "Jean Morvan",
    ),
]


@pytest.mark.parametrize(("content", "speaker"), NAMED)
def test_a_person_is_one_by_whatever_part_of_the_name(content, speaker):
    assert announcements(content)[-1] == (speaker, "UnknownChannel")


def test_an_office_that_nobody_was_said_to_hold_is_nobodys():
    assert announcements("Jean Morvan arrive. Le ministre a annoncé une aide.") == []


def test_nobody_is_invented_where_nobody_was_named():
    assert stakes("Il possède 30 % du capital de la société.") == []
