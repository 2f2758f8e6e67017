"""A problem is told on a page of the site: framed, in the reader's language, with a way on."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from souverain.errors import NoSuchPage
from souverain.http.message import Request
from souverain.pages import words
from souverain.settings import Settings
from souverain.web import problems

FAULT = NoSuchPage("/id/x", [("/id/cloudwatt", "Cloudwatt")], hint="look for it")


def told(query: str = "", header: str = "fr", settings: Settings | None = None) -> BeautifulSoup:
    request = Request(
        "GET",
        "http://localhost/id/x.html",
        query.encode("latin-1"),
        {"accept": "text/html", "accept-language": header},
    )
    response = problems.response(FAULT, request, settings or Settings())
    assert isinstance(response.body, bytes)
    return BeautifulSoup(response.body.decode("utf-8"), "html.parser")


def titled(soup: BeautifulSoup) -> tuple[str, str]:
    assert soup.html
    assert soup.h1
    return soup.html["lang"], soup.h1.text


@pytest.mark.parametrize(
    ("query", "header", "language"),
    [
        ("", "fr", "fr"),
        ("", "en", "en"),
        ("lang=fr", "en", "fr"),
        ("lang=xx", "fr", "fr"),
        ("%ff=%ff", "fr", "fr"),
        ("&".join("abcdefghijklmnopqrst" * 6), "fr", "fr"),
    ],
)
def test_a_problem_is_told_in_the_language_of_the_reader(query, header, language):
    assert titled(told(query, header)) == (language, words.read(language)("problem.no-such-page"))


def test_sentences_in_another_language_are_marked():
    marked = [row.text for row in told().select('main p[lang="en"]')]
    assert marked == [str(FAULT), FAULT.hint]


def test_it_has_the_navigation_and_the_switch_of_language():
    soup = told("lang=fr", "en")
    assert soup.select('header nav a[href="/ownership?lang=fr"]')
    assert soup.select('header .languages a[href="/id/x.html?lang=en"]')


def test_a_server_without_the_site_does_not_lead_to_its_pages():
    assert not told(settings=Settings(data="x")).select("header nav")


@pytest.mark.parametrize("problem", problems.PROBLEMS.values(), ids=lambda row: row.slug)
def test_the_title_of_every_problem_has_its_words(problem):
    table = words.table()[f"problem.{problem.slug}"]
    assert table["en"] == problem.title
    assert table["fr"] != problem.title
