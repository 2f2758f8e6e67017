"""Sentences made up for these tests: who holds which office where."""

from __future__ import annotations

import pytest
from tests.intake.drafted import roles

IN, PLAN, END = "InForce", "Planned", "Ended"

SAID = [
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
        [("Claire Bodin", "Velanor", "tête", IN)],
    ),
    ("Jean Morvan va au marché.", []),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_sentence_says_who_holds_which_office(content, expected):
    assert roles(content) == expected


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
