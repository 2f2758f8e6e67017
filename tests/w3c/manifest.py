"""The W3C's manifests as rows: what is asked, over which data, and what must come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode

from .statements import MF, QT, RDF, ROOT, Statements, iri, path, read

POSITIVE = "PositiveSyntaxTest"
NEGATIVE = "NegativeSyntaxTest"
EVALUATION = "QueryEvaluationTest"
READING = {
    EVALUATION: EVALUATION,
    "CSVResultFormatTest": EVALUATION,
    POSITIVE: POSITIVE,
    "PositiveSyntaxTest11": POSITIVE,
    NEGATIVE: NEGATIVE,
    "NegativeSyntaxTest11": NEGATIVE,
}
WRITING = {
    "UpdateEvaluationTest",
    "PositiveUpdateSyntaxTest",
    "PositiveUpdateSyntaxTest11",
    "NegativeUpdateSyntaxTest",
    "NegativeUpdateSyntaxTest11",
}


@dataclass(frozen=True)
class Entry:
    """One test of a query; `default` and `named` are the names of the graphs of its dataset.

    `is_lax`: solutions may come fewer times than the expected result says, but at least once.
    """

    name: str
    kind: str
    query: Path
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    result: Path | None = None
    is_lax: bool = False


@dataclass(frozen=True)
class Suite:
    """Manifests that are counted together; `entries` is how many tests of reading they hold."""

    name: str
    title: str
    manifests: tuple[str, ...]
    entries: int


SUITES = {
    suite.name: suite
    for suite in (
        Suite("query11", "SPARQL 1.1 query", ("sparql11/manifest-sparql11-query.ttl",), 328),
        Suite("formats11", "SPARQL 1.1 CSV and TSV", ("sparql11/csv-tsv-res/manifest.ttl",), 6),
        Suite("json11", "SPARQL 1.1 JSON", ("sparql11/json-res/manifest.ttl",), 4),
        Suite("query12", "SPARQL 1.2", ("sparql12/manifest.ttl",), 246),
        Suite(
            "query10",
            "SPARQL 1.0",
            ("sparql10/manifest-evaluation.ttl", "sparql10/manifest-syntax.ttl"),
            482,
        ),
    )
}


@cache
def entries(suite: Suite) -> tuple[Entry, ...]:
    """The tests of reading, in the order of the manifests."""
    found = [_entry(*row) for name in suite.manifests for row in rows(ROOT / name)]
    return tuple(entry for entry in found if entry)


def rows(manifest: Path) -> Iterator[tuple[Statements, NamedNode, str]]:
    """Each entry of a manifest and of those it includes, with its name: its folder and its own."""
    statements = Statements(read(manifest))
    for whole in statements.instances(f"{MF}Manifest"):
        for included in statements.items(whole, f"{MF}include"):
            yield from rows(path(included.value))
        for entry in statements.items(whole, f"{MF}entries"):
            yield statements, entry, f"{manifest.parent.name}/{entry.value.rpartition('#')[2]}"


def is_writing(kind: str, action: Any) -> bool:
    """Whether a test is of an update: by its class, or by its file where that is one of queries."""
    return kind in WRITING or action.value.endswith(".ru")


def _entry(statements: Statements, node: NamedNode, name: str) -> Entry | None:
    kind = statements.object(node, f"{RDF}type").value.rpartition("#")[2]
    action = statements.object(node, f"{MF}action")
    if is_writing(kind, action):
        return None
    result = statements.object(node, f"{MF}result")
    query = statements.object(action, f"{QT}query") or action
    return Entry(
        name,
        READING[kind],
        path(query.value),
        _names(statements, action, "data"),
        _names(statements, action, "graphData"),
        path(result.value) if result else None,
        bool(statements.objects(node, f"{MF}resultCardinality")),
    )


def _names(statements: Statements, action: Any, predicate: str) -> tuple[str, ...]:
    return tuple(graph.value for graph in statements.objects(action, f"{QT}{predicate}"))


__all__ = ["EVALUATION", "NEGATIVE", "POSITIVE", "SUITES", "Entry", "Suite", "entries", "iri"]
