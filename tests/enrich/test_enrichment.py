"""What Wikidata says is retrieved into a graph of its own, whole or not at all."""

from __future__ import annotations

import json

import pytest
from rdflib import PROV, URIRef

from souverain import check, ttl
from souverain.files import Project
from souverain.store import Dataset
from souverain.vocab import SOV

from .wikidata import entity, item, statement

GRAPH = "https://w3id.org/souverain/graph/wikidata"
FILE = "graph/wikidata.ttl"


def retrieved(scratch: Project):
    return ttl.read(scratch.root / FILE, FILE)


def test_every_linked_item_is_a_record_of_its_revision(enrich, scratch, wikidata, linked):
    done = enrich(scratch, wikidata.api)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{FILE}: {len(linked)} items; it changed\n"
    graph = retrieved(scratch)
    items = {str(node).rpartition("/")[2] for node in graph.objects(None, SOV.externalItem)}
    assert items == set(linked)
    record = URIRef(f"{GRAPH}#Q1431486")
    assert str(graph.value(record, PROV.wasDerivedFrom)).endswith("Q1431486.json?revision=1234")
    assert {text.language for text in graph.objects(record, SOV.externalLabel)} == {"en", "fr"}


def test_the_project_is_in_order_with_it(enrich, scratch, wikidata):
    enrich(scratch, wikidata.api)
    assert check.check(scratch).findings == []


def test_the_same_answers_give_the_same_bytes(enrich, scratch, wikidata):
    enrich(scratch, wikidata.api)
    before = (scratch.root / FILE).read_bytes()
    (scratch.root / FILE).unlink()
    assert enrich(scratch, wikidata.api, "--offline").returncode == 0
    assert (scratch.root / FILE).read_bytes() == before
    assert enrich(scratch, wikidata.api, "--offline").stdout.endswith("it is as it was\n")


def test_a_run_replaces_it_whole(enrich, scratch, wikidata, linked):
    enrich(scratch, wikidata.api)
    wikidata.entities = {id: entity(id, revision=200, en="Later") for id in linked}
    enrich(scratch, wikidata.api, "--fresh")
    graph = retrieved(scratch)
    assert {int(number) for number in graph.objects(None, SOV.externalRevision)} == {200}
    assert not list(graph.subjects(SOV.externalProperty))


def test_a_dry_run_writes_nothing(enrich, scratch, wikidata):
    done = enrich(scratch, wikidata.api, "--dry-run")
    assert done.stdout.endswith("it would change\n")
    assert not (scratch.root / FILE).exists()


FAULTS = {
    "it fails": (500, b"down"),
    "it answers with a page": (200, b"<html>busy</html>"),
    "it answers with half of an object": (200, b'{"entities": {"Q1"'),
    "it answers with an error": (200, json.dumps({"error": {"code": "x", "info": "y"}}).encode()),
    "it answers with no items": (200, b'{"success": 1}'),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_failure_leaves_the_old_file(enrich, scratch, wikidata, name):
    enrich(scratch, wikidata.api)
    before = (scratch.root / FILE).read_bytes()
    wikidata.faults = [FAULTS[name]]
    done = enrich(scratch, wikidata.api, "--fresh")
    assert done.returncode == 3, done.stderr
    assert wikidata.api in done.stderr
    assert (scratch.root / FILE).read_bytes() == before
    assert not list(scratch.graph.glob(".*"))


def test_what_is_not_as_it_is_documented_is_refused_with_its_place(enrich, scratch, wikidata):
    wikidata.entities["Q1431486"]["lastrevid"] = 0
    done = enrich(scratch, wikidata.api)
    assert done.returncode == 1
    assert "shape:ExternalRecord-externalRevision" in done.stderr
    assert not (scratch.root / FILE).exists()


def test_offline_it_says_what_is_not_kept(enrich, scratch, wikidata):
    done = enrich(scratch, wikidata.api, "--offline")
    assert done.returncode == 2
    assert "--offline" in done.stderr
    assert wikidata.asked == []


def test_an_item_that_is_gone_or_merged_is_told(enrich, scratch, wikidata):
    del wikidata.entities["Q46"]
    wikidata.entities["Q8880"] = {
        **entity("Q900000005", en="Merged"),
        "redirects": {"from": "Q8880", "to": "Q900000005"},
    }
    done = enrich(scratch, wikidata.api)
    assert done.returncode == 0, done.stderr
    assert "Q46 is not there" in done.stderr
    assert "Q8880 was merged into Q900000005" in done.stderr


def test_the_packaged_data_are_not_written(souverain, wikidata, tmp_path):
    told = ("link", "enrich", "--api", wikidata.api, "--cache", tmp_path / "cache")
    done = souverain(*told)
    assert done.returncode == 2
    assert "read-only" in done.stderr


def test_it_is_asked_for_by_its_name_only(enrich, scratch, wikidata):
    before = Dataset.load(scratch)
    enrich(scratch, wikidata.api)
    after = Dataset.load(scratch)
    assert after.triples == before.triples
    assert after.named.keys() - before.named.keys() == {GRAPH}
    assert after.about(f"{GRAPH}#Q1431486") == []


def test_the_derived_layer_does_not_see_it(enrich, scratch, wikidata, souverain):
    enrich(scratch, wikidata.api)
    built = souverain("--project", scratch.root, "build", "--dry-run")
    assert built.returncode == 0
    assert "0 would change" in built.stderr + built.stdout


OTHERS = {
    "a claim among Wikidata's words": (FILE, "sov:Opinion", "outside-words-only"),
    "Wikidata's words among claims": ("graph/entities.ttl", "sov:ExternalDate", "outside-words"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_claims_and_wikidata_s_words_are_not_mixed(enrich, scratch, wikidata, name):
    enrich(scratch, wikidata.api)
    file, kind, rule = OTHERS[name]
    path = scratch.root / file
    path.write_text(path.read_text("utf-8") + f"\nid:stray\n    a {kind} ;\n.\n", "utf-8")
    if "PREFIX id:" not in path.read_text("utf-8"):
        text = f"PREFIX id: <https://w3id.org/souverain/id/>\n{path.read_text('utf-8')}"
        path.write_text(text, "utf-8")
    assert rule in {finding.rule for finding in check.check(scratch).findings}


def test_a_store_keeps_it_apart(enrich, scratch, wikidata, souverain, tmp_path):
    from souverain.source import Source

    enrich(scratch, wikidata.api)
    store = tmp_path / "kept.store"
    loaded = souverain("--project", scratch.root, "load", "--store", store)
    assert loaded.returncode == 0, loaded.stderr
    dataset = Source(str(scratch.root), store=str(store)).load().dataset
    assert GRAPH in dataset.named
    assert dataset.about(f"{GRAPH}#Q1431486") == []


def test_statements_are_those_of_the_item(enrich, scratch, wikidata):
    moved = statement("Q1431486$9", "P127", item("Q900000009"))
    wikidata.entities["Q1431486"]["claims"]["P127"] = [moved]
    enrich(scratch, wikidata.api)
    node = URIRef(f"{GRAPH}#Q1431486-9")
    subject = retrieved(scratch).value(node, SOV.externalSubject)
    assert str(subject).endswith("Q1431486")
