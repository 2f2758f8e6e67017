"""Which formats a release has, and why one of them cannot be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from souverain import export
from souverain.errors import MissingExtra, Unreleasable
from souverain.export.format import Format
from souverain.export.formats import FORMATS, find
from souverain.export.selection import Selection


def chosen(without: Iterable[str]) -> tuple[Format, ...]:
    """All formats but those; raises `UnknownName`."""
    left = {find(name).name for name in without}
    return tuple(row for row in FORMATS if row.name not in left)


def demand(rows: Iterable[Format], selection: Selection) -> None:
    """Raise `Unreleasable`, which names each format that cannot be written, and why."""
    why = dict(_faults(rows, selection))
    if why:
        raise Unreleasable(why)


def _faults(rows: Iterable[Format], selection: Selection) -> Iterator[tuple[str, str]]:
    for row in rows:
        if row.most_claims is not None and selection.claims > row.most_claims:
            yield row.name, f"it goes up to {row.most_claims} claims, of {selection.claims}"
            continue
        try:
            export.writer(row)
        except MissingExtra:
            yield row.name, f"it needs the extra {row.extra!r}"


def file_name(row: Format) -> str:
    """The name of a format's file or folder: `turtle.ttl`, `csv`, `ftm.json`."""
    if row.is_folder:
        return row.name
    first, _, rest = row.extension.partition(".")
    ending = rest if rest and first in row.name else row.extension
    return f"{row.name}.{ending}"
