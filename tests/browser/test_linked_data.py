"""Things in a browser: the foot of every thing’s page, and the pages of all other things."""

from __future__ import annotations

import pytest

PAGES = [
    "/id/evidence-003-2109-2198",
    "/id/link-free-Q2467627.html",
    "/graph/002",
    "/graph/derived/rank",
    "/dataset",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("size", "dark"), [("wide", False), ("phone", True)])
def test_axe_finds_nothing(open_page, violations, path, size, dark):
    page = open_page(path, size=size, dark=dark)
    for summary in page.locator("summary").all():
        summary.click()
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(open_page, path):
    page = open_page(path, language="fr", size="phone", javascript=False)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_iri_is_copied(open_page):
    page = open_page("/id/evidence-003-2109-2198")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator(".linked button")
    button.click()
    assert button.inner_text() == "Copied"
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://w3id.org/souverain/id/evidence-003-2109-2198"


def test_nothing_is_offered_that_only_scripts_can_do(open_page):
    page = open_page("/id/evidence-003-2109-2198", javascript=False)
    assert not page.locator(".linked button").is_visible()


def test_the_address_of_a_part_opens_what_is_said_of_it(open_page):
    page = open_page("/id/evidence-003-2109-2198#position")
    assert page.locator("tbody#position").is_visible()


def test_a_thing_leads_to_its_page(open_page):
    page = open_page("/id/cloudwatt")
    assert page.url.endswith("/id/cloudwatt.html")
