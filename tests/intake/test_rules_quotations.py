"""Sentences made up for these tests: who speaks, whatever the verb, and whom « elle » means."""

from __future__ import annotations

import pytest
from tests.intake.drafted import announcements

UNKNOWN, TO_PRESS = "UnknownChannel", "StatementToPress"

WHATEVER = [
    ("« Rien ne presse », tonne Jean Morvan.", [("Jean Morvan", UNKNOWN)]),
    ("« Rien ne presse », s'agaçait en juin Jean Morvan.", [("Jean Morvan", UNKNOWN)]),
    ("« Rien ne presse », a longuement soupiré Jean Morvan.", [("Jean Morvan", UNKNOWN)]),
    ("« Rien ne presse », convient avec le recul Claire Bodin.", [("Claire Bodin", UNKNOWN)]),
    ("Jean Morvan, lui, tempère : « Rien ne presse. »", [("Jean Morvan", UNKNOWN)]),
    ("« Rien ne presse », prévient-on chez Velanor.", [("Velanor", UNKNOWN)]),
    (
        "Selon une source proche du dossier, rien ne presse.",
        [("source proche du dossier", UNKNOWN)],
    ),
    ("« Rien ne presse », glisse un ancien du projet.", [("ancien du projet", UNKNOWN)]),
    ("Rien ne presse, à écouter Jean Morvan.", [("Jean Morvan", UNKNOWN)]),
]

WHOM = [
    (
        "Claire Bodin dirige Velanor. Elle y est entrée en 2009. « Je signerais demain », rit-elle.",
        [("Claire Bodin", UNKNOWN)],
    ),
    (
        "Claire Bodin dirige Velanor avec Jean Morvan. « Je signerais demain », balaie-t-il.",
        [("Jean Morvan", UNKNOWN)],
    ),
    (
        "Claire Bodin, présidente de Velanor, succède à Jean Morvan. « Je signerais demain »,"
        " sourit la nouvelle patronne.",
        [("Claire Bodin", UNKNOWN)],
    ),
    (
        "Le maire, Paul Kermorgant, a vu Jean Morvan, PDG de Velanor. « Je signerais demain »,"
        " insiste le dirigeant.",
        [("Jean Morvan", UNKNOWN)],
    ),
    (
        "Jean Morvan dirige Velanor. « Je signerais demain », confiait-il en juin au « Figaro ».",
        [("Jean Morvan", TO_PRESS)],
    ),
    (
        "Jean Morvan dirige Velanor. Le contrat, selon lui, est signé.",
        [("Jean Morvan", UNKNOWN)],
    ),
]

NOBODY = [
    "« Rien ne presse » et Velanor attend.",
    "Le programme « Cap » comprend deux volets et Velanor attend.",
    "« Rien ne presse », est-il écrit sur le mur.",
    "Que dirait Velanor, la France dit-elle adieu à ses usines ?",
]


@pytest.mark.parametrize(("sentence", "expected"), WHATEVER)
def test_any_verb_that_closes_or_opens_a_quotation_tells_who_speaks(sentence, expected):
    assert announcements(sentence) == expected


@pytest.mark.parametrize(("text", "expected"), WHOM)
def test_a_speaker_without_name_is_the_person_that_the_text_means(text, expected):
    assert announcements(text) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_is_quoted_without_a_speaker_is_nobody_s(sentence):
    assert announcements(sentence) == []
