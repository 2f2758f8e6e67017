"""Search: every spelling finds its thing, every count is right, every result is on one page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from urllib.parse import quote, urlencode

import pytest
from bs4 import BeautifulSoup

from souverain import files
from souverain.document import Asked, Document
from souverain.errors import BadValue
from souverain.folding import fold
from souverain.pages.media import HTML
from souverain.pages.search import index
from souverain.pages.search.index import FACETS
from souverain.pages.search.items import Part
from souverain.pages.search.lexicon import Lexicon
from souverain.vocab import BASE, PREFIXES

LANGUAGES = ("en", "fr")
STANDING = "FILTER NOT EXISTS { ?withdrawal sov:withdraws ?item }"
HIDDEN_WORD = "quetzalcoatl"
NEEDLE = "<script>alert('needle')</script> \u202e" + "x " * 1100 + HIDDEN_WORD
SPOILT = f"""
id:withdrawal-x a sov:Withdrawal ; sov:withdraws <CLAIM> .
id:numergy dcterms:isReplacedBy id:cloudwatt .
id:needle a sov:Organization ; skos:prefLabel "{NEEDLE}"@fr ; skos:altLabel "Aiguille"@fr .
id:nameless a sov:Service .
"""


def url(**given: object) -> str:
    return f"/search.json?{urlencode(given)}"


@pytest.fixture(scope="session")
def find(get) -> Callable[..., dict]:
    """What a search gives in JSON."""
    return lambda q="", language="en", **given: json.loads(get(url(q=q, **given), language).content)


@pytest.fixture(scope="module")
def spoilt(project, tmp_path_factory, site_of):
    """The site of a project with a withdrawn claim, a merged entity and a hostile name."""
    scratch = files.init(tmp_path_factory.mktemp("spoilt") / "project", project)
    declared = "".join(f"PREFIX {key}: <{iri}>\n" for key, iri in PREFIXES.items())
    claim = "https://w3id.org/souverain/id/stake-002-16d66caa05"
    (scratch.graph / "spoilt.ttl").write_text(declared + SPOILT.replace("CLAIM", claim), "utf-8")
    site = site_of(scratch)

    def get(target: str) -> Document:
        path, _, given = target.partition("?")
        return site.answer(Asked(path, given, HTML, "en", "http://localhost"))

    get.site = site
    return get


def everything(get, first: str, language: str = "en") -> list[dict]:
    """The results of all pages, from one to the next."""
    found, target = [], first
    while target:
        told = json.loads(get(target, language).content)
        found += told["results"]
        target = told["next"]
    return found


SPELT = [
    ("cloudwatt", "cloudwatt"),
    ("CLOUDWATT", "cloudwatt"),
    ("cloudw", "cloudwatt"),
    ("clodwatt", "cloudwatt"),
    ("cloudwattt", "cloudwatt"),
    ("Thales", "thales"),
    ("Thalès", "thales"),
    ("thalés", "thales"),
    ("Caisse des Dépôts", "caisse-des-depots"),
    ("caisse des depots et consignations", "caisse-des-depots"),
    ("cour des dépôts", "caisse-des-depots"),
    ("COUR DES DEPOTS", "caisse-des-depots"),
    ("Midoslaw", "miroslaw-klaba"),
    ("Miro", "miroslaw-klaba"),
    ("l’État", "etat-francais"),
    ("l'Etat", "etat-francais"),
    ("L´ÉTAT", "etat-francais"),
    ("OVH", "ovhcloud"),
    ("OVH Cloud", "ovhcloud"),
    ("ovh-cloud", "ovhcloud"),
    ("FSN", "fonds-national-pour-la-societe-numerique"),
    ("European Commission", "commission-europeenne"),
    ("Commission européenne", "commission-europeenne"),
    ("Numéricable", "numericable"),
    ("Echos", "les-echos"),
    ("Klaba Octave", "octave-klaba"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("query", "slug"), SPELT)
def test_a_name_is_found_in_any_spelling(find, query, slug, language):
    assert find(query, language)["results"][0]["iri"] == f"{BASE}id/{slug}"


def test_every_name_of_every_entity_finds_it(site, find):
    names = [
        row
        for row in index.of(site).spellings.rows
        if (item := index.of(site).item(row.iri)) and item.part is Part.ENTITY
    ]
    assert len(names) > 200
    for row in names:
        found = find(row.text)
        first = [hit["iri"] for hit in found["results"] if hit["what"] == "entity"]
        assert row.iri in first, row


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("orange", ["orange", "orange-business-services"]),
        ("cloudwatt", ["cloudwatt", "systeme-cloudwatt", "offre-de-services-de-cloudwatt"]),
    ],
)
def test_the_very_name_comes_before_names_that_begin_so_and_these_before_others(find, query, order):
    found = [row["iri"].removeprefix(f"{BASE}id/") for row in find(query)["results"]]
    assert [slug for slug in found if slug in order] == order
    assert found[0] == order[0]


@pytest.mark.parametrize("query", ["cuillère en argent", "CUILLERE EN ARGENT", "cuillere argent"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_a_quote_lead_to_their_place_in_the_article(find, get, query, language):
    found = find(query, language, **{"class": "Evidence"})
    assert found["count"] > 0
    for row in found["results"]:
        path, _, anchor = row["path"].partition("#")
        assert f'id="{anchor}"'.encode() in get(path).content
        assert "cuillère en argent" in row["text"]


def test_a_hit_is_marked_in_its_quote(soup):
    page = soup("/search?q=argent&class=Evidence")
    marks = [mark.get_text().casefold() for mark in page.select(".hits blockquote mark")]
    assert set(marks) == {"argent"}
    assert all(quote["lang"] == "fr" for quote in page.select(".hits blockquote"))


@pytest.mark.parametrize(("language", "word"), [("en", "announces"), ("fr", "annonce")])
def test_sentences_are_searched_in_the_language_of_the_page(find, site, language, word):
    found = find(word, language, **{"class": "Announcement"})
    assert found["count"] > 5
    for row in found["results"]:
        assert word in fold(str(site.told(row["iri"], language).sentence))


def test_a_spelling_that_is_not_the_name_is_told(soup):
    assert "Thalès" in soup("/search?q=thales").select_one(".hits").get_text()
    first = soup("/search?q=Midoslaw").select_one(".hits .entity").get_text()
    assert "Miroslaw Klaba" in first
    assert "misspelt “Midoslaw”" in first


def counted(site, pattern: str) -> int:
    (row,) = site.solutions(f"SELECT (COUNT(DISTINCT ?item) AS ?count) {{ {pattern} {STANDING} }}")
    return int(row["count"].value)


@pytest.mark.parametrize(
    "name",
    ["Stake", "Opinion", "Announcement", "Organization", "Initiative", "Person", "Evidence"],
)
def test_a_class_has_as_many_items_as_the_graph(site, find, name):
    expected = counted(site, f"?item a sov:{name}")
    found = find(**{"class": name})
    assert found["count"] == expected > 0
    assert find()["facets"]["class"][name] == expected


@pytest.mark.parametrize("name", ["Planned", "InForce"])
def test_a_status_has_as_many_stakes_as_the_graph(site, find, name):
    expected = counted(site, f"?item a sov:Stake ; sov:status sov:{name}")
    assert find(**{"class": "Stake", "status": name})["count"] == expected > 0


@pytest.mark.parametrize("article", ["000", "001", "002", "003", "004"])
def test_an_article_has_as_many_quotes_and_opinions_as_the_graph(site, find, article):
    quotes = counted(site, f"?item a sov:Evidence ; oa:hasSource article:{article}")
    opinions = counted(site, f"?item a sov:Opinion ; sov:assertedIn article:{article}")
    assert find(**{"class": "Evidence"})["facets"]["article"][article] == quotes
    assert find(**{"class": "Opinion"})["facets"]["article"].get(article, 0) == opinions


def test_the_year_of_an_event_is_its_own_and_not_that_of_its_article(site, find):
    expected = counted(
        site,
        "?item a sov:LifecycleEvent ; sov:eventWhen ?when . ?when sov:earliest ?day"
        " FILTER (YEAR(?day) = 2013)",
    )
    found = find(**{"class": "LifecycleEvent", "year": "2013"})
    assert found["count"] == expected > 0
    assert "2013" not in find(**{"class": "Evidence"})["facets"]["year"]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"q": "cloudwatt"},
        {"q": "synfonium", "class": "Opinion"},
        {"class": "Stake", "status": "Planned"},
        {"q": "orange", "article": "003"},
        {"from": "2015-01-01", "to": "2015-12-31"},
    ],
    ids=str,
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_is_that_of_the_search_with_it(find, given, language):
    found = find(given.get("q", ""), language, **{k: v for k, v in given.items() if k != "q"})
    checked = 0
    for facet, counts in found["facets"].items():
        for value, count in list(counts.items())[:6]:
            chosen = {k: v for k, v in given.items() if k != "q"} | {facet: value}
            assert find(given.get("q", ""), language, **chosen)["count"] == count
            checked += 1
    assert checked > 3


def test_dates_bound_what_is_found(find):
    whole = find(**{"class": "Stake"})["count"]
    early = find(**{"class": "Stake", "to": "2013-01-01"})["count"]
    late = find(**{"class": "Stake", "from": "2013-01-02"})["count"]
    assert early > 0 < late
    assert early + late == whole


@pytest.mark.parametrize("given", [{}, {"q": "cloud"}, {"article": "002"}], ids=str)
def test_the_pages_hold_everything_once(get, find, given):
    found = everything(get, url(**given))
    iris = [row["iri"] for row in found]
    assert len(iris) == len(set(iris)) == find(**given)["count"]
    whole = list(
        csv.DictReader(io.StringIO(get(f"/search.csv?{urlencode(given)}").content.decode()))
    )
    assert [row["iri"] for row in whole] == iris


def test_pages_link_to_each_other(soup, find):
    page = soup("/search?q=cloudwatt&lang=fr")
    link = page.select_one("a[rel=next]")["href"]
    second = soup(link, "fr")
    assert second.select_one("a[rel=prev]")["href"] == "/search?q=cloudwatt&lang=fr"
    assert len(page.select(".hits > li")) == 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_words_entities_stand_from_a_to_z(soup, find, language):
    page = soup("/search", language)
    letters = [link.get_text() for link in page.select(".letters a")]
    assert letters == sorted(letters)
    assert len(letters) > 10
    assert find("", language)["count"] > 700
    for row in find("", language, letter="Q")["results"]:
        assert row["what"] == "entity"
        assert fold(row["text"]).startswith("q")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_that_finds_nothing_gives_advice(soup, language):
    page = soup("/search?q=qqqqzzzz", language)
    assert not page.select(".hits > li")
    assert page.select_one("main section p").get_text().strip()


def test_a_letter_is_no_beginning_of_a_word_but_leads_to_names(soup, find):
    assert find("q")["count"] == 0
    near = [link["href"] for link in soup("/search?q=q").select("main section ul a")]
    assert "/id/qwant" in near


def test_near_names_are_told_where_a_choice_leaves_nothing(soup):
    page = soup("/search?q=clodwatt&class=Person")
    assert "/id/cloudwatt" in [link["href"] for link in page.select("main section ul a")]


def test_texts_with_the_most_words_are_told_to_be_such(find, soup):
    assert find("Cloudwatt qqqqzzzz")["partial"]
    assert soup("/search?q=Cloudwatt+qqqqzzzz").select(".partial")
    assert not find("Cloudwatt")["partial"]


@pytest.mark.parametrize(
    "given",
    ["page=99999", "page=0", "from=2015-01-02&to=2015-01-01", "from=hier", f"q={'a' * 501}"],
)
def test_a_parameter_at_fault_is_refused(get, given):
    with pytest.raises(BadValue):
        get(f"/search?{given}")


@pytest.mark.parametrize(
    "query",
    [
        "<script>alert(1)</script>",
        "\u202egnissiM",
        "%00",
        "'\"; DROP",
        "a " * 250,
        "é" * 500,
        "{x} % {}",
        "((((",
        "💥",
        "class:Stake^2",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_query_is_text(get, query, language):
    found = get(f"/search?q={quote(query)}", language).content.decode()
    page = BeautifulSoup(found, "html.parser")
    assert "<script>alert" not in found
    assert page.select_one("#q")["value"] == query.strip()


@pytest.mark.parametrize("given", ["class=Nothing", "article=999", "status=%3Cb%3E", "letter=%22"])
def test_a_choice_that_nothing_has_finds_nothing(find, get, given):
    assert json.loads(get(f"/search.json?{given}").content)["count"] == 0
    assert get(f"/search?{given}").status == 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "slug"),
    [("cai", "caisse-des-depots"), ("thalè", "thales"), ("Mido", "miroslaw-klaba")],
)
def test_a_name_is_suggested_while_one_types(get, typed, slug, language):
    told = json.loads(get(f"/suggest.json?q={quote(typed)}", language).content)
    assert told["suggestions"][0]["path"] == f"/id/{slug}"
    assert len(told["suggestions"]) <= 8
    assert {"name", "class", "path", "text"} <= told["suggestions"][0].keys()


@pytest.mark.parametrize("typed", ["", "qqqqzzzz", "((("])
def test_nothing_is_suggested_for_nothing(get, typed):
    told = json.loads(get(f"/suggest.json?q={quote(typed)}").content)
    assert told["suggestions"] == []


def test_what_is_suggested_means_the_thing(get):
    told = json.loads(get("/suggest.json?q=o").content)["suggestions"]
    for row in told:
        found = json.loads(get(f"/questions/events.json?about={quote(row['text'])}").content)
        assert found["parameters"][0]["href"] == row["path"]


def test_a_withdrawn_claim_is_not_found(spoilt, find):
    after = json.loads(spoilt("/search.json?class=Stake").content)["count"]
    assert after == find(**{"class": "Stake"})["count"] - 1


def test_a_merged_entity_is_not_found(spoilt):
    found = json.loads(spoilt("/search.json?q=Numergy").content)["results"]
    assert f"{BASE}id/numergy" not in [row["iri"] for row in found]


def test_a_nameless_entity_can_be_browsed(spoilt):
    assert "nameless" in spoilt("/search?letter=N&class=Service").content.decode()


def test_only_the_beginning_of_a_long_text_is_searched(spoilt):
    assert json.loads(spoilt("/search.json?q=needle").content)["count"] == 1
    assert json.loads(spoilt(f"/search.json?q={HIDDEN_WORD}").content)["count"] == 0


def test_a_hostile_name_is_text_and_cut(spoilt):
    page = spoilt("/search?q=needle").content.decode()
    assert "<script>alert(&" not in page
    assert "alert('needle')</script>" not in page
    assert HIDDEN_WORD not in page
    told = json.loads(spoilt("/suggest.json?q=aiguille").content)["suggestions"][0]
    assert told["path"] == "/id/needle"
    assert len(told["name"]) < 200


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’État français", "etat francais"),
        ("Orange’s offer", "orange offer"),
        ("aujourd’hui", "aujourd hui"),
        ("Cœur à cœur", "coeur a coeur"),
        ("44,4 %", "44 4"),
        ("e\u0301tat", "etat"),
        ("\u202eabc\u200b", "abc"),
        ("STRASSE straße", "strasse strasse"),
        ("a_b-c", "a b c"),
    ],
)
def test_texts_are_compared_in_one_form(text, folded):
    assert fold(text) == folded


def test_a_lexicon_finds_texts_with_all_words():
    lexicon = Lexicon(["red green", "green blue", "greenish red", "grey"])
    assert lexicon.find(["green"]).texts == {0, 1, 2}
    assert lexicon.find(["red", "green"]).texts == {0, 2}
    assert lexicon.match("green").exact == {0, 1}
    assert lexicon.find(["greem"]).texts == {0, 1}
    assert lexicon.find([]).texts == frozenset()
    partial = lexicon.find(["blue", "grey"])
    assert (partial.texts, partial.is_partial) == ({1, 3}, True)


def test_every_facet_is_named(get):
    told = json.loads(get("/search.json").content)
    assert tuple(told["facets"]) == FACETS
    assert all(told["facets"].values())
