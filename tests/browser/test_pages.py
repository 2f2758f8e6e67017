"""Every page of the map, in both languages, wide and on a phone: quiet, and open to everyone."""

from __future__ import annotations

import pytest

PAGES = [
    "/",
    "/about",
    "/limits",
    "/ownership?at=2012-10-02",
    "/timeline",
    "/articles",
    "/articles/002",
    "/id/cloudwatt.html",
    "/id/octave-klaba.html",
    "/id/stake-002-1c1387e63a.html",
    "/id/evidence-002-534-692.html",
    "/graph/entities",
    "/questions",
    "/questions/cap-table-at",
    "/search?q=thales",
    "/query",
    "/ontology",
    "/ontology/Stake",
    "/shapes",
    "/rules",
]


# The other parts of the site are looked through in files of their own.
@pytest.mark.parametrize("path", ["/", "/about", "/limits"])
@pytest.mark.parametrize(
    ("language", "size", "dark"),
    [("en", "wide", False), ("fr", "phone", True)],
    ids=["wide and light", "phone and dark"],
)
def test_axe_finds_nothing(open_page, violations, path, language, size, dark):
    page = open_page(path, language=language, size=size, dark=dark)
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_speaks_the_language_of_its_reader(open_page, path, language):
    page = open_page(path, language=language, javascript=False)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(open_page, path):
    page = open_page(path, size="phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
