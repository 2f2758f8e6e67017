"""What makes a store hold what some files hold: the patch from its current version to theirs."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import DefaultGraph, Store

from souverain import rules
from souverain.commit.reverting import authored
from souverain.errors import UsageError
from souverain.files import Project
from souverain.patch import Patch
from souverain.source import STRICT, Source
from souverain.store import read_graphs
from souverain.versions import backup, data
from souverain.versions import manifest as manifests
from souverain.versions.folder import Folder
from souverain.versions.folder import open as open_folder


def of_project(folder: Folder, project: Project) -> Patch:
    """For the authored files of a project; what is computed follows them.

    Raises `TurtleError` for a file that is none.
    """
    base, wanted = folder.nature.base, Store()
    if folder.nature.default_graph == STRICT:
        raise UsageError(
            "the files of a project are named graphs, and the store has a strict default graph",
            hint="make a store without --default-graph strict",
        )
    paths = (path for path in project.graph_files() if not rules.is_derived(project, path))
    read_graphs(wanted, project, base, paths)
    return authored(_between(data.load(folder, folder.current), wanted), folder)


def of_data(folder: Folder, path: str) -> Patch:
    """For an RDF file, or all of a folder; blank nodes are others than those that were there."""
    nature = folder.nature
    loaded, _ = Source("", nature.base, path, nature.default_graph).read()
    if nature.default_graph != STRICT:
        # It is the union of the named ones, which are what is kept.
        loaded.store.clear_graph(DefaultGraph())
    return _between(data.load(folder, folder.current), loaded.store)


def of_backup(folder: Folder, root: Path) -> Patch:
    """For the newest version in a backup of a store of the same nature.

    Raises `BadBackup`, and `UsageError` where the natures differ.
    """
    manifest = manifests.read(root)
    backup.verify(root, manifest, str(root))
    kept = open_folder(root)
    for name in ("shapes", "default_graph", "base"):
        here, there = getattr(folder.nature, name), getattr(kept.nature, name)
        if here != there:
            raise UsageError(
                f"{root} has {name} {there}, and {folder.root} has {here}",
                hint="restore it into a new folder",
            )
    old, new = (data.load(row, row.current) for row in (folder, kept))
    return authored(_between(old, new), folder)


def _between(old: Store, new: Store) -> Patch:
    before, after = set(data.dumped(old)), set(data.dumped(new))
    had, has = data.names(old), data.names(new)
    return Patch.of(before - after, after - before, has - had, had - has)
