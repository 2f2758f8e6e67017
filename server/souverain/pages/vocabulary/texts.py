"""Texts of a graph in several languages."""

from __future__ import annotations

from rdflib import Graph, Literal, Node


def texts(graph: Graph, subject: Node, predicate: Node) -> dict[str, str]:
    """The texts of a property by language, English first."""
    found: dict[str, str] = {}
    for value in sorted(graph.objects(subject, predicate), key=str):
        if isinstance(value, Literal):
            found.setdefault(value.language or "", str(value))
    return dict(sorted(found.items()))
