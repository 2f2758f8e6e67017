"""Validating against the SHACL shapes: their core by pySHACL, their SPARQL by `constraints`.

pySHACL runs a SPARQL constraint once per focus node, which takes minutes on a graph that the
same query crosses in milliseconds; so the constraints are left out of what it gets.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pyshacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import RDF, RDFS, SH, SKOS, BNode, Graph, Literal, Node, URIRef
from rdflib.collection import Collection

from souverain.errors import DataError, Finding
from souverain.ttl import shorten
from souverain.vocab import OA, SOV

QUOTE_CHARACTERS = 60


@dataclass(frozen=True, order=True)
class Result:
    """One demand of a shape that a node does not meet.

    `shape` is the IRI of the property shape, of the SPARQL constraint, or of the closed node
    shape; `messages` has a sentence per language.
    """

    node: str
    shape: str
    value: str = ""
    messages: Mapping[str, str] = field(default_factory=dict, compare=False)

    def message(self, language: str = "en") -> str:
        """What is demanded, in the language, or in English."""
        return self.messages.get(language) or self.messages.get("en", "")


def validate(data: Graph, shapes: Graph, nodes: Iterable[str] | None = None) -> list[Result]:
    """What the data breaks of the shapes, but for their SPARQL constraints; empty if all is well.

    The data must hold the ontology too: the classes of values are looked up there. With `nodes`,
    only the nodes of these IRIs are validated, against the shapes that target their classes.
    """
    chosen = _spread(without_constraints(shapes)) if nodes is None else _aimed(data, shapes, nodes)
    try:
        _, report, _ = pyshacl.validate(data, shacl_graph=chosen, inplace=True)
    except ReportableRuntimeError as fault:
        raise broken("", fault.message) from fault
    if not isinstance(report, Graph):
        raise broken("", f"not SHACL: {report}")
    return results(report, shapes)


def broken(shape: str, reason: str) -> DataError:
    """The error for shapes that cannot be run."""
    finding = Finding("ontology/shapes/", 0, shape, "shapes", reason, "mend the shape")
    return DataError(f"the shapes cannot be run: {reason}", findings=[finding])


def without_constraints(shapes: Graph) -> Graph:
    """The shapes without their SPARQL constraints."""
    kept = Graph(bind_namespaces="none")
    for triple in shapes:
        if triple[1] != SH.sparql:
            kept.add(triple)
    return kept


def _spread(shapes: Graph) -> Graph:
    """The same demands, with a property shape's targets on itself in place of its node shape.

    pySHACL runs a property shape once over all its own targets, but one that hangs on a node
    shape once per focus node, which takes three times as long (0.40.1). What a closed node shape
    admits by its property shapes it is told as properties to ignore.
    """
    spread = Graph(bind_namespaces="none")
    spread += shapes
    for node in set(shapes.subjects(SH.targetClass)):
        if (None, None, node) in shapes:
            continue  # another shape asks it of other nodes
        owned = set(shapes.objects(node, SH.property))
        if (node, SH.closed, None) in shapes:
            ignored = shapes.value(node, SH.ignoredProperties)
            admitted = set(shapes.items(ignored)) if ignored else set()
            paths = {path for row in owned for path in shapes.objects(row, SH.path)}
            admitted |= {path for path in paths if isinstance(path, URIRef)}
            spread.set((node, SH.ignoredProperties, head := BNode()))
            Collection(spread, head, sorted(admitted, key=str))
        spread.remove((node, SH.property, None))
        for row, kind in itertools.product(owned, shapes.objects(node, SH.targetClass)):
            spread.add((row, SH.targetClass, kind))
    return spread


def _aimed(data: Graph, shapes: Graph, nodes: Iterable[str]) -> Graph:
    """The shapes without SPARQL that have these nodes as targets, in place of their classes.

    pySHACL's own `focus_nodes` skips nested shapes too, so that no `sh:or` is ever broken under
    it, and its `use_shapes` leaves out the property shapes (0.40.1).
    """
    aimed = Graph(bind_namespaces="none")
    for node in map(URIRef, nodes):
        for kind in data.objects(node, RDF.type):
            for above in data.transitive_objects(kind, RDFS.subClassOf):
                for shape in shapes.subjects(SH.targetClass, above):
                    aimed.add((shape, SH.targetNode, node))
    waiting = set(aimed.subjects())
    while waiting:
        subject = waiting.pop()
        for predicate, value in shapes.predicate_objects(subject):
            if (
                predicate not in (SH.targetClass, SH.sparql)
                and (subject, predicate, value) not in aimed
            ):
                aimed.add((subject, predicate, value))
                waiting.add(value)
    return aimed


def results(report: Graph, shapes: Graph) -> list[Result]:
    """The results in a report of pySHACL's, each once, in order of node and shape."""
    found = set()
    for result in report.objects(None, SH.result):
        node = report.value(result, SH.focusNode)
        shape = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
        value = str(report.value(result, SH.value, default=Literal("")))
        found.add(Result(str(node), str(shape), value, messages(shapes, shape, value)))
    return sorted(found)


def messages(shapes: Graph, shape: Node | None, value: str) -> Mapping[str, str]:
    """The sentences of a shape by language, with the value put in where they name it."""
    return MappingProxyType(
        {
            text.language: str(text).replace("{?value}", shorten(value))
            for text in shapes.objects(shape, SH.message)
            if isinstance(text, Literal) and text.language
        }
    )


def label(graph: Graph, node: str, language: str = "en") -> str:
    """What to call a node: its name, or its class and the first words that it stands on."""
    subject = URIRef(node)
    name = _in(language, graph.objects(subject, SKOS.prefLabel))
    kinds = sorted(graph.objects(subject, RDF.type), key=str)
    if name or not kinds:
        return name or shorten(node)
    kind = _in(language, graph.objects(kinds[0], RDFS.label)) or shorten(str(kinds[0]))
    evidence = sorted(graph.objects(subject, SOV.evidence), key=str) or [subject]
    quotes = sorted(graph.objects(evidence[0], OA.hasSelector / OA.exact), key=str)
    return f"{kind} “{_short(str(quotes[0]))}”" if quotes else f"{kind} {shorten(node)}"


def _in(language: str, texts: Iterable[Node]) -> str:
    """The text in the language, else in English, else none."""
    by_language = {text.language: str(text) for text in texts if isinstance(text, Literal)}
    return by_language.get(language) or by_language.get("en", "")


def _short(quote: str) -> str:
    return quote if len(quote) <= QUOTE_CHARACTERS else f"{quote[: QUOTE_CHARACTERS - 1]}…"
