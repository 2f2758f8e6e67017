"""Sentences made up for these tests: shares, in the ways that the press tells them."""

from __future__ import annotations

import pytest
from tests.intake.drafted import stakes

IN, PLAN, END, NOT, GONE = "InForce", "Planned", "Ended", "Negated", "Abandoned"

SAID = [
    (
        "Velanor détient 40 % de Brumatech et 30 % d'Oxalis.",
        [("Velanor", "Brumatech", 40.0, IN), ("Velanor", "Oxalis", 30.0, IN)],
    ),
    (
        "Velanor, déjà actionnaire à 20 % de Brumatech, se tait.",
        [("Velanor", "Brumatech", 20.0, IN)],
    ),
    (
        "Velanor a encore accru sa participation au capital du groupe Brumatech, dont il détient désormais 21,19 %.",
        [("Velanor", "Brumatech", 21.19, IN)],
    ),
    (
        "Oxalis est devenu le premier actionnaire de Brumatech avec 18 % du capital.",
        [("Oxalis", "Brumatech", 18.0, IN)],
    ),
    (
        "Oxalis devient ainsi le premier actionnaire de Brumatech, devant Cartelon (12 %).",
        [("Oxalis", "Brumatech", None, IN), ("Cartelon", "Brumatech", 12.0, IN)],
    ),
    (
        "Brumatech est détenue à 51 % par Velanor, le solde étant réparti entre Oxalis et Cartelon.",
        [("Velanor", "Brumatech", 51.0, IN), ("Oxalis + Cartelon", "Brumatech", None, IN)],
    ),
    (
        "Brumatech est détenue à 62 % par Velanor et à 38 % par ses salariés.",
        [("Velanor", "Brumatech", 62.0, IN), ("salariés", "Brumatech", 38.0, IN)],
    ),
    (
        "Le capital de Brumatech se répartit entre Velanor (40 %), Oxalis (30 %) et les salariés (30 %).",
        [
            ("Velanor", "Brumatech", 40.0, IN),
            ("Oxalis", "Brumatech", 30.0, IN),
            ("salariés", "Brumatech", 30.0, IN),
        ],
    ),
    (
        "Velanor et Oxalis détiennent chacun 50 % de la coentreprise Brumatech.",
        [("Velanor", "Brumatech", 50.0, IN), ("Oxalis", "Brumatech", 50.0, IN)],
    ),
    (
        "Brumatech est une coentreprise à parts égales entre Velanor et Oxalis.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, coentreprise de Velanor et Oxalis, ouvrira un site à Metz.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, la joint-venture entre Velanor et Oxalis, est à l'arrêt.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, la filiale à 100 % de Velanor, perd de l'argent.",
        [("Velanor", "Brumatech", 100.0, IN)],
    ),
    (
        "Brumatech, filiale à 66 % de Velanor, perd de l'argent.",
        [("Velanor", "Brumatech", 66.0, IN)],
    ),
    ("Brumatech est une filiale de Velanor.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Brumatech est filiale à 75 % de Velanor et à 25 % d'Oxalis.",
        [("Velanor", "Brumatech", 75.0, IN), ("Oxalis", "Brumatech", 25.0, IN)],
    ),
    ("La filiale de Velanor, Brumatech, perd de l'argent.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor, via sa filiale Brumatech, livre des serveurs.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor, maison mère de Brumatech, supprime 200 postes.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "La maison mère de Brumatech, Velanor, supprime 200 postes.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, propriété de Velanor depuis 2009, supprime 200 postes.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Brumatech appartient au groupe Velanor.", [("Velanor", "Brumatech", None, IN)]),
    ("Brumatech appartient à 55 % à Velanor.", [("Velanor", "Brumatech", 55.0, IN)]),
    (
        "Brumatech est contrôlé par la famille Delorme.",
        [("famille Delorme", "Brumatech", None, IN)],
    ),
    (
        "La famille Delorme contrôle 53 % du capital et 67 % des droits de vote de Brumatech.",
        [("famille Delorme", "Brumatech", 53.0, IN)],
    ),
    (
        "Velanor va prendre une participation de 35 % au capital de Brumatech.",
        [("Velanor", "Brumatech", 35.0, PLAN)],
    ),
    (
        "Velanor a pris une participation minoritaire au capital de la start-up Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Velanor prend 20 % de Brumatech.", [("Velanor", "Brumatech", 20.0, IN)]),
    (
        "Velanor a pris 20 % du capital de Brumatech pour 15 millions d'euros.",
        [("Velanor", "Brumatech", 20.0, IN)],
    ),
    (
        "Velanor a investi 15 millions d'euros pour 20 % du capital de Brumatech.",
        [("Velanor", "Brumatech", 20.0, IN)],
    ),
    (
        "Velanor a déboursé 15 millions d'euros pour acquérir 20 % de Brumatech.",
        [("Velanor", "Brumatech", 20.0, IN)],
    ),
    (
        "Velanor apporte 15 millions d'euros pour 20 % de Brumatech.",
        [("Velanor", "Brumatech", 20.0, IN)],
    ),
    ("Brumatech a ouvert 20 % de son capital à Velanor.", [("Velanor", "Brumatech", 20.0, IN)]),
    (
        "Brumatech ouvre son capital à Velanor et Oxalis.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    ("Brumatech a accueilli Velanor à son capital en 2012.", [("Velanor", "Brumatech", None, IN)]),
    ("Brumatech accueille un nouvel actionnaire, Velanor.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Brumatech fait entrer Velanor à son capital à hauteur de 15 %.",
        [("Velanor", "Brumatech", 15.0, IN)],
    ),
    (
        "L'entrée de Velanor au capital de Brumatech a surpris.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "L'entrée de Velanor à hauteur de 15 % au capital de Brumatech a surpris.",
        [("Velanor", "Brumatech", 15.0, IN)],
    ),
    ("Velanor s'est invité au capital de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor fait son entrée dans le capital de Brumatech avec 8 % des actions.",
        [("Velanor", "Brumatech", 8.0, IN)],
    ),
    (
        "Velanor a franchi à la hausse le seuil de 10 % du capital de Brumatech.",
        [("Velanor", "Brumatech", 10.0, IN)],
    ),
    ("Velanor porte sa participation dans Brumatech à 34 %.", [("Velanor", "Brumatech", 34.0, IN)]),
    (
        "Velanor a porté de 20 % à 34 % sa participation dans Brumatech.",
        [("Velanor", "Brumatech", 34.0, IN), ("Velanor", "Brumatech", 20.0, END)],
    ),
    (
        "Velanor a relevé sa part au capital de Brumatech de 20 à 34 %.",
        [("Velanor", "Brumatech", 34.0, IN), ("Velanor", "Brumatech", 20.0, END)],
    ),
    (
        "Velanor est passé de 20 % à 34 % du capital de Brumatech.",
        [("Velanor", "Brumatech", 34.0, IN), ("Velanor", "Brumatech", 20.0, END)],
    ),
    (
        "La part de Velanor dans Brumatech passe de 20 % à 34 %.",
        [("Velanor", "Brumatech", 34.0, IN), ("Velanor", "Brumatech", 20.0, END)],
    ),
    (
        "La participation de Velanor dans Brumatech sera ramenée à 12 %.",
        [("Velanor", "Brumatech", 12.0, PLAN)],
    ),
    ("Velanor est monté à 34 % du capital de Brumatech.", [("Velanor", "Brumatech", 34.0, IN)]),
    ("Velanor monte au capital de Brumatech, à 34 %.", [("Velanor", "Brumatech", 34.0, IN)]),
    ("Velanor pourrait monter jusqu'à 49 % de Brumatech.", [("Velanor", "Brumatech", 49.0, PLAN)]),
    (
        "Velanor a réduit sa participation dans Brumatech à 4 %.",
        [("Velanor", "Brumatech", 4.0, IN)],
    ),
    (
        "Velanor ne possède plus que 4 % de Brumatech, contre 20 % auparavant.",
        [("Velanor", "Brumatech", 4.0, IN), ("Velanor", "Brumatech", 20.0, END)],
    ),
    (
        "Velanor détient 34 % de Brumatech, contre 20 % en 2010.",
        [("Velanor", "Brumatech", 34.0, IN), ("Velanor", "Brumatech", 20.0, END)],
    ),
    (
        "Velanor détient 34 % de Brumatech, contre 20 % pour Oxalis.",
        [("Velanor", "Brumatech", 34.0, IN), ("Oxalis", "Brumatech", 20.0, IN)],
    ),
    (
        "Velanor a cédé à Oxalis les 20 % qu'il détenait dans Brumatech.",
        [("Velanor", "Brumatech", 20.0, END), ("Oxalis", "Brumatech", 20.0, IN)],
    ),
    (
        "Velanor a cédé ses 20 % de Brumatech à Oxalis.",
        [("Velanor", "Brumatech", 20.0, END), ("Oxalis", "Brumatech", 20.0, IN)],
    ),
    (
        "Velanor va céder sa participation de 20 % dans Brumatech à Oxalis.",
        [("Velanor", "Brumatech", 20.0, IN), ("Oxalis", "Brumatech", 20.0, PLAN)],
    ),
    (
        "Velanor a vendu la totalité de sa participation dans Brumatech.",
        [("Velanor", "Brumatech", None, END)],
    ),
    ("Velanor sort du capital de Brumatech.", [("Velanor", "Brumatech", None, END)]),
    (
        "Velanor s'est retiré du capital de Brumatech en 2011.",
        [("Velanor", "Brumatech", None, END)],
    ),
    ("Velanor souhaite sortir du capital de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor, actionnaire historique de Brumatech, conteste ce choix.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor, actionnaire de Brumatech à hauteur de 12 %, conteste ce choix.",
        [("Velanor", "Brumatech", 12.0, IN)],
    ),
    (
        "Velanor, principal actionnaire de Brumatech (28 %), conteste ce choix.",
        [("Velanor", "Brumatech", 28.0, IN)],
    ),
    (
        "Velanor (28 % du capital de Brumatech) conteste ce choix.",
        [("Velanor", "Brumatech", 28.0, IN)],
    ),
    (
        "Brumatech, dont Velanor est actionnaire, conteste ce choix.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, dont Velanor est le premier actionnaire avec 28 % des parts, conteste ce choix.",
        [("Velanor", "Brumatech", 28.0, IN)],
    ),
    (
        "Brumatech, dont le principal actionnaire est Velanor, conteste ce choix.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Le principal actionnaire de Brumatech, Velanor, conteste ce choix.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "L'actionnaire majoritaire de Brumatech est Velanor, avec 61 %.",
        [("Velanor", "Brumatech", 61.0, IN)],
    ),
    (
        "Parmi les actionnaires de Brumatech figurent Velanor et Oxalis.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Brumatech compte Velanor et Oxalis parmi ses actionnaires.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Brumatech compte à son capital Velanor (15 %) et Oxalis (10 %).",
        [("Velanor", "Brumatech", 15.0, IN), ("Oxalis", "Brumatech", 10.0, IN)],
    ),
    (
        "Les actionnaires de Brumatech, Velanor (60 %) et Oxalis (40 %), ont voté contre.",
        [("Velanor", "Brumatech", 60.0, IN), ("Oxalis", "Brumatech", 40.0, IN)],
    ),
    (
        "Les deux actionnaires de Brumatech, Velanor et Oxalis, ont voté contre.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Velanor, qui possède près de 30 % de Brumatech, a voté contre.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    ("Velanor possède un tiers de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    ("Velanor est majoritaire au capital de Brumatech.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Velanor détient, via sa holding Cartelon, 45 % de Brumatech.",
        [("Velanor", "Brumatech", 45.0, IN)],
    ),
    (
        "Brumatech se présente. Son capital est détenu à 80 % par Velanor.",
        [("Velanor", "Brumatech", 80.0, IN)],
    ),
    (
        "Brumatech se développe à l'étranger. Velanor en détient 34 % et Oxalis 21 %.",
        [("Velanor", "Brumatech", 34.0, IN), ("Oxalis", "Brumatech", 21.0, IN)],
    ),
    (
        "Brumatech se développe à l'étranger. Son fondateur, Jean Morvan, en conserve 34 %.",
        [("Jean Morvan", "Brumatech", 34.0, IN)],
    ),
    (
        "Brumatech se développe à l'étranger. Velanor y détient une participation de 34 %.",
        [("Velanor", "Brumatech", 34.0, IN)],
    ),
    (
        "Brumatech, dans laquelle Velanor a pris une participation de 34 %, embauche.",
        [("Velanor", "Brumatech", 34.0, IN)],
    ),
    (
        "Brumatech, dans lequel Velanor détient une participation minoritaire, embauche.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, dont l'État détient 23,6 % du capital, embauche.",
        [("État", "Brumatech", 23.6, IN)],
    ),
    (
        "Brumatech, dont le capital est contrôlé à 40 % par Velanor, embauche.",
        [("Velanor", "Brumatech", 40.0, IN)],
    ),
    (
        "Brumatech, possédé à parité par Velanor et Oxalis, embauche.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Les fondateurs de Brumatech conservent 45 % du capital.",
        [("fondateurs", "Brumatech", 45.0, IN)],
    ),
    (
        "Velanor détiendra 60 % de Brumatech, et Oxalis les 40 % restants.",
        [("Velanor", "Brumatech", 60.0, PLAN), ("Oxalis", "Brumatech", 40.0, PLAN)],
    ),
    (
        "Velanor aura 60 % de Brumatech et Oxalis le solde.",
        [("Velanor", "Brumatech", 60.0, PLAN), ("Oxalis", "Brumatech", None, PLAN)],
    ),
    (
        "A l'issue de l'opération, Velanor devrait détenir 60 % de Brumatech.",
        [("Velanor", "Brumatech", 60.0, PLAN)],
    ),
    (
        "Une fois l'opération bouclée, Brumatech sera détenu à 60 % par Velanor et à 40 % par Oxalis.",
        [("Velanor", "Brumatech", 60.0, PLAN), ("Oxalis", "Brumatech", 40.0, PLAN)],
    ),
    ("Velanor détenait jusqu'alors 20 % de Brumatech.", [("Velanor", "Brumatech", 20.0, END)]),
    (
        "Velanor, qui détenait auparavant 20 % de Brumatech, a tout vendu.",
        [("Velanor", "Brumatech", 20.0, END)],
    ),
    ("Velanor n'est plus actionnaire de Brumatech.", [("Velanor", "Brumatech", None, END)]),
    ("Velanor n'est pas actionnaire de Brumatech.", [("Velanor", "Brumatech", None, NOT)]),
    ("Velanor a renoncé à entrer au capital de Brumatech.", [("Velanor", "Brumatech", None, GONE)]),
    (
        "Velanor ne prendra finalement pas de participation dans Brumatech.",
        [("Velanor", "Brumatech", None, NOT)],
    ),
    (
        "Velanor dément vouloir entrer au capital de Brumatech.",
        [("Velanor", "Brumatech", None, NOT)],
    ),
    (
        "Velanor négocie une prise de participation dans Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Bpifrance a renforcé sa participation dans Brumatech.",
        [("Bpifrance", "Brumatech", None, IN)],
    ),
    (
        "Jean Morvan détient toujours 12 % de la société Brumatech, qu'il a fondée.",
        [("Jean Morvan", "Brumatech", 12.0, IN)],
    ),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_sentence_says_who_holds_what_share(content, expected):
    assert sorted(stakes(content), key=str) == sorted(expected, key=str)


FIRST = [
    (
        "Brumatech change de mains. Le chimiste lyonnais est repris par Velanor. Le fonds Oxalis, qui détenait 60 % des parts, se retire.",
        [("Oxalis", "Brumatech", 60.0, END)],
    ),
    (
        "Le brasseur Brumatech ouvre un troisième site. La famille Delorme détient 70 % du capital, aux côtés de Velanor (20 %) et d'Oxalis (10 %).",
        [
            ("famille Delorme", "Brumatech", 70.0, IN),
            ("Velanor", "Brumatech", 20.0, IN),
            ("Oxalis", "Brumatech", 10.0, IN),
        ],
    ),
    (
        "Velanor a annoncé mardi qu'il avait acquis 9,9 % du capital de Brumatech.",
        [("Velanor", "Brumatech", 9.9, IN)],
    ),
    (
        "Selon l'AMF, Velanor détient 5,2 % du capital et 4,8 % des droits de vote de Brumatech.",
        [("Velanor", "Brumatech", 5.2, IN)],
    ),
    ("Velanor a déclaré détenir 5,2 % de Brumatech.", [("Velanor", "Brumatech", 5.2, IN)]),
    (
        "Le distributeur Brumatech est détenu à parts égales par Velanor et Oxalis.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Velanor, dont Brumatech est une filiale à 60 %, s'inquiète.",
        [("Velanor", "Brumatech", 60.0, IN)],
    ),
    ("Velanor, dont Brumatech est la filiale, s'inquiète.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Brumatech, filiale commune de Velanor et d'Oxalis, va investir.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, détenue par le groupe Velanor, va investir.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Brumatech, co-entreprise créée par Velanor et Oxalis, va investir.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Velanor et Oxalis vont créer une coentreprise baptisée Brumatech, dont Velanor détiendra 51 % et Oxalis 49 %.",
        [("Velanor", "Brumatech", 51.0, PLAN), ("Oxalis", "Brumatech", 49.0, PLAN)],
    ),
    (
        "La coentreprise, baptisée Brumatech, sera détenue à 51 % par Velanor et à 49 % par Oxalis.",
        [("Velanor", "Brumatech", 51.0, PLAN), ("Oxalis", "Brumatech", 49.0, PLAN)],
    ),
    (
        "Au capital de Brumatech depuis 2011, Velanor réclame un siège.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Présent au capital de Brumatech depuis 2011, Velanor réclame un siège.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Entré au capital de Brumatech en 2011, Velanor réclame un siège.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Actionnaire de Brumatech depuis 2011, Velanor réclame un siège.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Actionnaire à 30 % de Brumatech, Velanor réclame un siège.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    (
        "Avec 30 % du capital, Velanor est le premier actionnaire de Brumatech.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    (
        "Avec 30 % du capital de Brumatech, Velanor réclame un siège.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    (
        "Détenue à 60 % par Velanor, Brumatech réclame un siège.",
        [("Velanor", "Brumatech", 60.0, IN)],
    ),
    ("Filiale de Velanor, Brumatech emploie 300 personnes.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Filiale à 60 % de Velanor, Brumatech emploie 300 personnes.",
        [("Velanor", "Brumatech", 60.0, IN)],
    ),
    (
        "Propriété de Velanor depuis 2011, Brumatech emploie 300 personnes.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Contrôlée par la famille Delorme, Brumatech emploie 300 personnes.",
        [("famille Delorme", "Brumatech", None, IN)],
    ),
    (
        "Velanor, qui contrôle Brumatech depuis 2011, veut vendre.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    (
        "Velanor reste actionnaire de Brumatech à hauteur de 30 %.",
        [("Velanor", "Brumatech", 30.0, IN)],
    ),
    (
        "Velanor restera au capital de Brumatech, avec 30 % des parts.",
        [("Velanor", "Brumatech", 30.0, PLAN)],
    ),
    (
        "Brumatech a levé 10 millions d'euros auprès de Velanor, qui prend 15 % du capital.",
        [("Velanor", "Brumatech", 15.0, IN)],
    ),
    (
        "Velanor investit 10 millions d'euros dans Brumatech, dont il prend 15 % du capital.",
        [("Velanor", "Brumatech", 15.0, IN)],
    ),
    (
        "Velanor a investi 10 millions d'euros dans Brumatech et en détient désormais 15 %.",
        [("Velanor", "Brumatech", 15.0, IN)],
    ),
    (
        "Velanor a racheté à Oxalis sa participation de 15 % dans Brumatech.",
        [("Velanor", "Brumatech", 15.0, IN)],
    ),
    (
        "Velanor rachète les 40 % de Brumatech détenus par Oxalis.",
        [("Velanor", "Brumatech", 40.0, IN)],
    ),
    (
        "Oxalis, qui possédait 40 % de Brumatech, a cédé ses parts à Velanor.",
        [("Oxalis", "Brumatech", 40.0, END)],
    ),
    (
        "Velanor ne détiendra plus que 10 % de Brumatech à l'issue de l'opération.",
        [("Velanor", "Brumatech", 10.0, PLAN)],
    ),
    (
        "Velanor souhaiterait monter au capital de Brumatech.",
        [("Velanor", "Brumatech", None, PLAN)],
    ),
    (
        "Velanor pourrait porter sa participation dans Brumatech à 40 %.",
        [("Velanor", "Brumatech", 40.0, PLAN)],
    ),
    (
        "Velanor n'a pas l'intention de céder sa participation dans Brumatech.",
        [("Velanor", "Brumatech", None, IN)],
    ),
    ("Velanor aurait pris 10 % de Brumatech.", [("Velanor", "Brumatech", 10.0, IN)]),
    (
        "Velanor, qui serait prêt à prendre 10 % de Brumatech, se tait.",
        [("Velanor", "Brumatech", 10.0, PLAN)],
    ),
    (
        "Le capital de Brumatech est réparti à parts égales entre Velanor et Oxalis.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Le capital de Brumatech est détenu par Velanor et la famille Delorme.",
        [("Velanor + famille Delorme", "Brumatech", None, IN)],
    ),
    (
        "Le capital de Brumatech est partagé entre Velanor, à 60 %, et Oxalis, à 40 %.",
        [("Velanor", "Brumatech", 60.0, IN), ("Oxalis", "Brumatech", 40.0, IN)],
    ),
    ("Brumatech appartient pour moitié à Velanor.", [("Velanor", "Brumatech", None, IN)]),
    ("Brumatech appartient majoritairement à Velanor.", [("Velanor", "Brumatech", None, IN)]),
    ("Brumatech a pour actionnaire majoritaire Velanor.", [("Velanor", "Brumatech", None, IN)]),
    (
        "Brumatech a pour actionnaires Velanor et Oxalis.",
        [("Velanor + Oxalis", "Brumatech", None, IN)],
    ),
    (
        "Jean Morvan, fondateur et actionnaire majoritaire de Brumatech, cède la main.",
        [("Jean Morvan", "Brumatech", None, IN)],
    ),
    (
        "Jean Morvan, président et principal actionnaire de Brumatech avec 34 % des parts, cède la main.",
        [("Jean Morvan", "Brumatech", 34.0, IN)],
    ),
    (
        "Le reste du capital de Brumatech est détenu par ses salariés.",
        [("salariés", "Brumatech", None, IN)],
    ),
    (
        "Velanor détient 60 % de Brumatech, le reste étant aux mains des salariés.",
        [("Velanor", "Brumatech", 60.0, IN), ("salariés", "Brumatech", None, IN)],
    ),
    (
        "Velanor détient 60 % de Brumatech, Oxalis 25 % et les fondateurs 15 %.",
        [
            ("Velanor", "Brumatech", 60.0, IN),
            ("Oxalis", "Brumatech", 25.0, IN),
            ("fondateurs", "Brumatech", 15.0, IN),
        ],
    ),
]


@pytest.mark.parametrize(("content", "expected"), FIRST)
def test_who_is_said_first_may_be_either_or_come_by_a_verb(content, expected):
    assert sorted(stakes(content), key=str) == sorted(expected, key=str)


OTHER = [
    ("Velanor a souscrit à l'augmentation de capital de Brumatech.", []),
    ("La holding de Jean Morvan détient 12 % de Brumatech.", []),
    ("Brumatech a vu son chiffre d'affaires grimper de 12 % chez Velanor.", []),
    ("Velanor détient 40 % du marché français devant Brumatech.", []),
    ("Le titre Brumatech cède 3,2 % à la Bourse de Paris, Velanor gagne 2 %.", []),
    ("Velanor contrôle la qualité chez Brumatech.", []),
    ("Les deux groupes détiendront chacun la moitié du capital.", []),
    ("La maison mère, Velanor, a déjà injecté 3 millions d'euros dans Brumatech.", []),
    ("Oxalis a cédé sa part à Velanor.", []),
    ("Le fonds a cédé 12 % de Brumatech à Velanor.", []),
    ("Brumatech progresse de 12 % et Velanor de 15 %.", []),
    ("Les ventes de Brumatech ont bondi de 12 % chez Velanor.", []),
    ("Brumatech, qui réalise 60 % de son chiffre d'affaires avec Velanor, recrute.", []),
    ("Velanor contrôle 30 % du marché de Brumatech.", []),
    ("Brumatech vise 20 % de croissance avec Velanor.", []),
    ("Le cours de Brumatech a perdu 20 % depuis l'arrivée de Velanor.", []),
]


@pytest.mark.parametrize(("content", "expected"), OTHER)
def test_a_share_of_something_else_is_no_stake(content, expected):
    assert sorted(stakes(content), key=str) == sorted(expected, key=str)
