"""The pages of the articles in a browser: from words to claims and back, by mouse and by keys."""

from __future__ import annotations

import pytest

from souverain import text

ARTICLE = "/articles/002"
CLAIM = "stake-002-16d66caa05"
TEXT = "[...document.querySelectorAll('.reading .text')].map(row => row.textContent).join('')"
FOCUSED = "document.activeElement.id"
LIT = "getComputedStyle(document.getElementById('{}')).backgroundColor"
TRANSPARENT = "rgba(0, 0, 0, 0)"


@pytest.fixture
def span(open_page):
    """The name of the span of the claim that the tests follow."""
    page = open_page(ARTICLE, javascript=False)
    return page.locator(f"#{CLAIM} .place").get_attribute("href")[1:]


def lit(page, name):
    return page.evaluate(LIT.format(name)) != TRANSPARENT


def words(page, span):
    """The words of a span that lead to its own claim."""
    return page.locator(f"#{span} > a[href='#{CLAIM}']").first


@pytest.mark.parametrize("slug", ["000", "001", "002", "003", "004"])
def test_the_browser_holds_the_text_character_for_character(open_page, project, slug):
    page = open_page(f"/articles/{slug}")
    assert page.evaluate(TEXT) == text.load(project)[slug].text


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_without_javascript_words_lead_to_their_claim_and_back(open_page, span, size):
    page = open_page(ARTICLE, javascript=False, size=size)
    words(page, span).click()
    assert page.url.endswith(f"#{CLAIM}")
    assert page.locator(f"#{CLAIM}:target").is_visible()
    page.locator(f"#{CLAIM} .place").click()
    assert page.url.endswith(f"#{span}")
    assert lit(page, span)


def test_a_span_that_was_cut_is_lit_whole_without_javascript(open_page):
    page = open_page("/articles/000", javascript=False)
    name = page.locator("mark[data-of][class*=' c']").first.get_attribute("data-of")
    page = open_page(f"/articles/000#{name}", javascript=False)
    parts = page.locator(f"mark[data-of='{name}']")
    colours = {row.evaluate("row => getComputedStyle(row).backgroundColor") for row in parts.all()}
    assert TRANSPARENT not in colours


def test_words_list_their_claims_in_a_panel_and_give_the_focus_back(open_page, span):
    page = open_page(ARTICLE)
    words(page, span).click()
    panel = page.locator("#panel")
    assert panel.is_visible()
    assert page.evaluate(FOCUSED) == "panel"
    assert "44,4" in panel.inner_text()
    assert panel.locator(".note").count() > 1
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.getAttribute('href')") == f"#{CLAIM}"


def test_the_panel_leads_to_the_claim_and_the_claim_to_its_words(open_page, span):
    page = open_page(ARTICLE)
    words(page, span).click()
    page.locator(f"#panel a[href='#{CLAIM}']").click()
    assert not page.locator("#panel").is_visible()
    assert page.url.endswith(f"#{CLAIM}")
    assert lit(page, CLAIM)
    assert lit(page, span)
    page.locator(f"#{CLAIM} .place").click()
    assert page.locator(f"#{CLAIM}.lit").count() == 1
    assert lit(page, span)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_j_and_k_go_from_claim_to_claim(open_page, size):
    page = open_page(ARTICLE, size=size)
    claims = page.locator(".reading .note[id]:not(.k-mention)")
    names = [row.get_attribute("id") for row in claims.all()[:3]]
    for key, name in zip("jjkjj", [names[0], names[1], names[0], names[1], names[2]], strict=True):
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED) == name
        assert page.url.endswith(f"#{name}")
        assert page.locator(f"#{name}").is_visible()


def test_j_and_k_can_be_turned_off_for_good(open_page):
    page = open_page(ARTICLE)
    page.locator("#keys").uncheck()
    page.keyboard.press("j")
    assert "#" not in page.url
    page.reload()
    assert not page.locator("#keys").is_checked()
    page.keyboard.press("j")
    assert "#" not in page.url


def test_keys_that_are_typed_are_no_commands(open_page):
    page = open_page(ARTICLE)
    page.locator("#find").press_sequentially("jk")
    assert page.locator("#find").input_value() == "jk"
    assert "#" not in page.url


@pytest.mark.parametrize("javascript", [True, False])
def test_a_kind_can_be_hidden(open_page, javascript):
    page = open_page(ARTICLE, javascript=javascript)
    note, mark = page.locator(f"#{CLAIM}"), page.locator("mark.k-ownership").first
    assert note.is_visible()
    page.locator("#show-ownership").uncheck()
    assert not note.is_visible()
    line = "row => getComputedStyle(row).textDecorationLine"
    assert mark.evaluate(line) == "none"
    assert page.locator("mark.k-mention").first.evaluate(line) == "underline"


@pytest.mark.parametrize("javascript", [True, False])
def test_the_chosen_kinds_can_be_shared(open_page, javascript):
    page = open_page(f"{ARTICLE}?lang=fr", javascript=javascript)
    for box in page.locator(".kinds [name=kind]").all():
        box.set_checked(box.get_attribute("value") == "money")
    if not javascript:
        page.locator(".kinds button").click()
    assert page.url.partition("?")[2].split("&") == ["lang=fr", "kind=money"]
    other = open_page(page.url.replace(page.evaluate("location.origin"), ""))
    assert other.locator(".kinds [name=kind]:checked").count() == 1
    assert not other.locator(f"#{CLAIM}").is_visible()


def test_on_a_phone_the_margin_is_folded_under_its_paragraph(open_page):
    page = open_page(ARTICLE, size="phone")
    passage = page.locator(".passage").nth(1)
    note = passage.locator(".note").first
    assert not note.is_visible()
    passage.locator(".margin > summary").click()
    assert note.is_visible()
    words, below = passage.locator(".text").bounding_box(), note.bounding_box()
    assert below["y"] >= words["y"] + words["height"]


def test_a_link_to_a_mention_opens_the_list_that_it_is_in(open_page):
    page = open_page(ARTICLE, javascript=False)
    name = page.locator(".mentions .note").first.get_attribute("id")
    page = open_page(f"{ARTICLE}#{name}")
    assert page.locator(f"#{name}").is_visible()


@pytest.mark.parametrize("path", ["/articles", ARTICLE, "/articles/001"])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", ["wide", "phone"])
def test_axe_finds_nothing(open_page, violations, path, language, size):
    page = open_page(path, language=language, size=size, dark=language == "fr")
    assert violations(page) == []


def test_axe_finds_nothing_in_the_panel(open_page, violations, span):
    page = open_page(ARTICLE)
    words(page, span).click()
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/articles", *(f"/articles/00{number}" for number in range(5))])
def test_a_page_fits_a_phone(open_page, path):
    page = open_page(path, size="phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
