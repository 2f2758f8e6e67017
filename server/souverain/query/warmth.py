"""Doing once, before the first worker is forked, what every worker will do.

A worker can open nothing: whatever is loaded when it is first needed must have been needed before.
"""

from __future__ import annotations

import contextlib
import traceback
from dataclasses import replace

from souverain.errors import QueryError
from souverain.formats import GRAPH_FORMATS, RESULT_FORMATS
from souverain.query import faults, frames
from souverain.query.answering import answer
from souverain.query.engine import Collected
from souverain.query.job import Job, Limits
from souverain.store import Dataset

QUERIES = (
    "SELECT * { ?s ?p ?o } LIMIT 500",
    "SELECT ?p (COUNT(*) AS ?n) (GROUP_CONCAT(STR(?o)) AS ?o) { ?s ?p ?o } GROUP BY ?p LIMIT 9",
    "SELECT (NOW() AS ?now) (RAND() AS ?r) (UUID() AS ?u) (SHA512('a') AS ?h) {}",
    "SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), '^a', 'i') || LANG(?o) = 'é') } ORDER BY ?o LIMIT 9",
    "ASK { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 500",
    "DESCRIBE <urn:warm>",
    "SELECT * { SERVICE <urn:warm> {} }",
    "INSERT DATA { <urn:a> <urn:b> 1 }",
    "SELECT * { ?s ?p ",
    "SELECT * FROM <not one> {}",
    "SELECT * { FILTER (<urn:unknown>(1)) }",
)
ENCODINGS = ((), ("gzip",), ("zstd",))


def warm(dataset: Dataset) -> None:
    """Answer samples of every kind, in every format and coding, and of every error."""
    results = [replace(Job(), results=row.name) for row in RESULT_FORMATS]
    graphs = [replace(Job(), graphs=row.name) for row in GRAPH_FORMATS]
    jobs = [replace(job, text=text) for job in (*results, *graphs) for text in QUERIES]
    jobs += [replace(Job(QUERIES[0]), encodings=encodings) for encodings in ENCODINGS]
    jobs += [
        Job(graph="urn:none"),
        Job("ASK {}", results=""),
        Job("ASK {}", ("urn:a",), ("urn:b",)),
    ]
    for job in jobs:
        _try(dataset, job)
    with contextlib.suppress(QueryError):
        answer(dataset, Job(QUERIES[0]), Limits(rows=1), Collected())
    try:
        raise MemoryError
    except MemoryError:
        traceback.format_exc()


def _try(dataset: Dataset, job: Job) -> None:
    collected = Collected()
    frames.unpacked(frames.packed(job, 1.0)[4:])
    try:
        answer(dataset, job, Limits(), collected)
    except QueryError as fault:
        faults.told(fault)
    else:
        assert collected.head
        frames.opening(frames.WHOLE, collected.head, b"")
