"""The pages of the articles: the text as it is, and each of its words beside what it supports."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag

from souverain import files, text
from souverain.check import coverage, source
from souverain.document import Document
from souverain.errors import BadValue, NoSuchPage
from souverain.files import Project
from souverain.iri import article as article_iri
from souverain.pages import assets
from souverain.pages.article import kinds as claimkinds
from souverain.pages.media import HTML, TEXT, TURTLE
from souverain.pages.site import Site
from souverain.text import Article
from souverain.vocab import PREFIXES

from .conftest import asked
from .test_contrast import COLOUR, contrast

SLUGS = ["000", "001", "002", "003", "004"]
ADDS = "ontology/questions/article-adds.rq"
Soup = Callable[..., BeautifulSoup]
each_article = pytest.mark.parametrize("slug", SLUGS)


@pytest.fixture(scope="session")
def soup(get: Callable[..., Document]) -> Soup:
    """Gives the page at an address, with every space that is in it."""

    @cache
    def find(target: str, language: str = "en") -> BeautifulSoup:
        return parsed(get(target, language))

    return find


@pytest.fixture(scope="session")
def articles(project: Project) -> Mapping[str, Article]:
    return text.load(project)


@pytest.fixture(scope="session")
def spans(site: Site) -> Callable[[str], dict[str, tuple[int, int, set[str]]]]:
    """Gives each evidence of an article with its bounds and claims, as SPARQL finds them."""

    @cache
    def find(slug: str) -> dict[str, tuple[int, int, set[str]]]:
        found: dict[str, tuple[int, int, set[str]]] = {}
        for row in site.solutions(
            f"""SELECT ?evidence ?start ?end ?claim {{
              ?evidence oa:hasSource <{article_iri(slug)}> ;
                oa:hasSelector [ oa:start ?start ; oa:end ?end ] .
              ?claim sov:evidence ?evidence }}"""
        ):
            name = last(row["evidence"].value)
            bounds = int(row["start"].value), int(row["end"].value)
            claims = found.setdefault(name, (*bounds, set()))[2]
            claims.add(last(row["claim"].value.partition("#")[0]))
        return found

    return find


def parsed(document: Document) -> BeautifulSoup:
    assert (document.status, document.media_type) == (200, HTML)
    content = document.content.decode("utf-8")
    return BeautifulSoup(content, "html.parser", preserve_whitespace_tags={"p"})


def last(iri: str) -> str:
    return iri.rpartition("/")[2]


def body(page: BeautifulSoup) -> str:
    return "".join(row.get_text() for row in page.select(".reading .text"))


def marked(page: BeautifulSoup) -> dict[str, list[tuple[int, int]]]:
    """The parts of each span of the text, by its name, as they are nested in the page."""
    found: dict[str, list[tuple[int, int]]] = {}
    at = 0

    def walk(tag: Tag) -> None:
        nonlocal at
        start = at
        for child in tag.children:
            if isinstance(child, Tag):
                walk(child)
            else:
                at += len(child)
        if tag.name == "mark":
            name = str(tag.get("id") or tag["data-of"])
            found.setdefault(name, []).append((start, at))

    for row in page.select(".reading .text"):
        walk(row)
    return found


def joined(parts: list[tuple[int, int]]) -> tuple[int, int]:
    """The bounds of parts that touch or overlap; fails where there is a gap between them."""
    rows = sorted(parts)
    reached = rows[0][1]
    for start, end in rows[1:]:
        assert start <= reached
        reached = max(reached, end)
    return rows[0][0], reached


@each_article
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_text_is_the_article_character_for_character(soup, articles, slug, language):
    assert body(soup(f"/articles/{slug}", language)) == articles[slug].text


@each_article
def test_the_text_is_in_the_language_of_the_article(soup, slug):
    for paragraph in soup(f"/articles/{slug}").select(".reading .text"):
        assert paragraph["lang"] == "fr"


@each_article
def test_each_evidence_is_marked_at_exactly_its_characters(soup, spans, slug):
    found = marked(soup(f"/articles/{slug}"))
    expected = {name: (start, end) for name, (start, end, _) in spans(slug).items()}
    drawn = {name: joined(parts) for name, parts in found.items() if name.startswith("evidence-")}
    assert drawn == expected


@each_article
def test_each_evidence_has_its_address_on_the_page(soup, spans, slug):
    ids = [tag["id"] for tag in soup(f"/articles/{slug}").select("[id]")]
    assert len(ids) == len(set(ids))
    assert spans(slug).keys() <= set(ids)


@each_article
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_link_within_the_page_leads_somewhere(soup, slug, language):
    page = soup(f"/articles/{slug}", language)
    ids = {tag["id"] for tag in page.select("[id]")}
    targets = {tag["href"][1:] for tag in page.select("a[href^='#']")}
    assert targets - ids == set()


@each_article
def test_each_claim_of_the_article_stands_once_in_the_margin(soup, site, slug):
    notes = [tag["id"] for tag in soup(f"/articles/{slug}").select(".reading .note[id]")]
    rows = site.solutions(
        f"SELECT DISTINCT ?claim {{ ?claim sov:assertedIn <{article_iri(slug)}> }}"
    )
    assert sorted(notes) == sorted(last(row["claim"].value) for row in rows)


@each_article
def test_the_margin_is_in_the_order_of_the_text(soup, spans, slug):
    firsts: dict[str, int] = {}
    for start, _, claims in spans(slug).values():
        for claim in claims:
            firsts[claim] = min(start, firsts.get(claim, start))
    page = soup(f"/articles/{slug}")
    for kind in (":not(.k-mention)", ".k-mention"):
        order = [firsts[tag["id"]] for tag in page.select(f".reading .note[id]{kind}")]
        assert order
        assert all(before <= after for before, after in pairwise(order))


@each_article
def test_a_claim_stands_beside_the_paragraph_that_it_quotes_first(soup, spans, slug):
    found = spans(slug)
    for passage in soup(f"/articles/{slug}").select(".passage"):
        here = {tag["id"] for tag in passage.select("mark[id]")}
        for note in passage.select(".note[id]"):
            first = min(
                (start, name) for name, (start, _, claims) in found.items() if note["id"] in claims
            )
            assert first[1] in here or any(
                found[name][0] == first[0] for name in here if name in found
            )


@each_article
def test_a_claim_leads_to_each_of_its_spans(soup, spans, slug):
    expected: dict[str, set[str]] = {}
    for name, (_, _, claims) in spans(slug).items():
        for claim in claims:
            expected.setdefault(claim, set()).add(name)
    for note in soup(f"/articles/{slug}").select(".reading .note[id]"):
        assert {tag["href"][1:] for tag in note.select("a.place")} == expected[note["id"]]


@each_article
def test_marked_words_lead_to_a_claim_that_quotes_them(soup, spans, slug):
    found = spans(slug)
    links = soup(f"/articles/{slug}").select(".text a")
    assert links
    for link in links:
        names = [tag.get("id") or tag["data-of"] for tag in link.find_parents("mark")]
        claims = set().union(*(found[name][2] for name in names if name in found))
        assert link["href"][1:] in claims


@each_article
def test_a_span_wears_the_line_of_each_kind_of_its_claims(soup, spans, slug):
    page = soup(f"/articles/{slug}")
    kinds = {
        note["id"]: next(name for name in note["class"] if name.startswith("k-"))
        for note in page.select(".reading .note[id]")
    }
    worn: dict[str, set[str]] = {}
    for mark in page.select("mark"):
        worn.setdefault(mark.get("id") or mark["data-of"], set()).add(mark["class"][0])
    for name, (_, _, claims) in spans(slug).items():
        assert worn[name] == {kinds[claim] for claim in claims}


@each_article
def test_lines_that_meet_have_levels_of_their_own(soup, slug):
    for link in soup(f"/articles/{slug}").select(".text a"):
        levels = [
            tag["class"][1] for tag in link.find_parents("mark") if "k-plain" not in tag["class"]
        ]
        assert len(levels) == len(set(levels))


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("ownership", "stake"),
        ("money", "funding"),
        ("people", "roleholding"),
        ("service", "siting"),
    ],
)
def test_a_claim_is_of_the_kind_of_its_class(soup, kind, start):
    notes = soup("/articles/002").select(f".reading .note[id^={start}-]")
    assert notes
    assert all(f"k-{kind}" in note["class"] for note in notes)


@each_article
def test_the_legend_counts_the_claims_of_each_kind(soup, slug):
    page = soup(f"/articles/{slug}")
    for box in page.select(".kinds input[name=kind]"):
        count = int(box.parent.get_text(" ", strip=True).rpartition(" ")[2])
        assert count == len(page.select(f".reading .note[id].k-{box['value']}"))
        assert box.has_attr("checked")


def test_the_kinds_that_the_address_names_are_chosen(soup):
    page = soup("/articles/002?kind=money&kind=people")
    chosen = [box["value"] for box in page.select(".kinds input[name=kind][checked]")]
    assert chosen == ["money", "people"]


def test_the_other_language_keeps_the_chosen_kinds(soup):
    page = soup("/articles/002?kind=money&kind=people")
    other = page.select_one(".languages a")["href"]
    assert "kind=money&kind=people" in other


def test_a_kind_that_is_none_is_a_clear_fault(get):
    with pytest.raises(BadValue, match="kind"):
        get("/articles/002?kind=<script>")


# Coverage, against the count that `check` makes from the files.


@pytest.fixture(scope="session")
def counted(project: Project) -> list[coverage.Sentence]:
    return coverage.sentences(source.read(project))


def numbers(page: BeautifulSoup) -> list[tuple[int, int]]:
    rows = page.select("#coverage + dl dd")
    return [tuple(map(int, re.findall(r"\d+", row.get_text())[:2])) for row in rows]


@each_article
def test_the_coverage_in_sentences_is_that_of_the_check(soup, counted, slug):
    rows = [row for row in counted if row.article == slug]
    told, _ = numbers(soup(f"/articles/{slug}"))
    assert told == (sum(1 for row in rows if row.claims), len(rows))


@each_article
def test_the_coverage_in_characters_counts_each_quoted_one_once(soup, spans, articles, slug):
    quoted = [False] * len(articles[slug].text)
    for start, end, claims in spans(slug).values():
        if any(not claim.startswith("mention-") for claim in claims):
            quoted[start:end] = [True] * (end - start)
    _, characters = numbers(soup(f"/articles/{slug}"))
    assert characters == (sum(quoted), len(quoted))


@each_article
def test_a_sentence_without_a_claim_is_told_with_its_reason(soup, counted, slug):
    page = soup(f"/articles/{slug}")
    rows = {f"sentence-{r.number}": r.reason for r in counted if r.article == slug and not r.claims}
    notes = {
        note.select_one("a.place")["href"][1:]: note.select_one("details p").get_text(strip=True)
        for note in page.select(".reading .note.none")
    }
    assert notes == rows
    listed = [tag["href"][1:] for tag in page.select("#coverage ~ ul a[href^='#sentence-']")]
    assert listed == list(rows)


def test_a_sentence_without_a_claim_is_marked_plain_and_whole(soup, articles):
    page = soup("/articles/001")
    (start, end), *_ = marked(page)["sentence-1"]
    assert articles["001"].text[start:end] == "C’est le début d’une nouvelle aventure."
    assert "k-plain" in page.select_one("#sentence-1")["class"]


# What the article is, and what it alone says.


@each_article
def test_the_page_vouches_for_the_file(soup, articles, slug):
    told = soup(f"/articles/{slug}").select_one(".about-article").get_text()
    assert articles[slug].file in told
    assert hashlib.sha256(articles[slug].text.encode("utf-8")).hexdigest() in told


@pytest.mark.parametrize(("language", "marks"), [("en", "inferred"), ("fr", "déduite")])
@pytest.mark.parametrize("target", ["/articles", "/articles/002"])
def test_an_inferred_date_wears_its_mark_and_opens_its_reason(
    soup, articles, language, marks, target
):
    reasons = [
        row.get_text(" ", strip=True)
        for row in soup(target, language).select("details.why")
        if marks in row.select_one("summary").get_text()
    ]
    note = articles["002"].published.note
    assert note is not None
    assert any(note[language][:60] in " ".join(row.replace(" ", " ").split()) for row in reasons)


@pytest.mark.parametrize("slug", ["000", "003"])
def test_a_stated_date_wears_no_mark(soup, slug):
    assert not soup(f"/articles/{slug}").select("details.why")


@each_article
def test_what_the_article_alone_names_is_what_the_question_finds(soup, site, project, slug):
    query = (project.root / ADDS).read_text("utf-8")
    query = query.replace("WHERE {", f"WHERE {{ VALUES ?article {{ <{article_iri(slug)}> }}", 1)
    expected = {row["form"].value for row in site.solutions(query)}
    links = soup(f"/articles/{slug}").select(".alone a.place")
    assert {link.get_text()[2:-2] for link in links} == expected


@each_article
def test_each_discrepancy_of_the_article_is_told_with_all_its_claims(soup, site, slug):
    expected: dict[str, set[str]] = {}
    for row in site.solutions(
        f"""SELECT ?it ?claim {{ ?it a sov:Discrepancy ; sov:between ?claim ;
          sov:between/sov:assertedIn <{article_iri(slug)}> }}"""
    ):
        expected.setdefault(last(row["it"].value), set()).add(last(row["claim"].value))
    told = {
        tag["id"]: {re.split("[/#]", link["href"])[-1] for link in tag.select("a.more")}
        for tag in soup(f"/articles/{slug}").select(".difference")
    }
    assert told == expected
    assert expected


def test_another_article_is_quoted_where_it_differs(soup):
    page = soup("/articles/002")
    quotes = [tag.get_text() for tag in page.select(".difference a.place[href^='/articles/003#']")]
    assert any("44%" in quote for quote in quotes)


def test_a_claim_that_differs_leads_to_the_discrepancy(soup):
    page = soup("/articles/002")
    note = page.select_one("#stake-002-16d66caa05")
    assert note.select_one("a[href^='#discrepancy-']")


# Addresses and formats.


@each_article
def test_the_text_is_to_be_had_byte_for_byte(get, project, articles, slug):
    document = get(f"/articles/{slug}.txt")
    assert (document.status, document.media_type) == (200, TEXT)
    assert document.content == (project.seeds / articles[slug].file).read_bytes()


def test_text_and_turtle_are_given_to_those_who_want_them(get):
    assert get("/articles/002", accept=TEXT).media_type == TEXT
    document = get("/articles/002", accept=f"{TURTLE},{HTML}")
    assert document.media_type == TURTLE
    assert (
        str(article_iri("002")) in document.content.decode("utf-8")
        or b"article:002" in document.content
    )


def test_other_formats_are_offered_beside_the_page(soup):
    types = {tag["type"] for tag in soup("/articles/002").select("link[rel=alternate][type]")}
    assert {TEXT, TURTLE} <= types


@pytest.mark.parametrize("target", ["/articles/999", "/articles/002.svg", "/articles/%00"])
def test_an_article_that_is_none_is_not_found(get, target):
    with pytest.raises(NoSuchPage):
        get(target)


def test_articles_lead_to_those_before_and_after(soup):
    def near(slug: str) -> dict[str, str]:
        links = soup(f"/articles/{slug}").select("nav.near a")
        return {link["rel"][0]: link["href"] for link in links}

    assert near("000") == {"next": "/articles/001"}
    assert near("002") == {"prev": "/articles/001", "next": "/articles/003"}
    assert near("004") == {"prev": "/articles/003"}


@pytest.mark.parametrize("target", ["/articles", *(f"/articles/{slug}" for slug in SLUGS)])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_is_smaller_than_200_kilobytes(get, target, language):
    assert len(get(target, language).content) < 200_000


def test_the_list_has_each_article_with_its_numbers(soup, site):
    rows = soup("/articles").select("table.articles tbody tr")
    assert [row.select_one("a")["href"] for row in rows] == [f"/articles/{slug}" for slug in SLUGS]
    for slug, row in zip(SLUGS, rows, strict=True):
        (found,) = site.solutions(
            f"SELECT (COUNT(DISTINCT ?c) AS ?n) {{ ?c sov:assertedIn <{article_iri(slug)}> }}"
        )
        numbers = map(int, re.findall(r"\d+", row.select("td")[3].get_text()))
        assert sum(numbers) == int(found["n"].value)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_headings_are_in_order(soup, language):
    levels = [int(tag.name[1]) for tag in soup("/articles/001", language).select("h1, h2, h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_lines_and_what_is_lit_can_be_told_from_their_ground(scheme):
    def read(name: str) -> dict[str, str]:
        blocks = re.findall(r":root\s*\{([^}]*)\}", assets.read()[name].decode("utf-8"))
        return dict(COLOUR.findall(blocks[scheme]))

    plain, own = read("site.css"), read("article.css")
    assert own.keys() == {*claimkinds.NAMES, "lit"}
    for kind in claimkinds.NAMES:
        assert contrast(own[kind], plain["paper"]) >= 3
    for name in ("ink", "quiet", "link", "in-force", "planned", "ended", "negated", "computed"):
        assert contrast(plain[name], own["lit"]) >= 4.5


# Bad data.

HOSTILE = (
    "<script>alert(1)</script> & &amp; </p></mark>\r\n\r\n"
    '\u202eOctave détient 12 % de \u2066Qwant\u2069.\u00a0\u202f‘x’ "y"\n\n\n'
    "   Une phrase\tsans rien.  \n"
)
CLAIMS = """
article:005 a sov:Article ; dcterms:title "<img src=x onerror=alert(1)>" ;
  dcterms:source <javascript:alert(1)> ; dcterms:publisher "\\u202E<b>P</b>" ;
  dcterms:language "fr" ; sov:fileName "x.txt" ; sov:sha256 "0" .
id:stake-005-a a sov:Stake ; sov:assertedIn article:005 ; sov:holder id:nobody-at-all ;
  sov:target id:qwant ; sov:evidence id:evidence-005-a , id:evidence-005-b .
id:opinion-005-a a sov:Opinion ; sov:assertedIn article:005 ; sov:speaker article:005 ;
  sov:evidence id:evidence-005-b .
id:opinion-005-astray a sov:Opinion ; sov:assertedIn article:005 ; sov:speaker article:005 ;
  sov:evidence id:evidence-005-astray .
id:opinion-005-bad a sov:Opinion ; sov:assertedIn article:005 ; sov:speaker article:005 ;
  sov:evidence id:evidence-005-bad .
"""


def evidence(name: str, start: object, end: object, exact: str) -> str:
    quoted = (
        exact.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r").replace("\n", "\\n")
    )
    return f"""
id:evidence-005-{name} a sov:Evidence ; oa:hasSource article:005 ;
  oa:hasSelector <{PREFIXES["id"]}evidence-005-{name}#p> , <{PREFIXES["id"]}evidence-005-{name}#q> .
<{PREFIXES["id"]}evidence-005-{name}#p> oa:start {start} ; oa:end {end} .
<{PREFIXES["id"]}evidence-005-{name}#q> oa:exact "{quoted}" ; oa:prefix "" ; oa:suffix "" .
"""


@pytest.fixture(scope="module")
def hostile(
    project: Project, tmp_path_factory: pytest.TempPathFactory, site_of: Callable[[Project], Site]
) -> BeautifulSoup:
    """The page of an article whose words and data mean harm; not to be changed."""
    copy = files.init(tmp_path_factory.mktemp("hostile") / "project", project)
    seeds = copy.seeds
    (seeds / "x.txt").write_bytes(HOSTILE.encode("utf-8"))
    digest = hashlib.sha256(HOSTILE.encode("utf-8")).hexdigest()
    with (seeds / "articles.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'\n[005]\nfile = "x.txt"\nsha256 = "{digest}"\nlanguage = "fr"\n'
            '[005.published]\nedtf = "2020"\nbasis = "StatedYear"\n'
        )
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    spans = evidence("a", 2, 60, HOSTILE[2:60]) + evidence("b", 40, 75, HOSTILE[40:75])
    astray = evidence("astray", 3, 9, "nowhere") + evidence("bad", '"x"', '"-1"', "y")
    (copy.graph / "005.ttl").write_text(prefixes + CLAIMS + spans + astray, "utf-8")
    return parsed(site_of(copy).answer(asked("/articles/005")))


def test_hostile_words_are_shown_as_they_are(hostile):
    assert body(hostile) == HOSTILE


def test_hostile_words_run_nothing(hostile):
    scripts = [tag.get("src", "") or tag.get("type") for tag in hostile.select("script")]
    assert all(row.startswith("/assets/") or row == "application/ld+json" for row in scripts)
    assert not hostile.select("[onerror], img, main b")
    assert not [tag for tag in hostile.select("[href]") if tag["href"].startswith("javascript:")]


def test_spans_that_cross_are_whole(hostile):
    found = marked(hostile)
    assert joined(found["evidence-005-a"]) == (2, 60)
    assert joined(found["evidence-005-b"]) == (40, 75)


def test_a_claim_whose_words_are_not_in_the_text_is_told_apart(hostile):
    astray = [note["id"] for note in hostile.select("#astray ~ .notes .note")]
    assert astray == ["opinion-005-astray", "opinion-005-bad"]
    assert not hostile.select("mark#evidence-005-astray, mark#evidence-005-bad")


def test_a_text_that_is_not_there_leaves_its_claims(scratch, site_of):
    next(scratch.seeds.glob("003_*.txt")).unlink()
    site = site_of(scratch)
    page = parsed(site.answer(asked("/articles/003")))
    assert "003_" in page.select_one(".fault").get_text()
    assert page.select("#astray ~ .notes .note")
    with pytest.raises(NoSuchPage):
        site.answer(asked("/articles/003.txt"))


def test_a_withdrawn_claim_is_shown_as_such_and_counts_for_nothing(scratch, site_of):
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    (scratch.graph / "undone.ttl").write_text(
        prefixes + "id:withdrawal-x a sov:Withdrawal ; sov:withdraws id:stake-002-16d66caa05 ;"
        ' sov:withdrawalReason "read wrong" ; sov:withdrawnBy "somebody"@en .',
        "utf-8",
    )
    page = parsed(site_of(scratch).answer(asked("/articles/002")))
    note = page.select_one("#stake-002-16d66caa05")
    assert "withdrawn" in note["class"]
    assert "read wrong" in note.get_text()
    legend = page.select_one("#show-ownership").parent.get_text(" ", strip=True)
    assert legend.endswith(" 5")
