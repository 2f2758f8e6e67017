"""The W3C's tests of updates as rows: the state before, the request, and the state after."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from .answer import Table
from .manifest import NEGATIVE, POSITIVE, Suite, is_writing, rows
from .statements import MF, RDF, RDFS, ROOT, Statements, path, read

UT = "http://www.w3.org/2009/sparql/tests/test-update#"
EVALUATION = "UpdateEvaluationTest"
KINDS = {
    EVALUATION: EVALUATION,
    "PositiveUpdateSyntaxTest": POSITIVE,
    "PositiveUpdateSyntaxTest11": POSITIVE,
    "NegativeUpdateSyntaxTest": NEGATIVE,
    "NegativeUpdateSyntaxTest11": NEGATIVE,
    "NegativeSyntaxTest11": NEGATIVE,
}
QUAD = ("graph", "subject", "predicate", "object")
SUITES = {
    suite.name: suite
    for suite in (
        Suite("update11", "SPARQL 1.1 Update", ("sparql11/manifest-sparql11-update.ttl",), 157),
        Suite("update12", "SPARQL 1.2 Update", ("sparql12/manifest.ttl",), 23),
    )
}


@dataclass(frozen=True)
class State:
    """A dataset in files: the default graph's, and each named graph's by its name."""

    default: frozenset[Path] = frozenset()
    named: frozenset[tuple[str, Path]] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether it tells of graphs that hold nothing: a file of quads cannot."""
        return all(file.suffix == ".ttl" for file in self.default)

    @property
    def names(self) -> set[str]:
        """The named graphs, those included that hold nothing."""
        told = {quad.graph_name for quad in self.quads()}
        return {name for name, _ in self.named} | {
            graph.value for graph in told if isinstance(graph, NamedNode)
        }

    def quads(self) -> list[Quad]:
        """What it holds; a file of the default graph may have graphs of its own."""
        found = [quad for file in sorted(self.default) for quad in read(file)]
        for name, file in sorted(self.named):
            graph = NamedNode(name)
            found += [Quad(row.subject, row.predicate, row.object, graph) for row in read(file)]
        return found


@dataclass(frozen=True)
class Update:
    """One test of an update; one of syntax has no states."""

    name: str
    kind: str
    request: Path
    before: State = State()
    after: State = State()


@cache
def updates(suite: Suite) -> tuple[Update, ...]:
    """The tests of writing, in the order of the manifests."""
    found = [_update(*row) for name in suite.manifests for row in rows(ROOT / name)]
    return tuple(update for update in found if update)


def table(quads: list[Quad]) -> Table:
    """Quads as rows to be compared, each one once."""
    found = {(_name(row.graph_name), row.subject, row.predicate, row.object) for row in quads}
    return Table(QUAD, tuple(found))


def _name(graph: NamedNode | BlankNode | DefaultGraph) -> Any:
    return None if isinstance(graph, DefaultGraph) else graph


def _update(statements: Statements, node: NamedNode, name: str) -> Update | None:
    kind = statements.object(node, f"{RDF}type").value.rpartition("#")[2]
    action = statements.object(node, f"{MF}action")
    if not is_writing(kind, action):
        return None
    if KINDS[kind] != EVALUATION:
        return Update(name, KINDS[kind], path(action.value))
    return Update(
        name,
        EVALUATION,
        path(statements.object(action, f"{UT}request").value),
        _state(statements, action),
        _state(statements, statements.object(node, f"{MF}result")),
    )


def _state(statements: Statements, node: Any) -> State:
    default = [path(file.value) for file in statements.objects(node, f"{UT}data")]
    named = [
        (
            statements.object(graph, f"{RDFS}label").value,
            path(statements.object(graph, f"{UT}graph").value),
        )
        for graph in statements.objects(node, f"{UT}graphData")
    ]
    return State(frozenset(default), frozenset(named))
