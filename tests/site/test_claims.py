"""The pages of claims, and of what the project computes from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from souverain.document import Document
from souverain.explanation.facts import Node
from souverain.pages.site import Site

Soup = Callable[..., BeautifulSoup]
LANGUAGES = ("en", "fr")
MOST_BYTES = 200_000
REMAINDER = "/id/stake-002-1c1387e63a.html"
ORANGE = "/id/stake-002-16d66caa05.html"
COMPUTED = "/id/derivedstake-913e1828d8.html"


def words(tag: object) -> str:
    return " ".join(tag.get_text().split())  # type: ignore[attr-defined]


def part(page: BeautifulSoup, name: str) -> BeautifulSoup:
    found = page.select_one(f"section[aria-labelledby=part-{name}]")
    assert found, name
    return found  # type: ignore[return-value]


def slots(page: BeautifulSoup) -> dict[str, str]:
    rows = part(page, "slots").select("dl.slots > *")
    return {words(dt): words(dd) for dt, dd in zip(rows[::2], rows[1::2], strict=True)}


def told(site: Site) -> list[Node]:
    """Every claim, and everything that a rule made of claims."""
    nodes = map(site.facts.node, sorted(site.dataset.subjects()))
    return [node for node in nodes if node.all("assertedIn") or node.all("rule")]


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(
    request: pytest.FixtureRequest, site: Site, get: Callable[..., Document]
) -> dict[str, str]:
    """The page of every claim, by its IRI."""
    return {
        node.iri: get(f"/id/{node.iri.rpartition('/')[2]}.html", request.param).content.decode()
        for node in told(site)
    }


def test_every_claim_has_a_page_with_each_of_its_quotes(site: Site, pages: dict[str, str]) -> None:
    for iri, page in pages.items():
        assert len(page.encode("utf-8")) < MOST_BYTES
        for quote in site.facts.node(iri).texts("evidence"):
            assert f'#{quote.rpartition("/")[2]}"' in page, iri


def test_the_quote_stands_in_its_context_and_leads_to_the_article(soup: Soup) -> None:
    section = part(soup(ORANGE), "quotes")
    assert words(section.select_one("mark")) == (
        "Cloudwatt, qui s’appuie quant à lui sur Orange pour 44,4 %"
    )
    assert section.select(".around")
    link = section.select_one("figcaption a")
    assert link
    assert (
        link["href"] == "/articles/002#evidence-002-1085-1143" or "#evidence-002-" in link["href"]
    )


def test_printed_words_stand_beside_what_is_understood(soup: Soup) -> None:
    page = soup(ORANGE)
    rows = slots(page)
    assert rows["percentage as printed"] == "44,4 %"
    assert rows["percentage"] == "44.4 %"
    assert rows["interval, at least"] == "44.35 %"
    names = list(rows)
    assert names.index("percentage") == names.index("percentage as printed") + 1


def test_labels_are_those_of_the_ontology_in_the_language_of_the_page(soup: Soup) -> None:
    assert slots(soup(ORANGE, "fr"))["base de la participation"] == "exacte"


def test_a_remainder_has_no_number(soup: Soup) -> None:
    page = soup(REMAINDER)
    assert "percentage" not in slots(page)
    assert "33.4" not in words(page.select_one(".large"))
    assert "33.4" in words(part(page, "related"))


def test_a_date_tells_its_year_and_why_it_was_inferred(soup: Soup) -> None:
    section = words(part(soup(ORANGE), "dates"))
    for expected in ("2012-10-01", "2012-10-31", "inferred year", "No year is printed"):
        assert expected in section


@pytest.mark.parametrize(
    ("address", "speakers"),
    [
        ("stake-003-7bea394997", ["Orange"]),
        ("quantity-002-63976da075", ["Fleur Pellerin", "the European Commission"]),
    ],
)
def test_who_says_so_is_told_from_the_article_on(
    soup: Soup, address: str, speakers: list[str]
) -> None:
    rows = part(soup(f"/id/{address}.html"), "chain").select("li")
    assert "says so" in words(rows[0])
    assert [words(row.select_one("a")) for row in rows[1:]] == speakers


def test_the_others_about_the_same_holding_stand_below(site: Site, soup: Soup) -> None:
    section = part(soup(ORANGE), "siblings")
    premises = site.facts.node(f"{site.base}id/holding-1d78831c78").texts("premise")
    assert len(section.select(".claim")) == len(premises) - 1


def test_who_differs_is_shown(soup: Soup) -> None:
    section = part(soup(ORANGE), "disagreements")
    assert "44,4 %" in words(section)
    assert "44%" in words(section)


def test_a_computed_stake_shows_its_rule_and_the_words_of_its_premises(soup: Soup) -> None:
    page = soup(COMPUTED)
    assert "What is left" in words(part(page, "rule"))
    assert len(part(page, "computed").select(".evidence blockquote")) == 3
    assert page.select(".state.computed")


@pytest.mark.parametrize(
    ("address", "name", "count"),
    [
        ("/id/holding-1d78831c78.html", "stakes", 4),
        ("/id/operation-0f9a4e605c.html", "history", 4),
        ("/id/discrepancy-b9abc09692.html", "sides", 2),
    ],
)
def test_what_groups_claims_shows_each_of_them(
    soup: Soup, address: str, name: str, count: int
) -> None:
    assert len(part(soup(address), name).select(".claim")) == count


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_is_ready_to_copy(site: Site, soup: Soup, language: str) -> None:
    text = words(soup(ORANGE, language).select_one("#citation"))
    assert "44,4 %" in text
    assert f"/id/stake-002-16d66caa05?version={site.version}" in text
