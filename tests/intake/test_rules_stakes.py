"""Sentences made up for these tests: who holds what, in many constructions."""

from __future__ import annotations

import pytest
from tests.intake.drafted import candidates, stakes

IN, PLAN, END, NOT, GONE = "InForce", "Planned", "Ended", "Negated", "Abandoned"

SAID = [
    ("Velanor détient 34 % du capital de Brumatech.", [("Velanor", "Brumatech", 34.0, IN)]),
    ("Le groupe Velanor possède 12,5 % de Brumatech.", [("Velanor", "Brumatech", 12.5, IN)]),
    ("Velanor contrôle 51 % de Brumatech.", [("Velanor", "Brumatech", 51.0, IN)]),
    (
        "Velanor détient une participation de 20 % dans Brumatech.",
        [("Velanor", "Brumatech", 20.0, IN)],
    ),
    (
        "Velanor, qui détient déjà 44 % de Brumatech, veut aller plus loin.",
        [("Velanor", "Brumatech", 44.0, IN)],
    ),
    ("Brumatech est détenu à 33 % par Velanor.", [("Velanor", "Brumatech", 33.0, IN)]),
    (
        "Brumatech, détenue à 60 % par Velanor et à 40 % par Oxalis, emploie 200 personnes.",
        [("Velanor", "Brumatech", 60.0, IN), ("Oxalis", "Brumatech", 40.0, IN)],
    ),
    (
        "Brumatech est détenue par Velanor (60 %), Oxalis (25 %) et Cartelon (15 %).",
        [
            ("Velanor", "Brumatech", 60.0, IN),
            ("Oxalis", "Brumatech", 25.0, IN),
            ("Cartelon", "Brumatech", 15.0, IN),
        ],
    ),
    ("Brumatech est détenue par Velanor à hauteur de 70 %.", [("Velanor", "Brumatech", 70.0, IN)]),
    (
        "Brumatech, dont Velanor possède 18 %, a vu ses ventes bondir.",
        [("Velanor", "Brumatech", 18.0, IN)],
    ),
    (
        "Brumatech, dont 18 % sont détenus par Velanor, recrute.",
        [("Velanor", "Brumatech", 18.0, IN)],
    ),
    (
        "Le capital de Brumatech est détenu à 80 % par Velanor.",
        [("Velanor", "Brumatech", 80.0, IN)],
    ),
    (
        "Le capital de Brumatech est réparti entre Velanor (45 %), Oxalis (35 %) et Cartelon (20 %).",
        [
            ("Velanor", "Brumatech", 45.0, IN),
            ("Oxalis", "Brumatech", 35.0, IN),
            ("Cartelon", "Brumatech", 20.0, IN),
        ],
    ),
    (
        "Velanor détiendra 40 % de la future coentreprise Brumatech.",
        [("Velanor", "Brumatech", 40.0, PLAN)],
    ),
    (
        "Brumatech sera détenue à 75 % par Jean Morvan et Lise Morvan.",
        [("Jean Morvan + Lise Morvan", "Brumatech", 75.0, PLAN)],
    ),
    (
        "Velanor prévoit de prendre 30 % du capital de Brumatech.",
        [("Velanor", "Brumatech", 30.0, PLAN)],
    ),
    (
        "Velanor pourrait prendre une participation de 10 % dans Brumatech.",
        [("Velanor", "Brumatech", 10.0, PLAN)],
    ),
    (
        "Velanor a renoncé à prendre une participation de 10 % dans Brumatech.",
        [("Velanor", "Brumatech", 10.0, GONE)],
    ),
    ("Velanor ne détient plus que 5 % de Brumatech.", [("Velanor", "Brumatech", 5.0, IN)]),
    (
        "Velanor ne détient plus aucune participation dans Brumatech.",
        [("Velanor", "Brumatech", None, END)],
    ),
    (
        "Velanor ne détient aucune participation dans Brumatech.",
        [("Velanor", "Brumatech", None, NOT)],
    ),
    (
        "Velanor a pris une participation de 15 % dans Brumatech.",
        [("Velanor", "Brumatech", 15.0, IN)],
    ),
    (
        "Velanor est entré au capital de Brumatech à hauteur de 22 %.",
        [("Velanor", "Brumatech", 22.0, IN)],
    ),
    ("Velanor entre au capital de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "La prise de participation de Velanor dans Brumatech, à hauteur de 9 %, date de 2012.",
        [("Velanor", "Brumatech", 9.0, IN)],
    ),
    (
        "Velanor porte sa participation dans Brumatech de 12 % à 27 %.",
        [("Velanor", "Brumatech", 27.0, IN), ("Velanor", "Brumatech", 12.0, END)],
    ),
    (
        "Velanor a ramené sa participation à 4 % dans Brumatech.",
        [("Velanor", "Brumatech", 4.0, IN)],
    ),
    ("Velanor monte à 49 % du capital de Brumatech.", [("Velanor", "Brumatech", 49.0, IN)]),
    ("Velanor est sorti du capital de Brumatech en 2013.", [("Velanor", "Brumatech", None, END)]),
    ("Velanor a cédé ses parts dans Brumatech.", [("Velanor", "Brumatech", None, END)]),
    (
        "Velanor cède sa participation de 30 % dans Brumatech.",
        [("Velanor", "Brumatech", 30.0, END)],
    ),
    ("Velanor s'est désengagé de Brumatech.", [("Velanor", "Brumatech", None, END)]),
    ("Velanor est l'actionnaire majoritaire de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor reste le premier actionnaire de Brumatech, avec 28 % du capital.",
        [("Velanor", "Brumatech", 28.0, IN)],
    ),
    ("Velanor, actionnaire à 35 % de Brumatech, s'y oppose.", [("Velanor", "Brumatech", 35.0, IN)]),
    ("Brumatech est majoritairement détenu par Velanor.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor détient la majorité du capital de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Brumatech, filiale à 100 % de Velanor, s'installe à Lyon.",
        [("Velanor", "Brumatech", 100.0, IN)],
    ),
    ("Brumatech, filiale de Velanor, s'installe à Lyon.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Brumatech est détenue à parts égales par Velanor et Oxalis.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Velanor détient 60 % de Brumatech et Oxalis 40 %.",
        [("Velanor", "Brumatech", 60.0, IN), ("Oxalis", "Brumatech", 40.0, IN)],
    ),
    (
        "Brumatech est détenue à 60 % par Velanor, le reste étant aux mains d'Oxalis.",
        [("Velanor", "Brumatech", 60.0, IN), ("Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Velanor détient 60 % de Brumatech. Le solde est détenu par Oxalis.",
        [("Velanor", "Brumatech", 60.0, IN), ("Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Velanor détiendrait 6 % de Brumatech, selon nos informations.",
        [("Velanor", "Brumatech", 6.0, IN)],
    ),
    ("Velanor, qui détenait 44 % de Brumatech, est parti.", [("Velanor", "Brumatech", 44.0, END)]),
    ("Brumatech appartient à Velanor.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor conserve 10 % de Brumatech.", [("Velanor", "Brumatech", 10.0, IN)]),
    (
        "Avec 17 % du capital, Velanor est le deuxième actionnaire de Brumatech.",
        [("Velanor", "Brumatech", 17.0, IN)],
    ),
    (
        "La participation de Velanor dans Brumatech s'élève à 23 %.",
        [("Velanor", "Brumatech", 23.0, IN)],
    ),
    (
        "Velanor a acquis une participation minoritaire dans Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    # A percentage of something else.
    ("Velanor détient 30 % du marché français.", []),
    ("Le chiffre d'affaires de Velanor est en hausse de 5 %.", []),
    ("Velanor a vu ses ventes progresser de 12 % en 2014.", []),
    ("Velanor emploie 20 % des salariés de Brumatech.", []),
    ("Velanor réalise 30 % de son chiffre d'affaires avec Brumatech.", []),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_sentence_says_who_holds_what(content, expected):
    assert stakes(content) == expected


BASES = [
    ("Brumatech est majoritairement détenu par Velanor.", "Majority"),
    ("Velanor détient près de 30 % de Brumatech.", "Approximate"),
    ("Velanor détient plus de 50 % de Brumatech.", "Range"),
    ("Velanor détient 30 % de Brumatech.", "Exact"),
    ("Velanor entre au capital de Brumatech.", "Unstated"),
]


@pytest.mark.parametrize(("content", "basis"), BASES)
def test_the_basis_of_a_figure_is_told(content, basis):
    assert [row.slots["basis"] for row in candidates(content) if row.kind == "stake"] == [basis]


APART = [
    ("Jean Morvan possède, avec sa sœur, 60 % de Velanor.", []),
    (
        "Velanor se porte bien. Filiale d'Oxalis, la société recrute.",
        [("Oxalis", "Velanor", None, "InForce")],
    ),
    (
        "Jean Morvan sourit. Velanor appartient à 70 % au groupe Morvan.",
        [("groupe Morvan", "Velanor", 70.0, "InForce")],
    ),
]


@pytest.mark.parametrize(("content", "expected"), APART)
def test_a_holder_is_no_relative_no_subsidiary_and_no_namesake(content, expected):
    assert stakes(content) == expected


def test_a_vehicle_is_told_apart_from_the_holder():
    content = "Brumatech est détenue à 33 % par Velanor, via le fonds Oxalis."
    (stake,) = [row for row in candidates(content) if row.kind == "stake"]
    assert (stake.names("holder"), stake.via) == (("Velanor",), ("Oxalis",))


ENGLISH = [
    ("Velanor owns 34% of Brumatech.", [("Velanor", "Brumatech", 34.0, IN)]),
    ("Velanor holds a 20% stake in Brumatech.", [("Velanor", "Brumatech", 20.0, IN)]),
    ("Brumatech is 60% owned by Velanor.", [("Velanor", "Brumatech", 60.0, IN)]),
    (
        "Brumatech, a subsidiary of Velanor, is based in Paris.",
        [("Velanor", "Brumatech", None, IN)],
    ),
]


@pytest.mark.parametrize(("content", "expected"), ENGLISH)
def test_an_english_sentence_says_who_holds_what(content, expected):
    assert stakes(content, "en") == expected
