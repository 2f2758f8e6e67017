"""The derived layer: what the rules of `ontology/rules/` conclude from the claims.

A rule is one SPARQL CONSTRUCT over the union of ontology and claims; its results carry their
premises (`sov:premise`) and the rule itself (`sov:rule`). A rule that stands on the results of
others says so in its head, `# after: remainder, holding`, and sees these too, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from souverain import ttl
from souverain.errors import DataError, Finding
from souverain.files import Project
from souverain.vocab import PREFIXES

DERIVED = "derived"
_AFTER = re.compile(r"^# after: *(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """One rule: the name of its file, its query, and the rules that it stands on."""

    name: str
    file: str
    query: str
    after: frozenset[str]


def is_derived(project: Project, path: Path) -> bool:
    """Whether a file of the graph is a rule's result, made again by every build."""
    return path.is_relative_to(project.graph / DERIVED)


def store(turtle: Iterable[str]) -> ox.Store:
    """A store in memory whose default graph is the union of some Turtle texts."""
    union = ox.Store()
    for text in turtle:
        union.load(text.encode("utf-8"), format=ox.RdfFormat.TURTLE)
    return union


def derive(project: Project, turtle: Iterable[str]) -> dict[Path, str]:
    """The text of each derived file, in the one form, by its path.

    `turtle` is what the rules see: the ontology's and the claims' files as texts. A rule without
    a result gives no file. Raises `DataError` for a rule that is not a CONSTRUCT query, that
    stands on one that is not there, or on itself by way of others.
    """
    facts = store(turtle)
    results: dict[str, list[ox.Triple]] = {}
    for rule in ordered(_rules(project)):
        seen = facts if not rule.after else _with(facts, rule, results)
        results[rule.name] = _conclude(seen, rule)
    return {
        project.graph / DERIVED / f"{name}.ttl": ttl.write(_graph(triples))
        for name, triples in sorted(results.items())
        if triples
    }


def ordered(rules: dict[str, Rule]) -> Iterator[Rule]:
    """The rules, each after those that it stands on."""
    for rule in rules.values():
        if unknown := sorted(rule.after - rules.keys()):
            raise _fault(rule.file, f"stands on {', '.join(unknown)}, which is no rule")
    try:
        names = TopologicalSorter({name: sorted(rules[name].after) for name in sorted(rules)})
        yield from [rules[name] for name in names.static_order()]
    except CycleError as fault:
        circle = " -> ".join(fault.args[1])
        raise _fault(rules[fault.args[1][0]].file, f"rules go round: {circle}") from fault


def _rules(project: Project) -> dict[str, Rule]:
    rules = {}
    for path in project.rule_files():
        query = path.read_text(encoding="utf-8")
        after = {
            name for line in _AFTER.findall(query) for name in re.split(r"[ ,]+", line.strip())
        }
        rules[path.stem] = Rule(path.stem, project.name(path), query, frozenset(after))
    return rules


def _with(facts: ox.Store, rule: Rule, results: dict[str, list[ox.Triple]]) -> ox.Store:
    """The facts and the results that a rule stands on."""
    seen = ox.Store()
    seen.bulk_extend(facts)
    for name in sorted(rule.after):
        seen.extend(ox.Quad(t.subject, t.predicate, t.object) for t in results[name])
    return seen


def _conclude(facts: ox.Store, rule: Rule) -> list[ox.Triple]:
    try:
        results = facts.query(rule.query, prefixes=dict(PREFIXES))
    except SyntaxError as fault:
        raise _fault(rule.file, f"not SPARQL: {fault}") from fault
    if not isinstance(results, ox.QueryTriples):
        raise _fault(rule.file, "a rule is a CONSTRUCT query, and this is none")
    return list(results)


def _graph(triples: Iterable[ox.Triple]) -> Graph:
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return Graph(bind_namespaces="none").parse(data=lines, format="nt")


def _fault(name: str, message: str) -> DataError:
    hint = "mend the rule"
    return DataError(
        f"{name}: {message}", hint=hint, findings=[Finding(name, 0, "", "rule", message, hint)]
    )
