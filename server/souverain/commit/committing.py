"""A change becomes the next version of a store, or nothing of it does.

Everything that `souverain check` asks is asked of the version that would come about, with its
derived layer made anew (see `soundness`); a store without shapes takes any change.
"""

from __future__ import annotations

import contextlib

from souverain.clock import stamp as now
from souverain.commit.outcome import LONGEST_MESSAGE_CHARACTERS, Outcome, Stamp
from souverain.errors import Conflict
from souverain.files import Project
from souverain.patch import Patch
from souverain.versions import writing
from souverain.versions.folder import Folder
from souverain.versions.writing import Draft


def commit(
    folder: Folder,
    patch: Patch,
    stamp: Stamp,
    project: Project | None = None,
    *,
    parent: int | None = None,
    dry_run: bool = False,
    keep: int = 0,
) -> Outcome:
    """Make the patch the next version; with `dry_run`, do everything but that.

    `parent` is the version that the patch was made for, `project` has the ontology, the shapes, the
    rules and the articles of a store with shapes. Where `keep` is not 0, older versions than that
    many are thinned. Raises `Conflict` where the current version is another than the parent,
    `Unsound` with the findings where the new one would not be in order, and `OSError`; then nothing
    is changed.
    """
    with folder.locked():
        current = folder.current
        if parent is not None and parent != current:
            raise Conflict(parent, current)
        draft = drafted(folder, patch, stamp, project)
        if dry_run or not draft.patch:
            return Outcome(None, draft.patch)
        made = writing.append(folder, draft)
        if keep:
            # The change is kept by now; what cannot be thinned can be after the next one.
            with contextlib.suppress(OSError):
                writing.thin(folder, keep)
    return Outcome(made, draft.patch)


def drafted(folder: Folder, patch: Patch, stamp: Stamp, project: Project | None) -> Draft:
    """The next version as it would be; raises `Unsound`."""
    draft = Draft(
        patch, stamp.date or now(), stamp.author, stamp.message[:LONGEST_MESSAGE_CHARACTERS]
    )
    nature = folder.nature
    if nature.takes_anything:
        return draft
    # Only here: what checks a graph takes longer to import than to keep a version.
    from souverain.commit import soundness

    if nature.default_graph != "strict":
        draft = soundness.in_named_graphs(draft, folder)
    if nature.shapes == "none":
        return draft
    assert project
    return soundness.sound(draft, folder, project)
