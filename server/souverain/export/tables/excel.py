"""Excel: a workbook with a sheet for each table, written a row at a time.

Whatever begins as a formula does is a text that Excel marks as one (its quote prefix), so that it
is not computed when the cell is edited either. Numbers are those of Excel.
"""

from __future__ import annotations

import datetime
import tempfile
from collections import Counter
from decimal import Decimal
from typing import Any

import xlsxwriter

from souverain.errors import Overfull
from souverain.export.selection import Selection
from souverain.export.tables.cells import Cell
from souverain.export.tables.columns import TABLES, Column, Type
from souverain.export.tables.formulas import is_formula, joined
from souverain.export.tables.tables import Tables
from souverain.export.target import Counts, Target

# What Excel holds (its specifications and limits).
MOST_ROWS, MOST_CHARACTERS = 1_048_576, 32_767
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
FIRST = ("entities", "stake", "role_holding", "funding", "articles")
WIDTHS = {Type.TEXT: 24, Type.IRI: 16, Type.NUMBER: 10, Type.WHOLE: 8, Type.FLAG: 8, Type.DAY: 11}


def write(selection: Selection, target: Target) -> Counts:
    """The workbook, as one file; raises `Overfull` beyond what Excel holds."""
    tables = Tables(selection)
    with tempfile.TemporaryDirectory(dir=target.path.parent, prefix=".souverain-") as aside:
        workbook = xlsxwriter.Workbook(str(target.path), OPTIONS | {"tmpdir": aside})
        try:
            workbook.set_properties({"title": "Souverain", "created": _created(selection)})
            _fill(workbook, tables)
            workbook.close()
        finally:
            # What it keeps open of each sheet, where it was broken off.
            for sheet in workbook.worksheets():
                sheet.row_data_fh.close()
    return tables.counts()


def _created(selection: Selection) -> datetime.datetime:
    """When the data are from, not when they are written: the same bytes at any time."""
    return datetime.datetime.fromisoformat(selection.date)


def _fill(workbook: Any, tables: Tables) -> None:
    head = workbook.add_format({"bold": True})
    marked = workbook.add_format({"quote_prefix": True})
    sheets: dict[str, Any] = {}
    for name in (*FIRST, *(name for name in TABLES if name not in FIRST)):
        sheets[name] = sheet = workbook.add_worksheet(name)
        _head(sheet, TABLES[name].columns, head)
    lines: Counter[str] = Counter()
    for name, row in tables.rows():
        lines[name] += 1
        if lines[name] >= MOST_ROWS:
            raise Overfull(name, f"a sheet of Excel holds {MOST_ROWS - 1} rows")
        for place, cell in enumerate(row):
            _write(sheets[name], name, lines[name], place, cell, marked)
    for name, sheet in sheets.items():
        sheet.autofilter(0, 0, lines[name], len(TABLES[name].columns) - 1)


def _head(sheet: Any, columns: tuple[Column, ...], head: Any) -> None:
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS[column.type])
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.name, head)


def _write(sheet: Any, name: str, line: int, place: int, cell: Cell, marked: Any) -> None:
    if cell is None or cell == ():
        return
    if isinstance(cell, bool):
        sheet.write_boolean(line, place, cell)
    elif isinstance(cell, Decimal | int):
        sheet.write_number(line, place, cell)
    else:
        text = joined(cell) if isinstance(cell, tuple) else cell
        if len(text) > MOST_CHARACTERS:
            raise Overfull(name, f"a cell of Excel holds {MOST_CHARACTERS} characters")
        sheet.write_string(line, place, text, marked if is_formula(text) else None)
