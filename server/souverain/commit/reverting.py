"""Taking back what was changed: one version's change, or all since a version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from souverain import iri
from souverain.errors import Finding, NoSuchVersion, Unrevertable
from souverain.patch import Patch
from souverain.rules import DERIVED
from souverain.versions import data, wording
from souverain.versions.folder import Folder


def without(folder: Folder, number: int) -> Patch:
    """What takes back the change of a version, and no later one's; what is computed follows.

    Raises `NoSuchVersion`, and `Unrevertable` with a finding for each quad that a later version
    has taken or put back itself.
    """
    if not 1 <= number <= folder.current:
        raise NoSuchVersion(number, folder.current)
    made = authored(folder.patch(number), folder)
    later = authored(folder.difference(number, folder.current), folder)
    found = [
        *_findings(number, set(made.added) & set(later.removed), "was added, and is there no more"),
        *_findings(number, set(made.removed) & set(later.added), "was removed, and is there again"),
    ]
    if found:
        raise Unrevertable(number, found)
    # A graph that it made goes with it, unless there is something else in it by now.
    kept = {name for name in made.created if any(_is_in(name, line) for line in later.added)}
    dropped = set(made.created).difference(later.dropped, kept)
    created = set(made.dropped).difference(later.created)
    return Patch.of(made.added, made.removed, created, dropped)


def back_to(folder: Folder, number: int) -> Patch:
    """What makes the content that of an earlier version again; raises `NoSuchVersion`."""
    return authored(folder.difference(folder.current, number), folder)


def authored(patch: Patch, folder: Folder) -> Patch:
    """A patch without what the rules of a store with shapes conclude."""
    if folder.nature.shapes == "none":
        return patch
    start = str(iri.graph(f"{DERIVED}/", folder.nature.base))
    return Patch.of(
        _outside(start, patch.removed),
        _outside(start, patch.added),
        (name for name in patch.created if not name.startswith(start)),
        (name for name in patch.dropped if not name.startswith(start)),
    )


def _outside(start: str, lines: Iterable[str]) -> list[str]:
    quads = data.quads(lines)
    return data.lines(
        quad
        for quad in quads
        if not (isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(start))
    )


def _is_in(graph: str, line: str) -> bool:
    return line.endswith(f" <{graph}> .")


def _findings(number: int, lines: set[str], message: str) -> Iterator[Finding]:
    for row in wording.rows(sorted(lines)):
        told = " ".join(part for part in (row.predicate, row.value, row.graph) if part)
        yield Finding(f"version {number}", 0, row.subject, "revert", f"{told} {message}")
