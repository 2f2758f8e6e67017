"""The derived layer: what the rules of `ontology/rules/` conclude from the claims.

A rule is one SPARQL CONSTRUCT over the union of ontology and claims; its results carry their
premises (`sov:premise`) and the rule itself (`sov:rule`), PROV-O fashion. Rules see claims only,
never each other's results, so none can go round in a circle.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from souverain import ttl
from souverain.errors import DataError, Finding
from souverain.files import Project
from souverain.vocab import PREFIXES

DERIVED = "derived"


def is_derived(project: Project, path: Path) -> bool:
    """Whether a file of the graph is a rule's result, made again by every build."""
    return path.is_relative_to(project.graph / DERIVED)


def derive(project: Project, turtle: Iterable[str]) -> dict[Path, str]:
    """The text of each derived file, in the one form, by its path.

    `turtle` is what the rules see: the ontology's and the claims' files as texts. A rule without
    a result gives no file. Raises `DataError` naming a rule that is not a CONSTRUCT query.
    """
    store = ox.Store()
    for text in turtle:
        store.load(text.encode("utf-8"), format=ox.RdfFormat.TURTLE)
    return {
        project.graph / DERIVED / f"{rule.stem}.ttl": ttl.write(found)
        for rule in project.rule_files()
        if len(found := _results(store, rule, project.name(rule)))
    }


def _results(store: ox.Store, rule: Path, name: str) -> Graph:
    graph = Graph(bind_namespaces="none")
    try:
        results = store.query(rule.read_text(encoding="utf-8"), prefixes=dict(PREFIXES))
    except SyntaxError as fault:
        raise _fault(name, f"not SPARQL: {fault}") from fault
    if not isinstance(results, ox.QueryTriples):
        raise _fault(name, "a rule is a CONSTRUCT query, and this is none")
    lines = results.serialize(format=ox.RdfFormat.N_TRIPLES)
    return graph.parse(data=lines, format="nt")


def _fault(name: str, message: str) -> DataError:
    hint = "mend the rule"
    return DataError(
        f"{name}: {message}", hint=hint, findings=[Finding(name, 0, "", "rule", message, hint)]
    )
