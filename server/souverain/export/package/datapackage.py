"""Tables as a Frictionless Data Package (2.0): `datapackage.json` beside a CSV file for each table.

A table has its types, its key, and which columns refer to which table; a file its size and hash.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from souverain.export.about import About, about, sources
from souverain.export.distribution import measured
from souverain.export.package.description import write_json
from souverain.export.selection import Selection
from souverain.export.tables import csvs
from souverain.export.tables.columns import NAMES, Column, Table, Type
from souverain.export.tables.formulas import BETWEEN
from souverain.export.tables.tables import Tables
from souverain.export.target import Counts, Target

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0"
TYPES = {
    Type.TEXT: "string",
    Type.IRI: "string",
    Type.NUMBER: "number",
    Type.WHOLE: "integer",
    Type.FLAG: "boolean",
    Type.DAY: "date",
}


def write(selection: Selection, target: Target) -> Counts:
    """A file for each table that has rows, and the descriptor of these."""
    tables = Tables(selection)
    found = csvs.fill(tables, target.path)
    names = {table.name for table in found}
    resources = [_resource(target.path, table, names) for table in found]
    described = _package(about(selection), selection) | {"resources": resources}
    write_json(target.path / DESCRIPTOR, described)
    return tables.counts()


def _package(told: About, selection: Selection) -> dict[str, Any]:
    package: dict[str, Any] = {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": "souverain",
        "id": told.iri,
        "title": told.title.en,
        "description": told.abstract,
        "homepage": told.iri,
        "version": told.semver,
        "created": f"{told.date}T00:00:00Z",
    }
    if told.creator:
        package["contributors"] = [{"title": told.creator, "roles": ["creator"]}]
    if told.licence:
        package["licenses"] = [{"name": told.spdx, "path": told.licence, "title": told.spdx}]
    articles = [{"title": title, "path": article.iri} for article, title, _ in sources(selection)]
    return package | ({"sources": articles} if articles else {})


def _resource(folder: Path, table: Table, names: set[str]) -> dict[str, Any]:
    file = measured(folder, csvs.file_name(table))
    resource: dict[str, Any] = {
        "name": table.name,
        "type": "table",
        "path": file.name,
        "format": "csv",
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "schema": _schema(table, names),
    }
    return resource


def _schema(table: Table, names: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": list(map(_field, table.columns))}
    # A name may be in no language, and a part of a key may not be empty.
    if table.name != NAMES:
        schema["primaryKey"] = list(table.key)
    references = [
        {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["iri"]}}
        for column in table.columns
        if column.refers in names
    ]
    return schema | ({"foreignKeys": references} if references else {})


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": TYPES[column.type]}
    if column.many:
        field |= {"type": "list", "delimiter": BETWEEN, "itemType": TYPES[column.type]}
    elif column.type is Type.IRI:
        field["format"] = "uri"
    if column.required:
        field["constraints"] = {"required": True}
    if column.property:
        field["rdfType"] = column.property
    return field
