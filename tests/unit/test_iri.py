from __future__ import annotations

import pytest

from souverain import iri


@pytest.mark.parametrize(
    ("minted", "path"),
    [
        (iri.entity("cloudwatt"), "id/cloudwatt"),
        (iri.article("002"), "articles/002"),
        (iri.graph("links/wikidata"), "graph/links/wikidata"),
        (iri.evidence("002", 0, 12), "id/evidence-002-0-12"),
        (iri.part(iri.entity("a"), "when"), "id/a#when"),
    ],
)
def test_each_kind_of_thing_has_its_place_under_the_base(minted, path):
    assert str(minted) == f"https://w3id.org/souverain/{path}"


def test_the_order_of_slots_does_not_change_a_claims_iri():
    assert iri.claim("Stake", "002", ["a", "b"]) == iri.claim("Stake", "002", ["b", "a"])


@pytest.mark.parametrize(
    "other", [("Stake", "003", ["a"]), ("Merger", "002", ["a"]), ("Stake", "002", ["b"])]
)
def test_class_article_and_slots_all_count(other):
    assert iri.claim(*other) != iri.claim("Stake", "002", ["a"])


def test_the_base_is_a_setting():
    assert str(iri.entity("a", "https://example.org/")) == "https://example.org/id/a"
