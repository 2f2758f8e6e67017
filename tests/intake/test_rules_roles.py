"""Sentences made up for these tests: who holds which office where."""

from __future__ import annotations

import pytest
from tests.intake.drafted import roles

IN, PLAN, END = "InForce", "Planned", "Ended"

SAID = [
    (
        "Velanor se sépare de son directeur général, Jean Morvan.",
        [("Jean Morvan", "Velanor", "directeur général", END)],
    ),
    (
        "Claire Bodin remplace Jean Morvan à la présidence de Velanor.",
        [("Claire Bodin", "Velanor", "présidence", IN)],
    ),
    (
        "Claire Bodin, ancienne conseillère à la Maison Blanche, sourit.",
        [("Claire Bodin", "Maison Blanche", "conseillère", END)],
    ),
    ("Jean Morvan, PDG de Velanor, s'en va.", [("Jean Morvan", "Velanor", "PDG", IN)]),
    (
        "Jean Morvan, le directeur général de Velanor, sourit.",
        [("Jean Morvan", "Velanor", "directeur général", IN)],
    ),
    ("Le PDG de Velanor, Jean Morvan, sourit.", [("Jean Morvan", "Velanor", "PDG", IN)]),
    ("Le président de Velanor Jean Morvan sourit.", [("Jean Morvan", "Velanor", "président", IN)]),
    (
        "Claire Bodin, directrice des systèmes d'information de Velanor, arrive.",
        [("Claire Bodin", "Velanor", "directrice des systèmes d'information", IN)],
    ),
    (
        "Claire Bodin, directrice marketing chez Velanor, arrive.",
        [("Claire Bodin", "Velanor", "directrice marketing", IN)],
    ),
    (
        "Claire Bodin est nommée directrice générale de Velanor.",
        [("Claire Bodin", "Velanor", "directrice générale", IN)],
    ),
    (
        "Claire Bodin a été nommée directrice financière de Velanor.",
        [("Claire Bodin", "Velanor", "directrice financière", IN)],
    ),
    (
        "Claire Bodin sera nommée présidente de Velanor.",
        [("Claire Bodin", "Velanor", "présidente", PLAN)],
    ),
    (
        "Velanor a nommé Claire Bodin directrice générale.",
        [("Claire Bodin", "Velanor", "directrice générale", IN)],
    ),
    (
        "Velanor nomme Claire Bodin au poste de directrice technique.",
        [("Claire Bodin", "Velanor", "directrice technique", IN)],
    ),
    ("Jean Morvan prend la tête de Velanor.", [("Jean Morvan", "Velanor", "tête", IN)]),
    ("Jean Morvan dirige Velanor depuis 2011.", [("Jean Morvan", "Velanor", "dirige", IN)]),
    ("Velanor, dirigée par Jean Morvan, recrute.", [("Jean Morvan", "Velanor", "dirigée", IN)]),
    (
        "Velanor a été fondée par Jean Morvan et Lise Perrin en 2009.",
        [("Jean Morvan", "Velanor", "fondée", IN), ("Lise Perrin", "Velanor", "fondée", IN)],
    ),
    (
        "Jean Morvan quitte ses fonctions de directeur général de Velanor.",
        [("Jean Morvan", "Velanor", "directeur général", END)],
    ),
    (
        "Jean Morvan quitte la présidence de Velanor.",
        [("Jean Morvan", "Velanor", "présidence", END)],
    ),
    ("Jean Morvan, ancien PDG de Velanor, investit.", [("Jean Morvan", "Velanor", "PDG", END)]),
    ("L'ex-PDG de Velanor, Jean Morvan, investit.", [("Jean Morvan", "Velanor", "PDG", END)]),
    ("Jean Morvan était président de Velanor.", [("Jean Morvan", "Velanor", "président", END)]),
    ("Jean Morvan est le fondateur de Velanor.", [("Jean Morvan", "Velanor", "fondateur", IN)]),
    (
        "La nomination de Claire Bodin à la tête de Velanor surprend.",
        [("Claire Bodin", "Velanor", "tête", IN)],
    ),
    (
        "Jean Morvan, cofondateur et directeur technique de Velanor, code.",
        [("Jean Morvan", "Velanor", "cofondateur et directeur technique", IN)],
    ),
    ("Velanor grandit, explique son PDG, Jean Morvan.", [("Jean Morvan", "Velanor", "PDG", IN)]),
    (
        "Claire Bodin succède à Jean Morvan à la tête de Velanor.",
        [("Claire Bodin", "Velanor", "tête", IN), ("Jean Morvan", "Velanor", "tête", END)],
    ),
    ("Jean Morvan va au marché.", []),
    (
        "Jean Morvan et Lise Perrin, cofondateurs de Velanor, codent.",
        [
            ("Jean Morvan", "Velanor", "cofondateurs", IN),
            ("Lise Perrin", "Velanor", "cofondateurs", IN),
        ],
    ),
    (
        "Jean Morvan et Lise Perrin, respectivement président et directrice générale de Velanor, codent.",
        [
            ("Jean Morvan", "Velanor", "président", IN),
            ("Lise Perrin", "Velanor", "directrice générale", IN),
        ],
    ),
    (
        "Lise Perrin, dirigeante de Velanor et Oxalis, sourit.",
        [("Lise Perrin", "Velanor", "dirigeante", IN), ("Lise Perrin", "Oxalis", "dirigeante", IN)],
    ),
    (
        "Jean Morvan, directeur général du groupe de chimie Velanor, sourit.",
        [("Jean Morvan", "Velanor", "directeur général", IN)],
    ),
    (
        "Lise Perrin, 43 ans, jusqu'ici directrice financière de Velanor, part.",
        [("Lise Perrin", "Velanor", "directrice financière", END)],
    ),
    (
        "Lise Perrin va devenir présidente de Velanor.",
        [("Lise Perrin", "Velanor", "présidente", PLAN)],
    ),
    (
        "Jean Morvan dirigeait Velanor avant la fusion.",
        [("Jean Morvan", "Velanor", "dirigeait", END)],
    ),
    (
        "Lise Perrin occupe le poste de directrice technique de Velanor.",
        [("Lise Perrin", "Velanor", "directrice technique", IN)],
    ),
    (
        "La révocation de Jean Morvan de ses fonctions de PDG de Velanor surprend.",
        [("Jean Morvan", "Velanor", "PDG", END)],
    ),
    (
        "L'ex-directrice générale de Velanor, Lise Perrin, investit.",
        [("Lise Perrin", "Velanor", "directrice générale", END)],
    ),
    (
        "Ancien directeur technique de Velanor, Jean Morvan investit.",
        [("Jean Morvan", "Velanor", "directeur technique", END)],
    ),
    ("C'est Jean Morvan qui dirige Velanor.", [("Jean Morvan", "Velanor", "dirige", IN)]),
    (
        "Velanor, que préside Lise Perrin, recrute.",
        [("Lise Perrin", "Velanor", "préside", IN)],
    ),
    (
        "La direction générale de Velanor a été confiée à Lise Perrin.",
        [("Lise Perrin", "Velanor", "direction générale", IN)],
    ),
    (
        "Lise Perrin rejoint Velanor en tant que directrice juridique.",
        [("Lise Perrin", "Velanor", "directrice juridique", IN)],
    ),
    (
        "Le ministre de l'Économie, Jean Morvan, sourit.",
        [("Jean Morvan", None, "ministre de l'Économie", IN)],
    ),
    ("Jean Morvan, conseiller de Lise Perrin, sourit.", []),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_sentence_says_who_holds_which_office(content, expected):
    assert roles(content) == expected


PASSED_ON = [
    (
        "Lise Perrin est directrice générale de Velanor. Elle remplace Jean Morvan.",
        ("Jean Morvan", "Velanor", "directrice générale", END),
    ),
    (
        "Jean Morvan, PDG de Velanor, prend du recul. Il sera remplacé en juin par Lise Perrin.",
        ("Lise Perrin", "Velanor", "PDG", PLAN),
    ),
    (
        "Jean Morvan est PDG de Velanor. Jean Morvan a démissionné vendredi.",
        ("Jean Morvan", "Velanor", "PDG", END),
    ),
]


@pytest.mark.parametrize(("content", "last"), PASSED_ON)
def test_an_office_passes_on_with_its_title(content, last):
    assert roles(content)[-1] == last


NEAR = [
    (
        "Chez Velanor, Lise Perrin est directrice financière.",
        [("Lise Perrin", "Velanor", "directrice financière", IN)],
    ),
    (
        "Chez Velanor, Jean Morvan a été nommé directeur général.",
        [("Jean Morvan", "Velanor", "directeur général", IN)],
    ),
    (
        "Jean Morvan est nommé président du groupe Velanor, après Oxalis et Brumatech.",
        [("Jean Morvan", "Velanor", "président", IN)],
    ),
    (
        "Le conseil de Velanor a révoqué le directeur général, Jean Morvan.",
        [("Jean Morvan", "Velanor", "directeur général", END)],
    ),
    ("Jean Morvan est désigné responsable de la mauvaise santé de Velanor.", []),
    ("Velanor a une usine à Rennes. Jean Morvan prendra la tête du site.", []),
    ("Velanor recrute. Jean Morvan est à la tête de la filiale italienne.", []),
]


@pytest.mark.parametrize(("content", "expected"), NEAR)
def test_an_office_is_of_the_firm_that_is_told_or_of_none(content, expected):
    assert roles(content) == expected


def test_who_leaves_leaves_the_firm_named_with_the_person():
    content = (
        "Jean Morvan, PDG de Velanor, parle. Oxalis et Brumatech attendent. Jean Morvan, "
        "également directeur général du groupe, a démissionné."
    )
    assert {(row[1], row[2]) for row in roles(content) if row[3] == END} <= {("Velanor", "PDG")}


def test_nobody_follows_a_founder_in_founding():
    content = "Jean Morvan, fondateur de Velanor, arrive. Lise Perrin succède à Jean Morvan."
    assert roles(content) == [("Jean Morvan", "Velanor", "fondateur", IN)]


ENGLISH = [
    (
        "Jean Morvan, chief executive of Velanor, left the room.",
        [("Jean Morvan", "Velanor", "chief executive", IN)],
    ),
    ("Velanor was founded by Jean Morvan.", [("Jean Morvan", "Velanor", "founded", IN)]),
]


@pytest.mark.parametrize(("content", "expected"), ENGLISH)
def test_an_english_sentence_says_who_holds_which_office(content, expected):
    assert roles(content, "en") == expected
