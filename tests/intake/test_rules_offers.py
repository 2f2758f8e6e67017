"""Sentences made up for these tests: what is offered, meant or talked of, and purchases as nouns."""

from __future__ import annotations

import pytest
from tests.intake.drafted import acquisitions, mergers, stakes

IN, PLAN, END, NOT, GONE = "InForce", "Planned", "Ended", "Negated", "Abandoned"
SOUGHT = [("Velanor", "Brumatech", None, PLAN)]
BOUGHT = [("Velanor", "Brumatech", None, IN)]
BOTH = [("Velanor", "Brumatech", None, IN), ("Velanor", "Cartelon", None, IN)]

OFFERED = [
    ("Le Norvégien Velanor se porte acquéreur du Danois Brumatech, un éditeur.", BOUGHT),
    ("L'Américain Velanor rachète le Britannique Brumatech.", BOUGHT),
    ("Velanor vient d'annoncer son intention de racheter Brumatech.", SOUGHT),
    ("Velanor a annoncé ce matin son projet de reprendre Brumatech.", SOUGHT),
    (
        "Velanor vient d'annoncer son projet de racheter la totalité de Brumatech.",
        [("Velanor", "Brumatech", 100.0, PLAN)],
    ),
    ("Velanor lancera une OPA sur le reste du capital de Brumatech.", SOUGHT),
    ("Velanor a rendu publique une offre « amicale » sur Brumatech.", SOUGHT),
    ("L'offre de Velanor en vue d'acquérir Brumatech court jusqu'à mardi.", SOUGHT),
    ("L'offre publique d'achat, lancée officiellement par Velanor sur Brumatech, dure.", SOUGHT),
    (
        "Une offre de Velanor, alors associé au fonds Oxalis, pour acquérir Brumatech.",
        SOUGHT,
    ),
    (
        "Velanor a décidé de ne pas donner suite à sa proposition d'acquérir Brumatech.",
        [("Velanor", "Brumatech", None, GONE)],
    ),
    ("Velanor faisait une proposition de rachat à Brumatech.", SOUGHT),
    ("Brumatech est convoitée. Velanor propose 34 euros par action. Brumatech hésite.", SOUGHT),
    (
        "Brumatech, éditeur nantais, est en vente. Le plan de reprise déposé par Velanor est étudié. Brumatech attend.",
        SOUGHT,
    ),
    (
        "Velanor avait étudié le dossier Brumatech. Velanor avait étudié son rachat avant de jeter l'éponge. Brumatech va mieux. Brumatech embauche.",
        [("Velanor", "Brumatech", None, GONE)],
    ),
]


@pytest.mark.parametrize(("content", "expected"), OFFERED)
def test_what_is_offered_or_meant_is_no_purchase_yet(content, expected):
    assert acquisitions(content) == expected


NAMED = [
    ("Avec les rachats de Brumatech (par Velanor), tout change.", BOUGHT),
    ("Velanor grandit après le rachat, en 2019, de Brumatech et de Cartelon.", BOTH),
    ("Velanor faisait ainsi l'acquisition du lyonnais Brumatech.", BOUGHT),
    (
        "Velanor a repris Brumatech (services, 40 salariés) et Cartelon (conseil).",
        BOTH,
    ),
    ("Velanor a déboursé 16 millions d'euros pour l'acquisition de Brumatech.", BOUGHT),
    (
        "Velanor signe sa troisième emplette en un an, après celles de Brumatech et de Cartelon.",
        BOTH,
    ),
    ("Velanor rachète le fournisseur de services gérés Brumatech.", BOUGHT),
    (
        "Brumatech, racheté en 2019 la bagatelle de 100 millions d'euros par Velanor, change.",
        BOUGHT,
    ),
    ("Brumatech s'est fait racheter par Velanor.", BOUGHT),
    (
        "Entré en négociations exclusives avec Oxalis pour le rachat de sa filiale Brumatech, Velanor double.",
        SOUGHT,
    ),
    (
        "Brumatech a été racheté par Velanor, et Cartelon par Oxalis.",
        [("Velanor", "Brumatech", None, IN), ("Oxalis", "Cartelon", None, IN)],
    ),
    (
        "Velanor a annoncé croquer Rue du Verre et Brumatech.",
        [("Velanor", "Rue du Verre", None, IN), ("Velanor", "Brumatech", None, IN)],
    ),
    ("Brumatech, finalement tombé dans l'escarcelle de Velanor, se redresse.", BOUGHT),
    (
        "Le tribunal a prononcé la cession de Brumatech à son rival Velanor.",
        BOUGHT,
    ),
]


@pytest.mark.parametrize(("content", "expected"), NAMED)
def test_a_purchase_is_told_by_a_noun_a_list_or_a_price(content, expected):
    assert acquisitions(content) == expected


HELD = [
    (
        "Pierre Morvan, fondateur et actionnaire majoritaire de Brumatech, a vendu.",
        [("Pierre Morvan", "Brumatech", None, IN)],
    ),
    (
        "Anne est la sœur de Pierre Morvan, président et premier actionnaire de Brumatech.",
        [("Pierre Morvan", "Brumatech", None, IN)],
    ),
    ("Brumatech est une ancienne filiale de Velanor.", [("Velanor", "Brumatech", None, END)]),
    (
        "L'institut Oxalis a indiqué que Velanor vend surtout par sa filiale Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor, la maison mère de Brumatech, Cartelon et Dormelle.",
        [
            ("Velanor", "Brumatech", None, IN),
            ("Velanor", "Cartelon", None, IN),
            ("Velanor", "Dormelle", None, IN),
        ],
    ),
    (
        "Velanor a franchi en hausse, le 3 mars, le seuil de 10 % du capital de Brumatech.",
        [("Velanor", "Brumatech", 10.0, IN)],
    ),
    (
        "Velanor a acquis 4 millions d'actions Brumatech sur le marché, soit environ 2,2 % du capital.",
        [("Velanor", "Brumatech", 2.2, IN)],
    ),
    (
        "Velanor va conserver au capital de Brumatech une participation de 13 %.",
        [("Velanor", "Brumatech", 13.0, PLAN)],
    ),
    (
        "Velanor ne détient plus qu'une participation de 3,8 % au capital de Brumatech.",
        [("Velanor", "Brumatech", 3.8, IN)],
    ),
    (
        "Brumatech est détenue à 51 % par Velanor (via son pôle Cartelon) et à 49 % par Oxalis.",
        [("Velanor", "Brumatech", 51.0, IN), ("Oxalis", "Brumatech", 49.0, IN)],
    ),
    (
        "Le plan prévoit l'achat des participations détenues par Velanor (33 %) et Oxalis (20 %) dans Brumatech.",
        [("Velanor", "Brumatech", 33.0, IN), ("Oxalis", "Brumatech", 20.0, IN)],
    ),
    (
        "Le projet porte sur Brumatech. Il s'agit de Velanor, qui en compte 33,3 %. Brumatech se tait.",
        [("Velanor", "Brumatech", 33.3, IN)],
    ),
    (
        "Velanor est le deuxième actionnaire de Brumatech, derrière Oxalis, avec une participation de 23 %.",
        [("Velanor", "Brumatech", 23.0, IN)],
    ),
    (
        "À l'issue du processus, Velanor détiendrait 34 % de Brumatech.",
        [("Velanor", "Brumatech", 34.0, PLAN)],
    ),
    (
        "Velanor, qui détient 44 % de Brumatech, pourrait racheter 12 % de Cartelon.",
        [("Velanor", "Brumatech", 44.0, IN), ("Velanor", "Cartelon", 12.0, PLAN)],
    ),
    (
        "Velanor est entré en négociations avec Oxalis pour le rachat de sa filiale Brumatech.",
        [("Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Brumatech annonce que Velanor et Oxalis ont acquis 30 % de ses parts.",
        [("Velanor + Oxalis", "Brumatech", 30.0, IN)],
    ),
    (
        "Brumatech est détenue majoritairement, à 70 %, par Velanor.",
        [("Velanor", "Brumatech", 70.0, IN)],
    ),
    (
        "Brumatech cherche l'accord de ses principaux actionnaires, Velanor et Oxalis.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
]


@pytest.mark.parametrize(("content", "expected"), HELD)
def test_a_stake_is_told_beside_a_name_by_titles_or_by_a_bar_that_is_crossed(content, expected):
    assert stakes(content) == expected


NONE = [
    "Velanor garde 22 % des droits de vote de Brumatech.",
    "Velanor détiendra 30 % de la nouvelle entité. Brumatech approuve.",
    "Brumatech parle. Le groupe de Patrick Morvan détient 12 % de la société.",
]


@pytest.mark.parametrize("content", NONE)
def test_votes_a_firm_to_come_and_a_group_of_somebody_are_no_stake_in_another(content):
    assert not stakes(content)


MERGED = [
    ("Velanor et Brumatech fusionneraient en mai.", [("Brumatech + Velanor", PLAN)]),
    ("Velanor et Brumatech fusionnent.", [("Brumatech + Velanor", IN)]),
]


@pytest.mark.parametrize(("content", "expected"), MERGED)
def test_the_whole_verb_of_a_merger_tells_its_status(content, expected):
    assert mergers(content) == expected
