"""Reading Turtle with a clear error, and writing it in one form only.

The one form is rdflib's `longturtle` over a canonicalised graph, with subjects in IRI order and
the prefixes of `vocab.PREFIXES`; so a diff of two files is a change of meaning.
"""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from pathlib import Path
from typing import Any

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.plugins.serializers.longturtle import LongTurtleSerializer

from souverain import files
from souverain.errors import TurtleError
from souverain.iri import is_absolute
from souverain.vocab import PREFIXES

_LOCAL_NAME = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?")
_MARK = "\ufeff"
# What a relative IRI would be resolved against: rdflib takes the current folder of the machine.
_NOWHERE = "relative:/"
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


def write(graph: Graph, *, is_canonical: bool = False) -> str:
    """The graph as Turtle in the one form, ending in a newline.

    Where it `is_canonical`, its blank nodes have their names from RDFC-1.0, and keep them.
    """
    stream = BytesIO()
    # Only blank nodes have names to canonicalise, and doing so triples the time.
    canon = not is_canonical and any(isinstance(t, BNode) for triple in graph for t in triple)
    with warnings.catch_warnings(action="ignore"):  # on literals that the shapes refuse
        _OneForm(graph).serialize(stream, encoding="utf-8", canon=canon)
    return stream.getvalue().decode("utf-8").strip("\n") + "\n"


def parse(text: str, name: str) -> Graph:
    """The graph that a Turtle text holds; `name` is what an error calls the text.

    A line that an editor ended by CR LF counts as one that ends by LF. Raises `TurtleError` with
    the line of the first fault.
    """
    text = text.replace("\r\n", "\n")
    if text.startswith(_MARK):
        raise TurtleError(name, 1, "the file begins with a byte order mark, which is no Turtle")
    graph = Graph(bind_namespaces="none")
    try:
        graph.parse(data=text, format="turtle", publicID=_NOWHERE)
    except BadSyntax as fault:
        # `fault.lines` lags behind where tokens span lines (rdflib 7.6); the offset does not.
        line = fault._str.decode()[: fault._i].count("\n") + 1
        raise TurtleError(name, line, fault._why) from fault
    except Exception as fault:  # what rdflib 7.6 raises for some other faults says no place
        raise TurtleError(name, 0, str(fault).splitlines()[0] or "nested too deeply") from fault
    _demand_absolute(graph, text, name)
    return graph


def _demand_absolute(graph: Graph, text: str, name: str) -> None:
    terms = {term for triple in graph for term in triple}
    iris = {str(term) for term in terms if isinstance(term, URIRef)}
    iris |= {str(term.datatype) for term in terms if isinstance(term, Literal) and term.datatype}
    for iri in sorted(iris):
        if iri.startswith(_NOWHERE) or not is_absolute(iri):
            iri = iri.removeprefix(_NOWHERE)
            line = text[: max(text.find(f"<{iri}>"), 0)].count("\n") + 1
            raise TurtleError(name, line, f"<{iri}> is no absolute IRI")


def read(path: Path, name: str | None = None) -> Graph:
    """The graph of a Turtle file; raises `Unreadable`, or `TurtleError` with the line at fault."""
    name = name or str(path)
    return parse(files.read(path, name), name)


def line_of(text: str, iri: str) -> int:
    """The line, from 1, at which a subject's block begins in a text in the one form; 0 if none."""
    heads = {shorten(iri), f"<{iri}>"}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.rstrip() in heads:
            return number
    return 0
