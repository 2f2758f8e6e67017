"""Every IRI of the graph is followed: to a page that a person reads, and to Turtle about it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from souverain.document import Document
from souverain.files import Project
from souverain.pages.media import HTML, TURTLE
from souverain.pages.site import Site
from souverain.vocab import BASE

Get = Callable[..., Document]
MOST_REDIRECTS = 3
MOST_BYTES = 200_000
_ID = re.compile(r'\sid="?([^"\s>]+)')


@pytest.fixture(scope="module")
def quads(project: Project, site: Site) -> list[Quad]:
    """Everything that is said in any named graph, and in the shapes."""
    shapes = (
        quad
        for path in project.shapes_files()
        for quad in parse(path=path, format=RdfFormat.TURTLE)
    )
    return [*site.dataset.store.quads_for_pattern(None, None, None, None), *shapes]


@pytest.fixture(scope="module")
def documents(site: Site, quads: list[Quad]) -> dict[str, set[str]]:
    """Every IRI under the base, by the address of its document."""
    found: dict[str, set[str]] = defaultdict(set)
    for iri in {*ours(quads), *site.dataset.named}:
        found["/" + iri.removeprefix(BASE).partition("#")[0]].add(iri)
    return found


@pytest.fixture(scope="module", params=["en", "fr"])
def pages(
    get: Get, documents: dict[str, set[str]], request: pytest.FixtureRequest
) -> dict[str, str]:
    """The page at the address of each document, in that language."""
    return {
        path: followed(get, path, HTML, request.param).content.decode("utf-8") for path in documents
    }


def ours(quads: Iterable[Quad]) -> Iterator[str]:
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, NamedNode) and term.value.startswith(BASE):
                yield term.value


def followed(get: Get, path: str, accept: str, language: str = "en") -> Document:
    for _ in range(MOST_REDIRECTS):
        document = get(path, language, accept)
        if document.status == 200:
            assert document.media_type == accept
            return document
        path = dict(document.headers)["Location"]
    raise AssertionError(f"too many redirects: {path}")


def test_there_are_thousands(documents: dict[str, set[str]]) -> None:
    assert sum(map(len, documents.values())) > 4000
    assert {"/ontology", "/rules", "/shapes", "/graph/service", "/dataset"} <= documents.keys()


def test_each_leads_to_a_page(pages: dict[str, str], documents: dict[str, set[str]]) -> None:
    missing = []
    for path, iris in documents.items():
        ids = set(_ID.findall(pages[path]))
        missing += [iri for iri in iris if "#" in iri and iri.partition("#")[2] not in ids]
    assert missing == []


def test_no_page_has_two_parts_of_one_name(pages: dict[str, str]) -> None:
    counted = {path: Counter(_ID.findall(content)) for path, content in pages.items()}
    assert {
        path: doubled
        for path, found in counted.items()
        if (doubled := [name for name, count in found.items() if count > 1])
    } == {}


def test_no_page_is_over_200_kb(pages: dict[str, str]) -> None:
    sizes = {path: len(content.encode("utf-8")) for path, content in pages.items()}
    assert {path: size for path, size in sizes.items() if size > MOST_BYTES} == {}


def test_each_page_has_one_heading_and_its_language(
    pages: dict[str, str], request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["pages"]
    assert [path for path, content in pages.items() if content.count("<h1") != 1] == []
    assert all(f'<html lang="{language}">' in content for content in pages.values())


def test_each_is_told_in_turtle(
    get: Get, documents: dict[str, set[str]], quads: list[Quad]
) -> None:
    subjects = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    missing = []
    for path, iris in documents.items():
        content = followed(get, path, TURTLE).content
        told = list(parse(content, format=RdfFormat.TURTLE))
        named = set(ours(told))
        about = {quad.subject.value for quad in told if isinstance(quad.subject, NamedNode)}
        missing += [iri for iri in iris & subjects if iri not in about]
        missing += [iri for iri in iris - subjects - site_graphs(iris) if iri not in named]
    assert missing == []


def site_graphs(iris: set[str]) -> set[str]:
    """The named graphs among them: their documents are what they hold."""
    return {iri for iri in iris if iri.startswith(f"{BASE}graph/") and "#" not in iri}


@pytest.mark.parametrize("accept", [HTML, TURTLE, "application/ld+json", "text/csv"])
@pytest.mark.parametrize(
    "path", ["/id/cloudwatt", "/id/stake-002-2a15f4633b", "/articles/002", "/graph/002"]
)
def test_a_server_leads_there_too(address: str, path: str, accept: str) -> None:
    asked = Request(address.rstrip("/") + path, headers={"Accept": accept})
    with urlopen(asked, timeout=30) as answer:
        assert answer.status == 200
        assert answer.headers.get_content_type() == accept


def test_a_server_knows_what_was_meant(address: str) -> None:
    asked = Request(f"{address.rstrip('/')}/id/cloudwat", headers={"Accept": HTML})
    with pytest.raises(HTTPError) as caught:
        urlopen(asked, timeout=30)
    assert caught.value.code == 404
    assert 'href="/id/cloudwatt"' in caught.value.read().decode("utf-8")
