"""The page that sets what the articles say beside what Wikidata says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from souverain import files
from souverain.document import Asked, Document
from souverain.errors import BadValue
from souverain.files import Project
from souverain.link import comparison
from souverain.link.comparison import COLUMNS, ENRICH, VERDICTS
from souverain.pages.media import CSV, HTML, JSON
from souverain.pages.site import Site
from souverain.settings import Settings
from souverain.store import Dataset

from .worlds import HEAD, dated, share

Get = Callable[..., Document]
# Which items these are, and what is said of them, is made up.
LINKS = """
id:cloudwatt skos:exactMatch wd:Q900000001 .
id:patrick-starck skos:exactMatch wd:Q900000002 .
"""
ITEMS = ("Q900000001", "Q900000002", "Q1431486", "Q1161666", "Q846484")
OWNED = (
    "sov:externalSubject wd:Q900000001 ; sov:externalProperty wd:P127 ; sov:externalRank sov:Normal"
)
STATEMENTS = f"""
<#a> a sov:ExternalStatement ; sov:externalRecord <#Q900000001> ; {OWNED} ;
  sov:externalObject wd:Q1431486 ; {share(44.4)} .
<#b> a sov:ExternalStatement ; sov:externalRecord <#Q900000001> ; {OWNED} ;
  sov:externalObject wd:Q1161666 ; {share(50)} ; {dated("Point", "2015-06-01")} .
"""


def record(id: str) -> str:
    return (
        f"<#{id}> a sov:ExternalRecord ; sov:externalItem wd:{id} ; sov:externalRevision 12 ;"
        f' sov:retrievedAt "2024-01-31T10:00:00Z"^^xsd:dateTime ;'
        f" prov:wasDerivedFrom <https://www.wikidata.org/wiki/Special:EntityData/{id}.json> .\n"
    )


def getter(project: Project) -> Get:
    site = Site(Dataset.load(project), project, Settings(), "version")

    def get(target: str, language: str = "en", accept: str = HTML) -> Document:
        path, _, query = target.partition("?")
        return site.answer(Asked(path, query, accept, language, "http://localhost"))

    return get


@pytest.fixture(scope="module")
def empty(project: Project) -> Get:
    """The site before anything was retrieved."""
    return getter(project)


@pytest.fixture(scope="module")
def full(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Get:
    """The site over a copy in which Wikidata says a little."""
    copy = files.init(tmp_path_factory.mktemp("full") / "project", project)
    (copy.graph / "links" / "more.ttl").write_text(HEAD + LINKS, "utf-8")
    base = "@base <https://w3id.org/souverain/graph/wikidata> .\n"
    told = base + HEAD + "".join(map(record, ITEMS)) + STATEMENTS
    (copy.graph / "wikidata.ttl").write_text(told, "utf-8")
    return getter(copy)


def soup(document: Document) -> BeautifulSoup:
    assert (document.status, document.media_type) == (200, HTML)
    return BeautifulSoup(document.content.decode("utf-8"), "html.parser")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_before_anything_was_retrieved_it_says_what_does_it(empty, language):
    page = soup(empty("/comparison", language))
    assert ENRICH in page.pre.text
    assert [node["id"] for node in page.select("h2[id]")] == ["notCompared"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_verdict_has_its_claims_with_their_words(full, language):
    page = soup(full("/comparison", language))
    told = json.loads(full("/comparison", accept=JSON).content)
    for verdict in VERDICTS[:-1]:
        claims = {row["claim"].rpartition("/")[2] for row in told if row["verdict"] == verdict}
        heading = page.find(id=verdict)
        assert bool(heading) == bool(claims)
        if heading:
            shown = {node["id"] for node in heading.parent.select("article.claim")}
            assert shown == claims
            assert all(node.blockquote for node in heading.parent.select("article.claim"))
    assert {row["verdict"] for row in told} >= {"agrees", "lacks", "notCompared"}


def test_what_wikidata_says_comes_with_its_revision_and_its_date(full):
    agrees = soup(full("/comparison")).find(id="agrees").parent.text
    assert "Q900000001: 44.4\u00a0% (revision 12, retrieved 2024-01-31, CC0)" in " ".join(
        agrees.split(" ")
    )


def test_the_rows_are_to_be_had_as_csv_and_as_json(full):
    rows = list(csv.DictReader(io.StringIO(full("/comparison.csv").content.decode("utf-8"))))
    assert rows == json.loads(full("/comparison.json").content)
    assert tuple(rows[0]) == COLUMNS
    assert full("/comparison.csv").media_type == CSV


@pytest.mark.parametrize("slug", ["cloudwatt", "orange"])
def test_only_what_is_about_an_entity_is_told_where_one_is_named(full, slug):
    told = json.loads(full(f"/comparison.json?about={slug}").content)
    assert told
    assert all(slug in row["subject"] or slug in row["object"] for row in told)


def test_only_one_verdict_is_told_where_one_is_named(full):
    told = json.loads(full("/comparison.json?verdict=lacks").content)
    assert {row["verdict"] for row in told} == {"lacks"}


@pytest.mark.parametrize("query", ["about=nobody", "verdict=perhaps", "about=a&about=b"])
def test_a_parameter_that_makes_no_sense_is_refused(full, query):
    with pytest.raises(BadValue):
        full(f"/comparison?{query}")


@pytest.mark.parametrize("suffix", ["html", "ttl"])
def test_the_graph_of_wikidata_s_words_is_read_at_its_address(full, suffix):
    document = full(f"/graph/wikidata.{suffix}")
    assert document.status == 200
    assert b"Q900000001" in document.content


def test_a_linked_entity_leads_to_its_comparison(empty):
    links = {node["href"] for node in soup(empty("/id/orange.html")).select("a[href]")}
    assert "/comparison?about=orange" in links


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_reason_and_verdict_has_its_words(project, language):
    from souverain.pages import words

    table = words.read(language)
    text = "".join(comparison.queries(project).values())
    reasons = {word for line in text.split('"') for word in _reason(line)}
    assert reasons >= {"planned", "joint", "remainder", "inferredYear", "otherPerson"}
    for name in (*(f"why_{reason}" for reason in reasons), *VERDICTS):
        assert f"comparison.{name}" in table


def _reason(text: str) -> list[str]:
    """The reason in a literal of a query: the last word of a verdict, or a word by itself."""
    parts = text.split(" ")
    if len(parts) == 3 and parts[1] in VERDICTS:
        return [parts[2]] if parts[2] else []
    return [text] if text in {"joint", "planned", "votingRights", "otherRole", "otherEvent"} else []
