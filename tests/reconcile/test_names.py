"""Which entity a name means, and when nobody can be sure."""

from __future__ import annotations

import pytest

from souverain.pages.reconcile.forms import Form
from souverain.pages.reconcile.likeness import likeness

MEANT = [
    ("Cloudwatt", "cloudwatt"),
    ("clodwatt", "cloudwatt"),
    ("CLOUDWATT S.A.", "cloudwatt"),
    ("Groupe Thales", "thales"),
    ("Thalès", "thales"),
    ("Orange SA", "orange"),
    ("OBS", "orange-business-services"),
    ("Orange Business Service", "orange-business-services"),
    ("KLABA, Octave", "octave-klaba"),
    ("Klaba Miroslav", "miroslaw-klaba"),
    ("Caisse des depots et consignations", "caisse-des-depots"),
    ("cour des dépôts", "caisse-des-depots"),
    ("dépôts, caisse des", "caisse-des-depots"),
    ("OVH Cloud", "ovhcloud"),
    ("OVH", "ovhcloud"),
    ("l’État français", "etat-francais"),
    ("Commission européene", "commission-europeenne"),
    ("european comission", "commission-europeenne"),
    ("Fonds National pour la Societé Numerique", "fonds-national-pour-la-societe-numerique"),
    ("cloudwatt", "cloudwatt"),
    ("id:cloudwatt", "cloudwatt"),
    ("https://w3id.org/souverain/id/cloudwatt", "cloudwatt"),
    ("Numéricable", "numericable"),
    ("Soc. Numergy", "numergy"),
]
# A typing error in so short a name makes it another name, and a part of a name is none.
UNSURE = ["Bul", "Business Services", "Klaba", "Thales Alenia Space", "ministère", "services"]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("name", "identifier"), MEANT)
def test_a_name_means_its_entity(ask, name, identifier, language):
    assert ask(name, language)[0]["id"] == identifier


@pytest.mark.parametrize("name", UNSURE)
def test_nobody_is_sure_of_what_is_only_like_a_name(ask, name):
    assert not any(hit["match"] for hit in ask(name))


def test_nobody_is_sure_of_a_name_that_two_entities_have(ask):
    hits = ask("Shadow")
    assert {hits[0]["id"], hits[1]["id"]} == {"shadow", "shadow-entreprise"}
    assert not any(hit["match"] for hit in hits)


def test_a_type_tells_namesakes_apart(ask):
    (first, *others) = ask("Shadow", type="Organization")
    assert first["id"] == "shadow-entreprise"
    assert first["match"]
    assert all("Organization" in {row["id"] for row in hit["type"]} for hit in others)


@pytest.mark.parametrize("name", ["zzzqqq", "Ω", "!!!", "12345"])
def test_what_is_like_no_name_has_no_candidate(ask, name):
    assert ask(name) == []


@pytest.mark.parametrize(
    ("one", "other", "at_least", "below"),
    [
        ("Orange", "Orange", 100, 101),
        ("Orange SA", "Orange", 97, 98),
        ("OVH Cloud", "OVHcloud", 99, 100),
        ("Klaba Octave", "Octave Klaba", 96, 97),
        ("Cloudwat", "Cloudwatt", 80, 96),
        ("Orange", "Orange Business Services", 0, 50),
        ("Bull", "Bleu", 0, 70),
        ("", "Orange", 0, 1),
        ("Groupe", "Groupe", 100, 101),
    ],
)
def test_how_alike_two_names_are(one, other, at_least, below):
    assert at_least <= likeness(Form.of(one), Form.of(other)) < below
    assert likeness(Form.of(one), Form.of(other)) == likeness(Form.of(other), Form.of(one))


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("S.A. Cloudwatt", ("cloudwatt",)),
        ("Cloudwatt, S. A. S.", ("cloudwatt",)),
        ("Groupe SA", ("groupe", "sa")),
        ("l’Étoile & Cie", ("etoile",)),
    ],
)
def test_a_legal_form_is_no_part_of_a_name(text, core):
    assert Form.of(text).core == core
