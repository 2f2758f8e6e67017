"""Accepted acts become checked, derived, written files: all of an act, or none of it.

An act (a withdrawal, a merge) is tried on a copy of the project: there it edits the files, the
derived layer is made anew, and everything that `souverain check` asks is asked. Only when all of
it holds are the files that differ written into the project.

A full disk or a file that may not be written changes nothing. But a folder of files cannot be
replaced at once: a machine that stops while the new files take the place of the old leaves some
of each. So the file that says that the act was done comes after the others that the act edits,
and the derived layer after that one: cut off before it, the same command finishes the act; cut
off after it, `souverain build` does. In between, `souverain check` says what is missing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from souverain import build, check, files
from souverain.check import Progress
from souverain.errors import DataError, Finding, ReadOnlyProject, UsageError
from souverain.files import FOLDERS, Project
from souverain.rules import is_derived
from souverain.vocab import BASE


@dataclass(frozen=True)
class Edit:
    """What an act did: the file, by its name, that says so, and a sentence for each thing told.

    `held` is what it left out, each with why.
    """

    seal: str
    notes: Sequence[str] = ()
    held: Sequence[Finding] = ()


Act = Callable[[Project], Edit]


@dataclass(frozen=True)
class Published:
    """The names of the files that were, or would be, written or removed, and what was told.

    `held` is what the act left out, each with why.
    """

    changed: Sequence[str]
    notes: Sequence[str]
    held: Sequence[Finding] = ()


def publish(
    project: Project,
    act: Act,
    base: str = BASE,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Published:
    """Do an act on a project; with `dry_run`, everything but the writing.

    Raises what the act raises, `DataError` with the findings when the result would not be sound,
    and `UsageError` when the files changed meanwhile; then nothing is written.
    """
    if not (project.writable or dry_run):
        raise ReadOnlyProject
    with tempfile.TemporaryDirectory(prefix="souverain-") as folder:
        staged = files.init(Path(folder) / "project", project)
        before = _contents(staged)
        edit = act(staged)
        build.write(staged, build.graph(staged, base))
        _demand_soundness(staged, progress)
        after = _contents(staged)
    changed = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    changed.sort(key=lambda name: _place(project, name, edit.seal))
    if not dry_run:
        _write(project, before, {name: after.get(name) for name in changed})
    return Published(changed, edit.notes, edit.held)


def _demand_soundness(staged: Project, progress: Progress | None) -> None:
    report = check.check(staged, progress=progress) if progress else check.check(staged)
    if report.findings:
        raise DataError(
            f"nothing was written: the graph would have {len(report.findings)} findings",
            hint="mend what they name first; `souverain check` tells which were there before",
            findings=report.findings,
        )


def _contents(project: Project) -> dict[str, bytes]:
    """Every file of the project's folders by its name."""
    paths = (path for folder in FOLDERS for path in (project.root / folder).rglob("*"))
    return {project.name(path): path.read_bytes() for path in paths if path.is_file()}


def _place(project: Project, name: str, seal: str) -> tuple[bool, bool, str]:
    """Where a file stands in the order of writing: edited ones, the seal, derived ones."""
    return is_derived(project, project.root / name), name == seal, name


def _write(
    project: Project, before: Mapping[str, bytes], changed: Mapping[str, bytes | None]
) -> None:
    """Write what changed, or remove it where it has no content, in the order given."""
    if _contents(project) != before:
        raise UsageError(
            f"{project.root.name} changed while the act was tried; nothing was written",
            hint="run the command again",
        )
    rows = [(project.root / name, content) for name, content in changed.items()]
    texts = {path: content.decode("utf-8") for path, content in rows if content is not None}
    project.write_all(texts, [path for path, content in rows if content is None])
