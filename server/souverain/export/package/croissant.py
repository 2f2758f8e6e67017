"""Tables for machine learning: Croissant 1.0, `croissant.json` beside Parquet files.

Each table is a set of records with its fields, each with the property that it holds.
"""

from __future__ import annotations

from typing import Any

from souverain.export.about import about, sources
from souverain.export.distribution import Distribution, measured
from souverain.export.package.description import write_json
from souverain.export.selection import Selection
from souverain.export.tables import parquet
from souverain.export.tables.columns import Column, Table, Type
from souverain.export.tables.tables import Tables
from souverain.export.target import Counts, Target

DESCRIPTOR = "croissant.json"
VERSION = "http://mlcommons.org/croissant/1.0"
# As the specification has it (Croissant 1.0, appendix 1), which readers ask for word by word.
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    **{
        name: f"cr:{name}"
        for name in (
            *("citeAs", "column", "extract", "field", "fileProperty", "fileObject", "fileSet"),
            *("format", "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField"),
            *("path", "recordSet", "references", "regex", "repeated", "replace", "separator"),
            *("source", "subField", "transform"),
        )
    },
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
}
# How readers of Croissant know Parquet, whose registered name they do not (mlcroissant 1.1).
PARQUET = "application/x-parquet"
TYPES = {
    Type.TEXT: "sc:Text",
    Type.IRI: "sc:URL",
    Type.NUMBER: "sc:Float",
    Type.WHOLE: "sc:Integer",
    Type.FLAG: "sc:Boolean",
    Type.DAY: "sc:Date",
}


def write(selection: Selection, target: Target) -> Counts:
    """A file for each table that has rows, and the description of these."""
    tables = Tables(selection)
    found = parquet.fill(tables, target.path)
    files = [measured(target.path, parquet.file_name(table)) for table in found]
    described = _dataset(selection) | {
        "distribution": list(map(_file, files)),
        "recordSet": [_records(table, {table.name for table in found}) for table in found],
    }
    write_json(target.path / DESCRIPTOR, described)
    return tables.counts()


def _dataset(selection: Selection) -> dict[str, Any]:
    told = about(selection)
    dataset: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "@id": told.iri,
        "conformsTo": VERSION,
        "name": told.title.en,
        "description": told.abstract,
        "url": told.iri,
        "version": told.semver,
        "datePublished": told.date,
        "inLanguage": ["en", "fr"],
        "citeAs": told.citation,
    }
    if told.licence:
        dataset["license"] = told.licence
    if told.creator:
        dataset["creator"] = {"@type": "Organization", "name": told.creator}
    articles = [article.iri for article, _, _ in sources(selection)]
    return dataset | ({"isBasedOn": articles} if articles else {})


def _file(file: Distribution) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "contentUrl": file.name,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": PARQUET,
        "sha256": file.sha256,
    }


def _records(table: Table, names: set[str]) -> dict[str, Any]:
    keys = [{"@id": _id(table, name)} for name in table.key]
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "key": keys[0] if len(keys) == 1 else keys,
        "field": [_field(table, column, names) for column in table.columns],
    }


def _field(table: Table, column: Column, names: set[str]) -> dict[str, Any]:
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": _id(table, column.name),
        "name": f"{table.name}/{column.name}",
        "dataType": TYPES[column.type],
        "source": {
            "fileObject": {"@id": parquet.file_name(table)},
            "extract": {"column": column.name},
        },
    }
    if column.property:
        field["equivalentProperty"] = column.property
    if column.refers in names:
        field["references"] = {"field": {"@id": f"{column.refers}/iri"}}
    if column.many:
        field["repeated"] = True
    return field


def _id(table: Table, column: str) -> str:
    return f"{table.name}/{column}"
