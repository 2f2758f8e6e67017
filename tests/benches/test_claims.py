"""The claims that exports are measured with are sound, and in the proportion of the graph."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bench.claims.filling import fill
from bench.claims.story import Story, stories, story
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store
from rdflib import RDF, Graph

from souverain.check import constraints, shapes
from souverain.files import Project
from souverain.store import add_ontology, unite
from souverain.versions import folder, verifying
from souverain.vocab import BASE, SOV

# One story is as large as the project's own graph.
SAMPLE = 460
DISCREPANCIES = {"Rounding", "Contradiction"}


@pytest.fixture(scope="module")
def sample() -> list[Story]:
    return list(stories(SAMPLE))


@pytest.fixture(scope="module")
def store(sample: list[Story], project: Project) -> Store:
    found = Store()
    lines = "".join(line for told in sample for line in told.lines)
    found.bulk_load(lines.encode(), RdfFormat.N_QUADS)
    add_ontology(found, project, BASE)
    unite(found)
    return found


@pytest.fixture(scope="module")
def rules(project: Project) -> Graph:
    found = Graph()
    for path in project.shapes_files():
        found.parse(path)
    return found


def test_the_sample_breaks_no_shape(store: Store, rules: Graph):
    data = Graph()
    content = store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    data.parse(data=content, format="nt")
    assert shapes.validate(data, rules) == []


def test_the_sample_breaks_no_constraint(store: Store, rules: Graph):
    assert constraints.validate(store, rules) == []


def test_each_quote_slices_out_of_its_article(sample: list[Story], store: Store):
    texts = {f"{BASE}articles/{told.slug}": told.text for one in sample for told in one.articles}
    asked = store.query(
        "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?article ?start ?end ?exact ?prefix ?suffix "
        "{ ?e oa:hasSource ?article ; oa:hasSelector ?p , ?q . ?p oa:start ?start ; oa:end ?end . "
        "?q oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }"
    )
    found = list(asked)
    assert len(found) > SAMPLE
    for article, start, end, exact, prefix, suffix in found:
        text, first, last = texts[article.value], int(start.value), int(end.value)
        assert text[first:last] == exact.value
        assert text[:first].endswith(prefix.value)
        assert text[last:].startswith(suffix.value)


def test_there_are_as_many_claims_of_each_kind_as_in_the_graph(
    sample: list[Story], project: Project
):
    graph = Graph()
    for path in project.graph_files():
        graph.parse(path)
    kinds = Counter(str(kind).rpartition("#")[2] for kind in graph.objects(None, RDF.type))
    (told,) = sample
    made = Counter(claim.kind for article in told.articles for claim in article.claims)
    assert {*made} == {kind for kind in kinds if (SOV[kind] in _claims(graph))} - {"Mention"}
    for kind, count in made.items():
        assert abs(count - kinds[kind]) <= 1, kind


def _claims(graph: Graph) -> set[object]:
    claims = set(graph.subjects(SOV.assertedIn))
    return {kind for claim in claims for kind in graph.objects(claim, RDF.type)}


def test_articles_disagree(store: Store):
    kinds = store.quads_for_pattern(None, NamedNode(str(SOV.discrepancyKind)), None)
    assert {quad.object.value.rpartition("#")[2] for quad in kinds} == DISCREPANCIES


def test_a_story_is_the_same_whatever_was_told_before():
    assert story(7).lines == list(stories(8 * SAMPLE))[7].lines
    assert story(7, seed=1).lines != story(7).lines


def test_a_store_is_filled_with_one_version_that_is_whole(tmp_path: Path):
    quads = fill(tmp_path / "store", SAMPLE)
    made = folder.open(tmp_path / "store")
    assert (made.current, made.commit(1).quads) == (1, quads)
    assert list(verifying.findings(made)) == []
