"""What search engines are told."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as Xml

import pytest

from souverain.document import Document
from souverain.errors import BadValue
from souverain.pages.linked import sitemap
from souverain.pages.media import HTML

Get = Callable[..., Document]
ORIGIN = "http://localhost:8000"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def places(get: Get) -> dict[str, dict[str, str]]:
    """Each address, with that of the same page in each language."""
    root = Xml.fromstring(get("/sitemap.xml").content)
    return {
        place.findtext("s:loc", "", NAMES): {
            link.get("hreflang", ""): link.get("href", "")
            for link in place.iterfind("x:link", NAMES)
        }
        for place in root.iterfind("s:url", NAMES)
    }


def test_every_place_is_a_page_in_its_language(get: Get, places: dict[str, object]) -> None:
    for address in places:
        document = get(address.removeprefix(ORIGIN), address[-2:])
        assert (document.status, document.media_type) == (200, HTML), address


def test_every_place_knows_itself_in_both_languages(places: dict[str, dict[str, str]]) -> None:
    for address, others in places.items():
        assert others.keys() == {"en", "fr"}
        assert others[address[-2:]] == address
        assert set(others.values()) <= places.keys()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/id/cloudwatt.html",
        "/id/stake-002-2a15f4633b.html",
        "/articles/002",
        "/questions/cap-table",
        "/ontology",
        "/ownership",
        "/about",
    ],
)
def test_every_kind_of_page_is_there(places: dict[str, object], path: str) -> None:
    assert f"{ORIGIN}{path}?lang=fr" in places


def test_a_long_map_comes_in_parts(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = get("/sitemap.xml").content.count(b"<loc>")
    monkeypatch.setattr(sitemap, "MOST", 100)
    index = Xml.fromstring(get("/sitemap.xml").content)
    parts = [place.text or "" for place in index.iterfind("s:sitemap/s:loc", NAMES)]
    found = [get(part.removeprefix(ORIGIN)).content.count(b"<loc>") for part in parts]
    assert len(parts) > 1
    assert max(found) <= 200
    assert sum(found) == whole


def test_a_part_that_is_not_there_is_told(get: Get) -> None:
    with pytest.raises(BadValue, match="part"):
        get("/sitemap.xml?part=2")


def test_crawlers_are_told_where_the_map_is(get: Get) -> None:
    document = get("/robots.txt")
    assert document.media_type == "text/plain"
    lines = document.content.decode("utf-8").splitlines()
    assert lines[0] == "User-agent: *"
    assert f"Sitemap: {ORIGIN}/sitemap.xml" in lines
    assert "Disallow: /sparql" in lines
