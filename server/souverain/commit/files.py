"""What makes a store hold what some files hold: the patch from its current version to theirs."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from souverain import iri, rules
from souverain.errors import UsageError
from souverain.files import Project
from souverain.patch import Patch
from souverain.rules import DERIVED
from souverain.source import STRICT, Source
from souverain.versions import data
from souverain.versions.folder import Folder


def of_project(folder: Folder, project: Project) -> Patch:
    """For the authored files of a project; what is computed follows them."""
    base, wanted = folder.nature.base, Store()
    if folder.nature.default_graph == STRICT:
        raise UsageError(
            "the files of a project are named graphs, and the store has a strict default graph",
            hint="make a store without --default-graph strict",
        )
    for path in project.graph_files():
        if not rules.is_derived(project, path):
            name = path.relative_to(project.graph).with_suffix("").as_posix()
            graph = NamedNode(iri.graph(name, base))
            text = project.read(path)
            wanted.extend(
                Quad(row.subject, row.predicate, row.object, graph)
                for row in parse(text, format=RdfFormat.TURTLE)
            )
    derived = f"{base}graph/{DERIVED}/"
    own = (quad for quad in data.load(folder, folder.current) if not _is_in(quad, derived))
    return _between(own, wanted)


def of_data(folder: Folder, path: str) -> Patch:
    """For an RDF file, or all of a folder; blank nodes are others than those that were there."""
    nature = folder.nature
    loaded, _ = Source("", nature.base, path, STRICT).read()
    if nature.default_graph == STRICT:
        return _between(data.load(folder, folder.current), loaded.store)
    loaded, _ = Source("", nature.base, path, nature.default_graph).read()
    named = (quad for quad in loaded.store if isinstance(quad.graph_name, NamedNode))
    return _between(data.load(folder, folder.current), named)


def _between(old: Iterable[Quad], new: Iterable[Quad]) -> Patch:
    before, after = set(data.lines(old)), set(data.lines(new))
    return Patch.of(before - after, after - before)


def _is_in(quad: Quad, prefix: str) -> bool:
    return isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(prefix)
