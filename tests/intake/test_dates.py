from __future__ import annotations

import pytest

from souverain import dates
from souverain.errors import DataError
from souverain.intake.anchor import Anchor
from souverain.intake.times import whens

PUBLISHED = "2015-06-12"  # a Friday

SAID = [
    ("le 2 octobre 2012", "2012-10-02"),
    ("en mars 2014", "2014-03"),
    ("en 2013", "2013"),
    ("fin 2013", "2013"),
    ("depuis 2011", "2011"),
    ("le 1er avril 2015", "2015-04-01"),
    ("au premier trimestre 2014", "2014-01/2014-03"),
    ("au second semestre 2014", "2014-07/2014-12"),
    ("on 3 March 2015", "2015-03-03"),
    ("March 3, 2015", "2015-03-03"),
]
RELATIVE = [
    ("le 2 octobre", "2014?-10-02"),
    ("le 2 mai", "2015?-05-02"),
    ("début septembre", "2014?-09"),
    ("en avril dernier", "2015?-04"),
    ("en septembre prochain", "2015?-09"),
    ("l'an dernier", "2014?"),
    ("cette année", "2015?"),
    ("l'an prochain", "2016?"),
    ("le mois dernier", "2015?-05"),
    ("hier", "2015?-06-11"),
    ("lundi", "2015?-06-08"),
    ("lundi prochain", "2015?-06-15"),
    ("il y a deux ans", "2013?"),
    ("il y a trois mois", "2015?-03"),
    ("cet été", "2015?-06/2015?-09"),
    ("last year", "2014?"),
    ("two years ago", "2013?"),
]
# What the verb says is to come is the next such date, not the last.
TO_COME = [
    ("Elle sera lancée en septembre", "2015?-09"),
    ("L'opéra fut vendu en septembre", "2014?-09"),
    ("L'offre doit s'ouvrir le 20 juin", "2015?-06-20"),
    ("L'offre va s'ouvrir le 2 juin", "2016?-06-02"),
    ("L'offre s'ouvrira en juin", "2015?-06"),
    ("Il prendra ses fonctions lundi", "2015?-06-15"),
    ("Il l'aurait vendue en octobre", "2014?-10"),
    ("Elle sera vendue. Elle fut lancée en septembre", "2014?-09"),
]


@pytest.mark.parametrize(("words", "edtf"), SAID)
@pytest.mark.parametrize("published", [None, PUBLISHED])
def test_a_stated_date_needs_no_anchor(words, edtf, published):
    assert [row.edtf for row in whens(words, Anchor.of(published))] == [edtf]


@pytest.mark.parametrize(("words", "edtf"), RELATIVE)
def test_a_relative_date_has_a_year_that_looks_inferred(words, edtf):
    assert [row.edtf for row in whens(words, Anchor.of(PUBLISHED))] == [edtf]


@pytest.mark.parametrize(("words", "edtf"), TO_COME)
def test_what_is_to_come_is_the_next(words, edtf):
    assert [row.edtf for row in whens(words, Anchor.of(PUBLISHED))] == [edtf]


@pytest.mark.parametrize("words", [words for words, _ in RELATIVE])
def test_no_relative_date_is_resolved_without_a_publication(words):
    assert not any(row.edtf for row in whens(words, None))


@pytest.mark.parametrize("edtf", [edtf for _, edtf in SAID + RELATIVE])
def test_what_is_written_is_edtf(edtf):
    assert all(dates.bounds(edtf))


@pytest.mark.parametrize(
    "words",
    ["Il a été vendu.", "Mars investit.", "2000 salariés", "le 31 février 2015", "we may go"],
)
def test_what_is_no_date_gives_none(words):
    assert not any(row.edtf for row in whens(words, Anchor.of(PUBLISHED)))


@pytest.mark.parametrize(
    ("published", "anchor"),
    [
        ("2015", Anchor(2015)),
        ("2015-06", Anchor(2015, 6)),
        ("2015-06-12", Anchor(2015, 6, 12)),
        ("2012-10?", Anchor(2012, 10)),
        ("2015/2016", None),
        (None, None),
    ],
)
def test_a_publication_anchors_as_much_as_it_says(published, anchor):
    assert Anchor.of(published) == anchor


def test_a_publication_that_is_no_date_is_refused():
    with pytest.raises(DataError, match="is not an EDTF date"):
        Anchor.of("octobre")
