"""Texts made up for these tests: the firm that an article is about."""

from __future__ import annotations

import pytest
from tests.intake.drafted import roles

PORTRAITS = [
    (
        "Velanor change de tête. Orange l'avait tentée. Orange a renoncé. Le directeur financier,"
        " Jean Morvan, reste.",
        [("Jean Morvan", "Velanor", "directeur financier", "InForce")],
    ),
    (
        "ENTRETIEN\n\nVelanor grandit à Brest. Kervan Capital suit. Kervan Capital attend."
        " Jean Morvan, notre directeur technique, recrute pour Velanor.",
        [("Jean Morvan", "Velanor", "directeur technique", "InForce")],
    ),
    (
        "Velanor grandit. Son patron de l'époque, Jean Morvan, le savait.",
        [("Jean Morvan", "Velanor", "patron", "Ended")],
    ),
]

OFFICES = [
    (
        "Velanor recrute. Claire Bodin, qui assure la direction par intérim, s'en réjouit.",
        [("Claire Bodin", "Velanor", "direction par intérim", "InForce")],
    ),
    (
        "Velanor recrute. Claire Bodin était aux commandes depuis 2009.",
        [("Claire Bodin", "Velanor", "commandes", "Ended")],
    ),
    (
        "Velanor recrute. Claire Bodin a démissionné du conseil d'administration.",
        [("Claire Bodin", "Velanor", "conseil d'administration", "Ended")],
    ),
    (
        "Claire Bodin, déléguée CGT, proteste.",
        [("Claire Bodin", "CGT", "déléguée", "InForce")],
    ),
    (
        "Passée par Oxalis, où elle dirigeait les achats, Claire Bodin connaît Jean Morvan.",
        [("Claire Bodin", "Oxalis", "dirigeait les achats", "Ended")],
    ),
    (
        "Velanor grandit. Jean Morvan en est le PDG.",
        [("Jean Morvan", "Velanor", "PDG", "InForce")],
    ),
    (
        "Claire Bodin quitte Velanor, dont elle était la directrice générale, pour Oxalis.",
        [("Claire Bodin", "Velanor", "directrice générale", "Ended")],
    ),
    (
        "Le conseil de Velanor a porté Claire Bodin à la présidence.",
        [("Claire Bodin", "Velanor", "présidence", "InForce")],
    ),
    (
        "Jean Morvan, PDG de Velanor, a démissionné jeudi.",
        [("Jean Morvan", "Velanor", "PDG", "Ended")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PORTRAITS)
def test_an_office_is_of_the_firm_that_the_article_is_about(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_an_office_is_found_apart_from_its_firm(text, expected):
    assert roles(text) == expected
