"""Tables are opened by the tools that they are for, and hold what was read, no more, no less."""

from __future__ import annotations

import asyncio
import csv
import datetime
import io
import json
import sqlite3
from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import csvw
import duckdb
import openpyxl
import pandas
import pyarrow.parquet as pq
import pytest
from datasette.app import Datasette
from openpyxl.utils.escape import unescape
from rdflib import RDF, SH, Graph, URIRef

from souverain.errors import Overfull
from souverain.export.origin import Origin
from souverain.export.records.slots import SLOTS
from souverain.export.tables import excel
from souverain.export.tables.columns import TABLES, Table
from souverain.export.tables.formulas import harmless, is_formula, joined
from souverain.export.tables.tables import Tables
from souverain.export.tables.views import VIEWS
from souverain.files import Project
from souverain.vocab import SOV

from . import exporting

Rows = dict[str, list[tuple[Any, ...]]]
FORMATS = ("csv", "parquet", "xlsx", "sqlite")
# What all claims have, whose columns no slot makes.
COMMON = {
    "asOf", "assertedIn", "attributedTo", "attribution", "evidence", "modality", "rank",
    "rankReason", "validFrom", "validUntil", "premise", "rule", "reportedIn",
}  # fmt: skip


def _read(origin: Origin) -> Rows:
    found: Rows = defaultdict(list)
    for name, row in Tables(exporting.selection(origin)).rows():
        found[name].append(row)
    return found


@pytest.fixture(scope="module")
def rows(either: Origin) -> Rows:
    return _read(either)


@pytest.fixture(scope="module", params=FORMATS)
def made(request: pytest.FixtureRequest, either: Origin, tmp_path_factory) -> tuple[str, Path]:
    """Each format, written."""
    path = tmp_path_factory.mktemp("tables") / f"made.{request.param}"
    exporting.written(path, either, request.param)
    return request.param, path


# Which columns there are.


@pytest.mark.parametrize("kind", SLOTS)
def test_a_class_has_a_slot_for_each_property_that_its_shape_allows(project: Project, kind):
    shapes = Graph()
    for path in project.shapes_files():
        shapes.parse(path)
    (shape,) = shapes.subjects(SH.targetClass, SOV[kind])
    allowed = {
        str(path).removeprefix(str(SOV)): int(str(shapes.value(row, SH.maxCount, default=0)))
        for row in shapes.objects(shape, SH.property)
        for path in shapes.objects(row, SH.path)
        if isinstance(path, URIRef) and str(path).startswith(str(SOV))
    }
    expected = {name: most != 1 for name, most in allowed.items() if name not in COMMON}
    assert {slot.name: slot.many for slot in SLOTS[kind]} == expected


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_no_two_columns_have_one_name(table: Table):
    names = [column.name for column in table.columns]
    assert len({*names}) == len(names)
    assert {*table.key} <= {*names}


# What the rows are.


def test_each_claim_of_the_graph_has_one_row_in_the_table_of_its_class(
    whole: Origin, project: Project
):
    graph = Graph()
    for path in project.graph_files():
        graph.parse(path)
    found = _read(whole)
    for kind in SLOTS:
        expected = {str(iri) for iri in graph.subjects(RDF.type, SOV[kind])}
        name = next(table.name for table in TABLES.values() if table.kind == kind)
        assert sorted(row[0] for row in found[name]) == sorted(expected)


def test_every_quote_slices_out_of_its_article(whole: Origin, project: Project):
    found = _read(whole)
    place = {row[0]: row[-2] for row in found["articles"]}
    for *_, article, start, end, exact in found["quotes"]:
        text = (project.seeds / place[article]).read_bytes().decode("utf-8")
        assert text[start:end] == exact


def test_what_a_row_refers_to_has_a_row(rows: Rows):
    for name, found in rows.items():
        for place, column in enumerate(TABLES[name].columns):
            if column.refers:
                known = {row[0] for row in rows[column.refers]}
                assert {row[place] for row in found} <= known | {None}


def test_what_a_row_refers_to_has_a_row_where_only_a_part_is_asked_for(whole: Origin):
    chosen = Tables(exporting.selection(whole, layer="derived"))
    found: Rows = defaultdict(list)
    for name, row in chosen.rows():
        found[name].append(row)
    assert len(found["derived_stake"]) == 5
    named = {row[3] for row in found["parties"]}
    assert named == {row[0] for row in found["entities"]}


def test_a_key_is_of_one_row(rows: Rows):
    for name, found in rows.items():
        places = [[c.name for c in TABLES[name].columns].index(key) for key in TABLES[name].key]
        keys = [tuple(row[place] for place in places) for row in found]
        assert len({*keys}) == len(keys)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"), ("+33", "'+33"), ("-1", "'-1"), ("@sum", "'@sum"), ("\ta", "'\ta"),
        ("\ra", "'\ra"), ("a=1", "a=1"), ("", ""), ("« 44 % »", "« 44 % »"),
    ],
)  # fmt: skip
def test_what_would_be_computed_is_made_harmless(text, expected):
    assert harmless(text) == expected
    assert not is_formula(harmless(text))


def test_a_list_has_a_line_for_each_value():
    assert joined(("a\nb", "c\r\nd", "e")).split("\n") == ["a b", "c d", "e"]


# All formats.


def _cells(made: tuple[str, Path], name: str) -> list[list[Any]]:
    """The rows of a table as a library reads them from that format."""
    format, path = made
    if format == "csv":
        table = _group(path).tabledict[f"{name}.csv"]
        return [list(row.values()) for row in table]
    if format == "parquet":
        return [list(row.values()) for row in pq.read_table(path / f"{name}.parquet").to_pylist()]
    if format == "xlsx":
        found = [list(row) for row in _book(path)[name].iter_rows(min_row=2, values_only=True)]
        # Excel writes some characters by their numbers, which this library leaves to its caller.
        return [
            [unescape(cell) if isinstance(cell, str) else cell for cell in row] for row in found
        ]
    with sqlite3.connect(path) as connection:
        found = [list(row) for row in connection.execute(f"SELECT * FROM {name}")]
    connection.close()
    return found


@cache
def _group(path: Path) -> csvw.TableGroup:
    return csvw.TableGroup.from_file(path / "csv-metadata.json")


def _unescaped(cell: Any) -> Any:
    """Excel writes some characters by their numbers, which the library leaves to its caller."""
    return unescape(cell) if isinstance(cell, str) else cell


@cache
def _book(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path)


def _names(made: tuple[str, Path]) -> set[str]:
    format, path = made
    if format in ("csv", "parquet"):
        return {one.stem for one in path.iterdir() if one.suffix == f".{format}"}
    return set(TABLES)


def _as_told(format: str, cell: Any, is_list: bool) -> Any:
    """How a format tells a cell."""
    if is_list:
        return _list_as_told(format, cell)
    if format == "csv":
        return harmless(cell) if isinstance(cell, str) else cell
    if format in ("xlsx", "sqlite") and isinstance(cell, Decimal):
        return float(cell)
    return cell or None if format == "xlsx" and isinstance(cell, str) else cell


def _list_as_told(format: str, cell: tuple[str, ...]) -> Any:
    if format == "sqlite":
        return list(cell)
    if format == "xlsx":
        return joined(cell) or None
    return harmless(joined(cell)).split("\n") if format == "csv" and cell else list(cell)


def _as_read(format: str, cell: Any, is_list: bool) -> Any:
    if isinstance(cell, datetime.date):
        return cell.isoformat()[: len("2012-10-02")]
    if format == "sqlite" and is_list:
        return json.loads(cell)
    if format == "csv" and is_list:
        return [one.unsplit() if hasattr(one, "unsplit") else one for one in cell]
    return cell.unsplit() if hasattr(cell, "unsplit") else cell


def test_every_cell_comes_back(made: tuple[str, Path], rows: Rows):
    format, _ = made
    assert {*rows} <= _names(made)
    for name in _names(made):
        expected = rows.get(name, [])
        lists = [column.many for column in TABLES[name].columns]
        found = [
            [_as_read(format, cell, many) for cell, many in zip(row, lists, strict=True)]
            for row in _cells(made, name)
        ]
        told = [
            [_as_told(format, cell, many) for cell, many in zip(row, lists, strict=True)]
            for row in expected
        ]
        assert found == told, name


def test_tables_have_the_same_bytes_again(made: tuple[str, Path], either: Origin, tmp_path: Path):
    format, path = made
    again = tmp_path / path.name
    exporting.written(again, either, format)
    if path.is_dir():
        assert list(exporting.files_of(again)) == list(exporting.files_of(path))
    else:
        assert again.read_bytes() == path.read_bytes()


def test_what_went_in_and_out_is_counted(either: Origin, rows: Rows, tmp_path: Path):
    counts = exporting.written(tmp_path / "t", either, "sqlite")
    claims = sum(len(found) for name, found in rows.items() if "article" in _columns(name)) - len(
        rows["quotes"]
    )
    assert counts.read["claims"] == claims
    assert counts.written == {"rows": sum(map(len, rows.values()))}


def _columns(name: str) -> set[str]:
    return {column.name for column in TABLES[name].columns}


# CSV.


def test_csvw_finds_that_all_references_lead_somewhere(either: Origin, tmp_path: Path):
    exporting.written(tmp_path / "c", either, "csv")
    group = csvw.TableGroup.from_file(tmp_path / "c" / "csv-metadata.json")
    group.check_referential_integrity()


def test_no_cell_of_csv_is_a_formula(nasty_origin: Origin, tmp_path: Path):
    exporting.written(tmp_path / "c", nasty_origin, "csv")
    cells = [
        cell
        for path in (tmp_path / "c").glob("*.csv")
        for row in csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline=""))
        for cell in row
    ]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if is_formula(cell)]


# Parquet.


def test_duckdb_asks_the_files_who_holds_what(whole: Origin, tmp_path: Path):
    exporting.written(tmp_path / "p", whole, "parquet")
    asked = duckdb.sql(
        f"SELECT e.name_en, s.percentage, s.as_of_earliest FROM '{tmp_path}/p/stake.parquet' AS s "
        f"JOIN '{tmp_path}/p/entities.parquet' AS e ON e.iri = s.holder "
        "WHERE s.target_name = 'Numergy' AND s.percentage IS NOT NULL ORDER BY s.percentage"
    )
    assert asked.fetchall() == [
        ("Bull", Decimal(20), datetime.date(2012, 10, 1)),
        ("Caisse des Dépôts", Decimal(33), datetime.date(2012, 10, 1)),
        ("SFR", Decimal(47), datetime.date(2012, 10, 1)),
    ]


def test_pandas_reads_the_files(whole: Origin, rows: Rows, tmp_path: Path):
    exporting.written(tmp_path / "p", whole, "parquet")
    frame = pandas.read_parquet(tmp_path / "p" / "quotes.parquet")
    assert (frame["exact"].str.len() == frame["end"] - frame["start"]).all()


def test_a_column_of_parquet_says_which_property_it_holds(whole: Origin, tmp_path: Path):
    exporting.written(tmp_path / "p", whole, "parquet")
    schema = pq.read_schema(tmp_path / "p" / "stake.parquet")
    assert schema.field("percentage").metadata == {b"property": str(SOV.percentage).encode()}


# Excel.


def test_no_cell_of_excel_is_a_formula(nasty_origin: Origin, tmp_path: Path):
    exporting.written(tmp_path / "x.xlsx", nasty_origin, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    begun = [cell for cell in cells if isinstance(cell.value, str) and is_formula(cell.value)]
    assert {cell.value[0] for cell in begun} == {"=", "+", "-", "@", "\t"}
    begun += [cell for cell in cells if str(cell.value).startswith("_x000D_")]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in begun)


@pytest.mark.parametrize(("limit", "most"), [("MOST_ROWS", 3), ("MOST_CHARACTERS", 5)])
def test_more_than_excel_holds_is_refused_and_nothing_is_written(
    whole: Origin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit, most
):
    monkeypatch.setattr(excel, limit, most)
    with pytest.raises(Overfull, match="does not fit"):
        exporting.written(tmp_path / "x", whole, "xlsx")
    assert not list(tmp_path.iterdir())


# SQLite.


@pytest.fixture(scope="module")
def database(whole: Origin, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "souverain.db"
    exporting.written(path, whole, "sqlite")
    return path


async def _datasette(path: Path, address: str) -> Any:
    served = Datasette([], immutables=[str(path)])
    response = await served.client.get(address)
    assert response.status_code == 200, response.text
    return response.json() if address.split("?")[0].endswith(".json") else response.text


def _asked(path: Path, address: str) -> Any:
    return asyncio.run(_datasette(path, address))


@pytest.mark.parametrize("name", ["quotes", *VIEWS])
def test_datasette_serves_a_table_and_each_view(database: Path, name):
    told = _asked(database, f"/souverain/{name}.json?_shape=array&_size=max")
    with sqlite3.connect(database) as connection:
        (count,) = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
    connection.close()
    assert len(told) == count > 0


def test_datasette_finds_each_table_with_its_keys(database: Path):
    told = {row["name"]: row for row in _asked(database, "/souverain.json")["tables"]}
    for table in TABLES.values():
        assert told[table.name]["primary_keys"] == list(table.key)
        refers = {column.name for column in table.columns if column.refers}
        assert {key["column"] for key in told[table.name]["foreign_keys"]["outgoing"]} == refers


def test_datasette_shows_what_a_reader_looks_for(database: Path):
    told = _asked(
        database, "/souverain/ownership.json?_shape=objects&target__exact=Numergy&_sort=percentage"
    )
    found = {row["holder"]: (row["printed"], row["quote"]) for row in told["rows"]}
    assert found["SFR"] == ("47 %", "Numergy, détenu à 47 % par SFR")


def test_datasette_follows_the_names_of_entities(database: Path):
    page = _asked(database, "/souverain/stake")
    assert "/souverain/entities/" in page


def test_datasette_searches_the_quotes_without_accents(database: Path):
    told = _asked(database, "/souverain/quotes.json?_shape=array&_search=majorite&_size=max")
    assert told
    assert all("majorité" in row["exact"] for row in told)


def test_sqlite_finds_its_file_whole(either: Origin, tmp_path: Path):
    exporting.written(tmp_path / "s", either, "sqlite")
    with sqlite3.connect(tmp_path / "s") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
