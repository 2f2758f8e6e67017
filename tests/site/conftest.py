"""The site over the project itself, and over small projects that a test spoils."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from souverain.document import Asked, Document
from souverain.files import Project
from souverain.pages.media import HTML
from souverain.pages.site import Site, SiteSource

ORIGIN = "http://localhost:8000"
Get = Callable[..., Document]


def asked(target: str, language: str = "en", accept: str = HTML) -> Asked:
    path, _, query = target.partition("?")
    return Asked(path, query, accept, language, ORIGIN)


def made(project: Project) -> Site:
    pages = SiteSource(str(project.root)).load().dataset.pages
    assert isinstance(pages, Site)
    return pages


@pytest.fixture(scope="session")
def site(project: Project) -> Site:
    """The site over the project itself."""
    return made(project)


@pytest.fixture(scope="session")
def get(site: Site) -> Get:
    """Gives the document at an address: `get("/id/cloudwatt.html", "fr")`."""
    return lambda target, language="en", accept=HTML: site.answer(asked(target, language, accept))


@pytest.fixture(scope="session")
def soup(get: Get) -> Callable[..., BeautifulSoup]:
    """Gives the page at an address, read as HTML."""

    def read(target: str, language: str = "en") -> BeautifulSoup:
        document = get(target, language)
        assert (document.status, document.media_type) == (200, HTML)
        return BeautifulSoup(document.content.decode("utf-8"), "html.parser")

    return read


@pytest.fixture(scope="session")
def site_of() -> Callable[[Project], Site]:
    """Makes the site of another project."""
    return made
