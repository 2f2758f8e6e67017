"""The tables of links say what the links and their records say."""

from __future__ import annotations

from collections.abc import Iterator

from souverain import sssom
from souverain.check.source import Source
from souverain.errors import Finding

BUILD = "run: souverain build"


def findings(source: Source) -> Iterator[Finding]:
    """One finding for each table that is out of date, missing, or of no file of links."""
    project = source.project
    texts = {project.root / file.name: file.content for file in source.files}
    due = sssom.tables(project, texts)
    there = set(project.graph.glob(sssom.TABLES))
    for path in sorted(due.keys() | there):
        if path not in there or due.get(path) != project.read(path):
            message = "is not the table of the links as they stand"
            yield Finding(project.name(path), 0, "", "sssom-current", message, BUILD)
