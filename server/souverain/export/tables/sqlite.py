"""A SQLite file: the tables with their foreign keys, views for people, and full text search.

Datasette serves it as it is; what the tables mean stands in the table `souverain_columns`. Lists
are JSON arrays, by which Datasette filters.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from decimal import Decimal

from souverain.export.selection import Selection
from souverain.export.tables.cells import Cell
from souverain.export.tables.columns import TABLES, Column, Table, Type
from souverain.export.tables.tables import Tables
from souverain.export.tables.views import INDEXES, SEARCHES, VIEWS
from souverain.export.target import Counts, Target

PAGE_BYTES = 4096
CACHE_KIBIBYTES = 65_536
BATCH_ROWS = 5_000
TYPES = {
    Type.TEXT: "TEXT",
    Type.IRI: "TEXT",
    Type.NUMBER: "REAL",
    Type.WHOLE: "INTEGER",
    Type.FLAG: "INTEGER",
    Type.DAY: "TEXT",
}
# Whether it is a database of ours: the first four letters of the name.
APPLICATION = int.from_bytes(b"souv", "big")


def write(selection: Selection, target: Target) -> Counts:
    """The database, as one file."""
    tables = Tables(selection)
    connection = sqlite3.connect(target.path, isolation_level=None)
    try:
        _prepare(connection)
        connection.execute("BEGIN")
        for table in TABLES.values():
            connection.execute(_created(table))
        _fill(connection, tables)
        for statement in (*INDEXES, *VIEWS.values(), *SEARCHES):
            connection.execute(statement)
        connection.execute("COMMIT")
    finally:
        connection.close()
    return tables.counts()


def _prepare(connection: sqlite3.Connection) -> None:
    for pragma in (
        f"page_size = {PAGE_BYTES}",
        f"cache_size = -{CACHE_KIBIBYTES}",
        "journal_mode = OFF",
        "synchronous = OFF",  # whoever made the target syncs the file
        f"application_id = {APPLICATION}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        'CREATE TABLE souverain_columns ("table" TEXT, "column" TEXT, property TEXT, '
        'PRIMARY KEY ("table", "column")) WITHOUT ROWID'
    )
    rows = (
        (table.name, column.name, column.property or None)
        for table in TABLES.values()
        for column in table.columns
    )
    connection.executemany("INSERT INTO souverain_columns VALUES (?, ?, ?)", rows)


def _created(table: Table) -> str:
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(_name, table.key))})")
    lines += [
        f"FOREIGN KEY ({_name(column.name)}) REFERENCES {column.refers} (iri)"
        for column in table.columns
        if column.refers
    ]
    return f"CREATE TABLE {table.name} ({', '.join(lines)})"


def _column(column: Column) -> str:
    told = f"{_name(column.name)} {'TEXT' if column.many else TYPES[column.type]}"
    return f"{told} NOT NULL" if column.required else told


def _name(name: str) -> str:
    return f'"{name}"'


def _fill(connection: sqlite3.Connection, tables: Tables) -> None:
    waiting: dict[str, list[list[str | int | float | None]]] = defaultdict(list)
    for name, row in tables.rows():
        waiting[name].append(list(map(_cell, row)))
        if len(waiting[name]) >= BATCH_ROWS:
            _insert(connection, name, waiting.pop(name))
    for name, rows in waiting.items():
        _insert(connection, name, rows)


def _insert(
    connection: sqlite3.Connection, name: str, rows: list[list[str | int | float | None]]
) -> None:
    marks = ", ".join("?" * len(TABLES[name].columns))
    connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)


def _cell(cell: Cell) -> str | int | float | None:
    if isinstance(cell, tuple):
        return json.dumps(cell, ensure_ascii=False)
    return float(cell) if isinstance(cell, Decimal) else cell
