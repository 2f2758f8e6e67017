from __future__ import annotations

import pytest

from souverain.web.answers import TABLE, route


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("/sparql", "/sparql"),
        ("/store", "/store"),
        ("/store/people/1", "/store"),
        ("/store/", "/store"),
        ("/sparql/", None),
        ("/sparql/x", None),
        ("/stores", None),
        ("/", None),
        ("", None),
        ("store", None),
    ],
)
def test_the_route_that_a_path_belongs_to(path, owner):
    assert route(path) is (TABLE[owner] if owner else None)
