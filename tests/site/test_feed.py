"""The Atom feed of new claims."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as Xml

import pytest

from souverain.document import Asked, Document
from souverain.errors import BadValue
from souverain.files import Project
from souverain.pages.site import Site
from souverain.vocab import BASE

Get = Callable[..., Document]
ATOM = "{http://www.w3.org/2005/Atom}"


def read(document: Document) -> Xml.Element:
    assert document.media_type == "application/atom+xml"
    return Xml.fromstring(document.content)


def link(element: Xml.Element, relation: str) -> str:
    (found,) = (row for row in element.findall(f"{ATOM}link") if row.get("rel") == relation)
    return found.get("href", "")


def pages(get: Get, language: str = "en") -> list[Xml.Element]:
    found = [read(get("/feed.atom", language))]
    while any(row.get("rel") == "next" for row in found[-1].findall(f"{ATOM}link")):
        target = link(found[-1], "next").removeprefix("http://localhost:8000")
        found.append(read(get(target, language)))
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_feed_has_what_the_standard_demands(get: Get, language: str) -> None:
    feed = read(get("/feed.atom", language))
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext(f"{ATOM}updated", ""))
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert link(feed, "self") == f"http://localhost:8000/feed.atom?lang={language}"


def test_feeds_of_two_languages_are_two(get: Get) -> None:
    ids = {read(get("/feed.atom", name)).findtext(f"{ATOM}id") for name in ("en", "fr")}
    assert len(ids) == 2


def test_every_claim_is_on_one_page(get: Get, site: Site) -> None:
    ids = [row.text for page in pages(get) for row in page.iterfind(f"{ATOM}entry/{ATOM}id")]
    assert len(ids) == len(set(ids))
    assert f"{BASE}id/stake-002-2a15f4633b" in ids
    claims = {
        subject
        for subject in site.dataset.subjects()
        if (node := site.facts.node(subject)).all("assertedIn") and "Mention" not in node.kinds
    }
    assert set(ids) == claims


def test_the_newest_article_comes_first(get: Get) -> None:
    days = [row.text for page in pages(get) for row in page.iterfind(f"{ATOM}entry/{ATOM}updated")]
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]
    assert len(set(days)) > 1


def test_an_entry_has_the_words_and_leads_to_the_page(get: Get) -> None:
    (entry,) = (
        row
        for page in pages(get)
        for row in page.iterfind(f"{ATOM}entry")
        if row.findtext(f"{ATOM}id") == f"{BASE}id/stake-002-2a15f4633b"
    )
    assert "SFR holds 47\xa0% of Numergy" in entry.findtext(f"{ATOM}title", "")
    assert entry.findtext(f"{ATOM}content") == "« Numergy, détenu à 47 % par SFR »"
    leads = [link(entry, name).partition("?")[0] for name in ("alternate", "related")]
    assert leads == [
        f"http://localhost:8000{path}" for path in ("/id/stake-002-2a15f4633b", "/articles/002")
    ]


@pytest.mark.parametrize("number", ["0", "99", "x", "-1"])
def test_a_page_that_is_not_there_is_told(get: Get, number: str) -> None:
    with pytest.raises(BadValue, match="page"):
        get(f"/feed.atom?page={number}")


def test_what_xml_cannot_hold_is_replaced(
    scratch: Project, site_of: Callable[[Project], Site]
) -> None:
    path = scratch.graph / "entities.ttl"
    text = path.read_text("utf-8")
    hostile = text.replace('"Octave Klaba"@en', '"\\u0001\\uFFFF]]></title><script>"@en')
    assert hostile != text
    path.write_text(hostile, "utf-8")
    site = site_of(scratch)
    asked = Asked("/feed.atom", "", "", "en", "http://localhost:8000")
    found = read(site.answer(asked))
    titles = [row.text for row in found.iterfind(f"{ATOM}entry/{ATOM}title")]
    assert any("\ufffd\ufffd]]></title><script>" in (title or "") for title in titles)
