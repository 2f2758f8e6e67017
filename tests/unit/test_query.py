from __future__ import annotations

import pytest

from souverain import answer, query
from souverain.errors import QueryError, QueryRefused, QuerySyntaxError, Unwritable
from souverain.files import Project
from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS, Format, Kind
from souverain.query import Query
from souverain.question import Value
from souverain.store import Dataset
from souverain.vocab import BASE, PREFIXES

FORMATS = {format.name: format for format in (*RESULT_FORMATS, *GRAPH_FORMATS)}
GRAPH = f"{BASE}graph/"


@pytest.fixture(scope="module")
def dataset(tiny: Project) -> Dataset:
    return Dataset.load(tiny)


def ask(dataset: Dataset, text: str, format: str = "csv", **options: object) -> str:
    with query.run(dataset, Query(text, **options), FORMATS[format]) as found:
        content = found.read()
        assert found.length_bytes == len(content)
    return content.decode("utf-8")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SELECT * {}", Kind.SELECT),
        ("ASK {}", Kind.ASK),
        ("CONSTRUCT WHERE { ?s ?p ?o }", Kind.GRAPH),
        ("DESCRIBE <x:y>", Kind.GRAPH),
        ("PREFIXe:<x:y>SELECT*{}", Kind.SELECT),
        ("PREFIXe:<x:y>ASK{}", Kind.ASK),
        ("PREFIXe:<x:y>DESCRIBE e:z", Kind.GRAPH),
    ],
)
def test_the_kind_is_known_before_the_query_runs(text, kind):
    assert Query(text).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "PREFIX x: <x:> DELETE WHERE { ?s ?p ?o }",
        "drop all",
        "LOAD <file:///etc/passwd>",
    ],
)
def test_an_update_is_refused_as_one(text):
    with pytest.raises(QueryRefused, match="read-only"):
        _ = Query(text).kind


def test_nonsense_has_no_kind():
    with pytest.raises(QuerySyntaxError):
        _ = Query("hello").kind


def test_an_update_would_not_run_either(dataset):
    with pytest.raises(QuerySyntaxError):
        ask(dataset, "INSERT DATA { <x:a> <x:b> <x:c> }")


def test_service_is_refused(dataset):
    with pytest.raises(QueryRefused, match="SERVICE"):
        ask(dataset, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


@pytest.mark.parametrize("form", ["ASK", "SELECT *"])
def test_a_service_that_is_grown_together_with_its_name_is_refused_too(dataset, form):
    with pytest.raises(QueryRefused, match="SERVICE"):
        ask(dataset, f"PREFIX x: <http://127.0.0.1:9/> {form} {{ SERVICEx: {{ ?s ?p ?o }} }}")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_common_prefixes_are_known(dataset, prefix):
    assert ask(dataset, f"SELECT ({prefix}:x AS ?x) {{}}") == f"x\r\n{PREFIXES[prefix]}x\r\n"


def test_a_query_may_declare_a_prefix_in_another_way(dataset):
    assert ask(dataset, "PREFIX id: <x:> SELECT (id:y AS ?x) {}") == "x\r\nx:y\r\n"


@pytest.mark.parametrize(
    ("text", "options", "count"),
    [
        ("?s ?p ?o", {}, 10),
        ("GRAPH ?g { ?s ?p ?o }", {}, 11),
        ("GRAPH graph:history\\/old { ?s ?p ?o }", {}, 1),
        ("GRAPH graph:drafts\\/new { ?s ?p ?o }", {}, 0),
        ("?s skos:prefLabel ?o", {}, 2),
        ("?s ?p ?o", {"default_graphs": (f"{GRAPH}entities",)}, 3),
        ("?s ?p ?o", {"default_graphs": (f"{GRAPH}entities", f"{GRAPH}002")}, 9),
        ("?s ?p ?o", {"default_graphs": (f"{GRAPH}history/old",)}, 1),
        ("?s ?p ?o", {"default_graphs": (f"{GRAPH}none",)}, 0),
        ("GRAPH ?g { ?s ?p ?o }", {"default_graphs": (f"{GRAPH}entities",)}, 0),
        ("?s ?p ?o", {"named_graphs": (f"{GRAPH}entities",)}, 0),
        ("GRAPH ?g { ?s ?p ?o }", {"named_graphs": (f"{GRAPH}entities",)}, 3),
    ],
)
def test_the_dataset_of_a_query(dataset, text, options, count):
    found = ask(dataset, f"SELECT (COUNT(*) AS ?n) {{ {text} }}", **options)
    assert found == f"n\r\n{count}\r\n"


@pytest.mark.parametrize("clause", ["FROM graph:002", "FROM NAMED graph:002"])
def test_the_graphs_of_the_request_come_before_those_of_the_query(dataset, clause):
    text = f"SELECT (COUNT(*) AS ?n) {clause} {{ ?s ?p ?o }}"
    assert ask(dataset, text, default_graphs=(f"{GRAPH}entities",)) == "n\r\n3\r\n"


@pytest.mark.parametrize("name", ["entities", "http://a b", ""])
def test_a_graph_name_that_is_no_iri_is_refused(dataset, name):
    with pytest.raises(QueryError, match="is no name of a graph"):
        ask(dataset, "ASK {}", default_graphs=(name,))


def test_a_parameter_is_bound_as_a_term(dataset):
    values = {"label": Value('SFR" } #', f"{PREFIXES['xsd']}string")}
    text = "SELECT ?s ?label { ?s ?p ?o FILTER (STR(?o) = ?label) }"
    assert ask(dataset, text, substitutions=values) == "s,label\r\n"


def test_a_parameter_may_be_an_iri(dataset):
    values = {"target": Value(f"{PREFIXES['id']}numergy", None)}
    found = ask(dataset, "SELECT ?s ?target { ?s sov:target ?target }", substitutions=values)
    assert found.count("\r\n") == 2


def test_a_parameter_that_is_not_selected_is_refused_with_what_to_do(dataset):
    values = {"target": Value(f"{PREFIXES['id']}numergy", None)}
    with pytest.raises(QueryError, match="cannot be evaluated") as caught:
        ask(dataset, "SELECT ?s { ?s sov:target ?target }", substitutions=values)
    assert "must be one of the variables" in caught.value.hint


@pytest.mark.parametrize("call", ["<x:f>(?o)", "<f>(?o)", "x:f(?o)", "id:f()"])
def test_an_unknown_function_is_an_error_of_its_expression_alone(dataset, call):
    text = f"PREFIX x: <x:> ASK {{ ?s sov:percentage ?o FILTER ({call} || true) }}"
    assert ask(dataset, text, base="http://a.test/sparql") == "true\r\n"


def test_a_cast_is_no_unknown_function(dataset):
    text = "SELECT (xsd:integer(?o) AS ?n) { ?s sov:percentage ?o }"
    assert ask(dataset, text) == "n\r\n47\r\n"


def test_a_relative_iri_is_relative_to_the_base(dataset):
    found = ask(dataset, "SELECT (<x> AS ?x) {}", base="http://a.test/sparql")
    assert found == "x\r\nhttp://a.test/x\r\n"


def test_a_lone_surrogate_is_the_query_s_fault(dataset):
    with pytest.raises(QueryError, match="not Unicode"):
        ask(dataset, "ASK { ?s ?p '\ud800' }")


@pytest.mark.parametrize(("format", "line"), [("csv", "true\r\n"), ("tsv", "true\n")])
def test_a_yes_is_one_line_in_a_table(dataset, format, line):
    assert ask(dataset, "ASK {}", format) == line


@pytest.mark.parametrize("format", ["xml", "rdfxml"])
def test_xml_keeps_a_carriage_return(dataset, format):
    head = "CONSTRUCT WHERE" if format == "rdfxml" else "SELECT *"
    assert "&#13;\n" in ask(dataset, head + " { ?s skos:editorialNote ?o }", format)


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_xml_refuses_what_it_cannot_write(dataset, letter):
    text = f"SELECT ('{letter}' AS ?x) {{}}"
    with pytest.raises(Unwritable, match=f"U\\+{ord(letter):04X}"):
        ask(dataset, text, "xml")
    assert letter in ask(dataset, text, "tsv")


@pytest.mark.parametrize("predicate", ["http://x/1", "http://x/p?", "http://x/", "urn:1"])
def test_rdf_xml_refuses_a_predicate_that_has_no_name(dataset, predicate):
    text = f"CONSTRUCT {{ <x:a> <{predicate}> 1 }} {{}}"
    with pytest.raises(Unwritable, match="has no way to write the predicate"):
        ask(dataset, text, "rdfxml")
    assert predicate in ask(dataset, text, "ntriples")


def test_json_ld_refuses_triple_terms(dataset):
    with pytest.raises(Unwritable, match="triple terms"):
        ask(dataset, "CONSTRUCT { <x:a> <x:b> <<( <x:c> <x:d> <x:e> )>> } {}", "jsonld")


def test_turtle_declares_only_what_it_uses_in_order(dataset):
    found = ask(dataset, "CONSTRUCT WHERE { ?s a sov:Stake ; sov:percentage ?p }", "turtle")
    declared = [line.split()[1] for line in found.splitlines() if line.startswith("@prefix")]
    assert declared == ["id:", "sov:"]


@pytest.mark.parametrize(
    ("text", "volatile"),
    [
        ("SELECT (NOW() AS ?n) {}", True),
        ("SELECT (rand() AS ?n) {}", True),
        ("SELECT ?now ('NOW' AS ?n) {} # NOW", False),
    ],
)
def test_what_changes_by_itself_is_known(text, volatile):
    assert Query(text).is_volatile is volatile


def test_a_large_answer_leaves_memory_and_comes_in_chunks(dataset, monkeypatch):
    monkeypatch.setattr(answer, "IN_MEMORY_BYTES", 1000)
    monkeypatch.setattr(answer, "CHUNK_BYTES", 100)
    with query.run(dataset, Query("SELECT * { ?a ?b ?c . ?d ?e ?f }"), FORMATS["json"]) as found:
        chunks = list(found)
        assert max(map(len, chunks)) == 100
        assert sum(map(len, chunks)) == found.length_bytes > 1000


def test_an_answer_can_be_read_twice(dataset):
    with query.run(dataset, Query("ASK {}"), FORMATS["json"]) as found:
        assert found.read() == found.read()


def test_an_illegal_character_is_seen_across_two_writes():
    found = answer.Answer(Kind.SELECT, Format("xml", "", "", ""))
    with found.filling() as stream:
        stream.write(b"a\xef\xbf")
        with pytest.raises(Unwritable, match="U\\+FFFF"):
            stream.write(b"\xbfb")
    found.close()


@pytest.mark.parametrize("format", GRAPH_FORMATS, ids=lambda row: row.name)
def test_a_graph_of_our_own_is_written_in_every_format(format: Format):
    with query.graph("@prefix x: <http://x/> . x:a x:b x:c .", format) as found:
        assert b"http://x/" in found.read()
