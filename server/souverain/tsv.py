"""Tab-separated tables that people edit: rows of typed cells, or the lines at fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from souverain import files
from souverain.errors import DataError, Finding


def read(path: Path, name: str, /, **columns: Callable[[str], Any]) -> list[tuple[Any, ...]]:
    """A tuple for each row under the head, its cells read by the types of the columns.

    Raises `Unreadable`, or `DataError` with a finding for each line that is no such row.
    """
    head, *lines = files.read(path, name).removesuffix("\n").split("\n")
    findings = []
    if head.rstrip("\r").split("\t") != list(columns):
        findings.append(_finding(name, 1, "the first line does not name the columns", columns))
        lines = []
    rows: list[tuple[Any, ...]] = []
    for number, line in enumerate(lines, start=2):
        try:
            rows.append(tuple(_cells(line.rstrip("\r"), columns)))
        except ValueError as fault:
            findings.append(_finding(name, number, f"no row of the table: {fault}", columns))
    if findings:
        raise DataError(f"{name}: {len(findings)} lines are at fault", findings=findings)
    return rows


def _cells(line: str, columns: dict[str, Callable[[str], Any]]) -> Iterator[Any]:
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise ValueError(f"{len(cells)} cells for {len(columns)} columns")
    for number, ((column, kind), cell) in enumerate(zip(columns.items(), cells, strict=True), 1):
        try:
            yield kind(cell)
        except ValueError:
            raise ValueError(f"{cell!r} is no {column}, in column {number}") from None


def write(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table as `read` reads it; a tab or the end of a line within a cell becomes a space."""
    lines = ["\t".join(columns), *("\t".join(map(_one_line, row)) for row in rows)]
    return "\n".join(lines) + "\n"


def _one_line(cell: str) -> str:
    return " ".join(re.split(r"[\t\r\n]+", cell))


def _finding(name: str, line: int, message: str, columns: dict[str, Any]) -> Finding:
    hint = f"write the cells with a tab between them: {', '.join(columns)}"
    return Finding(name, line, "", "table", message, hint)
