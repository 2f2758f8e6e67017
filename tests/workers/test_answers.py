"""What the workers answer: the same as this process would, in every format and coding."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest
import zstandard

from souverain.errors import (
    NoSuchGraph,
    QueryError,
    QueryRefused,
    QuerySyntaxError,
    Unofferable,
    Unwritable,
)
from souverain.formats import DATASET_FORMATS, GRAPH_FORMATS, RESULT_FORMATS, Kind
from souverain.query.engine import InProcess
from souverain.query.job import Head, Job
from souverain.store import Dataset

from .asking import FOUND, LOOKUP, THINGS, ask, fails, whole

SOME = "{ SELECT ?%s { ?%s <http://x/p> ?o } ORDER BY ?%s LIMIT 60 }"
SELECTS = (
    LOOKUP,
    "SELECT ?s ?o { ?s <http://x/says> ?o }",
    "SELECT ?s ?o { ?s <http://x/p> ?o } ORDER BY ?s",
    f"SELECT * {{ {SOME % ('a', 'a', 'a')} {SOME % ('b', 'b', 'b')} }} ORDER BY ?a ?b",
    "SELECT ?x ?y { VALUES (?x ?y) { (UNDEF UNDEF) (1 UNDEF) } }",
    "ASK { ?s ?p ?o }",
)
GRAPHS = (
    "CONSTRUCT { ?s <http://x/p> ?o } WHERE { SELECT * { ?s <http://x/p> ?o } ORDER BY ?s }",
    "DESCRIBE <http://x/7>",
    "CONSTRUCT {} WHERE {}",
)
JOBS = [
    *(Job(text, results=row.name) for text in SELECTS for row in RESULT_FORMATS),
    *(Job(text, graphs=row.name) for text in GRAPHS for row in GRAPH_FORMATS),
    *(Job(graph="http://x/graph", graphs=row.name) for row in GRAPH_FORMATS),
    *(Job(text, encodings=(coding,)) for text in SELECTS for coding in ("gzip", "zstd")),
]


@pytest.fixture(scope="module")
def dataset(source) -> Dataset:
    return replace(source).load().dataset


@pytest.mark.parametrize("job", JOBS, ids=str)
def test_a_worker_answers_as_this_process_does(run, pool, dataset, job):
    expected = InProcess(dataset).answer(job)
    reply = run(pool.run(job))
    assert reply.head == expected.head
    assert run(whole(reply)) == b"".join(expected.chunks)


def test_a_small_answer_comes_at_once(run, pool):
    reply = run(pool.run(Job(LOOKUP)))
    assert (reply.head, reply.first, reply.rest) == (Head(Kind.SELECT, "json"), FOUND, None)


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_an_answer_is_encoded_as_it_is_wanted(run, pool, coding):
    job = Job(SELECTS[2], encodings=(coding, "gzip"))
    reply = run(pool.run(job))
    assert reply.head.encoding == coding
    content = run(whole(reply))
    plain = (
        zlib.decompress(content, wbits=31)
        if coding == "gzip"
        else zstandard.ZstdDecompressor().decompressobj().decompress(content)
    )
    assert plain == run(ask(pool, SELECTS[2]))
    assert len(content) < len(plain) / 4


def test_a_small_answer_is_not_encoded(run, pool):
    assert run(pool.run(Job(LOOKUP, encodings=("gzip",)))).head.encoding == ""


@pytest.mark.parametrize(
    ("text", "volatile"), [("SELECT (RAND() AS ?x) {}", True), (LOOKUP, False)]
)
def test_the_head_says_whether_the_answer_may_change(run, pool, text, volatile):
    assert run(pool.run(Job(text))).head.is_volatile is volatile


@pytest.mark.parametrize("format", DATASET_FORMATS, ids=lambda row: row.name)
def test_the_whole_dataset_keeps_the_names_of_its_graphs(run, pool, format):
    content = run(ask(pool, "", everything=True, graphs=format.name))
    assert b"http://x/graph" in content
    assert b"http://x/399" in content


def test_the_default_graph_has_no_name(run, pool):
    content = run(ask(pool, "", graph="", graphs="ntriples"))
    assert content.count(b"\n") == THINGS + 1


@pytest.mark.parametrize(
    ("job", "kind", "told"),
    [
        (Job("SELECT * {"), QuerySyntaxError, "line 1, column 11"),
        (Job("hello"), QuerySyntaxError, "line 1, column 1"),
        (Job("INSERT DATA { <x:a> <x:b> 1 }"), QueryRefused, "INSERT is an update"),
        (Job("SELECT * { SERVICE <http://127.0.0.1:9/> {} }"), QueryRefused, "SERVICE"),
        (Job("ASK {}", default_graphs=("no iri",)), QueryError, "is no name of a graph"),
        (Job("SELECT ?x {}", substitutions=(("y", "urn:1", None),)), QueryError, "cannot be eval"),
        (Job("ASK { ?s ?p '\ud800' }"), QueryError, "not Unicode"),
        (Job("SELECT ('\x00' AS ?x) {}", results="xml"), Unwritable, "U\\+0000"),
        (Job("CONSTRUCT { <x:a> <x:1> 1 } {}", graphs="rdfxml"), Unwritable, "predicate <x:1>"),
        (Job(graph="http://x/none"), NoSuchGraph, "no graph <http://x/none>"),
        (Job("ASK {}", results=""), Unofferable, "of the kind ask"),
        (Job("CONSTRUCT {} {}", graphs=""), Unofferable, "of the kind graph"),
    ],
)
def test_what_cannot_be_answered_is_an_error_that_says_why(run, pool, job, kind, told):
    fault = run(fails(pool.run(job), kind))
    assert type(fault) is kind
    with pytest.raises(kind, match=told):
        raise fault


def test_a_syntax_error_says_where_it_is(run, pool):
    fault = run(fails(pool.run(Job("SELECT *\n  nonsense {}")), QuerySyntaxError))
    assert (fault.line, fault.column, fault.token) == (2, 3, "nonsense")


def test_what_is_not_wanted_is_not_evaluated(run, pool):
    text = "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (?a = 0) }"
    run(fails(pool.run(Job(text, results="")), Unofferable))


def test_a_worker_reads_a_long_query(run, pool):
    text = f"SELECT (STRLEN('{'é' * 500_000}') AS ?n) {{}}"
    assert run(ask(pool, text, results="csv")) == b"n\r\n500000\r\n"


def test_a_worker_answers_with_one_long_value(run, pool):
    parts = ", ".join(["?a"] * 500)
    text = f"SELECT ?b {{ BIND ('{'x' * 10_000}' AS ?a) BIND (CONCAT({parts}) AS ?b) }}"
    assert run(ask(pool, text, results="csv")) == b"b\r\n" + b"x" * 5_000_000 + b"\r\n"
