"""CSV: a folder with a file for each table (RFC 4180), and what they mean (CSVW, W3C).

`csv-metadata.json` tells the columns, their datatypes, which property each holds, and which column
refers to which table. A list stands in one cell, its values apart by a line's end.
"""

from __future__ import annotations

import contextlib
import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from souverain.export.selection import Selection
from souverain.export.tables.cells import Cell
from souverain.export.tables.columns import TABLES, Column, Table, Type
from souverain.export.tables.formulas import BETWEEN, harmless, joined
from souverain.export.tables.tables import Tables
from souverain.export.target import Counts, Target
from souverain.vocab import SOV

METADATA = "csv-metadata.json"
DATATYPES = {
    Type.TEXT: "string",
    Type.IRI: "anyURI",
    Type.NUMBER: "decimal",
    Type.WHOLE: "integer",
    Type.FLAG: "boolean",
    Type.DAY: "date",
}


def write(selection: Selection, target: Target) -> Counts:
    """A file for each table that has rows, and the metadata of these."""
    tables = Tables(selection)
    describe(fill(tables, target.path), target.path)
    return tables.counts()


def fill(tables: Tables, folder: Path) -> list[Table]:
    """Write a file for each table that has rows; gives these tables, in their order."""
    with contextlib.ExitStack() as opened:
        writers: dict[str, Any] = {}
        for name, row in tables.rows():
            if name not in writers:
                path = folder / file_name(TABLES[name])
                file = opened.enter_context(path.open("w", encoding="utf-8", newline=""))
                writers[name] = csv.writer(file)
                writers[name].writerow([column.name for column in TABLES[name].columns])
            writers[name].writerow(list(map(_cell, row)))
    return [table for name, table in TABLES.items() if name in writers]


def describe(tables: list[Table], folder: Path) -> None:
    """Write beside the files of some tables what they mean."""
    with (folder / METADATA).open("w", encoding="utf-8") as file:
        _metadata(file, tables)


def file_name(table: Table) -> str:
    """The name of a table's file."""
    return f"{table.name}.csv"


def _cell(cell: Cell) -> str:
    # The commonest first: there are some fifty cells to a claim.
    if cell is None or cell == ():
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    if isinstance(cell, tuple):
        return harmless(joined(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _metadata(file: IO[str], tables: list[Table]) -> None:
    names = {table.name for table in tables}
    told = {
        "@context": "http://www.w3.org/ns/csvw",
        "tables": [_described(table, names) for table in tables],
    }
    json.dump(told, file, ensure_ascii=False, indent=1)
    file.write("\n")


def _described(table: Table, names: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_column(column) for column in table.columns]}
    if table.key == ("iri",):
        schema |= {"primaryKey": "iri", "aboutUrl": "{+iri}"}
    references = [
        {
            "columnReference": column.name,
            "reference": {"resource": file_name(TABLES[column.refers]), "columnReference": "iri"},
        }
        for column in table.columns
        if column.refers in names
    ]
    if references:
        schema["foreignKeys"] = references
    told: dict[str, Any] = {"url": file_name(table), "tableSchema": schema}
    if table.kind:
        told["dc:subject"] = {"@id": str(SOV[table.kind])}
    return told


def _column(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "datatype": DATATYPES[column.type]}
    if column.property:
        told["propertyUrl"] = column.property
    if column.many:
        told["separator"] = BETWEEN
    if column.required:
        told["required"] = True
    return told
