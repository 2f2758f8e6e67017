"""Texts of a graph in several languages, and how they are sorted."""

from __future__ import annotations

import unicodedata

from rdflib import Graph, Literal, Node


def collated(text: str) -> str:
    """A text as it is to be sorted: without accents and capitals."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def texts(graph: Graph, subject: Node, predicate: Node) -> dict[str, str]:
    """The texts of a property by language, English first."""
    found: dict[str, str] = {}
    for value in sorted(graph.objects(subject, predicate), key=str):
        if isinstance(value, Literal):
            found.setdefault(value.language or "", str(value))
    return dict(sorted(found.items()))
