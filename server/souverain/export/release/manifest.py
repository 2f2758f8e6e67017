"""What is in a release: `manifest.json` for programs, and `SHA256SUMS` for `sha256sum -c`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from souverain.export.about import About
from souverain.export.distribution import Distribution
from souverain.export.format import Format
from souverain.export.target import Counts

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"


@dataclass(frozen=True)
class Written:
    """A format as it was written: how many claims were read, what went in and out, its files."""

    format: Format
    claims: int
    counts: Counts
    files: tuple[Distribution, ...]


def manifest(
    told: About,
    previous: str,
    claims: int,
    formats: Iterable[Written],
    papers: Iterable[Distribution],
    without: Iterable[str],
) -> dict[str, Any]:
    """The manifest: the dataset, then each format, and each file with what it lost."""
    rows = list(formats)
    return {
        "name": "souverain",
        "title": told.title._asdict(),
        "date": told.date,
        "version": told.version,
        "previous": previous,
        "ontology": told.ontology,
        "dataset": told.iri,
        "licence": told.licence,
        "rights": told.rights._asdict(),
        "claims": claims,
        "without": sorted(without),
        "formats": list(map(_format, rows)),
        "files": [
            *(_file(file, row) for row in rows for file in row.files),
            *(_file(file) for file in papers),
        ],
    }


def _format(row: Written) -> dict[str, Any]:
    return {
        "format": row.format.name,
        "for": row.format.for_whom.en,
        "files": len(row.files),
        "read": dict(row.counts.read),
        "written": dict(row.counts.written),
        "notes": list(row.counts.notes),
    }


def _file(file: Distribution, row: Written | None = None) -> dict[str, Any]:
    losses = [loss.en for loss in row.format.losses] if row else []
    return {**asdict(file), "claims": row.claims if row else 0, "losses": losses}


def sums(files: Iterable[Distribution]) -> str:
    """A line for each file, as the command reads them."""
    return "".join(f"{file.sha256}  {file.name}\n" for file in files)
