"""Reading Turtle with a clear error, and writing it in one form only.

The one form is rdflib's `longturtle` over a canonicalised graph, with subjects in IRI order and
the prefixes of `vocab.PREFIXES`; so a diff of two files is a change of meaning.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

from rdflib import BNode, Graph, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.plugins.serializers.longturtle import LongTurtleSerializer

from souverain.errors import TurtleError
from souverain.vocab import PREFIXES

_LOCAL_NAME = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?")
_LONGEST_FIRST = sorted(PREFIXES.items(), key=lambda row: -len(row[1]))


def shorten(iri: str) -> str:
    """The prefixed name of an IRI, or the IRI itself where no prefix fits."""
    for prefix, namespace in _LONGEST_FIRST:
        if iri.startswith(namespace) and _LOCAL_NAME.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def expand(name: str) -> str:
    """The IRI of a prefixed name; a name without a known prefix comes back as it is."""
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else name


class _OneForm(LongTurtleSerializer):
    """`longturtle` with subjects in IRI order and the project's own prefixes.

    The stock order depends on how often a subject is referred to, so that one new link would
    move whole blocks (rdflib 7.6).
    """

    def orderSubjects(self) -> list[Any]:
        return sorted(
            self._subjects,
            key=lambda node: (isinstance(node, BNode), self._nested(node), node),
        )

    def _nested(self, node: Any) -> bool:
        """Whether a subject is written inside the block of another."""
        return isinstance(node, BNode) and self._references[node] > 0

    def get_pname(self, uri: Any, gen_prefix: bool = True) -> str | None:
        if not isinstance(uri, URIRef):
            return None
        name = shorten(uri)
        if name == uri:
            return None
        prefix = name.partition(":")[0]
        self.addNamespace(prefix, URIRef(PREFIXES[prefix]))
        return name


def write(graph: Graph) -> str:
    """The graph as Turtle in the one form, ending in a newline."""
    stream = BytesIO()
    # Only blank nodes have names to canonicalise, and doing so triples the time.
    canon = any(isinstance(term, BNode) for triple in graph for term in triple)
    _OneForm(graph).serialize(stream, encoding="utf-8", canon=canon)
    return stream.getvalue().decode("utf-8").strip("\n") + "\n"


def parse(text: str, name: str) -> Graph:
    """The graph that a Turtle text holds; `name` is what an error calls the text.

    Raises `TurtleError` with the line of the first fault.
    """
    graph = Graph(bind_namespaces="none")
    try:
        graph.parse(data=text, format="turtle")
    except BadSyntax as fault:
        # `fault.lines` lags behind where tokens span lines (rdflib 7.6); the offset does not.
        line = fault._str.decode()[: fault._i].count("\n") + 1
        raise TurtleError(name, line, fault._why) from fault
    return graph


def read(path: Path, name: str | None = None) -> Graph:
    """The graph of a Turtle file; raises `TurtleError` with its line when it does not parse."""
    name = name or str(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as fault:
        line = path.read_bytes()[: fault.start].count(b"\n") + 1
        raise TurtleError(name, line, "not UTF-8") from fault
    return parse(text, name)


def line_of(text: str, iri: str) -> int:
    """The line, from 1, at which a subject's block begins in a text in the one form; 0 if none."""
    heads = {shorten(iri), f"<{iri}>"}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.rstrip() in heads:
            return number
    return 0
