from __future__ import annotations

import pytest

from souverain import build, ttl


@pytest.mark.parametrize("listing", ["graph", "ontology", "shapes", "example"])
def test_there_are_files_of_each_kind(project, listing):
    assert getattr(project, f"{listing}_files")()


def in_the_one_form(path) -> bool:
    return ttl.write(ttl.read(path)) == path.read_text(encoding="utf-8")


def test_a_graph_file_is_in_the_one_form(graph_file):
    assert in_the_one_form(graph_file)


def test_an_ontology_file_is_in_the_one_form(ontology_file):
    assert in_the_one_form(ontology_file)


def test_a_shapes_file_is_in_the_one_form(shapes_file):
    assert in_the_one_form(shapes_file)


def test_an_example_is_in_the_one_form(example_file):
    assert in_the_one_form(example_file)


def test_the_files_are_what_a_build_makes_of_them(project):
    assert build.changes(project, build.build(project)) == []


def test_building_twice_gives_the_same_bytes(scratch):
    for path in scratch.graph.glob("derived/*.ttl"):
        path.unlink()
    build.write(scratch, build.build(scratch))
    assert build.changes(scratch, build.build(scratch)) == []


def test_a_claim_that_cannot_be_completed_leaves_every_file_as_it_was(scratch):
    path = scratch.graph / "002.ttl"
    draft = '\n[] a sov:Stake ; sov:evidence "words that no article holds" .\n'
    path.write_text(path.read_text(encoding="utf-8") + draft, encoding="utf-8")
    before = {p: p.read_bytes() for p in scratch.root.rglob("*") if p.is_file()}
    with pytest.raises(build.DataError) as caught:
        build.write(scratch, build.build(scratch))
    (finding,) = caught.value.findings
    assert finding.file == "graph/002.ttl"
    assert finding.line == len(path.read_text(encoding="utf-8").splitlines())
    assert before == {p: p.read_bytes() for p in scratch.root.rglob("*") if p.is_file()}


def test_a_stale_derived_file_is_removed_by_a_build(scratch):
    stale = scratch.graph / "derived" / "of-no-rule.ttl"
    stale.write_text("", encoding="utf-8")
    build.write(scratch, build.build(scratch))
    assert not stale.exists()
