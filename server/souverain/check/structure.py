"""How the files are written: in the one form, without blank nodes, each thing in one file."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, BNode

from souverain import ttl
from souverain.check.source import Source
from souverain.errors import Finding

BUILD = "run: souverain build"


def findings(source: Source) -> Iterator[Finding]:
    """Findings on form, on blank nodes, and on IRIs that two files describe."""
    homes: dict[str, str] = {}
    for file in (*source.files, *source.apart):
        if any(isinstance(term, BNode) for triple in file.graph for term in triple):
            message = "a claim is still in its short form: the file holds blank nodes"
            yield Finding(
                file.name, _blank_line(file.content), "", "no-blank-nodes", message, BUILD
            )
        elif ttl.write(file.graph) != file.content:
            yield Finding(file.name, 0, "", "one-form", "not written in the one form", BUILD)
        for node in sorted(set(file.graph.subjects(RDF.type)), key=str):
            if str(node) in homes:
                message = f"the IRI is already described in {homes[str(node)]}"
                hint = "keep it in one file, or give one of the two another IRI"
                name = ttl.shorten(str(node))
                yield Finding(file.name, file.line(node), name, "duplicate-iri", message, hint)
            homes.setdefault(str(node), file.name)


def _blank_line(content: str) -> int:
    lines = content.splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(("[", "_:"))), 0)
