"""Sentences made up for these tests: plants and offices that open or close."""

from __future__ import annotations

import pytest
from tests.intake.drafted import lives

SITES = [
    (
        "Velanor ouvrira en mars un centre de recherche à Brest.",
        [("centre de recherche", "Opened", "Planned")],
    ),
    ("Velanor a inauguré une usine à Brest.", [("usine", "Opened", "InForce")]),
    (
        "Velanor prévoit l'ouverture d'un second entrepôt à Brest.",
        [("entrepôt", "Opened", "Planned")],
    ),
    (
        "L'agence de Lorient, déficitaire, fermera en mai.",
        [("agence de Lorient", "Closed", "Planned")],
    ),
    ("Velanor a fermé son imprimerie en mai.", [("imprimerie", "Closed", "InForce")]),
    ("Velanor ouvre son capital à la Caisse des Dépôts.", []),
]

FIRMS = [
    (
        "Lancée en fanfare en mai 2022, Oxalis emploie dix personnes.",
        [("Oxalis", "Launched", "InForce")],
    ),
    (
        "Oxalis, la filiale suisse achetée en 2021, et dont la liquidation a été prononcée.",
        [("Oxalis", "Failed", "InForce")],
    ),
    (
        "Oxalis, une messagerie fermée au bout de huit mois, n'a rien coûté.",
        [("Oxalis", "Closed", "InForce")],
    ),
    ("Velanor loue les serveurs que Jean Morvan avait créés en 2012.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), [*SITES, *FIRMS])
def test_what_opens_and_closes_is_called_as_the_text_does(sentence, expected):
    assert lives(sentence) == expected
