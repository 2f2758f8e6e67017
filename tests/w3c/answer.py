"""Answers in every format of SPARQL, read by nothing that the server writes them with.

What a server's own library writes wrongly it may read back without a complaint: JSON, XML, CSV and
TSV are therefore taken apart here, with Python's own parsers.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from xml.etree import ElementTree

from pyoxigraph import BaseDirection, BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

SRX = "{http://www.w3.org/2005/sparql-results#}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ITS = "{http://www.w3.org/2005/11/its}"
SPO = ("subject", "predicate", "object")

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True)
class Table:
    """Solutions: in each row one term a name, or nothing; `is_plain` where it came from CSV.

    The statements of a graph are such a table as well, each one once.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_plain: bool = False

    @classmethod
    def of(cls, names: Iterable[str], solutions: Iterable[Mapping[str, Any]]) -> Table:
        """The table of some solutions; the order of names says nothing."""
        ordered = tuple(sorted(names))
        rows = tuple(tuple(row.get(name) for name in ordered) for row in solutions)
        return cls(ordered, rows)

    def plain(self) -> Table:
        """As much of it as CSV can hold."""
        if self.is_plain:
            return self
        rows = tuple(tuple(_plain(term) for term in row) for row in self.rows)
        return Table(self.names, rows, is_plain=True)


Answer = bool | Table


def of_graph(content: bytes, format: RdfFormat) -> Table:
    """The statements of a graph; fails where one stands in a named graph."""
    if format in SYNTAXES:
        SYNTAXES[format](content)
    statements = set()
    for quad in parse(content, format, rename_blank_nodes=True):
        subject, predicate, value, graph = quad
        assert str(graph) == "DEFAULT", f"a statement stands in the graph {graph}"
        statements.add((subject, predicate, value))
    return Table(SPO, tuple(statements))


def of_json(content: bytes) -> Answer:
    """By SPARQL 1.2 Query Results JSON Format."""
    told = json.loads(content.decode("utf-8"))
    if "boolean" in told:
        assert isinstance(told["boolean"], bool)
        return told["boolean"]
    solutions = [
        {name: _from_json(term) for name, term in row.items()}
        for row in told["results"]["bindings"]
    ]
    return Table.of(told["head"]["vars"], solutions)


def _from_json(told: dict[str, Any]) -> Term:
    value = told["value"]
    if told["type"] == "triple":
        return Triple(*(_from_json(value[part]) for part in SPO))
    if told["type"] in ("literal", "typed-literal"):
        return _literal(value, told.get("datatype"), told.get("xml:lang"), told.get("its:dir"))
    return {"uri": NamedNode, "bnode": BlankNode}[told["type"]](value)


def of_xml(content: bytes) -> Answer:
    """By SPARQL 1.2 Query Results XML Format."""
    root = ElementTree.fromstring(content)
    assert root.tag == f"{SRX}sparql", f"the root is {root.tag}"
    boolean = root.find(f"{SRX}boolean")
    if boolean is not None:
        return {"true": True, "false": False}[boolean.text or ""]
    names = [name.attrib["name"] for name in root.iterfind(f"{SRX}head/{SRX}variable")]
    solutions = [
        {cell.attrib["name"]: _from_xml(cell[0]) for cell in row}
        for row in root.iterfind(f"{SRX}results/{SRX}result")
    ]
    return Table.of(names, solutions)


def _from_xml(element: ElementTree.Element) -> Term:
    kind, text, given = element.tag.removeprefix(SRX), element.text or "", element.attrib
    if kind == "triple":
        return Triple(*(_from_xml(element.find(f"{SRX}{part}")[0]) for part in SPO))
    if kind == "literal":
        language = given.get(f"{XML}lang")
        return _literal(text, given.get("datatype"), language, given.get(f"{ITS}dir"))
    return {"uri": NamedNode, "bnode": BlankNode}[kind](text)


def of_tsv(content: bytes) -> Answer:
    """By SPARQL 1.1 Query Results CSV and TSV Formats; a boolean is the one word."""
    text = content.decode("utf-8")
    if (word := text.strip()) in BOOLEANS:
        return BOOLEANS[word]
    head, *lines = text.removesuffix("\n").split("\n")
    names = head.split("\t") if head else []
    assert all(name.startswith("?") for name in names), f"the head is {head}"
    return _table([name[1:] for name in names], [line.split("\t") for line in lines], _from_tsv)


def _from_tsv(cell: str) -> Term | None:
    if not cell:
        return None
    (quad,) = parse(f"<x:s> <x:p> {cell} .", RdfFormat.TURTLE)
    return quad.object


def of_csv(content: bytes) -> Answer:
    """By SPARQL 1.1 Query Results CSV and TSV Formats; a boolean is the one word."""
    text = content.decode("utf-8")
    if (word := text.strip()) in BOOLEANS:
        return BOOLEANS[word]
    head, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    table = _table(head, [line or [""] for line in lines], _from_csv)
    return replace(table, is_plain=True)


def _from_csv(cell: str) -> Any:
    """A cell: a blank node, a triple term by the working draft of SPARQL 1.2, or text."""
    if cell.startswith("<<(") and cell.endswith(")>>"):
        subject, predicate, value = cell[3:-3].strip().split(" ", 2)
        if value.startswith('"'):
            return _from_csv(subject), predicate, value[1:-1].replace('""', '"')
        return _from_csv(subject), predicate, _from_csv(value)
    return BlankNode(cell[2:]) if cell.startswith("_:") else cell


def _table(names: list[str], lines: list[list[str]], term: Callable[[str], Any]) -> Table:
    """The table of some lines, each of which has a cell for each name."""
    solutions = []
    for line in lines:
        cells = line if names else []
        assert len(cells) == len(names), f"{len(cells)} cells under {len(names)} names"
        solutions.append(dict(zip(names, map(term, cells), strict=True)))
    return Table.of(names, solutions)


def _plain(term: Term | None) -> Any:
    """What CSV can hold: text, a blank node, or three of these."""
    if isinstance(term, Triple):
        return tuple(_plain(part) for part in term)
    return term.value if isinstance(term, NamedNode | Literal) else term or ""


def _literal(value: str, datatype: str | None, language: str | None, direction: str | None) -> Term:
    if language is None:
        return Literal(value, datatype=NamedNode(datatype) if datatype else None)
    if direction is None:
        return Literal(value, language=language)
    return Literal(value, language=language, direction=BaseDirection(direction))


BOOLEANS = {"true": True, "false": False}
# What a lenient parser of RDF takes may be no XML or JSON at all.
SYNTAXES = {RdfFormat.RDF_XML: ElementTree.fromstring, RdfFormat.JSON_LD: json.loads}
