"""Parquet: a folder with a file for each table, written a batch of rows at a time.

Numbers are decimals, lists are lists, days are dates; what a column means stands in its metadata.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from souverain.export.selection import Selection
from souverain.export.tables.cells import Cell
from souverain.export.tables.columns import TABLES, Column, Table, Type
from souverain.export.tables.tables import Tables
from souverain.export.target import Counts, Target

# So many rows wait in all tables together; then those of the fullest are written.
MOST_WAITING = 10_000
# Digits in all, and after the point: a sum of money, and a share that was computed of two.
DIGITS, PLACES = 38, 12
TYPES: dict[Type, pa.DataType] = {
    Type.TEXT: pa.string(),
    Type.IRI: pa.string(),
    Type.NUMBER: pa.decimal128(DIGITS, PLACES),
    Type.WHOLE: pa.int64(),
    Type.FLAG: pa.bool_(),
    Type.DAY: pa.date32(),
}


def write(selection: Selection, target: Target) -> Counts:
    """A file for each table that has rows."""
    tables = Tables(selection)
    fill(tables, target.path)
    return tables.counts()


def fill(tables: Tables, folder: Path) -> list[Table]:
    """Write a file for each table that has rows; gives these tables, in their order."""
    writers: dict[str, pq.ParquetWriter] = {}
    waiting: dict[str, list[tuple[Cell, ...]]] = defaultdict(list)
    try:
        count = 0
        for name, row in tables.rows():
            waiting[name].append(row)
            count += 1
            if count >= MOST_WAITING:
                fullest = max(waiting, key=lambda name: len(waiting[name]))
                count -= len(waiting[fullest])
                _flush(folder, writers, fullest, waiting.pop(fullest))
        for name, rows in waiting.items():
            _flush(folder, writers, name, rows)
    finally:
        for writer in writers.values():
            writer.close()
    return [table for name, table in TABLES.items() if name in writers]


def file_name(table: Table) -> str:
    """The name of a table's file."""
    return f"{table.name}.parquet"


def _flush(
    folder: Path, writers: dict[str, pq.ParquetWriter], name: str, rows: list[tuple[Cell, ...]]
) -> None:
    table = TABLES[name]
    if name not in writers:
        path = folder / file_name(table)
        writers[name] = pq.ParquetWriter(path, _schema(table), compression="zstd")
    columns = [
        pa.array([_value(column, row[place]) for row in rows], _type(column))
        for place, column in enumerate(table.columns)
    ]
    writers[name].write_table(pa.Table.from_arrays(columns, schema=_schema(table)))


def _schema(table: Table) -> pa.Schema:
    fields = [
        pa.field(
            column.name,
            _type(column),
            nullable=not column.required,
            metadata={"property": column.property} if column.property else None,
        )
        for column in table.columns
    ]
    return pa.schema(fields)


def _type(column: Column) -> pa.DataType:
    return pa.list_(TYPES[column.type]) if column.many else TYPES[column.type]


def _value(column: Column, cell: Cell) -> Any:
    if cell is None:
        return None
    if column.type is Type.DAY:
        return datetime.date.fromisoformat(str(cell))
    if isinstance(cell, Decimal):
        return round(cell, PLACES)
    return list(cell) if isinstance(cell, tuple) else cell
