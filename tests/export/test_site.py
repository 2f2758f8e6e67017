"""`/export`: what can be taken, in both languages, and each file as the command writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from souverain.export import FORMATS
from souverain.pages import exporting

# As fast as a loaded machine answers: the whole graph as one Turtle text is the slowest.
SLOW = ("turtle",)
TAKEN = [row for row in FORMATS if row.name in exporting.OFFERED]


@pytest.fixture(scope="module")
def server(launch, project) -> Iterator[str]:
    made = launch("--project", project.root, "serve", "--port", 0, "--query-seconds", 60)
    yield made.url
    made.stop()


def get(url: str, **headers: str):
    try:
        with urlopen(Request(url, headers=headers), timeout=100) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as fault:
        with fault:
            return fault.code, fault.headers, fault.read()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "What is lost"), ("fr", "Ce qui est perdu")]
)
def test_the_page_lists_each_format_with_its_losses(server, language, words):
    status, _, content = get(f"{server}/export?lang={language}", Accept="text/html")
    page = unescape(content.decode("utf-8"))
    assert status == 200
    assert words in page
    for row in FORMATS:
        assert f'id="{row.name}"' in page
        assert all(loss[language != "en"] in page for loss in row.losses)


def test_its_links_keep_what_was_narrowed(server):
    query = "only=article%3D003&only=class%3DStake&at=2015"
    _, _, content = get(f"{server}/export?{query}", Accept="text/html")
    assert f'href="/export/bods?{query}"' in unescape(content.decode("utf-8"))


@pytest.mark.parametrize("row", TAKEN, ids=lambda row: row.name)
def test_a_file_is_as_the_command_writes_it(server, whole, exported, row):
    only = ("article=003",) if row.name in SLOW else ()
    query = "?only=article%3D003" if only else ""
    status, headers, content = get(f"{server}/export/{row.name}{query}")
    assert status == 200
    assert headers.get_content_type() == row.media_type
    assert headers["Content-Disposition"] == f'attachment; filename="souverain.{row.extension}"'
    assert content == exported(whole, row.name, *only)


def test_what_a_client_has_is_not_sent_again(server):
    _, headers, _ = get(f"{server}/export/ftm")
    status, _, content = get(f"{server}/export/ftm", **{"If-None-Match": headers["ETag"]})
    assert (status, content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/export/nothing", 404, "nothing is at this address"),
        ("/export/owl-functional", 404, "nothing is at this address"),
        ("/export/bods.json", 404, "nothing is at this address"),
        ("/export/bods?only=article%3D999", 400, "nothing is selected"),
        ("/export/bods?only=article", 400, "names no value"),
        ("/export/bods?at=soon", 400, "is not an EDTF date"),
        ("/export/bods?layer=claim", 400, "cannot be 'claim'"),
    ],
)
def test_what_makes_no_sense_is_told(server, path, status, said):
    found, headers, content = get(server + path, Accept="application/problem+json")
    assert found == status
    assert headers.get_content_type() == "application/problem+json"
    assert said in json.loads(content)["detail"]


def test_the_page_tells_it_too(server):
    status, _, content = get(f"{server}/export?at=soon", Accept="text/html")
    assert status == 400
    assert "is not an EDTF date" in unescape(content.decode("utf-8"))


def test_more_claims_than_a_request_may_take_are_refused(project, monkeypatch):
    from souverain.document import Asked
    from souverain.errors import BadValue
    from souverain.pages.site import SiteSource

    monkeypatch.setattr(exporting, "MOST_CLAIMS", 5)
    site = SiteSource(str(project.root)).load().dataset.pages
    with pytest.raises(BadValue, match="goes up to 5 here"):
        site.answer(Asked("/export/bods", "", "*/*", "en", "http://a.example"))


def test_the_description_of_the_service_has_it(server):
    _, _, content = get(f"{server}/openapi.json")
    told = json.loads(content)["paths"]["/export/{name}"]["get"]
    assert {row["name"] for row in told["parameters"]} >= {"only", "at", "layer"}
    assert "application/ld+json" in told["responses"]["200"]["content"]
