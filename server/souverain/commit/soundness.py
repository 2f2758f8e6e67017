"""Whether the next version would be in order: the change is tried on the Turtle files.

The files of the current version are shared with a folder aside; there the changed graphs are
written, claims in their short form completed, the derived layer made anew, and everything checked.
What differs then is the whole change. A version says what it was in order by: the ontology, the
articles and the program; where these are still the same, only that is asked which the change may
have put out of order.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import sys
from dataclasses import replace
from functools import cache
from importlib import metadata, resources
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from souverain import build, check, iri
from souverain.check import conformance
from souverain.errors import CorruptStore, DataError, Finding, SouverainError, Unsound
from souverain.files import Project
from souverain.patch import Patch
from souverain.rules import DERIVED
from souverain.store import ONTOLOGY
from souverain.versions import data
from souverain.versions import files as turtle
from souverain.versions.folder import DATA, GRAPH, Folder
from souverain.versions.writing import Draft

# Graphs that no one writes: the program makes them.
OWN = frozenset({ONTOLOGY, "service", "history"})
# What reads, checks and writes Turtle.
LIBRARIES = ("rdflib", "pyshacl", "pyoxigraph")
_PATH = re.compile(r"[A-Za-z0-9][\w-]*(?:/[A-Za-z0-9][\w-]*)*")


def in_named_graphs(draft: Draft, folder: Folder) -> Draft:
    """The draft without what it changes in the default graph: that is the union of the named ones.

    Raises `Unsound` where it is not: a triple that only the default graph would have, or lose.
    """
    changed = {True: draft.patch.added, False: draft.patch.removed}
    apart = {row: list(data.quads(rows)) for row, rows in changed.items()}
    if not any(_is_default(quad) for quads in apart.values() for quad in quads):
        return draft
    named = {
        row: {(q.subject, q.predicate, q.object) for q in quads if not _is_default(q)}
        for row, quads in apart.items()
    }
    for row, quads in apart.items():
        for quad in filter(_is_default, quads):
            if (quad.subject, quad.predicate, quad.object) not in named[row]:
                deed = "added to" if row else "removed from"
                raise Unsound([_finding(f"{quad.triple} would be {deed} the default graph alone")])
    kept = (data.lines(q for q in apart[row] if not _is_default(q)) for row in (False, True))
    removed, added = kept
    patch = Patch.of(removed, added, draft.patch.created, draft.patch.dropped)
    return replace(draft, patch=patch)


def sound(draft: Draft, folder: Folder, project: Project) -> Draft:
    """The draft with all that follows from it; raises `Unsound`."""
    basis, current = _basis(project), folder.path(folder.current) / GRAPH
    if folder.current and not current.is_dir():
        raise CorruptStore(str(current), "the Turtle files of the version are gone")
    with folder.making() as aside:
        staged = _staged(aside, current, project)
        before = turtle.read(current)
        is_known = folder.current and folder.checked_by(folder.current) == basis
        sound = {f"graph/{name}": text for name, text in before.items()} if is_known else {}
        _write(staged, draft.patch, folder)
        try:
            build.write(staged, build.graph(staged, folder.nature.base, sound))
        except DataError as fault:
            raise Unsound(fault.findings) from None
        if findings := check.built(staged, sound):
            raise Unsound(findings)
        after = turtle.read(staged.graph)
    files = {name: text for name, text in after.items() if before.get(name) != text}
    gone = sorted(before.keys() - after.keys())
    patch = _patch(before, files, gone, folder)
    return replace(draft, patch=patch, files=files, gone=gone, checked_by=basis)


def prepare(project: Project) -> None:
    """Read ahead what the next change is checked by."""
    with contextlib.suppress(SouverainError):
        conformance.demanded(project)
        _program()


def _basis(project: Project) -> str:
    """A digest of all that decides whether a graph is in order, but for the graph."""
    return hashlib.sha256(f"{project.basis()} {_program()}".encode()).hexdigest()


@cache
def _program() -> str:
    """A digest of this program, and the versions of what it stands on."""
    code, found = resources.files("souverain"), hashlib.sha256()
    for path in sorted(Path(str(code)).rglob("*.py")):
        found.update(path.read_bytes())
    return f"{found.hexdigest()} {sys.version} {[metadata.version(name) for name in LIBRARIES]}"


def _staged(aside: Path, current: Path, project: Project) -> Project:
    staged = Project(aside, writable=True)
    for name in ("ontology", "seeds"):
        (aside / name).symlink_to(project.root / name)
    staged.graph.mkdir()
    for path in current.rglob("*.ttl"):
        target = staged.graph / path.relative_to(current)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(path.absolute())
    return staged


def _write(staged: Project, patch: Patch, folder: Folder) -> None:
    """Write each graph that the patch changes as its file, or remove the file of an empty one."""
    base = folder.nature.base
    changed: dict[str, dict[bool, list[Quad]]] = {}
    for is_added, lines in ((False, patch.removed), (True, patch.added)):
        for quad in data.quads(lines):
            name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
            changed.setdefault(name, {True: [], False: []})[is_added].append(quad)
    paths = {name: _path(staged, name, base) for name in (*changed, *patch.created, *patch.dropped)}
    if not folder.current or not changed:
        store = Store()
    else:
        store = Store.read_only(str(folder.path(folder.current) / DATA))
    for name, rows in changed.items():
        quads = set(store.quads_for_pattern(None, None, None, NamedNode(name)))
        quads = quads.difference(rows[False]).union(rows[True])
        paths[name].unlink(missing_ok=True)
        if quads:
            paths[name].parent.mkdir(parents=True, exist_ok=True)
            paths[name].write_text(turtle.text(quads), "utf-8")


def _path(staged: Project, name: str, base: str) -> Path:
    """The file of a named graph; raises `Unsound` for a name that no file can have."""
    path = name.removeprefix(f"{base}graph/")
    top = path.partition("/")[0]
    if path == name or not _PATH.fullmatch(path):
        hint = f"a graph of this store is named {base}graph/ and the path of its file"
        raise Unsound([_finding(f"<{name}> is no graph that the store can have", hint)])
    if top in OWN or top == DERIVED:
        hint = "change the claims; what is computed follows them"
        raise Unsound([_finding(f"the graph {path} is made by the program", hint, path)])
    return staged.graph / f"{path}.ttl"


def _patch(before: dict[str, str], files: dict[str, str], gone: list[str], folder: Folder) -> Patch:
    """The change of the quads that belongs to that of the files."""
    base = folder.nature.base
    changed = {name: before[name] for name in (*files, *gone) if name in before}
    old = set(turtle.lines(changed, base))
    new = set(turtle.lines(files, base))
    stem = {name: str(iri.graph(name.removesuffix(".ttl"), base)) for name in (*files, *gone)}
    created = [stem[name] for name in files if name not in before]
    # The ontology has its files elsewhere: it comes in with them, and by no other way.
    return Patch.of(old - new, new - old, created, [stem[name] for name in gone])


def _is_default(quad: Quad) -> bool:
    return isinstance(quad.graph_name, DefaultGraph)


def _finding(message: str, hint: str = "", file: str = "") -> Finding:
    hint = hint or "name a graph: INSERT DATA { GRAPH <…> { … } }, WITH <…>, or /store?graph=<…>"
    return Finding(f"graph/{file}", 0, "", "graph", message, hint)
