"""Things whose names, texts and addresses are meant to do harm, or are merely odd."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from pyoxigraph import RdfFormat, parse

from souverain import files
from souverain.document import Asked, Document
from souverain.errors import NoSuchPage, Unwritable
from souverain.files import Project
from souverain.pages.media import HTML
from souverain.pages.site import Site
from souverain.vocab import BASE, PREFIXES

DECLARED = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
SCRIPT = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
ODD = {
    "plain accents": "id/é-accentué",
    "escaped accents": "id/caf%C3%A9",
    "small escapes": "id/th%c3%a9",
    "another encoding": "id/latin-%E9",
    "an escaped percent sign": "id/100%25",
    "other scripts": "id/云-سحابة-🐍",
    "marks of direction": "id/a\u202eb",
    "apostrophes": "id/l'État-d’“ici”",
    "escaped quotes": "id/%22%3E%3Cscript%3E",
    "signs": "id/a!$&'()*+,;=:@b",
    "a suffix": "id/data.csv",
    "two suffixes": "id/page.html.ttl",
    "a dot": "id/v1.0.2",
    "a query": "id/x?y=1&z=%26",
    "folders": "id/a/b/c",
    "two slashes": "id//b",
    "another server": "/evil.example/x",
    "dots": "id/...",
    "a long one": "id/" + "x" * 3000,
    "a top": "top-level",
}


# What should have had more, or something else, by its shape.
BARE = {
    "id/ruled": "sov:rule rule:rank",
    "id/asserted": "sov:assertedIn article:002",
    "id/bare-stake": "a sov:Stake ; sov:assertedIn article:002",
    "id/bare-evidence": "a sov:Evidence",
    "id/odd-evidence": "a sov:Evidence ; oa:hasSelector [ oa:start 'x' ; oa:exact 'q' ]",
    "id/bare-discrepancy": "a sov:Discrepancy",
    "id/bare-derived": "a sov:DerivedStake ; sov:rule rule:rank",
    "id/own-premise": "a sov:Holding ; sov:rule id:own-premise ; sov:premise id:own-premise",
    "id/texts": "a sov:Stake ; sov:holder 'a' ; sov:target 'b' ; sov:percentage 'c' ; "
    "sov:assertedIn 'd' ; sov:evidence 'e'",
    "articles/odd": f"a sov:Article ; sov:published <{BASE}articles/odd#when> . "
    f"<{BASE}articles/odd#when> a sov:When ; sov:edtf '2012-99-99'",
    "id/odd-claim": "a sov:Opinion ; sov:assertedIn article:odd",
}

UNCITED = {"id/ruled", "id/asserted", "id/bare-evidence", "id/odd-evidence", "id/bare-discrepancy"}


def asked(site: Site, path: str, query: str = "", accept: str = HTML) -> Document:
    for _ in range(3):
        document = site.answer(Asked(path, query, accept, "en", "http://localhost:8000"))
        if document.status == 200:
            return document
        location = dict(document.headers)["Location"]
        assert location.startswith("/")
        assert not location.startswith("//")
        path, _, query = location.removeprefix("/.").partition("?")
    raise AssertionError(f"too many redirects: {path}")


def soup(document: Document) -> BeautifulSoup:
    return BeautifulSoup(document.content.decode("utf-8"), "html.parser")


def literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def hostile(
    project: Project, tmp_path_factory: pytest.TempPathFactory, site_of: Callable[[Project], Site]
) -> Site:
    """A site over a project that has all of them."""
    found = files.init(tmp_path_factory.mktemp("hostile") / "project", project)
    lines = [
        f"<{BASE}{iri}> a sov:Organization ; skos:prefLabel {literal(name)}@en ; "
        f"<{BASE}{iri}#part> <{BASE}{iri}#other> . <{BASE}{iri}#other> rdfs:comment 'a part' ."
        for name, iri in ODD.items()
    ]
    lines += [f"<{BASE}{path}> {said} ." for path, said in BARE.items()]
    lines += [
        f"id:script a sov:Organization ; skos:prefLabel {literal(SCRIPT)}@en , 'x'@fr-x-a ; "
        f"skos:altLabel {literal(SCRIPT)} ; rdfs:comment {literal('y' * 100_000)} .",
        "sov:Ring rdfs:subClassOf sov:Ring2 . sov:Ring2 rdfs:subClassOf sov:Ring .",
        "id:ringed a sov:Ring ; a sov:Organization .",
        "id:nameless a sov:Organization .",
        "id:classless rdfs:seeAlso <javascript:alert(1)> , <data:text/html,x> , <urn:x> .",
        "id:undescribed-user sov:holder id:only-named .",
        "id:worded <http://x.test/1> 'no name in XML' .",
        f"id:marked a sov:Discrepancy ; skos:prefLabel {literal('a' + chr(0x202E) + 'b')} .",
        f"id:thing-{'z' * 5} a <javascript:alert(2)> .",
        "id:one a sov:Organization ; dcterms:isReplacedBy id:two . ",
        "id:two a sov:Organization ; dcterms:isReplacedBy id:three . id:three a sov:Organization .",
        "id:ring-a dcterms:isReplacedBy id:ring-b . id:ring-b dcterms:isReplacedBy id:ring-a .",
        "id:away dcterms:isReplacedBy <https://evil.example/> .",
    ]
    (found.graph / "hostile.ttl").write_text(DECLARED + "\n".join(lines), "utf-8")
    (found.graph / "history").mkdir()
    (found.graph / "history" / "old.ttl").write_text(
        DECLARED + "id:only-in-history skos:prefLabel 'once'@en .", "utf-8"
    )
    return site_of(found)


@pytest.mark.parametrize("name", ODD)
def test_every_odd_iri_leads_to_its_page(hostile: Site, name: str) -> None:
    path, _, query = ODD[name].partition("?")
    address = "/" + quote(path, safe="/%!$&'()*+,;=:@")
    text = soup(asked(hostile, address, query)).get_text()
    assert ODD[name][:1000] in text


@pytest.mark.parametrize("name", ODD)
def test_every_odd_iri_is_told_in_turtle(hostile: Site, name: str) -> None:
    path, _, query = ODD[name].partition("?")
    document = asked(hostile, "/" + quote(path, safe="/%"), query, "text/turtle")
    told = {quad.subject.value for quad in parse(document.content, format=RdfFormat.TURTLE)}
    assert {f"{BASE}{ODD[name]}", f"{BASE}{ODD[name]}#other"} <= told


@pytest.mark.parametrize("name", ODD)
def test_every_link_to_an_odd_iri_leads_to_it(hostile: Site, name: str) -> None:
    listed = soup(asked(hostile, "/graph/hostile"))
    (link,) = (
        block.select_one("th.subject a")
        for block in listed.select("tbody")
        if name in [row.get_text() for row in block.select("bdi")]
    )
    assert link
    href = str(link["href"])
    assert href.startswith("/")
    assert not href.startswith("//")
    path, _, query = href.removeprefix("/.").partition("?")
    assert f"{BASE}{ODD[name]}"[:1000] in soup(asked(hostile, path, query)).get_text()


@pytest.mark.parametrize(
    "path",
    [
        "script",
        "nameless",
        "classless",
        "only-named",
        "marked",
        "thing-zzzzz",
        "only-in-history",
        "ringed",
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_thing_breaks_its_page(hostile: Site, path: str, language: str) -> None:
    document = hostile.answer(
        Asked(f"/id/{path}.html", "", HTML, language, "http://localhost:8000")
    )
    page = soup(document)
    assert document.status == 200
    assert len(document.content) < 200_000
    assert len(page.find_all("h1")) == 1
    assert b"<script>" not in document.content
    assert b"<img src=x" not in document.content
    for element in page.find_all(href=True):
        assert str(element["href"]).startswith(("/", "http://", "https://", "#"))
    for script in page.find_all("script", type="application/ld+json"):
        json.loads(str(script.string))


@pytest.mark.parametrize("path", BARE)
@pytest.mark.parametrize("accept", [HTML, "text/turtle", "application/ld+json"])
def test_what_lacks_the_most_needed_is_read_too(hostile: Site, path: str, accept: str) -> None:
    assert asked(hostile, f"/{path}", "", accept).media_type == accept


@pytest.mark.parametrize("path", [path for path in BARE if path not in UNCITED])
@pytest.mark.parametrize("suffix", ["bib", "csl"])
def test_what_lacks_the_most_needed_is_cited_too(hostile: Site, path: str, suffix: str) -> None:
    assert asked(hostile, f"/{path}.{suffix}").content


@pytest.mark.parametrize("path", ["/feed.atom", "/sitemap.xml", "/graph/hostile"])
def test_no_list_breaks_by_what_it_holds(hostile: Site, path: str) -> None:
    assert asked(hostile, path).status == 200


def test_a_text_cannot_end_the_script_that_holds_it(hostile: Site) -> None:
    content = asked(hostile, "/id/script").content.decode("utf-8")
    start = content.index('<script type="application/ld+json">')
    told = content[start : content.index("</script>", start)]
    assert "\\u003c/script\\u003e" in told
    assert "<" not in told.removeprefix("<script")


def test_a_long_text_is_cut_on_the_page_and_whole_in_the_data(hostile: Site) -> None:
    page = asked(hostile, "/id/script").content.decode("utf-8")
    assert "y" * 2000 + "…" in page
    assert "y" * 2001 not in page
    assert "y" * 100_000 in asked(hostile, "/id/script.ttl").content.decode("utf-8")


def test_what_is_only_named_shows_who_names_it(hostile: Site) -> None:
    assert "undescribed-user" in soup(asked(hostile, "/id/only-named")).get_text()


def test_what_stands_apart_from_the_default_graph_has_a_page(hostile: Site) -> None:
    assert "once" in soup(asked(hostile, "/id/only-in-history")).get_text()


def test_a_merged_entity_leads_on_for_good(hostile: Site) -> None:
    asked_for = Asked("/id/one.ttl", "lang=fr", HTML, "fr", "http://localhost:8000")
    document = hostile.answer(asked_for)
    assert (document.status, dict(document.headers)["Location"]) == (308, "/id/three.ttl?lang=fr")


@pytest.mark.parametrize("path", ["/id/ring-a", "/id/away"])
def test_a_merged_entity_that_leads_nowhere_is_read_itself(hostile: Site, path: str) -> None:
    assert path.removeprefix("/") in soup(asked(hostile, path)).get_text()


def test_a_name_that_xml_cannot_hold_is_refused_with_a_hint(hostile: Site) -> None:
    with pytest.raises(Unwritable, match="predicate"):
        asked(hostile, "/id/worded.rdf")
    assert asked(hostile, "/id/worded.ttl").content


@pytest.mark.parametrize(
    "path", ["/id/%C3%A9", "/id/%22", "//evil.example", "/%E9", "/id/a%0d%0ab"]
)
def test_an_odd_address_of_nothing_is_missing(hostile: Site, path: str) -> None:
    with pytest.raises(NoSuchPage):
        asked(hostile, path)


def test_suggestions_are_addresses_of_this_site(hostile: Site) -> None:
    with pytest.raises(NoSuchPage) as caught:
        asked(hostile, "/evil.example/y")
    assert all(row[0].startswith("/") and row[0][1] != "/" for row in caught.value.near)
