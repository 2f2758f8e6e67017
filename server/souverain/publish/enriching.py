"""What another dataset says becomes a file of its own, once it conforms; else the old one stays."""

from __future__ import annotations

from dataclasses import dataclass

from souverain import ttl
from souverain.check import conformance
from souverain.errors import DataError, ReadOnlyProject
from souverain.files import Project
from souverain.link import outside


@dataclass(frozen=True)
class Enriched:
    """The name of the file, and whether it had, or would have, to change."""

    file: str
    changed: bool


def enrich(project: Project, text: str, *, dry_run: bool = False) -> Enriched:
    """Replace what Wikidata says as a whole; with `dry_run`, everything but the writing.

    Raises `DataError` with the findings where the text does not conform to its shapes; then
    nothing is written.
    """
    if not (project.writable or dry_run):
        raise ReadOnlyProject
    path = project.graph / f"{outside.NAME}.ttl"
    name = project.name(path)
    content = ttl.parse(text, name).serialize(format="nt")
    demands = project.external_shapes_files()
    if found := tuple(conformance.of(project, name, content, demands)):
        raise DataError(
            f"nothing was written: what was retrieved has {len(found)} findings",
            hint="the answers are not as they are documented; report it with what they name",
            findings=found,
        )
    if dry_run:
        return Enriched(name, not path.is_file() or project.read(path) != text)
    return Enriched(name, project.write(path, text))
