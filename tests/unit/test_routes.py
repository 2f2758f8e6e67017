from __future__ import annotations

import pytest

from souverain.settings import Settings
from souverain.source import Summary
from souverain.web.answers import SITE, TABLE, route
from souverain.web.served import Served

SUMMARY = Summary("", 0, 0, {}, True, "")
PROJECT = Served(Settings(), SUMMARY)
OTHER = Served(Settings(data="people.ttl"), SUMMARY)


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("/sparql", "/sparql"),
        ("/store", "/store"),
        ("/store/people/1", "/store"),
        ("/store/", "/store"),
        ("/assets/site.css", "/assets"),
        ("/sparql/", None),
        ("/sparql/x", None),
        ("/stores", None),
        ("/", None),
        ("", None),
        ("store", None),
    ],
)
def test_the_route_that_a_path_belongs_to(path, owner):
    assert route(path, OTHER) is (TABLE[owner] if owner else None)
    assert route(path, PROJECT) is (TABLE[owner] if owner else SITE)


@pytest.mark.parametrize("path", ["/health", "/metrics", "/openapi.json"])
def test_what_the_site_leaves_to_flask(path):
    assert route(path, PROJECT) is None
