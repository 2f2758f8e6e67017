"""The pages of entities and claims in a real browser."""

from __future__ import annotations

import pytest

PAGES = [
    "/id/cloudwatt",
    "/id/octave-klaba",
    "/id/caisse-des-depots",
    "/id/stake-002-16d66caa05",
    "/id/operation-0f9a4e605c",
    "/id/derivedstake-913e1828d8",
    "/id/discrepancy-b9abc09692",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("language", "size", "dark"), [("en", "wide", False), ("fr", "phone", True)]
)
def test_axe_finds_nothing(open_page, violations, path, language, size, dark):
    page = open_page(path, language=language, size=size, dark=dark)
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(open_page, path):
    page = open_page(path, size="phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_line_leads_to_its_claim_and_the_claim_to_its_highlight(open_page):
    page = open_page("/id/cloudwatt", javascript=False)
    page.locator("#stake-002-16d66caa05 a.more").click()
    assert page.locator(".context mark").inner_text().endswith("pour 44,4 %")
    page.locator(".context figcaption a").first.click()
    assert page.url.endswith("/articles/002#evidence-002-534-592")
    assert page.locator("[id='evidence-002-534-592']").count() == 1


def test_the_contents_lead_to_each_part(open_page):
    page = open_page("/id/cloudwatt", javascript=False)
    links = page.locator("nav.contents a").evaluate_all("rows => rows.map(row => row.hash)")
    assert links
    assert all(page.locator(link).count() == 1 for link in links)


def test_the_picture_is_drawn_without_a_script(open_page):
    page = open_page("/id/cloudwatt", javascript=False)
    assert page.locator(".picture img").first.evaluate("image => image.naturalWidth") > 0
