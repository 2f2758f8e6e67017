"""How the files are written: in the one form, without blank nodes, each thing in one file."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import BNode, URIRef

from souverain import ttl
from souverain.check.source import File, Source
from souverain.errors import Finding

BUILD = "run: souverain build"


def findings(source: Source) -> Iterator[Finding]:
    """Findings on form, on blank nodes, and on IRIs that two files describe."""
    homes: dict[str, str] = {}
    for file in (*source.files, *source.apart):
        if not source.is_sound(file):
            yield from _form(file)
        for node in file.described:
            if node in homes:
                message = f"the IRI is already described in {homes[node]}"
                hint = "keep it in one file, or give one of the two another IRI"
                line = file.line(URIRef(node))
                yield Finding(file.name, line, ttl.shorten(node), "duplicate-iri", message, hint)
            homes.setdefault(node, file.name)


def _form(file: File) -> Iterator[Finding]:
    if any(isinstance(term, BNode) for triple in file.graph for term in triple):
        message = "a claim is still in its short form: the file holds blank nodes"
        yield Finding(file.name, _blank_line(file.content), "", "no-blank-nodes", message, BUILD)
    elif ttl.write(file.graph) != file.content:
        yield Finding(file.name, 0, "", "one-form", "not written in the one form", BUILD)


def _blank_line(content: str) -> int:
    lines = content.splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(("[", "_:"))), 0)
