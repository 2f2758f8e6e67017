"""The address of every thing: what it answers, in which media type, and where it sends."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from pyoxigraph import RdfFormat, parse

from souverain.document import Document
from souverain.errors import NoFormat, NoSuchPage
from souverain.pages.media import BIBTEX, CSL_JSON, CSV, HTML, JSON_LD, N_TRIPLES, RDF_XML, TURTLE
from souverain.pages.site import Site
from souverain.vocab import BASE

Get = Callable[..., Document]
Soup = Callable[..., BeautifulSoup]

THING, CLAIM = "/id/cloudwatt", "/id/stake-002-2a15f4633b"
EVIDENCE, ARTICLE, GRAPH = "/id/evidence-003-2109-2198", "/articles/002", "/graph/002"
DERIVED, DATASET = "/id/derivedstake-b53119cd76", "/dataset"
SUFFIXES = {
    HTML: "html",
    TURTLE: "ttl",
    JSON_LD: "jsonld",
    N_TRIPLES: "nt",
    RDF_XML: "rdf",
    CSV: "csv",
}
PARSED = {
    TURTLE: RdfFormat.TURTLE,
    JSON_LD: RdfFormat.JSON_LD,
    N_TRIPLES: RdfFormat.N_TRIPLES,
    RDF_XML: RdfFormat.RDF_XML,
}


def header(document: Document, name: str) -> str:
    return dict(document.headers).get(name, "")


@pytest.mark.parametrize("path", [THING, CLAIM, DERIVED])
@pytest.mark.parametrize(("media_type", "suffix"), SUFFIXES.items())
def test_a_thing_sends_to_a_document(get: Get, path: str, media_type: str, suffix: str) -> None:
    document = get(path, accept=media_type)
    assert (document.status, header(document, "Location")) == (303, f"{path}.{suffix}")
    assert get(f"{path}.{suffix}").media_type == media_type


@pytest.mark.parametrize(("media_type", "suffix"), [(BIBTEX, "bib"), (CSL_JSON, "csl")])
def test_a_thing_sends_to_its_citation(get: Get, media_type: str, suffix: str) -> None:
    assert header(get(CLAIM, accept=media_type), "Location") == f"{CLAIM}.{suffix}"


def test_parameters_are_kept_on_the_way(get: Get) -> None:
    assert header(get(f"{THING}?lang=fr&x=1"), "Location") == f"{THING}.html?lang=fr&x=1"


@pytest.mark.parametrize("path", [EVIDENCE, ARTICLE, GRAPH, DATASET, "/ontology", "/rules"])
@pytest.mark.parametrize("media_type", SUFFIXES)
def test_a_document_is_given_at_its_own_address(get: Get, path: str, media_type: str) -> None:
    document = get(path, accept=media_type)
    assert (document.status, document.media_type) == (200, media_type)


@pytest.mark.parametrize("path", [THING, CLAIM, EVIDENCE, ARTICLE, GRAPH, DATASET, DERIVED])
@pytest.mark.parametrize(("media_type", "format"), PARSED.items())
def test_every_format_holds_the_thing(
    get: Get, path: str, media_type: str, format: RdfFormat
) -> None:
    content = get(f"{path}.{SUFFIXES[media_type]}").content
    told = list(parse(content, format=format))
    iri = BASE + path.removeprefix("/")
    if path == GRAPH:
        iri = f"{BASE}articles/002"
    assert iri in {quad.subject.value for quad in told}


def test_the_formats_hold_the_same(get: Get) -> None:
    found = [
        {quad.triple for quad in parse(get(f"{CLAIM}.{SUFFIXES[name]}").content, format=format)}
        for name, format in PARSED.items()
        if name != JSON_LD
    ]
    assert found[0]
    assert all(triples == found[0] for triples in found)


def test_json_ld_names_what_it_leads_to(get: Get) -> None:
    nodes = {row["@id"]: row for row in json.loads(get(f"{CLAIM}.jsonld").content)}
    names = nodes[f"{BASE}id/sfr"]["http://www.w3.org/2004/02/skos/core#prefLabel"]
    assert {"@language": "fr", "@value": "SFR"} in names


def test_a_document_holds_the_parts_of_its_thing(get: Get) -> None:
    told = list(parse(get(f"{EVIDENCE}.ttl").content, format=RdfFormat.TURTLE))
    iri = BASE + EVIDENCE.removeprefix("/")
    assert {quad.subject.value for quad in told} == {iri, f"{iri}#position", f"{iri}#quote"}


def test_turtle_is_written_with_the_prefixes_of_the_project(get: Get) -> None:
    content = get(f"{CLAIM}.ttl").content.decode("utf-8")
    assert f"@prefix sov: <{BASE}ontology#> ." in content
    assert "sov:holder id:sfr" in content


def test_csv_tells_languages_and_datatypes(get: Get) -> None:
    rows = list(csv.DictReader(io.StringIO(get(f"{CLAIM}.csv").content.decode("utf-8"))))
    by_name = {row["predicate"].rpartition("#")[2]: row for row in rows}
    assert by_name["percentageText"]["language"] == "fr"
    assert by_name["percentage"]["datatype"] == "http://www.w3.org/2001/XMLSchema#decimal"
    assert by_name["holder"]["datatype"] == by_name["holder"]["language"] == ""


@pytest.mark.parametrize("path", [f"{THING}.svg", f"{EVIDENCE}.bib", "/id/", "/id", "/no-such"])
def test_what_is_not_there_is_missing(get: Get, path: str) -> None:
    with pytest.raises(NoSuchPage):
        get(path)


def test_what_nobody_can_write_is_refused(get: Get) -> None:
    with pytest.raises(NoFormat) as caught:
        get(THING, accept="image/svg+xml")
    assert TURTLE in caught.value.offered


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/id/cloudwat", "/id/cloudwatt"),
        ("/id/Caisse des D%C3%A9p%C3%B4ts", "/id/caisse-des-depots"),
        ("/id/Midoslaw", "/id/miroslaw-klaba"),
        ("/articles/02", "/articles/002"),
        ("/id/2a15f4633b", CLAIM),
    ],
)
def test_those_that_were_perhaps_meant_are_named(get: Get, path: str, near: str) -> None:
    with pytest.raises(NoSuchPage) as caught:
        get(path)
    assert near in [row[0] for row in caught.value.near]


@pytest.mark.parametrize(("language", "name"), [("en", "French State"), ("fr", "État français")])
def test_they_are_named_in_the_language_of_the_page(get: Get, language: str, name: str) -> None:
    with pytest.raises(NoSuchPage) as caught:
        get("/id/etat-francai", language)
    assert ["/id/etat-francais", name] in caught.value.near


@pytest.mark.parametrize("path", ["/" + "a" * 100_000, "/id/" + "%F0%9F%90%8D" * 10_000, "/%00%0D"])
def test_a_wild_address_is_missing_too(get: Get, path: str) -> None:
    with pytest.raises(NoSuchPage) as caught:
        get(path)
    assert len(str(caught.value)) < 400


class TestLinks:
    def relations(self, document: Document) -> list[tuple[str, str]]:
        return re.findall(r'<([^>]*)>; rel="([^"]*)"', header(document, "Link"))

    @pytest.mark.parametrize("path", [THING, f"{THING}.html", f"{THING}.ttl", f"{CLAIM}.html"])
    def test_a_document_says_what_it_is_about(self, get: Get, path: str) -> None:
        found = self.relations(get(path))
        thing = path.partition(".")[0]
        assert (f"{BASE}{thing.removeprefix('/')}", "about") in found
        assert (f"http://localhost:8000{thing}", "canonical") in found
        assert (f"{thing}.ttl", "describedby") in found
        assert ("https://creativecommons.org/licenses/by/4.0/", "license") in found
        assert {f"{thing}.{suffix}" for name, suffix in SUFFIXES.items() if name != HTML} <= {
            href for href, relation in found if relation == "alternate"
        }

    def test_every_alternate_is_there(self, get: Get) -> None:
        for href, relation in self.relations(get(f"{CLAIM}.html?lang=fr")):
            if relation == "alternate":
                assert get(href).status == 200
                assert href.endswith("?lang=fr")

    def test_a_page_has_a_permanent_address(self, get: Get, site: Site) -> None:
        found = {name: href for href, name in self.relations(get(f"{CLAIM}.html"))}
        assert found["bookmark"] == f"{CLAIM}.html?version={site.version}"
        again = get(found["bookmark"])
        assert again.status == 200
        assert (f"{CLAIM}.html", "latest-version") in self.relations(again)


class TestVersions:
    @pytest.mark.parametrize("path", ["/", f"{CLAIM}.html", f"{CLAIM}.ttl", CLAIM, "/feed.atom"])
    def test_another_version_is_not_here(self, get: Get, site: Site, path: str) -> None:
        with pytest.raises(NoSuchPage) as caught:
            get(f"{path}?version=0123")
        assert caught.value.path == f"{path}?version=0123"
        assert site.version in caught.value.hint
        assert caught.value.near[0][0] == path

    def test_the_version_stays_on_the_way(self, get: Get, site: Site) -> None:
        location = header(get(f"{CLAIM}?version={site.version}"), "Location")
        assert location == f"{CLAIM}.html?version={site.version}"


class TestHead:
    @pytest.mark.parametrize("language", ["en", "fr"])
    @pytest.mark.parametrize(
        ("path", "kind"),
        [
            (f"{THING}.html", ["Organization", "Project"]),
            (f"{CLAIM}.html", "Claim"),
            (ARTICLE, "Article"),
            (GRAPH, "Dataset"),
            (DATASET, "Dataset"),
        ],
    )
    def test_a_page_tells_schema_org(
        self, soup: Soup, path: str, kind: object, language: str
    ) -> None:
        page = soup(path, language)
        (script,) = page.find_all("script", type="application/ld+json")
        told = json.loads(script.string)
        assert told["@type"] == "WebPage"
        assert told["inLanguage"] == language
        assert told["mainEntity"]["@id"] == BASE + path.removeprefix("/").removesuffix(".html")
        assert told["mainEntity"]["@type"] == kind

    def test_the_first_page_tells_what_the_data_are(self, soup: Soup) -> None:
        script = soup("/").find("script", type="application/ld+json")
        assert script
        told = json.loads(str(script.string))["mainEntity"]
        assert (told["@type"], told["@id"]) == ("Dataset", f"{BASE}dataset")
        assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"

    def test_a_claim_tells_its_words(self, soup: Soup) -> None:
        script = soup(f"{CLAIM}.html").find("script", type="application/ld+json")
        assert script
        told = json.loads(str(script.string))["mainEntity"]
        assert "SFR holds 47 % of Numergy" in " ".join(told["text"].split())
        assert "Numergy, détenu à 47 % par SFR" in [row.get("text") for row in told["appearance"]]

    @pytest.mark.parametrize(("path", "date"), [("/articles/000", "2023-06"), (ARTICLE, None)])
    def test_an_inferred_date_is_not_told_as_stated(
        self, soup: Soup, path: str, date: str | None
    ) -> None:
        script = soup(path).find("script", type="application/ld+json")
        assert script
        assert json.loads(str(script.string))["mainEntity"].get("datePublished") == date

    @pytest.mark.parametrize("path", ["/", f"{THING}.html", f"{CLAIM}.html", ARTICLE, "/about"])
    def test_a_page_tells_open_graph(self, soup: Soup, path: str) -> None:
        page = soup(path)
        told = {row["property"]: row["content"] for row in page.select("meta[property]")}
        assert told["og:url"] == f"http://localhost:8000{path.removesuffix('.html')}"
        assert told["og:site_name"] == "Souverain"
        assert told["og:title"].split() == page.title.string.split()  # type: ignore[union-attr]
        assert told["og:description"]
        assert told["og:type"]

    def test_a_page_leads_to_the_feed(self, soup: Soup) -> None:
        (link,) = soup("/").select('link[type="application/atom+xml"]')
        assert link["href"] == "/feed.atom"


class TestFoot:
    def test_the_iri_is_shown_to_be_copied(self, soup: Soup) -> None:
        page = soup(f"{CLAIM}.html")
        button = page.select_one(".linked button[data-copies]")
        assert button
        assert page.find(id=button["data-copies"]).get_text() == f"{BASE}{CLAIM[1:]}"  # type: ignore[union-attr]

    def test_how_to_cite_it_is_shown(self, soup: Soup) -> None:
        found = {row.get_text(): row["href"] for row in soup(f"{CLAIM}.html").select(".linked a")}
        assert found["BibTeX"] == f"{CLAIM}.bib"
        assert found["CSL-JSON"] == f"{CLAIM}.csl"
