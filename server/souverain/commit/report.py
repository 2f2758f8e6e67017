"""Findings as a SHACL validation report (SHACL, section 3.6)."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import RDF, SH, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from souverain import ttl
from souverain.errors import Finding
from souverain.vocab import PREFIXES


def turtle(findings: Iterable[Finding]) -> str:
    """A `sh:ValidationReport` with a `sh:ValidationResult` for each finding, in Turtle.

    The shape is named where a shape demands it; a rule of the program's own has its name as
    `dcterms:identifier`. The source, with its line, is `dcterms:source`.
    """
    graph, report = Graph(bind_namespaces="none"), BNode("report")
    found = list(findings)
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(not found)))
    for number, finding in enumerate(found):
        result = BNode(f"result{number}")
        graph.add((report, SH.result, result))
        graph.add((result, RDF.type, SH.ValidationResult))
        graph.add((result, SH.resultSeverity, SH.Violation))
        graph.add((result, SH.resultMessage, Literal(finding.message, lang="en")))
        if node := _iri(finding.node.partition(" ")[0]):
            graph.add((result, SH.focusNode, node))
        if shape := _iri(finding.rule):
            graph.add((result, SH.sourceShape, shape))
        else:
            graph.add((result, DCTERMS.identifier, Literal(finding.rule)))
        where = f"{finding.file}:{finding.line}" if finding.line else finding.file
        graph.add((result, DCTERMS.source, Literal(where)))
    return ttl.write(graph)


def _iri(name: str) -> URIRef | None:
    """What a short name stands for, with its part after a `#`, if it is one."""
    whole, mark, part = name.partition("#")
    prefix, colon, _ = whole.partition(":")
    if not colon or (prefix not in PREFIXES and "//" not in whole):
        return None
    return URIRef(ttl.expand(whole) + mark + part)
