"""Sentences made up for these tests: who gives whom how much, and what a firm turns over."""

from __future__ import annotations

import pytest
from tests.intake.drafted import amounts, fundings

IN, PLAN = "InForce", "Planned"
ROUND = ("Oxalis", "Velanor", 20e6, IN)
ALONE = ("", "Velanor", 20e6, IN)

SAID = [
    (
        "Malgré 30 millions d'euros levés, Velanor cherche un repreneur.",
        [("", "Velanor", 30e6, "InForce")],
    ),
    ("Velanor lève 20 millions d'euros auprès d'Oxalis.", [ROUND]),
    ("Velanor a levé 20 millions d'euros auprès du fonds Oxalis.", [ROUND]),
    ("Velanor a bouclé un tour de table de 20 millions d'euros mené par Oxalis.", [ROUND]),
    ("Velanor annonce une levée de fonds de 20 millions d'euros auprès d'Oxalis.", [ROUND]),
    (
        "Velanor vient de lever 20 millions d'euros auprès d'Oxalis et de Brumatech.",
        [("Oxalis + Brumatech", "Velanor", 20e6, IN)],
    ),
    ("Velanor a levé près de 20 millions d'euros.", [ALONE]),
    ("Velanor a réalisé une augmentation de capital de 20 millions d'euros.", [ALONE]),
    ("Velanor va lever 20 millions d'euros.", [("", "Velanor", 20e6, PLAN)]),
    ("Velanor compte lever 20 millions d'euros.", [("", "Velanor", 20e6, PLAN)]),
    ("Oxalis investit 20 millions d'euros dans Velanor.", [ROUND]),
    ("Oxalis a injecté 20 millions d'euros dans Velanor.", [ROUND]),
    ("Oxalis va injecter 20 millions d'euros dans Velanor.", [("Oxalis", "Velanor", 20e6, PLAN)]),
    ("Oxalis a misé 20 millions d'euros sur Velanor.", [ROUND]),
    ("Velanor est à Rennes. Oxalis y a investi 20 millions d'euros en 2014.", [ROUND]),
    ("Oxalis a accordé à Velanor un prêt de 20 millions d'euros.", [ROUND]),
    ("Oxalis a accordé un prêt de 20 millions d'euros à Velanor.", [ROUND]),
    ("Oxalis prête 20 millions d'euros à Velanor.", [ROUND]),
    ("Oxalis versera 20 millions d'euros à Velanor.", [("Oxalis", "Velanor", 20e6, PLAN)]),
    ("Un prêt de 20 millions d'euros a été accordé à Velanor par Oxalis.", [ROUND]),
    ("Une subvention de 20 millions d'euros a été attribuée par Oxalis à Velanor.", [ROUND]),
    ("Velanor a obtenu une aide de 20 millions d'euros d'Oxalis.", [ROUND]),
    ("Velanor a reçu 20 millions d'euros de la part d'Oxalis.", [ROUND]),
    ("Velanor a décroché une subvention de 20 millions d'euros.", [ALONE]),
    ("Velanor bénéficie d'un prêt garanti par l'État de 20 millions d'euros.", [ALONE]),
    (
        "Velanor demande une aide de 20 millions d'euros au fonds Oxalis.",
        [("Oxalis", "Velanor", 20e6, PLAN)],
    ),
    (
        "Velanor a sollicité un prêt de 20 millions d'euros auprès d'Oxalis.",
        [("Oxalis", "Velanor", 20e6, PLAN)],
    ),
    ("Oxalis a apporté 20 millions d'euros à Velanor.", [ROUND]),
    ("Oxalis met 20 millions d'euros sur la table pour Velanor.", [ROUND]),
    ("Oxalis a participé au tour de table de 20 millions d'euros de Velanor.", [ROUND]),
    (
        "Velanor a levé 20 millions d'euros auprès de plusieurs fonds, dont Oxalis et Brumatech.",
        [("Oxalis + Brumatech", "Velanor", 20e6, IN)],
    ),
    (
        "L'État de Genève a accordé un prêt de 20 millions d'euros à Velanor.",
        [("État de Genève", "Velanor", 20e6, IN)],
    ),
    ("Velanor et Oxalis recrutent. Il a injecté 20 millions d'euros.", []),
    ("Velanor raised 20 million euros from Oxalis.", [ROUND]),
    ("Velanor lève le voile sur son budget de 20 millions d'euros.", []),
    ("Velanor a investi 20 millions d'euros dans un centre de données.", []),
    ("Velanor a perdu 20 millions d'euros.", []),
    ("Oxalis apporte son soutien à Velanor, qui vaut 20 millions d'euros.", []),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_sentence_says_who_gives_whom_how_much(content, expected):
    assert fundings(content) == expected


TURNOVER = ("Velanor", 12e6, "Turnover", IN)
HOPED = ("Velanor", 12e6, "Turnover", PLAN)
VALUED = ("Velanor", 12e6, "Valuation", IN)

MEASURED = [
    ("Velanor réalise un chiffre d'affaires de 12 millions d'euros.", [TURNOVER]),
    ("Velanor a réalisé en 2014 un chiffre d'affaires de 12 millions d'euros.", [TURNOVER]),
    ("Velanor affiche 12 millions d'euros de chiffre d'affaires.", [TURNOVER]),
    ("Velanor, qui a dégagé 12 millions d'euros de revenus en 2014, recrute.", [TURNOVER]),
    ("Velanor a généré un chiffre d'affaires annuel de plus de 12 millions d'euros.", [TURNOVER]),
    ("Velanor vise un chiffre d'affaires de 12 millions d'euros en 2017.", [HOPED]),
    ("Velanor table sur 12 millions d'euros de chiffre d'affaires.", [HOPED]),
    ("Le chiffre d'affaires de Velanor a atteint 12 millions d'euros en 2014.", [TURNOVER]),
    ("Le chiffre d'affaires de Velanor s'élève à 12 millions d'euros.", [TURNOVER]),
    ("Velanor se porte bien. Son chiffre d'affaires a doublé, à 12 millions d'euros.", [TURNOVER]),
    ("Velanor, dont le chiffre d'affaires dépasse 12 millions d'euros, recrute.", [TURNOVER]),
    ("Avec 12 millions d'euros de chiffre d'affaires, Velanor recrute.", [TURNOVER]),
    ("Velanor (12 millions d'euros de chiffre d'affaires) recrute.", [TURNOVER]),
    ("Velanor (80 salariés, 12 millions d'euros de chiffre d'affaires) recrute.", [TURNOVER]),
    (
        "Velanor a enregistré un chiffre d'affaires en hausse de 8 %, à 12 millions d'euros.",
        [TURNOVER],
    ),
    ("Velanor emploie 80 personnes pour un chiffre d'affaires de 12 millions d'euros.", [TURNOVER]),
    ("Velanor est valorisée 12 millions d'euros.", [VALUED]),
    ("L'opération valorise Velanor à 12 millions d'euros.", [VALUED]),
    ("Velanor a un budget de 12 millions d'euros.", []),
]


@pytest.mark.parametrize(("content", "expected"), MEASURED)
def test_a_sentence_says_what_a_firm_turns_over_or_is_worth(content, expected):
    assert amounts(content) == expected
