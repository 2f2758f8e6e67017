"""How many rows an answer has, told by its bytes alone, however hostile the values are."""

from __future__ import annotations

import gc
import itertools
import threading

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from souverain.errors import TooManyBytes, TooManyRows
from souverain.formats import RESULT_FORMATS
from souverain.query.counting import COUNTERS
from souverain.query.engine import InProcess
from souverain.query.job import Job, Limits
from souverain.store import Dataset

VALUES = (
    "",
    '"',
    "\\",
    '\\"',
    "},{",
    "},{}",
    '"},{"x":{',
    ",{},{},",
    "[{",
    "\\\\",
    "\r\n",
    '"\r\n"',
    '""\r\n,',
    "\n\r",
    "<result>",
    "&lt;<tr>",
    "é\t\u2028",
    "a,\\",
)
NAMES = sorted(COUNTERS)
LETTERS = ["".join(letters) for letters in itertools.product('"\\,{}', repeat=3)]


def dataset(values):
    store = Store()
    for number, value in enumerate(values):
        subject = NamedNode(f"http://x/{number}")
        for term in (
            Literal(value),
            Literal(value, language="en"),
            Literal(value, datatype=NamedNode("http://x/type")),
            Triple(subject, NamedNode("http://x/p"), Literal(value)),
            Triple(subject, NamedNode("http://x/p"), Triple(subject, subject, Literal(value))),
        ):
            store.add(Quad(subject, NamedNode("http://x/p"), term))
    return Dataset.of(store, is_union=False)


HOSTILE = dataset(VALUES)
ROWS = 5 * len(VALUES)
QUERIES = {
    "SELECT * { ?s ?p ?o }": ROWS,
    "SELECT ?o ?none { ?s ?p ?o }": ROWS,
    "SELECT ?none { ?s ?p ?o }": ROWS,
    "SELECT * { ?s ?p ?o OPTIONAL { ?s <http://x/q> ?q } }": ROWS,
    "SELECT ?x { { ?s ?p ?o } UNION { ?s ?p ?x } UNION { ?o ?p ?s } }": 3 * ROWS,
    "SELECT * { VALUES () { () () () } }": 3,
    "SELECT * { VALUES ?x { } }": 0,
    "SELECT * {}": 1,
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("piece", [1, 2, 3, 7, 64, 100_000])
@pytest.mark.parametrize("text", QUERIES)
def test_rows_are_counted_whatever_they_hold_and_wherever_they_are_cut(name, text, piece):
    content = b"".join(InProcess(HOSTILE).answer(Job(text, results=name)).chunks)
    counter = COUNTERS[name]()
    for start in range(0, len(content), piece):
        counter.feed(content[start : start + piece])
    assert counter.rows == QUERIES[text]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("letters", LETTERS)
def test_no_value_looks_like_a_row(name, letters):
    data = dataset([letters, letters + "\r\n"])
    content = b"".join(InProcess(data).answer(Job("SELECT * { ?s ?p ?o }", results=name)).chunks)
    counter = COUNTERS[name]()
    counter.feed(content)
    assert counter.rows == 10


@pytest.mark.parametrize("name", [row.name for row in RESULT_FORMATS])
def test_as_many_rows_as_may_be_are_given(name):
    job = Job("SELECT * { ?s ?p ?o }", results=name)
    assert InProcess(HOSTILE, Limits(rows=ROWS)).answer(job).chunks


@pytest.mark.parametrize("name", [row.name for row in RESULT_FORMATS])
def test_one_row_more_than_may_be_is_too_many(name):
    job = Job("SELECT * { ?s ?p ?o }", results=name)
    with pytest.raises(TooManyRows) as caught:
        InProcess(HOSTILE, Limits(rows=ROWS - 1)).answer(job)
    assert caught.value.limit == ROWS - 1


def test_as_many_triples_as_may_be_are_given():
    job = Job("CONSTRUCT WHERE { ?s ?p ?o }")
    assert InProcess(HOSTILE, Limits(rows=ROWS)).answer(job).chunks


def test_one_triple_more_than_may_be_is_too_many():
    with pytest.raises(TooManyRows):
        InProcess(HOSTILE, Limits(rows=ROWS - 1)).answer(Job("CONSTRUCT WHERE { ?s ?p ?o }"))


@pytest.mark.parametrize("encodings", [(), ("gzip",)])
def test_bytes_are_counted_before_they_are_encoded(encodings):
    job = Job("SELECT * { ?s ?p ?o }", encodings=encodings)
    size = sum(map(len, InProcess(HOSTILE).answer(Job(job.text)).chunks))
    assert InProcess(HOSTILE, Limits(answer_bytes=size)).answer(job).chunks
    with pytest.raises(TooManyBytes):
        InProcess(HOSTILE, Limits(answer_bytes=size - 1)).answer(job)


@pytest.mark.parametrize("text", ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_an_error_may_be_dropped_in_another_thread(text):
    """pyoxigraph 0.5 complains where its results are dropped so, and a trace may hold them."""
    held = []
    try:
        InProcess(HOSTILE, Limits(rows=1)).answer(Job(text))
    except TooManyRows as fault:
        held.append(fault)
    thread = threading.Thread(target=held.clear)
    thread.start()
    thread.join()
    gc.collect()
