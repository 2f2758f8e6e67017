"""Questions and search in a real browser: forms, tables, suggestions by keyboard and by pointer."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PAGES = [
    "/questions",
    "/questions/cap-table",
    "/questions/cap-table-at?target=Numergy&date=2012-12-31",
    "/questions/completed-purchase",
    "/questions/time-line",
    "/search",
    "/search?q=cloudwatt",
    "/search?q=argent&class=Evidence",
    "/search?q=zzzqqq",
]
LANGUAGES = ["en", "fr"]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("language", "size", "dark"), [("en", "wide", False), ("fr", "phone", True)]
)
def test_axe_finds_nothing_and_the_page_fits(open_page, violations, path, language, size, dark):
    page = open_page(path, language=language, size=size, dark=dark)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_is_asked_of_a_thing_by_its_name(open_page, language, javascript):
    page = open_page("/questions/holdings-of", language=language, javascript=javascript)
    page.fill("#field-holder", "Thalès")
    page.click(".ask button")
    expect(page.locator("#field-holder")).to_have_value("Thales")
    assert page.locator("table.answer > tbody").count() > 1
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
def test_a_name_at_fault_is_told_where_it_stands(open_page, noise, javascript):
    noise.allowed = ("400 (Bad Request)",)
    page = open_page("/questions/cap-table", javascript=javascript)
    page.fill("#field-target", "Clodwatt")
    page.click(".ask button")
    expect(page.locator("#field-target")).to_have_attribute("aria-invalid", "true")
    page.click("[role=alert] li li a >> nth=0")
    expect(page.locator("#field-target")).to_have_value("Cloudwatt")


def test_a_link_to_an_answer_opens_the_same_answer(open_page):
    page = open_page("/questions/cap-table-at?target=Numergy&date=2012-12-31")
    first = page.locator("table.answer").inner_text()
    page.goto(page.locator(".again a").last.get_attribute("href"))
    assert page.locator("table.answer").inner_text() == first
    assert "id%3Anumergy" in page.url


def test_a_thing_is_chosen_by_keyboard_in_a_form(open_page):
    page = open_page("/questions/cap-table")
    field = page.locator("#field-target")
    field.fill("")
    field.press_sequentially("numer")
    expect(page.locator("[role=option]").first).to_be_visible()
    field.press("ArrowDown")
    chosen = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
    while "Numergy" not in page.locator(f"#{chosen}").inner_text():
        field.press("ArrowDown")
        chosen = field.get_attribute("aria-activedescendant")
    field.press("Enter")
    expect(field).to_have_value("Numergy")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press("Enter")
    page.wait_for_url("**target=Numergy*")


def test_a_suggestion_of_the_search_box_opens_its_page(open_page, violations):
    page = open_page("/questions")
    page.locator("#find").press_sequentially("cloudwat")
    option = page.locator("[role=option]", has_text="Cloudwatt").first
    expect(option).to_be_visible()
    assert violations(page) == []
    option.click()
    page.wait_for_url("**/id/cloudwatt*")


def test_suggestions_go_away(open_page):
    page = open_page("/questions")
    field = page.locator("#find")
    field.press_sequentially("cloud")
    expect(page.locator("[role=option]").first).to_be_visible()
    field.press("Escape")
    expect(page.locator(".suggestions").first).to_be_hidden()
    expect(field).to_have_value("cloud")


@pytest.mark.parametrize("javascript", [True, False], ids=["with", "without"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_found_is_refined_and_leads_to_the_highlight(open_page, language, javascript):
    page = open_page("/search", language=language, javascript=javascript)
    page.fill("#q", "cuillere argent")
    page.click(".seek button")
    page.locator(".facets details", has=page.locator("a[href*='class=Evidence']")).locator(
        "summary"
    ).click()
    page.click("a[href*='class=Evidence']")
    expect(page.locator(".hits mark").first).to_have_text("cuillère")
    page.locator(".hits .source a").first.click()
    anchor = page.url.partition("#")[2]
    assert anchor.startswith("evidence-002")
    expect(page.locator(f"[id='{anchor}']")).to_be_visible()
