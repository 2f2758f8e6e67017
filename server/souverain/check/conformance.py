"""The graph conforms to its shapes: pySHACL for the core, the store for SPARQL constraints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from rdflib import Graph, URIRef

from souverain import rules, ttl
from souverain.check import constraints, shapes, touched
from souverain.check.shapes import Result
from souverain.check.source import File, Source
from souverain.errors import Finding
from souverain.files import Project

MEND = "change the node so that it holds, or withdraw the claim; see the shape in ontology/shapes/"


def findings(source: Source) -> Iterator[Finding]:
    """One finding for each demand of a shape that a node does not meet.

    Where all but some files is sound, the nodes are looked at that the change of these touches, and
    the SPARQL constraints still cross the whole graph.
    """
    demands = demanded(source.project)
    core = touched.results(source, demands) if source.sound else None
    if core is None:
        core = shapes.validate(source.data, demands)
    for result in (*core, *constraints.validate(source.store, demands)):
        yield _finding(source, result)
    for file in source.apart:
        if not source.is_sound(file):
            outside = demanded(source.project, source.project.external_shapes_files())
            yield from _alone(source, file, outside)


def _alone(source: Source, file: File, demands: Graph) -> Iterator[Finding]:
    """The same of a file that stands apart: it conforms by itself, to shapes of its own."""
    data = Graph(bind_namespaces="none")
    for row in (file, *source.ontology):
        data += row.graph
    store = rules.store(row.content for row in (file, *source.ontology))
    for result in (*shapes.validate(data, demands), *constraints.validate(store, demands)):
        yield _finding(source, result)


def of(
    project: Project, name: str, content: str, files: Iterable[Path] | None = None
) -> Iterator[Finding]:
    """One finding for each demand of a project's shapes that other data do not meet.

    `content` are the data as N-Triples, and `name` is what a finding calls them; `files` are those
    of the shapes, where they are not all.
    """
    demands = demanded(project, files)
    ontology = [project.read(path) for path in project.ontology_files()]
    data = Graph(bind_namespaces="none").parse(data=content, format="nt")
    for text in ontology:
        data.parse(data=text, format="turtle")
    store = rules.store((content, *ontology))
    for result in (*shapes.validate(data, demands), *constraints.validate(store, demands)):
        shape = ttl.shorten(result.shape)
        yield Finding(name, 0, ttl.shorten(result.node), shape, result.message(), MEND)


def demanded(project: Project, files: Iterable[Path] | None = None) -> Graph:
    """The shapes of a project, those of some files or all of them, as one graph; not to be changed.

    The same texts are read once.
    """
    paths = project.shapes_files() if files is None else files
    return _demands(tuple((project.name(path), project.read(path)) for path in paths))


@lru_cache(maxsize=8)
def _demands(texts: tuple[tuple[str, str], ...]) -> Graph:
    demands = Graph(bind_namespaces="none")
    for name, text in texts:
        demands += ttl.parse(text, name)
    return demands


def _finding(source: Source, result: Result) -> Finding:
    shape = ttl.shorten(result.shape)
    message, value = result.message(source.language), ttl.shorten(result.value)
    if value not in message:
        message = f"{message} Found: {value}."
    return source.finding(URIRef(result.node), shape, message, MEND)
