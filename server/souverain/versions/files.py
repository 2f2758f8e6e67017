"""The Turtle files of a version: a named graph is a file, in the one form."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse
from rdflib import Graph

from souverain import iri, ttl
from souverain.versions import data
from souverain.versions.folder import GRAPH, Folder


def texts(folder: Folder, number: int) -> dict[str, str]:
    """The files of a version, by their paths below `graph/`; raises `CorruptStore`.

    Where they were thinned out, they are made of the quads, and are the same.
    """
    root = folder.path(number) / GRAPH
    with contextlib.suppress(FileNotFoundError):
        found = read(root)
        # They go all at once: where their folder is there still, none of them were gone.
        if found and root.is_dir():
            return found
    return dict(_made(folder, number))


def read(root: Path) -> dict[str, str]:
    """The files below a folder, by their paths."""
    paths = sorted(root.rglob("*.ttl"))
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in paths}


def text(quads: Iterable[Quad]) -> str:
    """Quads as Turtle in the one form, whatever graphs they are of."""
    rows = data.lines(Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in quads)
    return ttl.write(Graph(bind_namespaces="none").parse(data="\n".join(rows), format="nt"))


def lines(files: Mapping[str, str], base: str) -> list[str]:
    """The quads of some files, by their paths below `graph/`, as a store has them."""
    store = Store()
    for name, content in files.items():
        graph = NamedNode(iri.graph(name.removesuffix(".ttl"), base))
        store.extend(
            Quad(row.subject, row.predicate, row.object, graph)
            for row in parse(content, format=RdfFormat.TURTLE)
        )
    return data.lines(store)


def _made(folder: Folder, number: int) -> Iterator[tuple[str, str]]:
    store, start = data.load(folder, number), str(iri.graph("", folder.nature.base))
    for name in sorted(store.named_graphs(), key=str):
        if isinstance(name, NamedNode):
            quads = store.quads_for_pattern(None, None, None, name)
            yield f"{name.value.removeprefix(start)}.ttl", text(quads)
