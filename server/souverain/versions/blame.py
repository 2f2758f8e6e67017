"""Where what is said of a thing comes from: the version that brought each quad, or took it away."""

from __future__ import annotations

from dataclasses import dataclass

from souverain.versions.commits import Commit
from souverain.versions.folder import Folder


@dataclass(frozen=True)
class Trace:
    """One quad, as a line of N-Quads, with the version that brought it last.

    `removed` is the version that took it away, where the current one has it no more.
    """

    line: str
    brought: Commit
    removed: Commit | None = None

    @property
    def last(self) -> Commit:
        """The version that decided whether it is there."""
        return self.removed or self.brought


def traces(folder: Folder, subject: str) -> list[Trace]:
    """Every quad with that subject that there is or was: those that are there first, then by line.

    Raises `CorruptStore` where what a version changed cannot be read.
    """
    start, found = f"<{subject}> ", dict[str, Trace]()
    for number in range(1, folder.current + 1):
        patch = folder.patch(number)
        removed = [line for line in patch.removed if line.startswith(start)]
        added = [line for line in patch.added if line.startswith(start)]
        if removed or added:
            found |= _traced(folder.commit(number), removed, added, found)
    return sorted(found.values(), key=lambda trace: (trace.removed is not None, trace.line))


def _traced(
    commit: Commit, removed: list[str], added: list[str], known: dict[str, Trace]
) -> dict[str, Trace]:
    gone = {line: Trace(line, known[line].brought, commit) for line in removed if line in known}
    return gone | {line: Trace(line, commit) for line in added}
