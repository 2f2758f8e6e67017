"""Claims and the words of other datasets are never mixed: each stands in files of its own."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF

from souverain import ttl
from souverain.check.source import File, Source
from souverain.errors import Finding
from souverain.vocab import SOV

# By the first part of the name of its file below graph/: what others say.
OTHERS = "graph/wikidata"
START = f"{SOV}External"
MEND = "retrieve it again: souverain link enrich"


def findings(source: Source) -> Iterator[Finding]:
    """One finding for each node that stands on the wrong side."""
    for file in source.changed:
        yield from _strays(file, "outside-words", "these are another dataset’s words, no claim")
    for file in source.apart:
        if file.name.startswith(OTHERS) and not source.is_sound(file):
            yield from _strays(file, "outside-words-only", "this is none of Wikidata’s words")


def _strays(file: File, rule: str, message: str) -> Iterator[Finding]:
    is_theirs = file.name.startswith(OTHERS)
    for node, kind in sorted(file.graph.subject_objects(RDF.type), key=str):
        if str(kind).startswith(START) != is_theirs:
            yield Finding(file.name, file.line(node), ttl.shorten(str(node)), rule, message, MEND)
