"""The ownership picture and the time line in a browser: the slider, the keyboard, no script."""

from __future__ import annotations

import json
import re
import urllib.request

import pytest

BY = {
    "2012-10-01": {"orange", "thales", "caisse-des-depots", "sfr", "bull"},
    "2015-01-01": {
        *("orange", "thales", "caisse-des-depots", "sfr", "bull", "atos-et-numericable"),
        "etat-francais",
    },
}
OVERLAPS = """() => {
  const found = [];
  const right = (box) => box.x + box.width;
  const low = (box) => box.y + box.height;
  for (const svg of document.querySelectorAll(".canvas svg")) {
    const frame = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll("text")].map((text) => ({
      words: text.textContent, box: text.getBBox(),
    }));
    for (const { words, box } of texts) {
      const isBelow = box.x >= 0 && box.y >= 0;
      const isAbove = right(box) <= frame.width && low(box) <= frame.height;
      if (!(isBelow && isAbove)) found.push(["outside", words]);
    }
    for (const [number, { words, box }] of texts.entries()) {
      for (const other of texts.slice(number + 1)) {
        const across = Math.min(right(box), right(other.box)) - Math.max(box.x, other.box.x);
        const down = Math.min(low(box), low(other.box)) - Math.max(box.y, other.box.y);
        if (across > 0.5 && down > 3) found.push(["meet", words, other.words]);
      }
    }
    for (const box of svg.querySelectorAll("a.box")) {
      const room = box.querySelector("rect").getBBox();
      for (const text of box.querySelectorAll("text")) {
        if (right(text.getBBox()) > right(room)) found.push(["wide", text.textContent]);
      }
    }
  }
  return found;
}"""


def drawn(page) -> set[str]:
    return set(page.locator(".canvas a.edge").evaluate_all("rows => rows.map(r => r.dataset.key)"))


def served(address: str, date: str) -> tuple[set[str], set[str]]:
    """The claims that the server draws at a date, and who holds by them."""
    with urllib.request.urlopen(f"{address}/ownership.json?at={date}") as answer:
        rows = [row for row in json.load(answer)["rows"] if row["shown"]]
    part = re.compile(r"[^/]+$")
    return (
        {part.search(row["claim"])[0] for row in rows},
        {part.search(row["holder"])[0] for row in rows},
    )


def settled(page, date: str) -> None:
    page.wait_for_function("d => document.getElementById('shown').dataset.at === d", arg=date)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_slider_changes_the_picture_to_the_right_holders(open_page, address, language):
    page = open_page("/ownership", language=language)
    slider = page.locator("#step")
    for number, date in ((2, "2012-10-01"), (4, "2015-01-01"), (0, "2011-01-01")):
        slider.fill(str(number))
        settled(page, date)
        claims, holders = served(address, date)
        assert drawn(page) == claims
        assert holders == BY.get(date, set())
        assert f"at={date}" in page.url


def test_the_slider_is_moved_by_keys_and_says_its_date(open_page):
    page = open_page("/ownership?at=2015-01-01")
    page.locator("#step").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    settled(page, "2012-10-01")
    assert page.locator("#step").get_attribute("aria-valuetext") == "October 2012"
    page.keyboard.press("End")
    settled(page, "2023-06-01")
    assert page.locator(".steps [aria-current=step]").get_attribute("data-date") == "2023-06-01"


def test_a_shared_link_opens_the_same_state(open_page):
    page = open_page("/ownership?target=cloudwatt&through=1")
    page.locator("#before").click()
    page.wait_for_function("() => document.getElementById('shown').dataset.at === '2023-04-01'")
    shown = drawn(page)
    again = open_page(page.url)
    assert drawn(again) == shown
    assert again.locator("#picture-heading").inner_text() == "April 2023 · Cloudwatt"
    assert again.locator("#target").input_value() == "cloudwatt"


def test_playing_tells_the_story_and_stops_at_its_end(open_page):
    page = open_page("/ownership?at=2022-01-01")
    page.locator("#play").click()
    settled(page, "2023-04-01")
    settled(page, "2023-06-01")
    page.wait_for_function("() => document.getElementById('play').ariaPressed === 'false'")


def test_an_edge_shows_its_words_and_opens_its_claim(open_page):
    page = open_page("/ownership?at=2012-10-01")
    edge = page.locator('a.edge[data-key="stake-002-16d66caa05"]')
    edge.focus()
    assert "Orange pour 44,4 %" in page.locator(".words-of blockquote").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".words-of").count() == 0
    edge.locator(".hit").hover()
    assert page.locator(".words-of blockquote").is_visible()
    edge.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/stake-002-16d66caa05*")


def test_without_script_the_form_gives_another_date(open_page, address):
    page = open_page("/ownership", javascript=False)
    assert page.locator("#slider").is_hidden()
    page.locator("#at").select_option("2012-10-01")
    page.locator("form.when button").click()
    assert drawn(page) == served(address, "2012-10-01")[0]
    assert page.locator("#at").input_value() == "2012-10-01"
    page.locator('.steps a[data-date="2015-01-01"]').click()
    assert drawn(page) == served(address, "2015-01-01")[0]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "path",
    [
        "/ownership?at=2012-10-01",
        "/ownership?at=2015-01-01",
        "/ownership",
        "/ownership?through=1",
        "/ownership?target=qwant&through=1",
        "/timeline",
        "/timeline?about=cloudwatt",
    ],
)
def test_no_words_of_a_picture_meet_or_are_cut(open_page, path, language):
    assert open_page(path, language=language).evaluate(OVERLAPS) == []


@pytest.mark.parametrize("path", ["/ownership?at=2015-01-01", "/ownership?through=1", "/timeline"])
@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(open_page, violations, path, size, dark):
    page = open_page(path, size=size, dark=dark)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= (
        390 if size == "phone" else 1280
    )


def test_a_picture_is_shown_in_another_page(open_page, address):
    page = open_page("/about")
    size = page.evaluate(
        """async () => { const image = new Image(); image.src = "/ownership.svg?target=cloudwatt";
        await image.decode(); return [image.naturalWidth, image.naturalHeight]; }"""
    )
    assert size[0] > 500
    assert size[1] > 100
