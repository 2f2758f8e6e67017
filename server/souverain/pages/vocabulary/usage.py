"""How often each term is used in the graph, and the query that finds where."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from souverain.pages.vocabulary.terms import Kind, Term
from souverain.query.evaluation import Query, evaluate
from souverain.store import Dataset
from souverain.ttl import shorten
from souverain.vocab import PREFIXES, RULE

# Where a concept stands in the ontology itself, which is no use of it.
WITHIN = "FILTER (?property NOT IN (skos:hasTopConcept, rdf:first))"
# What is said of a term of each kind: the pattern of a use, with the term's place open.
PATTERNS = {
    Kind.CLASS: ("?thing", "?thing a/rdfs:subClassOf* {term} ."),
    Kind.PROPERTY: ("?thing ?value", "?thing {term} ?value ."),
    Kind.CONCEPT: ("?thing ?property", "?thing ?property {term} . " + WITHIN),
    Kind.SCHEME: ("?thing", "?thing skos:inScheme {term} ."),
    Kind.INDIVIDUAL: ("?thing ?property", "?thing ?property {term} ."),
}
RULED = ("?thing", "?thing sov:rule {term} .")


class Usage:
    """The uses of terms in one dataset, all those of a kind counted together, and once."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._counts: dict[Kind, Mapping[str, int]] = {}

    def count(self, term: Term) -> int:
        """How many uses there are: instances, triples, things that have the concept."""
        return self._of_kind(term.kind).get(str(term.iri), 0)

    def count_of_rule(self, name: str) -> int:
        """How many things were concluded by a rule."""
        return self._ruled.get(str(RULE[name]), 0)

    def _of_kind(self, kind: Kind) -> Mapping[str, int]:
        if kind not in self._counts:
            self._counts[kind] = self._counted(*PATTERNS[kind])
        return self._counts[kind]

    @cached_property
    def _ruled(self) -> Mapping[str, int]:
        return self._counted(*RULED)

    def _counted(self, columns: str, pattern: str) -> Mapping[str, int]:
        """For each term the number of its uses, in one query for all of them."""
        inner = f"SELECT DISTINCT ?term {columns} {{ {pattern.format(term='?term')} }}"
        text = f"SELECT ?term (COUNT(*) AS ?uses) {{ {{ {inner} }} }} GROUP BY ?term"
        rows: Any = evaluate(self.dataset.store, Query(text))
        return {row["term"].value: int(row["uses"].value) for row in rows if row["term"]}


def query(term: Term) -> str:
    """The query that finds the uses of a term."""
    return _query(str(term.iri), *PATTERNS[term.kind])


def query_of_rule(name: str) -> str:
    """The query that finds what a rule concluded."""
    return _query(str(RULE[name]), *RULED)


def _query(iri: str, columns: str, pattern: str) -> str:
    short = shorten(iri)
    body = f"SELECT DISTINCT {columns} WHERE {{\n  {pattern}\n}}".replace(
        "{term}", short if short != iri else f"<{iri}>"
    )
    used = [prefix for prefix in PREFIXES if f"{prefix}:" in body.replace(f"<{iri}>", "")]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in used) + body
