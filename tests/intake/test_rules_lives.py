"""Sentences made up for these tests: who ties with whom, and what becomes of a firm."""

from __future__ import annotations

import pytest
from tests.intake.drafted import lives, mergers, partnerships

IN, PLAN, GONE, NOT = "InForce", "Planned", "Abandoned", "Negated"
TIED = ("Brumatech + Velanor", IN)

SAID = [
    ("Velanor a signé un partenariat avec Brumatech.", [TIED]),
    ("Velanor noue un partenariat stratégique avec l'éditeur Brumatech.", [TIED]),
    ("Velanor vient de conclure un accord de distribution avec Brumatech.", [TIED]),
    ("Velanor et Brumatech ont signé un accord de coopération.", [TIED]),
    ("Velanor et Brumatech s'associent pour créer un service.", [TIED]),
    ("Velanor s'allie à Brumatech.", [TIED]),
    ("Velanor s'associe avec Brumatech.", [TIED]),
    ("Velanor s'est rapproché du lyonnais Brumatech.", [TIED]),
    ("Velanor et Brumatech font cause commune.", [TIED]),
    ("Le partenariat entre Velanor et Brumatech date de 2012.", [TIED]),
    ("Velanor a conclu avec Brumatech un partenariat de trois ans.", [TIED]),
    ("Velanor, partenaire de Brumatech depuis 2010, recrute.", [TIED]),
    ("En partenariat avec Brumatech, Velanor recrute.", [TIED]),
    ("Velanor et Brumatech ont mis fin à leur partenariat.", [("Brumatech + Velanor", "Ended")]),
    ("Velanor a rompu son partenariat avec Brumatech.", [("Brumatech + Velanor", "Ended")]),
    ("Velanor veut nouer un partenariat avec Brumatech.", [("Brumatech + Velanor", PLAN)]),
    ("Velanor va s'associer à Brumatech.", [("Brumatech + Velanor", PLAN)]),
    (
        "Velanor est seul. Un projet d'alliance avec Brumatech a capoté.",
        [("Brumatech + Velanor", GONE)],
    ),
    ("Velanor n'a pas signé d'accord.", []),
    ("Velanor a signé un bail avec son bailleur.", []),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_sentence_says_who_ties_with_whom(content, expected):
    assert partnerships(content) == expected


CREATED, FAILED, CLOSED = (("Velanor", event, IN) for event in ("Created", "Failed", "Closed"))
LIVED = [
    (
        "Placée en redressement judiciaire, la start-up Velanor cherche un repreneur.",
        [("Velanor", "Failed", "InForce")],
    ),
    ("Velanor a été créée en 2012.", [CREATED]),
    ("Fondée en 2012, Velanor recrute.", [CREATED]),
    ("Velanor, fondée en 2012 par Jean Morvan, recrute.", [CREATED]),
    ("Velanor est née à Rennes en 2012.", [CREATED]),
    ("Velanor a vu le jour en 2012.", [CREATED]),
    ("Velanor est une société créée en 2012 par Jean Morvan.", [CREATED]),
    ("Oxalis et Brumatech ont créé Velanor.", [CREATED]),
    ("Oxalis va créer la société Velanor.", [("Velanor", "Created", PLAN)]),
    ("Velanor sera lancée en septembre.", [("Velanor", "Launched", PLAN)]),
    ("Velanor a été lancé le 2 octobre.", [("Velanor", "Launched", IN)]),
    ("Velanor ouvrira ses portes en 2016.", [("Velanor", "Opened", PLAN)]),
    ("Velanor a été placée en redressement judiciaire.", [FAILED]),
    ("Velanor, placée en liquidation judiciaire en mai, cherche un repreneur.", [FAILED]),
    ("Le tribunal de commerce a placé Velanor en redressement judiciaire.", [FAILED]),
    ("Velanor est en redressement judiciaire depuis mai.", [FAILED]),
    ("Une procédure de redressement judiciaire à l'encontre de Velanor s'ouvre.", [FAILED]),
    ("Velanor a déposé le bilan en 2014.", [FAILED]),
    ("Velanor a fait faillite.", [FAILED]),
    ("Velanor a mis la clé sous la porte.", [FAILED]),
    ("Velanor a cessé ses activités en 2014.", [CLOSED]),
    ("Velanor ferme ses portes.", [CLOSED]),
    ("Velanor a été dissoute en 2014.", [CLOSED]),
    ("Velanor ne fermera pas ses portes.", [("Velanor", "Closed", NOT)]),
    ("Velanor a créé 40 emplois.", []),
    ("Velanor lance un emprunt.", []),
]


@pytest.mark.parametrize(("content", "expected"), LIVED)
def test_a_sentence_says_what_becomes_of_a_firm(content, expected):
    assert lives(content) == expected


MERGED = [
    ("Velanor et Brumatech vont fusionner.", [("Brumatech + Velanor", PLAN)]),
    ("Velanor et Brumatech ont fusionné en 2014.", [("Brumatech + Velanor", IN)]),
    ("Velanor a fusionné avec Brumatech.", [("Brumatech + Velanor", IN)]),
    ("Velanor et Brumatech ont renoncé à fusionner.", [("Brumatech + Velanor", GONE)]),
    ("Velanor et Brumatech préparent leur fusion.", [("Brumatech + Velanor", PLAN)]),
    ("Velanor a fusionné ses équipes.", []),
]


@pytest.mark.parametrize(("content", "expected"), MERGED)
def test_a_sentence_says_who_merges_with_whom(content, expected):
    assert mergers(content) == expected
