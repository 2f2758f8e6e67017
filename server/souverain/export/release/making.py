"""Making a release: each format into a folder, and then what tells of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from souverain import export
from souverain.errors import Occupied, UsageError
from souverain.export import target as targets
from souverain.export.about import about
from souverain.export.distribution import Distribution, below, measured
from souverain.export.format import Format
from souverain.export.formats import FORMATS
from souverain.export.linked import dcat
from souverain.export.linked.copies import SELF
from souverain.export.linked.dcat import Release
from souverain.export.origin import Origin
from souverain.export.package.description import write_json
from souverain.export.release import formats, manifest, papers
from souverain.export.release import previous as previously
from souverain.export.release.manifest import MANIFEST, SUMS, Written
from souverain.export.selection import Selection
from souverain.export.target import Target
from souverain.files import Project


@dataclass(frozen=True)
class Made:
    """A release that was made: its formats, and all of its files but the sums."""

    formats: tuple[Written, ...]
    files: tuple[Distribution, ...]


def make(
    origin: Origin,
    date: str,
    rows: Iterable[Format],
    path: Path,
    project: Project | None = None,
    previous: str = "",
    on_format: Callable[[str], None] = lambda _: None,
    on_read: Callable[[], None] | None = None,
) -> Made:
    """Write a release of that day into a new folder, whole or not at all.

    `project` is one whose changelog goes with it, `previous` the version before, or its folder,
    or empty. `on_format` is called with the name of
    each format, and `on_read` for each claim that is read. Raises `Occupied`, `Unreleasable`,
    and what an export raises, and `UsageError` for what is no version before this.
    """
    selection = Selection(replace(origin, date=date), on_read=on_read)
    before = _before(selection, previous)
    chosen = tuple(rows)
    if path.exists() or path.is_symlink():
        raise Occupied(str(path), hint="name another: a release is never replaced")
    formats.demand(chosen, selection)
    with targets.named(path, is_folder=True) as target:
        written: list[Written] = []
        # The description tells of the other files, and comes last.
        for row in sorted(chosen, key=lambda row: row.name == SELF):
            on_format(row.name)
            files = tuple(file for other in written for file in other.files)
            written.append(_written(selection, row, target.path, files, before))
        return _told(selection, written, target.path, project, before)


def _before(selection: Selection, told: str) -> str:
    version = previously.read(told)
    if version and version == selection.origin.version:
        raise UsageError(
            f"--previous {told!r} has the same data: nothing has changed since",
            hint="name the version before, or leave it out",
        )
    return version


def _written(
    selection: Selection,
    row: Format,
    folder: Path,
    files: tuple[Distribution, ...],
    before: str,
) -> Written:
    name = formats.file_name(row)
    with closing(Target(folder / name)) as inside:
        if row.is_folder:
            inside.path.mkdir()
        if row.name == SELF:
            release = Release(files, selection.date, previous=before)
            counts = dcat.write(selection, inside, release)
        else:
            counts = export.write(selection, row, inside)
    made = tuple(_files(folder, name, row))
    return Written(row, export.claims(selection, row), counts, made)


def _files(folder: Path, name: str, row: Format) -> Iterator[Distribution]:
    if row.is_folder:
        for part in below(folder / name):
            yield measured(folder, f"{name}/{part}", row.name)
    else:
        yield measured(folder, name, row.name, row.media_type)


def _told(
    selection: Selection,
    written: list[Written],
    folder: Path,
    project: Project | None,
    before: str,
) -> Made:
    told = about(selection)
    texts = papers.papers(told, written, project)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    own = [measured(folder, name) for name in sorted(texts)]
    without = {row.name for row in FORMATS} - {row.format.name for row in written}
    described = manifest.manifest(told, before, selection.claims, written, own, without)
    write_json(folder / MANIFEST, described)
    own.append(measured(folder, MANIFEST))
    files = (*(file for row in written for file in row.files), *own)
    (folder / SUMS).write_text(manifest.sums(files), "utf-8", newline="\n")
    return Made(tuple(written), files)
