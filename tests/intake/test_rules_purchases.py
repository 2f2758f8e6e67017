"""Sentences made up for these tests: purchases, in the ways that the press tells them."""

from __future__ import annotations

import pytest
from tests.intake.drafted import acquisitions

IN, PLAN, NOT, GONE = "InForce", "Planned", "Negated", "Abandoned"

SAID = [
    (
        "Velanor a annoncé jeudi 12 mars 2015 dans un communiqué l'acquisition de 70 % de Brumatech.",
        [("Velanor", "Brumatech", 70.0, PLAN)],
    ),
    (
        "Velanor va, selon nos informations, racheter Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    ("Velanor rachète son concurrent Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor rachète à Oxalis sa filiale Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor a racheté en mai dernier Brumatech, le spécialiste du froid.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Velanor s'offre Brumatech pour 30 millions d'euros.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor vient de s'offrir l'américain Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor a mis la main sur la pépite Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor a absorbé Brumatech en 2004.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor a annoncé le rachat de Brumatech.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Velanor annonce le rachat de 80 % de Brumatech.", [("Velanor", "Brumatech", 80.0, PLAN)]),
    (
        "Velanor a annoncé être entré en négociations exclusives avec Oxalis en vue d'acquérir Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Velanor est entré en négociations exclusives avec Oxalis pour le rachat de sa filiale Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Velanor a annoncé hier être en négociations exclusives pour racheter Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    ("Velanor a bouclé l'acquisition de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor a finalisé le rachat de Brumatech auprès d'Oxalis.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Velanor a signé un accord pour acquérir Brumatech.", [("Velanor", "Brumatech", None, PLAN)]),
    (
        "Velanor a signé un accord définitif en vue de l'acquisition de Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Le rachat de Brumatech par Velanor doit être finalisé d'ici la fin de l'année.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Le rachat de Brumatech par Velanor, annoncé en mars, est bouclé.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Le rachat par Velanor de Brumatech a été bouclé.", [("Velanor", "Brumatech", None, IN)]),
    (
        "L'acquisition de Brumatech par Velanor remonte à 2008.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Depuis le rachat de Brumatech par Velanor, les ventes chutent.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Depuis son rachat par Velanor en 2008, Brumatech perd des clients.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, racheté l'an dernier par Velanor, perd des clients.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Racheté en 2008 par Velanor, Brumatech perd des clients.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Brumatech a été repris en 2008 par Velanor.", [("Velanor", "Brumatech", None, IN)]),
    ("Brumatech vient d'être racheté par Velanor.", [("Velanor", "Brumatech", None, IN)]),
    ("Brumatech va être racheté par Velanor.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Brumatech devrait être racheté par Velanor.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Brumatech passe aux mains de Velanor.", [("Velanor", "Brumatech", None, IN)]),
    ("Brumatech passe dans le giron de Velanor.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Brumatech a été vendu à Velanor pour 30 millions d'euros.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Oxalis cède sa filiale Brumatech à Velanor.", [("Velanor", "Brumatech", None, IN)]),
    ("Oxalis va vendre Brumatech à Velanor.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Oxalis a annoncé la cession de Brumatech à Velanor.", [("Velanor", "Brumatech", None, PLAN)]),
    ("La vente de Brumatech à Velanor a été finalisée.", [("Velanor", "Brumatech", None, IN)]),
    (
        "La cession de Brumatech à Velanor est prévue pour juin.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    ("Velanor lance une OPA sur Brumatech.", [("Velanor", "Brumatech", None, PLAN)]),
    ("L'OPA de Velanor sur Brumatech a échoué.", [("Velanor", "Brumatech", None, GONE)]),
    ("Velanor a déposé une offre de reprise de Brumatech.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Velanor renonce à racheter Brumatech.", [("Velanor", "Brumatech", None, GONE)]),
    (
        "Velanor a abandonné son projet de rachat de Brumatech.",
        [("Velanor", "Brumatech", None, GONE)],
    ),
    ("Velanor ne rachètera pas Brumatech.", [("Velanor", "Brumatech", None, NOT)]),
    ("Velanor a démenti vouloir racheter Brumatech.", [("Velanor", "Brumatech", None, NOT)]),
    (
        "Velanor serait en discussions pour racheter Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    ("Velanor étudie le rachat de Brumatech.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Velanor a pris le contrôle de Brumatech en 2008.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor a pris le contrôle de 60 % de Brumatech.", [("Velanor", "Brumatech", 60.0, IN)]),
    (
        "Velanor, qui a racheté Brumatech en 2008, perd des clients.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Après avoir racheté Brumatech, Velanor vise l'Espagne.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Avec l'acquisition de Brumatech, Velanor vise l'Espagne.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("En rachetant Brumatech, Velanor vise l'Espagne.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor et Oxalis vont racheter ensemble Brumatech.",
        [("Velanor + Oxalis", "Brumatech", None, PLAN)],
    ),
    (
        "Velanor a racheté Brumatech, Cartelon et Delmora.",
        [
            ("Velanor", "Brumatech", None, IN),
            ("Velanor", "Cartelon", None, IN),
            ("Velanor", "Delmora", None, IN),
        ],
    ),
    ("Velanor acquiert 100 % du capital de Brumatech.", [("Velanor", "Brumatech", 100.0, IN)]),
    ("Velanor a acquis la totalité des parts de Brumatech.", [("Velanor", "Brumatech", 100.0, IN)]),
    (
        "Velanor a repris les activités de Brumatech à la barre du tribunal.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("C'est Velanor qui reprend Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor se porte acquéreur de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor est candidat à la reprise de Brumatech.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Velanor est le nouveau propriétaire de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor jette son dévolu sur Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    ("Brumatech tombe dans l'escarcelle de Velanor.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor vient de boucler le rachat de l'éditeur Brumatech, basé à Metz.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor poursuit ses emplettes : le groupe rachète Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor se développe. Il a racheté en mars l'allemand Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor se développe. En 2009, le groupe lyonnais avait repris Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech cherchait un repreneur. Velanor en a acquis 70 % en mars.",
        [("Velanor", "Brumatech", 70.0, IN)],
    ),
    (
        "Brumatech cherchait un repreneur. La société a été reprise par Velanor.",
        [("Velanor", "Brumatech", None, IN)],
    ),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_sentence_says_who_buys_which_firm(content, expected):
    assert sorted(acquisitions(content), key=str) == sorted(expected, key=str)


TURNED = [
    (
        "Le groupe Velanor a annoncé jeudi avoir racheté Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor, le géant du béton, s'empare de Brumatech, son rival de toujours.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor débourse 30 millions d'euros pour racheter Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor a déboursé 30 millions d'euros pour s'offrir Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor a acquis, pour 30 millions d'euros, la société Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Velanor a jeté l'éponge sur le rachat de Brumatech.", [("Velanor", "Brumatech", None, GONE)]),
    (
        "Velanor a fait une offre de 30 millions d'euros pour Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Velanor a remis une offre ferme pour racheter Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Velanor a proposé 30 millions d'euros pour Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    ("Velanor discute du rachat de Brumatech.", [("Velanor", "Brumatech", None, PLAN)]),
    (
        "Velanor est en pourparlers pour reprendre Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Velanor et Oxalis sont en lice pour racheter Brumatech.",
        [("Velanor + Oxalis", "Brumatech", None, PLAN)],
    ),
    ("Velanor va acquérir Brumatech auprès d'Oxalis.", [("Velanor", "Brumatech", None, PLAN)]),
    (
        "Velanor acquerra Brumatech pour 30 millions d'euros.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    ("Brumatech a accepté l'offre de rachat de Velanor.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Brumatech a refusé l'offre de rachat de Velanor.", [("Velanor", "Brumatech", None, GONE)]),
    ("Brumatech, que Velanor a racheté en 2011, recrute.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Brumatech, dont Velanor a pris le contrôle en 2011, recrute.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, tombé dans le giron de Velanor en 2011, recrute.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, cédé par Oxalis à Velanor en 2011, recrute.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, passé sous le contrôle de Velanor, recrute.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, repris à la barre du tribunal par Velanor, recrute.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Rachetée par Velanor, Brumatech recrute.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Repris par Velanor en 2011, le brasseur Brumatech recrute.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Acquis par Velanor en 2011, Brumatech recrute.", [("Velanor", "Brumatech", None, IN)]),
    ("L'américain Velanor rachète le français Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Le rachat du français Brumatech par l'américain Velanor inquiète.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "La reprise de Brumatech par Velanor a été validée par le tribunal.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Le tribunal a validé la reprise de Brumatech par Velanor.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "L'Autorité de la concurrence a autorisé le rachat de Brumatech par Velanor.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Bruxelles a bloqué le rachat de Brumatech par Velanor.",
        [("Velanor", "Brumatech", None, GONE)],
    ),
    (
        "Le projet de rachat de Brumatech par Velanor est abandonné.",
        [("Velanor", "Brumatech", None, GONE)],
    ),
    (
        "Le projet de rachat de Brumatech par Velanor avance.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    ("Velanor a échoué à racheter Brumatech.", [("Velanor", "Brumatech", None, GONE)]),
    ("Velanor n'a jamais voulu racheter Brumatech.", [("Velanor", "Brumatech", None, NOT)]),
    (
        "Velanor n'est pas intéressé par le rachat de Brumatech.",
        [("Velanor", "Brumatech", None, NOT)],
    ),
    ("Velanor a repris 51 % du capital de Brumatech.", [("Velanor", "Brumatech", 51.0, IN)]),
    (
        "Velanor détenait 40 % de Brumatech. Il rachète les 60 % restants.",
        [("Velanor", "Brumatech", 60.0, IN)],
    ),
    (
        "Velanor a annoncé l'acquisition de 51 % de Brumatech.",
        [("Velanor", "Brumatech", 51.0, PLAN)],
    ),
    ("Velanor fait main basse sur Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor a annoncé un accord en vue du rachat de Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    ("Velanor a conclu l'acquisition de Brumatech en mars.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor renforce sa position avec le rachat de Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Velanor renforce sa position en rachetant Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor se renforce dans la bière. Le groupe belge vient d'acquérir Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Oxalis s'apprête à céder Brumatech à Velanor.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Oxalis s'est séparé de Brumatech, vendu à Velanor.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Oxalis est entré en négociations exclusives avec Velanor pour lui céder Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    ("Oxalis a choisi Velanor pour reprendre Brumatech.", [("Velanor", "Brumatech", None, PLAN)]),
    ("Velanor reprend les actifs de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
]


@pytest.mark.parametrize(("content", "expected"), TURNED)
def test_a_purchase_is_told_from_either_side_and_by_what_became_of_it(content, expected):
    assert sorted(acquisitions(content), key=str) == sorted(expected, key=str)


OTHER = [
    ("Velanor s'intéresserait à Brumatech.", []),
    ("Le tribunal a confié Brumatech à Velanor.", []),
    ("Velanor reprend espoir face à Brumatech.", []),
    ("Velanor achète ses serveurs à Brumatech.", []),
    ("Velanor reprend son partenariat avec Brumatech.", []),
    ("Velanor acquiert des compétences chez Brumatech.", []),
    ("La fusion entre Velanor et Brumatech est abandonnée.", []),
    ("Velanor convoite Brumatech.", []),
    ("Le tribunal a retenu l'offre de reprise de Velanor.", []),
    ("Velanor lorgne Brumatech.", []),
    ("Velanor reprend 80 salariés de Brumatech.", []),
    ("Velanor rachète des parts de marché à Brumatech.", []),
    ("Velanor achète de l'électricité à Brumatech.", []),
    ("Velanor reprend la distribution de Brumatech.", []),
]


@pytest.mark.parametrize(("content", "expected"), OTHER)
def test_buying_something_else_is_no_acquisition(content, expected):
    assert sorted(acquisitions(content), key=str) == sorted(expected, key=str)
