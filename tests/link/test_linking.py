"""Decisions become links with their records, or nothing changes; the log only grows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import SKOS, Graph, URIRef

from souverain import build, check, sssom, ttl
from souverain.errors import DataError, UnknownName, UsageError
from souverain.link.decisions import Log
from souverain.link.targets import TARGETS, Target
from souverain.publish.account import Account
from souverain.publish.linking import decide, decided
from souverain.vocab import SOV

ACCOUNT = Account.read("read both", "the maintainers", "2026-11-27")
WIKIDATA = TARGETS[0]
ITEM, OTHER = "Q900000019", "Q900000020"  # made up
# Another dataset is one row.
REGISTER = Target(
    name="register",
    title="The Register",
    protocol="statement",
    prefix="https://register.example/",
    pattern="[0-9]{9}",
    page="https://register.example/{id}",
    licence="https://creativecommons.org/publicdomain/zero/1.0/",
    through="wikidata",
    properties={"identifier": ("P1616",)},
)


def links(project, name="wikidata"):
    path = project.graph / "links" / f"{name}.ttl"
    return ttl.read(path) if path.exists() else Graph()


def one(decision, entity="id:capgemini", item="", evidence="a public text", target=WIKIDATA):
    return decided(ACCOUNT, target, entity, item, decision, evidence)


def node(name):
    return URIRef(ttl.expand(name))


@pytest.mark.parametrize(
    ("decision", "relation", "confidence"),
    [("exact", SKOS.exactMatch, "verified"), ("close", SKOS.closeMatch, "probable")],
)
def test_an_accepted_item_becomes_a_link_with_its_record(small, decision, relation, confidence):
    decide(small, [one(decision, item=ITEM)])
    graph = links(small)
    record = node(f"id:link-capgemini-{ITEM}")
    assert (node("id:capgemini"), relation, node(f"wd:{ITEM}")) in graph
    assert {ttl.shorten(p): str(o) for p, o in graph.predicate_objects(record)} == {
        "rdf:type": str(SOV.LinkRecord),
        "sov:linkSubject": ttl.expand("id:capgemini"),
        "sov:linkCandidate": ttl.expand(f"wd:{ITEM}"),
        "sov:linkRelation": str(relation),
        "sov:linkConfidence": confidence,
        "sov:linkEvidence": "a public text",
        "sov:linkMethod": "found by its names, weighed by what both sides say, "
        "reviewed by a person: read both",
        "sov:reviewedBy": "the maintainers",
        "sov:reviewedOn": "2026-11-27",
    }


def test_a_graph_with_each_kind_of_decision_is_sound(scratch):
    rows = [
        replace(one("exact", item=ITEM), seen={"label": "Capgemini"}),
        one("none", "id:synfonium"),
        one("reject", "id:bull", OTHER),
        one("later", "id:atos"),
    ]
    decide(scratch, rows)
    build.write(scratch, build.build(scratch))
    assert check.check(scratch).findings == []
    table = (scratch.graph / "links" / "wikidata.sssom.tsv").read_text("utf-8")
    assert f"id:capgemini\tCapgemini\tskos:exactMatch\twd:{ITEM}\tCapgemini" in table
    assert "id:synfonium\tSynfonium\tskos:exactMatch\tsssom:NoTermFound" in table


def test_nothing_is_undone_by_deciding_of_something_else(small):
    before = links(small)
    decide(small, [one("exact", item=ITEM)])
    assert set(before) <= set(links(small))


@pytest.mark.parametrize(
    ("decision", "entity", "item"),
    [("exact", "id:capgemini", ITEM), ("close", "id:bull", ITEM), ("none", "id:synfonium", "")],
)
def test_undoing_takes_out_what_was_put_in_and_keeps_the_log(small, decision, entity, item):
    before = links(small)
    decide(small, [one(decision, entity, item)])
    assert set(links(small)) != set(before)
    decide(small, [one("undo", entity)])
    assert set(links(small)) == set(before)
    assert [row.decision for row in Log.read(small).rows] == [decision, "undo"]


def test_a_link_that_is_older_than_the_log_can_be_undone(small):
    decide(small, [one("undo", "id:normandie")])
    assert not set(links(small)[node("id:normandie")])
    (row,) = Log.read(small).rows
    assert row.item == "Q18677875"


def test_an_undone_rejection_is_none(small):
    decide(small, [one("reject", item=ITEM)])
    assert list(Log.read(small).rejected("wikidata", "id:capgemini")) == [ITEM]
    decide(small, [one("undo", item=ITEM)])
    assert Log.read(small).rejected("wikidata", "id:capgemini") == {}


def test_the_log_grows_by_lines_at_its_end(small):
    path = small.graph / "links" / "decisions.tsv"
    decide(small, [one("later")])
    before = path.read_text("utf-8")
    decide(small, [one("later", "id:bull")])
    assert path.read_text("utf-8").startswith(before)


@pytest.mark.parametrize("entity", ["id:capgemini", "capgemini", ttl.expand("id:capgemini")])
@pytest.mark.parametrize("item", [ITEM, f"wd:{ITEM}", f"http://www.wikidata.org/entity/{ITEM}"])
def test_things_may_be_named_in_any_way(small, entity, item):
    decide(small, [one("exact", entity, item)])
    assert (node("id:capgemini"), SKOS.exactMatch, node(f"wd:{ITEM}")) in links(small)


REFUSED = {
    "no entity": ([("exact", "id:capgemin", ITEM)], UnknownName, "no entity is called"),
    "no identifier": ([("exact", "id:capgemini", "P31")], UsageError, "no identifier of Wikidata"),
    "no item": ([("exact", "id:capgemini", "")], UsageError, "names the item"),
    "an item too many": ([("none", "id:capgemini", ITEM)], UsageError, "is about no item"),
    "linked twice": (
        [("exact", "id:orange", ITEM)],
        UsageError,
        "id:orange is linked to wd:Q1431486 exactly",
    ),
    "taken": (
        [("exact", "id:atos", "Q1431486")],
        UsageError,
        "wd:Q1431486 is linked exactly to id:orange already",
    ),
    "the same again": ([("exact", "id:orange", "Q1431486")], UsageError, "is linked to Q1431486"),
    "none of what is linked": ([("none", "id:orange", "")], UsageError, "is linked to wd:Q1431486"),
    "linked after none": (
        [("none", "id:bull", ""), ("exact", "id:bull", ITEM)],
        UsageError,
        "id:bull was found to have nothing in Wikidata",
    ),
    "rejected though linked": ([("reject", "id:orange", "Q1431486")], UsageError, "is linked to"),
    "nothing to undo": ([("undo", "id:bull", "")], UsageError, "nothing was decided of id:bull"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_changes_nothing(small, name):
    rows, kind, words = REFUSED[name]
    before = set(links(small))
    with pytest.raises(kind, match=words) as fault:
        decide(small, [one(*row) for row in rows])
    assert fault.value.hint
    assert set(links(small)) == before
    assert not (small.graph / "links" / "decisions.tsv").exists()


def test_a_link_needs_evidence(small):
    with pytest.raises(UsageError, match="has no evidence") as fault:
        decide(small, [one("exact", item=ITEM, evidence="")])
    assert "--evidence" in fault.value.hint


def test_a_log_that_was_edited_by_hand_says_where_it_is_at_fault(small):
    path = small.graph / "links" / "decisions.tsv"
    decide(small, [one("later"), one("later", "id:bull")])
    path.write_text(path.read_text("utf-8").replace("later", "perhaps", 1), "utf-8")
    with pytest.raises(DataError) as fault:
        Log.read(small)
    (finding,) = fault.value.findings
    assert (finding.file, finding.line) == ("graph/links/decisions.tsv", 2)
    assert "'perhaps' is no decision, in column 6" in finding.message


def test_another_dataset_is_one_row(small):
    row = one("exact", "id:orange", "380129866", target=REGISTER)
    decide(small, [row], targets=(*TARGETS, REGISTER))
    item = URIRef("https://register.example/380129866")
    assert (node("id:orange"), SKOS.exactMatch, item) in links(small, "register")
    texts = {path: path.read_text("utf-8") for path in small.graph_files()}
    table = sssom.tables(small, texts)[small.graph / "links" / "register.sssom.tsv"]
    assert "id:orange\tOrange\tskos:exactMatch\thttps://register.example/380129866" in table
