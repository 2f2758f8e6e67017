"""The documentation of the ontology in a real browser."""

from __future__ import annotations

import pytest

PATHS = [
    "/ontology",
    "/ontology/Stake",
    "/ontology/holder",
    "/ontology/Planned",
    "/shapes",
    "/rules",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("language", "size", "dark"), [("en", "wide", False), ("fr", "phone", True)]
)
def test_axe_finds_nothing(open_page, violations, path, language, size, dark):
    page = open_page(path, language=language, size=size, dark=dark)
    assert violations(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_a_page_fits_a_phone(open_page, path):
    page = open_page(path, language="fr", size="phone", javascript=False)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    "path", ["/ontology#Stake", "/ontology#holder", "/shapes#Stake-holder", "/rules#remainder"]
)
def test_a_hash_iri_leads_to_its_place(open_page, path):
    page = open_page(path, javascript=False)
    target = page.locator(":target")
    assert target.get_attribute("id") == path.partition("#")[2]
    assert target.is_visible()
    assert target.evaluate("node => node.getBoundingClientRect().top < innerHeight")


def test_the_picture_leads_to_the_terms(open_page):
    page = open_page("/ontology", javascript=False)
    page.locator("svg a", has_text="derived stake").click()
    page.wait_for_url("**/ontology/DerivedStake")
    page.locator("svg a", has_text="holder").first.click()
    page.wait_for_url("**/ontology/holder")
    assert page.locator("h1").inner_text() == "holder"


def test_the_picture_takes_the_colours_of_the_scheme(open_page):
    fills = set()
    for dark in (False, True):
        page = open_page("/ontology/Stake", dark=dark)
        box = page.locator("svg rect.own")
        fills.add(box.evaluate("node => getComputedStyle(node).fill"))
    assert len(fills) == 2
