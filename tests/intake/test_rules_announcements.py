"""Sentences made up for these tests: who says something, and through which channel."""

from __future__ import annotations

import pytest
from tests.intake.drafted import announcements

UNKNOWN = "UnknownChannel"

SAID = [
    ("« Rien ne change », nous assure Jean Morvan.", [("Jean Morvan", "StatementToPress")]),
    ("« Rien ne change », estime Me Jean de Morvan.", [("Jean de Morvan", UNKNOWN)]),
    ("Velanor annonce l'ouverture d'un centre de données.", [("Velanor", UNKNOWN)]),
    ("Velanor a annoncé jeudi qu'il recrutait.", [("Velanor", UNKNOWN)]),
    (
        "Velanor a annoncé, dans un communiqué, le départ de son patron.",
        [("Velanor", "Communique")],
    ),
    ("Dans un communiqué, Velanor précise que rien ne change.", [("Velanor", "Communique")]),
    ("Sur Twitter, Jean Morvan a confirmé que rien ne change.", [("Jean Morvan", "Tweet")]),
    ("« Rien ne change », assure Jean Morvan.", [("Jean Morvan", UNKNOWN)]),
    ("« Rien ne change », a déclaré Jean Morvan, PDG de Velanor.", [("Jean Morvan", UNKNOWN)]),
    ("« Rien ne change », explique Jean Morvan à l'AFP.", [("Jean Morvan", "StatementToPress")]),
    ("« Rien ne change », explique aux Echos Jean Morvan.", [("Jean Morvan", "StatementToPress")]),
    ("Selon Jean Morvan, rien ne change.", [("Jean Morvan", UNKNOWN)]),
    ("Selon Les Echos, Velanor est à vendre.", [("Les Echos", "PressReport")]),
    ("D'après Le Figaro, Velanor est à vendre.", [("Le Figaro", "PressReport")]),
    ("Jean Morvan estime que le marché est mûr.", [("Jean Morvan", UNKNOWN)]),
    ("Jean Morvan est confiant. « Rien ne change », indique-t-il.", [("Jean Morvan", UNKNOWN)]),
    (
        "Claire Bodin est confiante. « Rien ne change », a-t-elle ajouté.",
        [("Claire Bodin", UNKNOWN)],
    ),
    ("Velanor a fait savoir qu'il ne vendrait pas.", [("Velanor", UNKNOWN)]),
    ("Jean Morvan se félicite de cette opération.", [("Jean Morvan", UNKNOWN)]),
    (
        "Lors d'une conférence de presse, Jean Morvan a dévoilé sa feuille de route.",
        [("Jean Morvan", "PressConference")],
    ),
    (
        "Velanor et Oxalis annoncent la création d'une coentreprise.",
        [("Velanor + Oxalis", UNKNOWN)],
    ),
    ("« C'est fini », confie au Monde Jean Morvan.", [("Jean Morvan", "StatementToPress")]),
    ("Rien ne change, précise le groupe Velanor dans un communiqué.", [("Velanor", "Communique")]),
    ("Lise Perrin part et Oxalis reste, indique Velanor.", [("Velanor", UNKNOWN)]),
    ("L'éditeur est à vendre, rapportent Les Echos.", [("Les Echos", "PressReport")]),
    ("Jean Morvan a démenti ces informations.", [("Jean Morvan", UNKNOWN)]),
    ("Jean Morvan dit vouloir rester.", [("Jean Morvan", UNKNOWN)]),
    ("Pour Jean Morvan, il s'agit d'une étape.", [("Jean Morvan", UNKNOWN)]),
    ("Chez Velanor, on affirme que rien ne change.", [("Velanor", UNKNOWN)]),
    (
        "« Rien ne change », a réagi à la sortie de la réunion Jean Morvan.",
        [("Jean Morvan", UNKNOWN)],
    ),
    (
        "Jean Morvan déclarait au quotidien Presse-Atlantique que rien ne change.",
        [("Jean Morvan", "StatementToPress")],
    ),
    (
        "« C'est fini », assure Jean Morvan au micro de Radio Bastide.",
        [("Jean Morvan", "StatementToPress")],
    ),
    (
        "Rien ne change, a annoncé le ministère de la Transition numérique.",
        [("ministère de la Transition numérique", UNKNOWN)],
    ),
    (
        "Selon La Tribune du logiciel, Velanor est à vendre.",
        [("La Tribune du logiciel", "PressReport")],
    ),
    ("Le ministre, Jean Morvan, a promis sur X que Velanor resterait.", [("Jean Morvan", "Tweet")]),
    ("Il serait prêt, dit-on, à vendre.", []),
    ("Velanor n'a pas souhaité commenter ces informations.", []),
    ("Velanor lance un service de stockage.", []),
    ("Velanor assure la maintenance des serveurs.", []),
]


@pytest.mark.parametrize(("content", "expected"), SAID)
def test_a_sentence_says_who_says_something(content, expected):
    assert announcements(content) == expected


ENGLISH = [
    ("Velanor announced that it would hire.", [("Velanor", UNKNOWN)]),
    ('"Nothing changes," said Jean Morvan.', [("Jean Morvan", UNKNOWN)]),
]


@pytest.mark.parametrize(("content", "expected"), ENGLISH)
def test_an_english_sentence_says_who_says_something(content, expected):
    assert announcements(content, "en") == expected
