"""A whole suite asked of one server: what went wrong, for each entry and format."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import partial
from itertools import groupby
from pathlib import Path
from urllib.parse import urlencode

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from .answer import Answer, of_csv, of_graph, of_json, of_tsv, of_xml
from .comparison import difference
from .expected import expected, is_ordered
from .manifest import EVALUATION, POSITIVE, Entry, Suite, entries
from .servers import Reply, Server
from .statements import iri, path, read

Start = Callable[[Path], AbstractContextManager[Server]]
Reader = Callable[[bytes], Answer]
# For each entry, what went wrong in which format.
Faults = dict[str, dict[str, str]]
# Gives the faults of a server in a suite, both by name.
FaultsOf = Callable[[str, str], Faults]

TABLES: dict[str, tuple[str, Reader]] = {
    "JSON": ("application/sparql-results+json", of_json),
    "XML": ("application/sparql-results+xml", of_xml),
    "CSV": ("text/csv", of_csv),
    "TSV": ("text/tab-separated-values", of_tsv),
}
GRAPHS: dict[str, tuple[str, Reader]] = {
    name: (format.media_type, partial(of_graph, format=format))
    for name, format in {
        "Turtle": RdfFormat.TURTLE,
        "N-Triples": RdfFormat.N_TRIPLES,
        "TriG": RdfFormat.TRIG,
        "N-Quads": RdfFormat.N_QUADS,
        "RDF/XML": RdfFormat.RDF_XML,
        "JSON-LD": RdfFormat.JSON_LD,
    }.items()
}
FORMATS = TABLES | GRAPHS
# A test of syntax is answered by a status, which is the same in every format.
STATUS = "syntax"
COLUMNS = (*FORMATS, STATUS)

THREADS = 4
GRAPH_QUERY = re.compile(r"^\s*(CONSTRUCT|DESCRIBE)\b", re.IGNORECASE | re.MULTILINE)
FROM = re.compile(r"\bFROM\s+(NAMED\s+)?<", re.IGNORECASE)
RELATIVE_IRI = re.compile(r"<[^<>\"{}|^`\\\s:]*>")


def columns(entry: Entry) -> tuple[str, ...]:
    """The formats in which an entry is asked."""
    if entry.kind != EVALUATION:
        return (STATUS,)
    return tuple(GRAPHS if GRAPH_QUERY.search(_text(entry)) else TABLES)


def ask(suite: Suite, start: Start, folder: Path) -> Faults:
    """The faults of all entries of a suite, each asked in every format."""
    faults: Faults = {}
    for data, group in groupby(sorted(entries(suite), key=_apart), key=_apart):
        file = folder / f"{suite.name}-{Path(data).stem or 'all'}.nq"
        asked = list(group)
        file.write_bytes(quads(path(data)) if data else named_quads(asked))
        with start(file) as server, ThreadPoolExecutor(THREADS) as pool:
            for entry, found in zip(asked, pool.map(partial(_faults, server), asked), strict=True):
                faults[entry.name] = found
    return faults


def _apart(entry: Entry) -> str:
    """The file that is an entry's whole dataset, if it is one: parameters cannot choose it."""
    found = [name for name in entry.default if name.endswith(".trig")]
    return found[0] if found else ""


def quads(file: Path) -> bytes:
    """A file as N-Quads, its graphs with the names that it gives them."""
    return written(read(file))


def named_quads(asked: list[Entry]) -> bytes:
    """All files of some entries as N-Quads, each as a graph with the name of the file."""
    names = {name for entry in asked for name in (*entry.default, *entry.named)}
    names |= {name for entry in asked for name in _named_in(entry)}
    found = [
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(name))
        for name in sorted(names)
        for quad in read(path(name))
    ]
    return written(found)


def written(found: list[Quad]) -> bytes:
    content = serialize(found, format=RdfFormat.N_QUADS)
    assert content is not None
    return content


def _named_in(entry: Entry) -> set[str]:
    """The files that the query itself takes as its dataset, all in its own folder."""
    if entry.kind != EVALUATION or not FROM.search(_text(entry)):
        return set()
    found = re.findall(r"\bFROM\s+(?:NAMED\s+)?<([^>]*)>", _text(entry), re.IGNORECASE)
    return {iri(entry.query.parent / name) for name in found}


def _text(entry: Entry) -> str:
    return entry.query.read_text("utf-8")


def _faults(server: Server, entry: Entry) -> dict[str, str]:
    found = {column: _fault(server, entry, column) for column in columns(entry)}
    return {column: fault for column, fault in found.items() if fault}


def _fault(server: Server, entry: Entry, column: str) -> str:
    """What went wrong, or nothing."""
    try:
        if column == STATUS:
            return _status_fault(_post(server, entry, "*/*"), entry.kind == POSITIVE)
        media_type, reader = FORMATS[column]
        reply = _post(server, entry, media_type)
        return _answer_fault(reply, entry, media_type, reader)
    except (TimeoutError, OSError) as fault:
        return f"no reply: {fault!r}"


def _status_fault(reply: Reply, is_right: bool) -> str:
    if is_right:
        return "" if reply.status == 200 else f"{reply.status}: {reply.body[:200]!r}"
    return "" if reply.status == 400 else f"{reply.status} for a query that is none"


def _answer_fault(reply: Reply, entry: Entry, media_type: str, reader: Reader) -> str:
    if reply.status != 200:
        return f"{reply.status}: {reply.body[:200]!r}"
    if reply.media_type != media_type:
        return f"{media_type} was asked for, {reply.media_type} came"
    try:
        came = reader(reply.body)
    except (ValueError, KeyError, SyntaxError, AssertionError) as fault:
        return f"the answer cannot be read: {fault!r}"
    assert entry.result
    return difference(
        expected(entry.result), came, in_order=is_ordered(_text(entry)), is_lax=entry.is_lax
    )


def _post(server: Server, entry: Entry, accept: str) -> Reply:
    headers = {"Accept": accept, "Content-Type": "application/sparql-query"}
    target = f"{server.sparql}?{dataset}" if (dataset := _dataset(entry)) else server.sparql
    return server.ask("POST", target, headers, _based(entry))


def _dataset(entry: Entry) -> str:
    """The dataset of an entry as parameters, which would outdo one that the query names.

    Where it is empty there are none: so is the server's own default graph.
    """
    if _apart(entry) or entry.kind != EVALUATION or FROM.search(_text(entry)):
        return ""
    if not entry.named and not any(read(path(name)) for name in entry.default):
        return ""
    default = [("default-graph-uri", name) for name in entry.default]
    return urlencode(default + [("named-graph-uri", name) for name in entry.named])


def _based(entry: Entry) -> bytes:
    """The query; its relative IRIs are meant from its file, which is told where there are some."""
    content = entry.query.read_bytes()
    if entry.kind == EVALUATION and RELATIVE_IRI.search(content.decode("utf-8")):
        return f"BASE <{iri(entry.query)}>\n".encode() + content
    return content
