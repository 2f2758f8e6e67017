"""Sentences made up for these tests: who buys what."""

from __future__ import annotations

import pytest
from tests.intake.drafted import acquisitions

IN, PLAN, GONE, NOT = "InForce", "Planned", "Abandoned", "Negated"
WHOLE = ("Velanor", "Brumatech", None, IN)
PLANNED = ("Velanor", "Brumatech", None, PLAN)

SAID = [
    ("Velanor rachète Brumatech.", [WHOLE]),
    ("Velanor a racheté Brumatech en 2013 pour 12 millions d'euros.", [WHOLE]),
    ("Velanor vient de racheter l'éditeur lyonnais Brumatech.", [WHOLE]),
    ("Brumatech a été racheté par Velanor.", [WHOLE]),
    ("Brumatech, racheté en 2013 par Velanor, change de nom.", [WHOLE]),
    ("Velanor s'offre la start-up Brumatech.", [WHOLE]),
    ("Velanor met la main sur Brumatech.", [WHOLE]),
    ("Velanor s'empare de Brumatech.", [WHOLE]),
    ("Velanor a fait l'acquisition de Brumatech.", [WHOLE]),
    ("Velanor prend le contrôle de Brumatech.", [WHOLE]),
    ("Velanor et Oxalis recrutent. Il en acquiert 53 %.", []),
    ("Brumatech a été acquis auprès de la famille Morvan.", []),
    (
        "Velanor a été créée en 2012 à Station Brume. Elle refuse une offre de rachat d'Oxalis.",
        [("Oxalis", "Velanor", None, GONE)],
    ),
    ("Velanor va racheter Brumatech.", [PLANNED]),
    ("Velanor envisage de racheter Brumatech.", [PLANNED]),
    ("Velanor prévoit d'acquérir Brumatech.", [PLANNED]),
    ("Velanor pourrait racheter Brumatech.", [PLANNED]),
    ("Velanor a renoncé à racheter Brumatech.", [("Velanor", "Brumatech", None, GONE)]),
    ("Velanor est entré en négociations exclusives pour acquérir Brumatech.", [PLANNED]),
    ("Velanor est en négociations exclusives en vue du rachat de Brumatech.", [PLANNED]),
    ("Le rachat de Brumatech par Velanor a été bouclé en mai.", [WHOLE]),
    ("Velanor a finalisé l'acquisition de Brumatech.", [WHOLE]),
    ("Velanor annonce l'acquisition de Brumatech.", [PLANNED]),
    ("Velanor a annoncé son projet de rachat de Brumatech.", [PLANNED]),
    ("Velanor rachète 100 % de Brumatech.", [("Velanor", "Brumatech", 100.0, IN)]),
    ("Velanor rachète la totalité du capital de Brumatech.", [("Velanor", "Brumatech", 100.0, IN)]),
    ("Velanor a lancé une OPA sur Brumatech.", [PLANNED]),
    ("Oxalis a vendu Brumatech à Velanor.", [WHOLE]),
    ("Brumatech a été cédé à Velanor.", [WHOLE]),
    ("Brumatech passe sous le contrôle de Velanor.", [WHOLE]),
    ("Brumatech est tombé dans l'escarcelle de Velanor.", [WHOLE]),
    ("Velanor reprend Brumatech à la barre du tribunal.", [WHOLE]),
    ("Velanor n'a pas racheté Brumatech.", [("Velanor", "Brumatech", None, NOT)]),
    ("Velanor aurait racheté Brumatech.", [WHOLE]),
    ("Velanor et Oxalis rachètent Brumatech.", [("Velanor + Oxalis", "Brumatech", None, IN)]),
    ("Velanor rachète Brumatech et Cartelon.", [WHOLE, ("Velanor", "Cartelon", None, IN)]),
    ("Velanor a acheté des serveurs.", []),
    ("Velanor reprend la parole.", []),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_sentence_says_who_buys_what(content, expected):
    assert acquisitions(content) == expected


ENGLISH = [
    ("Velanor acquired Brumatech in 2013.", [WHOLE]),
    ("Brumatech was acquired by Velanor.", [WHOLE]),
    ("Velanor plans to buy Brumatech.", [PLANNED]),
]


@pytest.mark.parametrize(("content", "expected"), ENGLISH)
def test_an_english_sentence_says_who_buys_what(content, expected):
    assert acquisitions(content, "en") == expected
