"""What Wikidata says is retrieved into a graph of its own, whole or not at all."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode
from rdflib import PROV, Graph, URIRef

from souverain import build, check, files, ttl
from souverain.check import apart, source
from souverain.commit import files as committed
from souverain.errors import UsageError
from souverain.files import Project
from souverain.link import enrichment, targets
from souverain.store import Dataset, unite
from souverain.versions import folder, nature
from souverain.vocab import BASE, SOV

from .conftest import FILE
from .wikidata import entity

GRAPH = "https://w3id.org/souverain/graph/wikidata"


def retrieved(project: Project) -> Graph:
    return ttl.read(project.root / FILE, FILE)


def test_every_linked_item_is_a_record_of_its_revision(enriched, linked):
    graph = retrieved(enriched)
    items = {str(node).rpartition("/")[2] for node in graph.objects(None, SOV.externalItem)}
    assert items == set(linked)
    record = URIRef(f"{GRAPH}#Q1431486")
    assert str(graph.value(record, PROV.wasDerivedFrom)).endswith("Q1431486.json?revision=1234")
    labels = graph.objects(record, SOV.externalLabel)
    assert {text.language for text in labels} == {"en", "fr", "mul"}


def test_a_statement_says_what_its_item_says(enriched):
    graph, node = retrieved(enriched), URIRef(f"{GRAPH}#Q1431486-0-C")
    assert str(graph.value(node, SOV.externalSubject)).endswith("/Q1431486")
    assert str(graph.value(node, SOV.externalPercentage)) == "44.4"
    assert str(graph.value(graph.value(node, SOV.externalPoint), SOV.edtf)) == "2012-10-02"


def test_the_project_is_in_order_with_it(enriched):
    assert check.check(enriched).findings == []


def test_it_is_asked_for_by_its_name_only(enriched, project):
    before, after = Dataset.load(project), Dataset.load(enriched)
    assert after.triples == before.triples
    assert after.named.keys() - before.named.keys() == {GRAPH}
    assert after.about(f"{GRAPH}#Q1431486") == []


def test_the_derived_layer_does_not_see_it(enriched, monkeypatch):
    seen: list[str] = []
    derive = build.rules.derive
    spy = lambda project, turtle: derive(project, seen.extend(turtle) or seen)  # noqa: E731
    monkeypatch.setattr(build.rules, "derive", spy)
    made = build.graph(enriched)
    assert build.changes(enriched, made) == []
    assert not any("ExternalRecord" in text and "graph/wikidata" in text for text in seen)


def test_a_store_takes_it_and_keeps_it_apart(enriched, tmp_path):
    opened = folder.create(tmp_path / "kept.store", nature.Nature("union", "project", BASE))
    opened = folder.open(tmp_path / "kept.store")
    patch = committed.of_project(opened, enriched)
    assert any(line.endswith(f"<{GRAPH}> .") for line in patch.added)


def test_of_a_store_it_is_no_part_of_the_default_graph(enriched):
    store = Dataset.load(enriched).store
    store.clear_graph(NamedNode(f"{BASE}graph/entities"))
    store.update("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }")
    unite(store, BASE)
    united = Dataset.of(store, is_union=False)
    assert united.triples
    assert united.about(f"{GRAPH}#Q1431486") == []


def test_the_same_answers_give_the_same_bytes(enrich, scratch, wikidata, linked):
    done = enrich(scratch, wikidata.api)
    assert done == (0, f"{FILE}: {len(linked)} items; it changed\n", "")
    before = (scratch.root / FILE).read_bytes()
    (scratch.root / FILE).unlink()
    assert enrich(scratch, wikidata.api, "--offline").code == 0
    assert (scratch.root / FILE).read_bytes() == before
    assert enrich(scratch, wikidata.api, "--offline").out.endswith("it is as it was\n")


def test_a_run_replaces_it_whole(enrich, scratch, wikidata, linked):
    enrich(scratch, wikidata.api)
    wikidata.entities = {id: entity(id, revision=200, en="Later") for id in linked}
    enrich(scratch, wikidata.api, "--fresh")
    graph = retrieved(scratch)
    assert {int(number) for number in graph.objects(None, SOV.externalRevision)} == {200}
    assert not list(graph.subjects(SOV.externalProperty))


def test_a_dry_run_writes_nothing(enrich, scratch, wikidata):
    assert enrich(scratch, wikidata.api, "--dry-run").out.endswith("it would change\n")
    assert not (scratch.root / FILE).exists()


FAULTS = {
    "it fails": (500, b"down"),
    "it is busy": (429, b"slowly"),
    "it answers with a page": (200, b"<html>busy</html>"),
    "it answers with half of an object": (200, b'{"entities": {"Q1"'),
    "it answers with an error": (200, json.dumps({"error": {"code": "x", "info": "y"}}).encode()),
    "it answers with no items": (200, b'{"success": 1}'),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_failure_leaves_the_old_file(enrich, scratch, wikidata, name):
    (scratch.root / FILE).write_text("# the old one\n", "utf-8")
    wikidata.faults = [FAULTS[name]]
    done = enrich(scratch, wikidata.api)
    assert done.code == 3, done.err
    assert wikidata.api in done.err
    assert (scratch.root / FILE).read_text("utf-8") == "# the old one\n"


def test_what_is_not_as_it_is_documented_is_refused_with_its_place(enrich, scratch, wikidata):
    wikidata.entities["Q1431486"]["lastrevid"] = 0
    done = enrich(scratch, wikidata.api)
    assert done.code == 1
    assert "shape:ExternalRecord-externalRevision" in done.err
    assert not (scratch.root / FILE).exists()


def test_offline_it_says_what_is_not_kept(enrich, scratch, wikidata):
    done = enrich(scratch, wikidata.api, "--offline")
    assert done.code == 2
    assert "--offline" in done.err
    assert wikidata.asked == []


def test_an_item_that_is_gone_or_merged_is_told(enrich, scratch, wikidata):
    del wikidata.entities["Q46"]
    wikidata.entities["Q8880"] = {
        **entity("Q900000005", en="Merged"),
        "redirects": {"from": "Q8880", "to": "Q900000005"},
    }
    done = enrich(scratch, wikidata.api)
    assert done.code == 0, done.err
    assert "Q46 is not there" in done.err
    assert "Q8880 was merged into Q900000005" in done.err


def test_the_packaged_data_are_not_written(enrich, scratch, wikidata, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(files, "packaged", lambda: replace(scratch, writable=False))
    done = enrich(None, wikidata.api)
    assert done.code == 2
    assert "read-only" in done.err
    assert not (scratch.root / FILE).exists()


def test_a_dataset_without_a_graph_of_its_own_is_refused(project):
    other = replace(targets.find("wikidata"), name="other", title="Other")
    with pytest.raises(UsageError, match="Other"):
        enrichment.retrieve(project, None, other, lambda items, _label: iter(items))


def test_without_a_link_there_is_nothing_to_retrieve(enrich, scratch, wikidata):
    (scratch.graph / "links" / "wikidata.ttl").unlink()
    done = enrich(scratch, wikidata.api)
    assert done.code == 1
    assert "souverain link find" in done.err


OTHERS = {
    "a claim among Wikidata's words": (FILE, "Opinion", "outside-words-only"),
    "Wikidata's words among claims": ("graph/entities.ttl", "ExternalDate", "outside-words"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_claims_and_wikidata_s_words_are_not_mixed(scratch, name):
    file, kind, rule = OTHERS[name]
    path = scratch.root / file
    before = path.read_text("utf-8") if path.exists() else ""
    stray = f"<https://w3id.org/souverain/id/stray>\n    a <{SOV}{kind}> ;\n.\n"
    path.write_text(f"{before}\n{stray}", "utf-8")
    (finding,) = apart.findings(source.read(scratch))
    assert (finding.rule, finding.file, finding.node) == (rule, file, "id:stray")


@pytest.mark.network
def test_the_live_service_answers_as_it_is_documented(enrich, scratch):
    done = enrich(scratch, "https://www.wikidata.org/w/api.php", "--contact", "test@example.org")
    assert done.code == 0, done.err
    assert len(list(retrieved(scratch).subjects(SOV.externalProperty))) > 50
