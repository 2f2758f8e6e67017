"""Networks are opened by the tools that they are for, and hold what was read, no more, no less."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path

import igraph
import networkx
import pytest
from lxml import etree

from souverain.export.network.markup import Markup
from souverain.export.network.neo4j import BETWEEN, EDGES, NODES
from souverain.export.network.network import Network
from souverain.export.network.spells import span
from souverain.export.network.ties import TIES
from souverain.export.origin import Origin
from souverain.export.records.slots import SLOTS, Kind

from . import exporting

BASE = "https://w3id.org/souverain/id/"
FOLDERS = ("neo4j", "neosemantics")
NETWORKS = ("graphml", "gexf", "cytoscape", "neo4j-cypher")


def _graph(data: bytes) -> networkx.MultiDiGraph:
    found = networkx.read_graphml(BytesIO(data), force_multigraph=True)
    assert isinstance(found, networkx.MultiDiGraph)
    return found


# What a tie is made of.


@pytest.mark.parametrize("tie", TIES, ids=lambda tie: f"{tie.kind}-{tie.relation}-{tie.target}")
def test_a_tie_stands_on_slots_that_its_class_has(tie):
    slots = {slot.name: slot for slot in SLOTS[tie.kind]}
    assert {tie.source, tie.target} <= slots.keys()
    # An article may be the speaker of an opinion: then it ties nothing.
    assert slots[tie.target].kind is Kind.ENTITY


def test_each_end_of_an_edge_is_a_node(either: Origin):
    network = Network(exporting.selection(either))
    nodes = {node.iri for node in network.nodes()}
    assert nodes
    assert all({edge.source, edge.target} <= nodes for edge in network.edges())


def test_each_end_is_a_node_where_only_what_is_derived_is_asked_for(whole: Origin):
    network = Network(exporting.selection(whole, layer="derived"))
    nodes = {node.iri for node in network.nodes()}
    found = list(network.edges())
    assert len(found) == 5
    assert all({edge.source, edge.target} <= nodes for edge in found)


def test_a_joint_share_is_one_edge_from_the_group_that_holds_it(nasty_origin: Origin):
    edge = exporting.edges(nasty_origin)[f"{BASE}stake-joint"]
    assert edge.source == f"{BASE}together"
    told = {field.name: cell for field, cell in edge.told()}
    assert told["percentage"] == Decimal(75)
    members = [edge for edge in exporting.edges(nasty_origin).values() if edge.statement is None]
    assert {edge.relation for edge in members} == {"has_member"}
    assert all(not edge.told() for edge in members)


def test_a_remainder_has_words_and_no_number(whole: Origin):
    rest = [
        {field.name: cell for field, cell in edge.told()}
        for edge in exporting.edges(whole).values()
        if edge.statement and edge.statement.one("stakeBasis") == "Remainder"
    ]
    assert [(row["words"], "percentage" in row, "derived" in row) for row in rest] == [
        ("le reste", False, True)
    ]
    assert rest[0]["derived"] is False


# GraphML, by NetworkX and igraph.


def test_networkx_reads_every_node_and_edge_of_graphml(either: Origin, exported):
    graph, edges = _graph(exported(either, "graphml")), exporting.edges(either)
    assert {key for *_, key in graph.edges(keys=True)} == edges.keys()
    for source, target, key, told in graph.edges(keys=True, data=True):
        edge = edges[key]
        assert (source, target, told["relation"]) == (edge.source, edge.target, edge.relation)
        for field, cell in edge.told():
            expected = "\n".join(cell) if isinstance(cell, tuple) else cell
            expected = float(expected) if isinstance(expected, Decimal) else expected
            assert told[field.name] == expected, (key, field.name)


def test_igraph_reads_the_same_graphml(either: Origin, exported, tmp_path: Path):
    data = exported(either, "graphml")
    path = tmp_path / "a.graphml"
    path.write_bytes(data)
    ours, theirs = _graph(data), igraph.Graph.Read_GraphML(str(path))
    assert (theirs.vcount(), theirs.ecount()) == (len(ours), ours.number_of_edges())
    assert theirs.is_directed()
    labels = dict(zip(theirs.vs["id"], theirs.vs["label"], strict=True))
    assert labels == {name: told["label"] for name, told in ours.nodes(data=True)}


def test_a_shareholder_is_found_as_one_finds_it_with_networkx(whole: Origin, exported):
    graph = _graph(exported(whole, "graphml"))
    held = {
        (graph.nodes[source]["label"], told["percentage"])
        for source, _, told in graph.in_edges(f"{BASE}numergy", data=True)
        if told["relation"] == "holds" and "percentage" in told
    }
    assert held == {("SFR", 47.0), ("Bull", 20.0), ("Caisse des Dépôts", 33.0)}


@pytest.mark.parametrize(
    "text", ["\x00", "\x0b", "\ufffe", "a\r\nb", "\ttab", "<&>\"'", "]]>", "\U0001f680", "\u202e"]
)
def test_xml_holds_any_text_but_what_it_forbids(text):
    stream = BytesIO()
    markup = Markup(stream)
    with markup.element("a", {"b": text}):
        markup.text("c", {}, text)
    root = etree.fromstring(stream.getvalue())
    expected = re.sub("[\x00\x0b\ufffe]", "\ufffd", text)
    assert root.attrib["b"] == root.find("c").text == expected


# GEXF, by its schema and NetworkX.


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "gexf" / "gexf.xsd"))


def test_gexf_is_what_its_schema_demands(either: Origin, exported, schema):
    schema.assertValid(etree.fromstring(exported(either, "gexf")))


def test_networkx_reads_every_node_and_edge_of_gexf(either: Origin, exported):
    graph, edges = networkx.read_gexf(BytesIO(exported(either, "gexf"))), exporting.edges(either)
    found = {told["id"]: (source, target) for source, target, told in graph.edges(data=True)}
    assert found == {key: (edge.source, edge.target) for key, edge in edges.items()}


@pytest.mark.parametrize(
    ("stake", "days"),
    [
        ("joint", {"start": "2012-10-01"}),
        ("plan", {"start": "2012-10-01"}),
        ("over", {"end": "2014-05-31"}),
    ],
)
def test_an_edge_of_gexf_is_there_while_its_claim_can_hold(
    nasty_origin: Origin, exported, stake, days
):
    root = etree.fromstring(exported(nasty_origin, "gexf"))
    (edge,) = root.findall(f".//{{*}}edge[@id='{BASE}stake-{stake}']")
    assert {name: edge.get(name) for name in ("start", "end") if edge.get(name)} == days


def test_an_inferred_year_does_not_look_stated(nasty_origin: Origin, exported):
    root = etree.fromstring(exported(nasty_origin, "gexf"))
    (edge,) = root.findall(f".//{{*}}edge[@id='{BASE}stake-joint']")
    told = {row.get("for"): row.get("value") for row in edge.iter("{*}attvalue")}
    assert (told["as_of"], told["as_of_basis"]) == ("2012?-10", "InferredYear")


def test_no_span_ends_before_it_begins(whole: Origin):
    spans = [span(edge.statement) for edge in exporting.edges(whole).values() if edge.statement]
    assert all(not (start and end) or start <= end for start, end in spans)


# Cytoscape.


def test_cytoscape_has_elements_with_data(either: Origin, exported):
    told, edges = json.loads(exported(either, "cytoscape")), exporting.edges(either)
    nodes = {row["data"]["id"] for row in told["elements"]["nodes"]}
    found = {row["data"]["id"]: row["data"] for row in told["elements"]["edges"]}
    assert found.keys() == edges.keys()
    assert all({row["source"], row["target"]} <= nodes for row in found.values())
    assert len(nodes) == len(told["elements"]["nodes"])


# Neo4j.


def _rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    reader = csv.DictReader(StringIO(path.read_text("utf-8"), newline=""))
    return list(reader.fieldnames or ()), list(reader)


def test_neo4j_gets_each_node_and_relationship_with_typed_columns(either: Origin, tmp_path: Path):
    exporting.written(tmp_path / "n", either, "neo4j")
    (head, nodes), (heads, ties) = (_rows(tmp_path / "n" / name) for name in (NODES, EDGES))
    types = {name.partition(":")[2] for name in (*head, *heads)}
    assert types == {
        "ID", "LABEL", "START_ID", "END_ID", "TYPE", "string", "string[]", "double", "boolean", "",
    }  # fmt: skip
    edges = exporting.edges(either)
    assert {row["id"] for row in ties} == edges.keys()
    known = {row["iri:ID"] for row in nodes}
    assert len(known) == len(nodes)
    assert all({row[":START_ID"], row[":END_ID"]} <= known for row in ties)
    for row in ties:
        told = {field.name: cell for field, cell in edges[row["id"]].told()}
        quotes = tuple(row["quotes:string[]"].split(BETWEEN)) if row["quotes:string[]"] else ()
        assert quotes == told.get("quotes", ())


def test_the_command_for_neo4j_names_what_is_there(whole: Origin, tmp_path: Path):
    exporting.written(tmp_path / "n", whole, "neo4j")
    script = (tmp_path / "n" / "import.sh").read_text("utf-8")
    named = set(re.findall(r"=(\w+\.csv)", script))
    assert named == {NODES, EDGES}
    assert "--multiline-fields=true" in script


def _longest(text: str) -> list[str]:
    """Of each type of relationship the longest statement, and the nodes' one: they take a while."""
    found: dict[str, str] = {}
    for line in text.split("\n")[:-1]:
        tie = re.search(r"\[tie:(\w+)", line)
        found[tie[1] if tie else ""] = max(found.get(tie[1] if tie else "", ""), line, key=len)
    return list(found.values())


@pytest.mark.needs("node")
def test_neo4j_finds_nothing_wrong_with_the_cypher(either: Origin, exported):
    text = exported(either, "neo4j-cypher").decode("utf-8")
    statements = [text.partition("\n")[0], *_longest(text)]
    assert exporting.tool("cypher.mjs", "\n".join(statements)) == []


@pytest.mark.needs("node")
def test_neo4j_would_find_what_is_wrong():
    assert exporting.tool("cypher.mjs", "MERGE (a:Entity {iri: 'it's'});")


def test_cypher_has_a_statement_a_line(either: Origin, exported):
    lines = exported(either, "neo4j-cypher").decode("utf-8").split("\n")
    nodes = sum(1 for _ in Network(exporting.selection(either)).nodes())
    assert len(lines) - 1 == 1 + nodes + len(exporting.edges(either))
    assert all(line.endswith(";") for line in lines[:-1])


def test_neosemantics_gets_all_triples_and_a_script_that_loads_them(
    whole: Origin, exported, tmp_path: Path
):
    exporting.written(tmp_path / "n", whole, "neosemantics")
    assert (tmp_path / "n" / "graph.nt").read_bytes() == exported(whole, "ntriples")
    script = (tmp_path / "n" / "load.cypher").read_text("utf-8")
    assert "n10s.rdf.import.fetch($folder + '/graph.nt', 'N-Triples')" in script


# The same bytes.


@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_has_the_same_bytes_again(either: Origin, exported, name):
    assert exported(either, name) == exported(either, name)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_has_the_same_bytes_again(either: Origin, tmp_path: Path, name):
    for turn in ("one", "two"):
        exporting.written(tmp_path / turn, either, name)
    assert list(exporting.files_of(tmp_path / "one")) == list(exporting.files_of(tmp_path / "two"))


def test_what_went_in_and_out_is_counted(whole: Origin, tmp_path: Path):
    counts = exporting.written(tmp_path / "g", whole, "graphml")
    graph = _graph((tmp_path / "g").read_bytes())
    assert counts.written == {"nodes": len(graph), "edges": graph.number_of_edges()}
    tied = {
        edge.statement.iri
        for edge in exporting.edges(whole).values()
        if edge.statement and not edge.statement.is_derived
    }
    alone = counts.read["claims"] - len(tied)
    assert counts.notes == (f"{alone} of the claims do not tie two entities, and have no edge",)
