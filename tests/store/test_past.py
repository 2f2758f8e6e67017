"""Earlier versions on the web: asked, listed, compared, and told apart by their tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from souverain import tokens
from souverain.patch import Patch
from souverain.versions import folder
from souverain.web import history

from .conftest import EX, keep
from .conftest import line as quad
from .writable import Reply, Writable, insert, known, line

VERSIONS = 3


@pytest.fixture(scope="module")
def server(
    launch: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Writable]:
    """Version N says `N` of the thing `v`, and of nothing else."""
    server = Writable(launch, tmp_path_factory.mktemp("past") / "store", "--workers", 3)
    assert server.update(insert("v", "1"), "?message=first").status == 200
    for number in range(2, VERSIONS + 1):
        text = f'DELETE DATA {{ <urn:v> <urn:value> "{number - 1}" }}; {insert("v", str(number))}'
        assert server.update(text).status == 200
    yield server
    server.stop()


def asked(server: Writable, number: int | str, value: str) -> Reply:
    return server.get(f"/sparql?{urlencode({'query': known('v', value), 'version': number})}")


@pytest.mark.parametrize("number", range(1, VERSIONS + 1))
@pytest.mark.parametrize("value", range(1, VERSIONS + 1))
def test_a_version_says_what_it_said(server, number, value):
    reply = asked(server, number, str(value))
    assert (reply.status, reply.told["boolean"]) == (200, number == value)


@pytest.mark.parametrize("number", range(1, VERSIONS + 1))
def test_a_version_has_its_own_graph_documents(server, number):
    reply = server.send("GET", f"/store?default&version={number}", "", {"Accept": "text/plain"})
    assert reply.body.decode().split() == line("v", str(number)).split()


def test_each_version_has_its_own_tag(server):
    tags = {asked(server, number, "1").headers["etag"] for number in range(1, VERSIONS + 1)}
    assert len(tags) == VERSIONS


def test_a_tag_is_known_again(server):
    query = f"/sparql?{urlencode({'query': known('v', '2'), 'version': 2})}"
    accept = {"Accept": "application/json"}
    tag = server.send("GET", query, "", accept).headers["etag"]
    assert server.send("GET", query, "", {**accept, "If-None-Match": tag}).status == 304


@pytest.mark.parametrize("number", ["0", "-1", str(VERSIONS + 1), "9" * 30, "x", "1.0", "²"])
@pytest.mark.parametrize("path", ["/sparql", "/store"])
def test_a_version_that_is_not_there_is_named(server, path, number):
    parameters = {"query": known("v")} if path == "/sparql" else {"default": ""}
    reply = server.get(f"{path}?{urlencode({**parameters, 'version': number})}")
    assert (reply.status, reply.slug) == (404, "no-such-version")


def test_an_earlier_version_cannot_be_changed(server):
    reply = server.update(insert("late"), "?version=1")
    assert (reply.status, reply.slug) == (400, "parameter")
    assert not server.ask(known("late"))


def test_the_versions_are_listed_the_newest_first(server):
    rows = server.get("/versions").told["versions"]
    assert [row["number"] for row in rows] == list(range(VERSIONS, 0, -1))
    assert rows[-1]["message"] == "first"


def test_the_list_goes_on_below_a_version(server):
    rows = server.get("/versions?before=3").told["versions"]
    assert [row["number"] for row in rows] == [2, 1]


@pytest.mark.parametrize(("old", "new"), [(0, 1), (1, 2), (1, 3), (3, 1), (2, 2), (0, 3)])
def test_a_difference_is_a_patch(server, old, new):
    reply = server.send("GET", f"/diff/{old}..{new}", "", {"Accept": "application/rdf-patch"})
    assert reply.status == 200
    assert Patch.parse(reply.body.decode()) == folder.open(server.root).difference(old, new)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", ["/versions", "/diff/1..2"])
def test_a_person_sees_a_page(server, path, language):
    headers = {"Accept": "text/html", "Accept-Language": language}
    page = server.send("GET", path, "", headers).body.decode()
    assert f'<html lang="{language}"' in page


def test_a_version_leads_to_what_it_changed(server):
    reply = server.get("/versions/2")
    assert (reply.status, reply.headers["location"]) == (303, "/diff/1..2")


@pytest.mark.parametrize(
    ("path", "status", "slug"),
    [
        ("/diff/1..9", 404, "no-such-version"),
        ("/versions/9", 404, "no-such-version"),
        ("/diff/a..b", 404, "no-such-page"),
        ("/diff/1", 404, "no-such-page"),
        ("/versions?before=x", 400, "parameter"),
    ],
)
def test_what_is_not_there_is_named(server, path, status, slug):
    reply = server.get(path)
    assert (reply.status, reply.slug) == (status, slug)


def test_a_long_difference_is_refused_before_it_is_read(store, launch):
    keep(store, [quad(f"n{number}") for number in range(history.MOST_LINES + 1)])
    keep(store, [quad("last")])
    tokens.add(store.root, "admin")
    server = Writable(launch, store.root, "--workers", 3)
    try:
        refused, told = server.get("/diff/0..2"), server.get("/diff/1..2")
    finally:
        server.stop()
    assert (refused.status, refused.slug) == (422, "too-many-changes")
    assert refused.told["limit"] == history.MOST_LINES
    assert told.told["added"] == [f'<{EX}last> <{EX}name> "last" .']
