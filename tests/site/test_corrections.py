"""What was corrected is still found: merged entities lead on, withdrawn claims are still read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import RdfFormat, parse

from souverain import files
from souverain.document import Asked, Document
from souverain.files import Project
from souverain.pages.media import HTML
from souverain.pages.site import Site
from souverain.publish.account import Account
from souverain.publish.merging import merge
from souverain.publish.withdrawal import withdraw
from souverain.vocab import BASE

ACCOUNT = Account.read("the figure is that of another company", "the maintainers", "2024-01-31")
CLAIM = "/id/stake-002-16d66caa05"


@pytest.fixture(scope="module")
def ask(
    project: Project, tmp_path_factory: pytest.TempPathFactory, site_of: Callable[[Project], Site]
) -> Callable[[str], Document]:
    """Asks the site of a project in which a claim was withdrawn and two entities were merged."""
    copy = files.init(tmp_path_factory.mktemp("corrected") / "project", project)
    withdraw(copy, "id:stake-002-16d66caa05", ACCOUNT)
    merge(copy, "id:bull", "id:atos", ACCOUNT)
    site = site_of(copy)

    def answer(target: str) -> Document:
        path, _, query = target.partition("?")
        return site.answer(Asked(path, query, HTML, "en", "http://localhost:8000"))

    return answer


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/id/bull", "/id/atos"),
        ("/id/bull.html", "/id/atos.html"),
        ("/id/bull.ttl?lang=fr&x=1", "/id/atos.ttl?lang=fr&x=1"),
    ],
)
def test_a_merged_entity_leads_on_for_good(
    ask: Callable[[str], Document], target: str, location: str
) -> None:
    document = ask(target)
    assert (document.status, dict(document.headers)["Location"]) == (308, location)


def test_a_withdrawn_claim_is_still_read(ask: Callable[[str], Document]) -> None:
    document = ask(f"{CLAIM}.html")
    assert document.status == 200
    assert "withdrawn" in document.content.decode("utf-8")


def test_a_withdrawn_claim_is_still_data(ask: Callable[[str], Document]) -> None:
    told = parse(ask(f"{CLAIM}.ttl").content, format=RdfFormat.TURTLE)
    assert BASE + CLAIM.removeprefix("/") in {quad.subject.value for quad in told}


def test_a_withdrawn_claim_is_no_news(ask: Callable[[str], Document]) -> None:
    last = 0
    while True:
        content = ask(f"/feed.atom?page={last + 1}").content
        assert CLAIM.encode() not in content
        last += 1
        if b'rel="next"' not in content:
            break
    assert last > 1


def test_a_merged_entity_is_not_in_the_site_map(ask: Callable[[str], Document]) -> None:
    assert b"/id/atos.html" in ask("/sitemap.xml").content
    assert b"/id/bull.html" not in ask("/sitemap.xml").content
