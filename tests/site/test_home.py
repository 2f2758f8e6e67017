"""The first page, what the site says of itself, and what all its pages share."""

from __future__ import annotations

import re

import pytest

from souverain.errors import BadValue, NoFormat, NoSuchPage
from souverain.pages import words
from souverain.pages.about import LIMITS
from souverain.pages.counts import counts
from souverain.settings import SETTINGS

LANGUAGES = ("en", "fr")


@pytest.mark.parametrize("name", ["entities", "claims", "quotes", "articles", "triples"])
def test_the_home_page_counts_what_there_is(site, soup, name):
    numbers = [int(re.sub(r"\D", "", row.text)) for row in soup("/").select(".counts dd")]
    assert counts(site)[name] in numbers
    assert counts(site)[name] > 0


def test_what_the_service_says_of_itself_is_not_counted(site, project):
    assert counts(site)["triples"] < site.dataset.triples


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_latest_announcements_stand_with_their_quotes(soup, language):
    claims = soup("/", language).select(".claim")
    assert len(claims) == 5
    assert all(row.select("blockquote[lang=fr]") for row in claims)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_told_with_its_value(site, soup, name, language):
    value = str(getattr(site.settings, name))
    rows = {
        row.th.text: re.sub(r"\D", "", row.td.text)
        for row in soup("/limits", language).select("tbody tr")
    }
    assert rows[words.read(language)(f"limits.{name}")] == value


def test_every_limit_is_a_setting():
    assert set(LIMITS) <= {row.name for row in SETTINGS}


@pytest.mark.parametrize("name", words.table())
def test_the_words_of_the_site_are_there_in_each_language(name):
    row = words.table()[name]
    assert set(row) == set(LANGUAGES)
    assert all(row.values())
    slots = [sorted(re.findall(r"\{(\w+)\}", text)) for text in row.values()]
    assert set(slots[0]) == set(slots[1])


@pytest.mark.parametrize("path", ["/", "/about", "/limits"])
def test_a_link_keeps_the_language_that_was_chosen(soup, path):
    links = [row["href"] for row in soup(f"{path}?lang=fr", "fr").select("nav a")]
    assert links
    assert all("lang=fr" in link for link in links)


@pytest.mark.parametrize(
    "path", ["/nothing", "/abou", "/about/x", "/about.ttl", "/../etc/passwd", "/%FF"]
)
def test_an_address_that_leads_nowhere(get, path):
    with pytest.raises(NoSuchPage):
        get(path)


def test_a_media_type_that_a_page_does_not_have(get):
    with pytest.raises(NoFormat, match="media type"):
        get("/about", accept="text/turtle")


@pytest.mark.parametrize("query", ["%FF=1", "&".join(f"a{number}=1" for number in range(101))])
def test_parameters_that_cannot_be_read(get, query):
    with pytest.raises(BadValue):
        get(f"/?{query}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_draws_who_holds_what(soup, language):
    page = soup("/", language)
    (drawing,) = page.select("svg.drawing")
    assert drawing.find("title").text
    assert {"Orange", "Cloudwatt"} <= {row.text for row in drawing.find_all("text")}
