"""Sentences made up for these tests: what frames find where no rule's words stand side by side."""

from __future__ import annotations

import pytest
from tests.intake.drafted import acquisitions, amounts, fundings, partnerships, stakes

IN, PLAN, ENDED = "InForce", "Planned", "Ended"
LEAD = (
    "Brumatech, le spécialiste nantais du froid, change de visage. Le capital de Brumatech bouge. "
)

SHARES = [
    ("Oxalis s'est arrogé 55 %.", [("Oxalis", "Brumatech", 55.0, IN)]),
    (
        "Oxalis, arrivé sans bruit au printemps, a fini par monter à 34 %.",
        [("Oxalis", "Brumatech", 34.0, IN)],
    ),
    ("L'assureur Garmanne fait son entrée avec 15 %.", [("Garmanne", "Brumatech", 15.0, IN)]),
    ("Garmanne règne désormais sur les 88 % restants.", [("Garmanne", "Brumatech", 88.0, IN)]),
    ("Au tour de table figure aussi Oxalis (12 %).", [("Oxalis", "Brumatech", 12.0, IN)]),
]
HELD = [
    (
        "Le véhicule Sorvane, détenu à 51 % par Oxalis et à 49 % par la mutuelle Garmanne, arrive.",
        {("Oxalis", "Sorvane", 51.0, IN), ("Garmanne", "Sorvane", 49.0, IN)},
    ),
]
NO_SHARES = [
    "Brumatech a grandi de 12 %. Oxalis, son client, s'est arrogé 55 % des ventes.",
    "Le capital de Brumatech bouge. Oxalis a vu sa marge monter à 34 %.",
    "Velanor et Oxalis recrutent au capital. Il en acquiert 53 %.",
]
PURCHASES = [
    (
        "L'hébergeur Brumatech tombe, trois ans plus tard, dans l'escarcelle d'Oxalis.",
        [("Oxalis", "Brumatech", None, IN)],
    ),
    (
        "L'hébergeur Brumatech bascule alors, à la surprise générale, dans le giron d'Oxalis.",
        [("Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, la pépite du froid, elle-même absorbée plus tard par Oxalis, renaît.",
        [("Oxalis", "Brumatech", None, IN)],
    ),
]
NO_PURCHASES = [
    "Oxalis a repris la main sur le calendrier de Brumatech.",
    "L'acquisition par Oxalis d'un savoir-faire inédit rassure Brumatech.",
    "Brumatech et Velanor ont été rachetés respectivement par Oxalis et Sorvane.",
    "Oxalis pourrait racheter l'intégralité des parts que détient Brumatech.",
]


@pytest.mark.parametrize(("content", "expected"), SHARES)
def test_a_share_finds_who_holds_it_and_of_what(content, expected):
    assert [row for row in stakes(LEAD + content) if row[2]] == expected


@pytest.mark.parametrize(("content", "expected"), HELD)
def test_a_list_of_holders_is_of_the_firm_that_is_held(content, expected):
    assert set(stakes(content)) == expected


@pytest.mark.parametrize("content", NO_SHARES)
def test_a_share_of_something_else_or_of_nobody_named_is_no_stake(content):
    assert not [row for row in stakes(content) if row[2]]


@pytest.mark.parametrize(("content", "expected"), PURCHASES)
def test_words_between_a_predicate_and_its_firms_do_not_part_them(content, expected):
    assert acquisitions(content) == expected


@pytest.mark.parametrize("content", NO_PURCHASES)
def test_what_is_of_the_wrong_sort_or_in_another_clause_is_not_bought(content):
    assert acquisitions(content) == []


def test_a_turnover_is_that_of_the_firm_of_the_article():
    content = LEAD + "Le chiffre d'affaires, tiré par l'export, frôlait alors 128 millions d'euros."
    assert amounts(content) == [("Brumatech", 128e6, "Turnover", IN)]


def test_a_sum_finds_who_gave_it():
    content = LEAD + "Oxalis avait, de son côté, prêté l'an dernier 5 millions d'euros."
    assert fundings(content) == [("Oxalis", "Brumatech", 5e6, IN)]


def test_an_alliance_finds_its_partners_over_what_stands_between():
    content = (
        "Velanor a signé en mars, à Lyon, un partenariat de recherche de quatre ans avec Oxalis."
    )
    assert partnerships(content) == [("Oxalis + Velanor", IN)]
