"""The pages of entities: what is said of each, in one place, with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from souverain import files
from souverain.document import Asked, Document
from souverain.explanation import evidence
from souverain.explanation.facts import Node
from souverain.files import Project
from souverain.pages.entity.blocks import BLOCKS
from souverain.pages.entity.sections import SECTIONS
from souverain.pages.site import Site
from souverain.query.evaluation import Query, evaluate

Soup = Callable[..., BeautifulSoup]
Get = Callable[..., Document]
MOST_BYTES = 200_000
LANGUAGES = ("en", "fr")
NAMES = "id:cloudwatt", "id:orange", "id:octave-klaba", "id:synfonium", "id:france"


def entities(site: Site) -> Iterator[Node]:
    facts = site.facts
    for iri in sorted(site.dataset.subjects()):
        node = facts.node(iri)
        if iri.startswith(f"{site.base}id/") and facts.is_a(node, "Entity"):
            yield node


def slug(iri: str) -> str:
    return iri.rpartition("/")[2]


def anchors(page: BeautifulSoup) -> list[str]:
    return [str(tag["id"]) for tag in page.select("main [id]")]


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def state(page: BeautifulSoup, part: str, name: str) -> Tag:
    found = page.select_one(f"section[aria-labelledby={part}] > .holdings.{name}")
    assert found
    return found


def holding(page: BeautifulSoup, part: str, name: str, holder: str) -> Tag:
    for section in state(page, part, name).select(".holding"):
        if words(section.select_one("h4")) == holder:
            return section
    raise AssertionError(holder)


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request: pytest.FixtureRequest, site: Site, get: Get) -> dict[str, BeautifulSoup]:
    """The page of every entity, by its IRI."""
    return {
        entity.iri: BeautifulSoup(
            get(f"/id/{slug(entity.iri)}.html", request.param).content.decode("utf-8"),
            "html.parser",
        )
        for entity in entities(site)
    }


def test_every_claim_that_names_an_entity_stands_on_its_page_once(
    site: Site, pages: dict[str, BeautifulSoup]
) -> None:
    for iri, page in pages.items():
        found = anchors(page)
        for claim in evidence.naming_claims(site.facts, site.facts.node(iri)):
            assert found.count(slug(claim.iri)) == 1, (iri, claim.iri)
        assert len(found) == len(set(found)), iri
        assert len(str(page).encode("utf-8")) < MOST_BYTES


def test_each_line_has_a_quote_and_leads_to_where_it_stands(
    pages: dict[str, BeautifulSoup],
) -> None:
    for iri, page in pages.items():
        for line in page.select(".claim"):
            quotes = line.select(".evidence blockquote")
            assert quotes, (iri, line.get("id"))
            assert all(words(quote) for quote in quotes)
            for link in line.select(".source a"):
                assert str(link["href"]).startswith("/articles/")
                assert "#evidence-" in str(link["href"])


def test_discrepancies_are_shown_with_all_their_sides(
    site: Site, pages: dict[str, BeautifulSoup]
) -> None:
    for page in pages.values():
        for section in page.select(".discrepancy"):
            node = site.facts.node(f"{site.base}id/{section['id']}")
            assert len(section.select(".claim")) == len(node.all("between")) > 1


@pytest.mark.parametrize(
    ("holder", "printed", "number", "basis"),
    [
        ("Orange", "44,4 %", "44.4 %", "exact"),
        ("Thales", "22,2 %", "22.2 %", "exact"),
        ("Caisse des Dépôts", "le reste", "", "remainder"),
    ],
)
def test_the_printed_figure_comes_first(
    soup: Soup, holder: str, printed: str, number: str, basis: str
) -> None:
    line = holding(soup("/id/cloudwatt.html"), "held_by", "now", holder).select_one(".line")
    assert line
    assert words(line.select_one(".figure")) == printed
    assert words(line.select_one(".number")) == number if number else not line.select(".number")
    assert words(line.select_one(".basis")) == basis


def test_a_computed_remainder_stands_apart_from_what_is_printed(soup: Soup) -> None:
    section = holding(soup("/id/cloudwatt.html"), "held_by", "now", "Caisse des Dépôts")
    (computed,) = section.select(".derived")
    assert words(computed.select_one(".figure")) == "33.4 %"
    assert words(computed.select_one(".number")) == "from 33.3 % to 33.5 %"
    assert computed.select_one(".state.computed")
    assert len(computed.select(".premises li")) == 3
    assert not any("33.4" in words(line) for line in section.select(".line"))


@pytest.mark.parametrize(("part", "address"), [("held_by", "cloudwatt"), ("holds", "orange")])
def test_a_planned_stake_is_not_among_those_in_force(soup: Soup, part: str, address: str) -> None:
    page = soup(f"/id/{address}.html")
    figures = {
        name: {words(tag) for tag in state(page, part, name).select(".figure")}
        for name in ("planned", "now")
    }
    assert figures["planned"] == {"100%", "la totalité des titres"}
    assert {"44,4 %", "44%"} <= figures["now"]
    assert not figures["planned"] & figures["now"]
    assert not state(page, part, "now").select(".state.planned")


def test_a_denied_share_is_told_as_denied(soup: Soup) -> None:
    page = soup("/id/ovhcloud.html")
    assert state(page, "held_by", "denied").select(".state.negated")
    assert not page.select(".holdings.now")


def test_a_majority_has_no_figure_but_its_bound(soup: Soup) -> None:
    page = soup("/id/qwant.html")
    numbers = [words(tag) for tag in state(page, "held_by", "now").select(".line .number")]
    assert numbers == ["> 50 %"]


@pytest.mark.parametrize("member", ["octave-klaba", "miroslaw-klaba"])
def test_a_joint_share_is_not_split(soup: Soup, member: str) -> None:
    section = state(soup(f"/id/{member}.html"), "holds", "planned")
    assert words(section.select_one("h4")) == "the Klaba brothers → Synfonium"
    assert "how they share it is not known" in words(section)
    assert [words(tag) for tag in section.select(".number")] == ["75 %"]


def test_the_preferred_claim_comes_first_and_says_why(soup: Soup) -> None:
    section = holding(soup("/id/cloudwatt.html"), "held_by", "now", "Orange")
    first, second = section.select(".line")
    assert "Shown first" in words(first)
    assert "prints more digits" in words(first)
    assert "Another claim" in words(second)


def test_the_discrepancies_of_every_kind_that_touch_it_are_shown(soup: Soup) -> None:
    kinds = {words(tag) for tag in soup("/id/cloudwatt.html").select(".discrepancy > h3")}
    assert kinds == {"rounding", "wording", "channel"}


def test_a_wrong_spelling_is_marked_as_one(soup: Soup) -> None:
    page = soup("/id/caisse-des-depots.html")
    assert words(page.select_one(".names .wrong")) == "cour des dépôts"
    assert [words(tag) for tag in page.select("tr.wrong th")] == ["cour des dépôts"]


@pytest.mark.parametrize(
    ("address", "told"),
    [("cloudwatt", "No reviewed link to Wikidata"), ("free", "Q2467627")],
)
def test_wikidata_is_linked_by_a_reviewed_record_or_not_at_all(
    soup: Soup, address: str, told: str
) -> None:
    section = soup(f"/id/{address}.html").select_one("section[aria-labelledby=wikidata]")
    assert section
    assert told in words(section)
    assert bool(section.select("a[rel=external]")) is (told[0] == "Q")


def test_an_inferred_date_wears_its_mark_and_its_reason(soup: Soup) -> None:
    marks = soup("/id/cloudwatt.html").select("#stake-002-16d66caa05 abbr.inferred")
    assert marks
    assert all("No year is printed" in str(mark["title"]) for mark in marks)


def test_the_stages_of_a_purchase_stand_in_order(soup: Soup) -> None:
    page = soup("/id/qwant.html")
    section = next(tag for tag in page.select(".operation") if "Octave Klaba" in words(tag.h3))
    states = [words(tag) for tag in section.select(".claim .state")]
    assert states == ["in negotiation", "being finalised", "being finalised"]


def test_an_opinion_is_told_as_one(soup: Soup) -> None:
    page = soup("/id/cloudwatt.html")
    for part in ("says", "said_of"):
        section = page.select_one(f"section[aria-labelledby={part}]")
        assert section
        assert "never facts" in words(section)


@pytest.mark.parametrize("iri", NAMES)
def test_each_block_can_be_asked_for_again(site: Site, soup: Soup, get: Get, iri: str) -> None:
    address = iri.removeprefix("id:")
    page = soup(f"/id/{address}.html")
    sections = {section.name for section in SECTIONS}
    for part in page.select("section.part"):
        name = str(part["aria-labelledby"])
        query = BLOCKS[name].select(f"{site.base}id/{address}")
        rows = list(evaluate(site.dataset.store, Query(query)))
        assert rows or name == "wikidata"
        if name in sections:
            things = {slug(row["thing"].value) for row in rows}
            assert things <= set(anchors(page))
        table = get(f"/blocks/{name}.csv?of={address}").content.decode("utf-8")
        assert table.count("\r\n") > len(rows) - 1


@pytest.mark.parametrize("name", sorted(BLOCKS.keys() - {"counts", "wikidata"}))
def test_a_block_is_had_as_a_graph_of_its_things(site: Site, get: Get, name: str) -> None:
    told = get(f"/blocks/{name}.ttl?of=caisse-des-depots")
    assert told.media_type == "text/turtle"
    for thing in {row["thing"].value for row in evaluate(site.dataset.store, _query(site, name))}:
        assert slug(thing).partition("#")[0] in told.content.decode("utf-8")


def _query(site: Site, name: str) -> Query:
    return Query(BLOCKS[name].select(f"{site.base}id/caisse-des-depots"))


CUT = 2_050
WITHDRAWN = "stake-002-854bdf0e33"
HOSTILE = """
@prefix id: <https://w3id.org/souverain/id/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sov: <https://w3id.org/souverain/ontology#> .
@prefix article: <https://w3id.org/souverain/articles/> .
@prefix oa: <http://www.w3.org/ns/oa#> .

id:hostile a sov:Organization, <javascript:alert(1)> ;
    skos:prefLabel "<script>alert('h')</script>\\u202E"@fr ;
    skos:altLabel "LONG"@fr ;
    skos:editorialNote "<img src=x onerror=alert(2)>" ;
    skos:exactMatch <javascript:alert(3)> .
id:nameless a sov:Organization .
id:stake-hostile a sov:Stake ;
    sov:holder id:nameless ; sov:target id:hostile ; sov:assertedIn article:002 ;
    sov:asOf <https://w3id.org/souverain/articles/002#published> ;
    sov:percentageText "<b>99 %</b>"@fr ; sov:percentage "not a number" ;
    sov:status id:nowhere ; sov:rank id:nowhere ; sov:via <javascript:alert(4)> ;
    sov:evidence id:evidence-hostile .
id:evidence-hostile a sov:Evidence ; oa:hasSource article:002 ;
    oa:hasSelector <https://w3id.org/souverain/id/evidence-hostile#quote> .
<https://w3id.org/souverain/id/evidence-hostile#quote> a oa:TextQuoteSelector ;
    oa:exact "</blockquote><script>alert(5)</script>" .
id:withdrawal-test a sov:Withdrawal ; sov:withdraws id:stake-002-854bdf0e33 ;
    sov:withdrawalReason "It was a test."@en ; sov:withdrawnBy "a test" ;
    sov:withdrawnOn "2026-01-01"^^<http://www.w3.org/2001/XMLSchema#date> .
id:mention-hostile a sov:Mention ; sov:mentions id:nameless ; sov:assertedIn article:002 ;
    sov:surfaceForm "<i>nameless</i>"@fr ; sov:evidence id:evidence-hostile .
"""


@pytest.fixture(scope="module")
def spoiled(
    project: Project,
    tmp_path_factory: pytest.TempPathFactory,
    site_of: Callable[[Project], Site],
) -> Callable[..., BeautifulSoup]:
    """Reads pages of a project that holds a withdrawn claim, and what must not be followed."""
    scratch = files.init(tmp_path_factory.mktemp("spoiled") / "project", project)
    text = HOSTILE.replace("LONG", "x" * 100_000)
    Path(scratch.graph, "hostile.ttl").write_text(text, "utf-8")
    site = site_of(scratch)

    def read(address: str, language: str = "en") -> BeautifulSoup:
        asked = Asked(address, "", "text/html", language, "http://localhost:8000")
        return BeautifulSoup(site.answer(asked).content.decode("utf-8"), "html.parser")

    return read


@pytest.mark.parametrize("name", ["hostile", "nameless", "stake-hostile", "mention-hostile"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_hostile_is_run_followed_or_left_whole(
    spoiled: Soup, name: str, language: str
) -> None:
    page = spoiled(f"/id/{name}.html", language)
    main = page.select_one("main")
    assert main
    assert not main.select("script, img[src=x], i, b")
    links = [str(tag.get("href", tag.get("src"))) for tag in page.select("[href], [src]")]
    assert all(links)
    assert not [link for link in links if link.lower().startswith("javascript:")]
    assert max(map(len, main.get_text().split())) < CUT
    assert len(str(page).encode("utf-8")) < MOST_BYTES


def test_what_has_no_name_is_called_by_the_end_of_its_iri(spoiled: Soup) -> None:
    assert words(spoiled("/id/nameless.html").h1) == "nameless"


@pytest.mark.parametrize("name", ["cloudwatt", "thales"])
def test_a_withdrawn_claim_stands_on_no_page_of_an_entity(
    spoiled: Soup, soup: Soup, name: str
) -> None:
    assert WITHDRAWN in anchors(soup(f"/id/{name}.html"))
    assert WITHDRAWN not in str(
        spoiled(f"/id/{name}.html").select("section.part .claim, .premises")
    )


def test_a_withdrawn_claim_can_still_be_read_and_says_why(spoiled: Soup) -> None:
    page = spoiled(f"/id/{WITHDRAWN}.html")
    told = page.select_one("section.withdrawal")
    assert told
    assert "It was a test." in words(told)
    assert page.select_one(".large.struck")
