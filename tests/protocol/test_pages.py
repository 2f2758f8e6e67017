"""The pages for people, and the address for machines that watch."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest

VOID = {"meta", "link", "br", "img", "input"}
BROWSER = {"Accept": "text/html"}
PAGES = ["/sparql", "/sparql?query=nonsense", "/nothing"]


class Page(HTMLParser):
    """The elements of a page, and what it loads and links to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.fixture(params=PAGES)
def page(client, request) -> Page:
    return Page(client.get(request.param, headers=BROWSER).text)


def test_a_page_closes_what_it_opens_and_says_its_language(page):
    assert page.open == []
    assert page.values("lang")[0] == "en"
    assert [tag for tag, _ in page.elements].count("h1") == 1
    assert [tag for tag, _ in page.elements].count("main") == 1


def test_a_page_loads_nothing_from_elsewhere_and_runs_only_what_is_ours(page):
    assert {tag for tag, _ in page.elements}.isdisjoint({"style", "iframe"})
    scripts = [attributes for tag, attributes in page.elements if tag == "script"]
    assert all(str(row["src"]).startswith("/assets/") for row in scripts)
    assert page.values("style") == page.values("onclick") == []
    assert all(not urlsplit(link).netloc for link in page.values("href") + page.values("src"))


def test_every_link_of_a_page_leads_somewhere(client, page):
    elsewhere = [row["href"] for _, row in page.elements if "href" in row and "hreflang" not in row]
    for link in elsewhere:
        with client.get(urljoin("/", link)) as response:
            assert response.status_code == 200, link


@pytest.mark.parametrize("path", PAGES)
def test_the_switch_of_language_leads_to_the_same_page(client, path):
    with client.get(path, headers=BROWSER) as response:
        page, status = Page(response.text), response.status_code
    for link in [row["href"] for tag, row in page.elements if tag == "a" and "hreflang" in row]:
        with client.get(urljoin("/", link), headers=BROWSER) as response:
            assert response.status_code == status, link


def test_a_label_names_the_field_of_the_form(client):
    page = Page(client.get("/sparql", headers=BROWSER).text)
    fields = [attributes for tag, attributes in page.elements if tag in ("textarea", "input")]
    assert {row["id"] for row in fields} <= set(page.values("for"))


def test_health_is_small_and_names_the_version(client, loaded):
    response = client.get("/health")
    assert response.get_json() == {"status": "ok", "version": loaded.version, "triples": 10}
    assert response.headers["Cache-Control"] == "no-store"


def test_the_style_sheet_is_ours(client):
    with client.get("/assets/site.css") as response:
        assert (response.status_code, response.mimetype) == (200, "text/css")
        assert "url(" not in response.text
