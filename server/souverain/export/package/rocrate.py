"""All of it for an archive: an RO-Crate 1.2 with the graph, its tables, and where they come from.

`ro-crate-metadata.json` tells of each file what it is, how large, and its hash; who made the data,
under which licence, and which articles they are read from.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from souverain.export import rdf
from souverain.export.about import About, about, maker, sources
from souverain.export.distribution import Distribution, measured
from souverain.export.package.description import write_json
from souverain.export.records import Article
from souverain.export.selection import Selection
from souverain.export.tables import csvs
from souverain.export.tables.tables import Tables
from souverain.export.target import Counts, Target

DESCRIPTOR = "ro-crate-metadata.json"
PROFILE = "https://w3id.org/ro/crate/1.2"
GRAPH, TABLES = "graph.trig", "tables"
CSVM = "application/csvm+json"

Entity = dict[str, Any]


def write(selection: Selection, target: Target) -> Counts:
    """The graph as TriG, a CSV file for each table, and the crate's metadata."""
    with closing(Target(target.path / GRAPH)) as inside:
        counts = rdf.write_trig(selection, inside)
    folder = target.path / TABLES
    folder.mkdir()
    found = csvs.fill(Tables(selection), folder)
    csvs.describe(found, folder)
    names = (f"{TABLES}/{csvs.file_name(table)}" for table in found)
    files = [
        measured(target.path, GRAPH),
        *(measured(target.path, name) for name in names),
        measured(target.path, f"{TABLES}/{csvs.METADATA}", media_type=CSVM),
    ]
    crate = {"@context": f"{PROFILE}/context", "@graph": list(_entities(selection, files))}
    write_json(target.path / DESCRIPTOR, crate)
    return Counts(counts.read, {"quads": counts.written["quads"], "files": len(files)})


def _entities(selection: Selection, files: list[Distribution]) -> Iterator[Entity]:
    told, articles = about(selection), list(sources(selection))
    yield {
        "@id": DESCRIPTOR,
        "@type": "CreativeWork",
        "conformsTo": {"@id": PROFILE},
        "about": {"@id": "./"},
    }
    yield _root(told, files, [article for article, _, _ in articles])
    yield from map(_file, files)
    yield from _context(told)
    for article, title, note in articles:
        yield _article(article, title, note)


def _root(told: About, files: list[Distribution], articles: list[Article]) -> Entity:
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": told.iri,
        "name": told.title.en,
        "description": told.abstract,
        "datePublished": told.date,
        "version": told.version,
        "creditText": told.citation,
        "hasPart": [{"@id": file.name} for file in files],
    }
    if told.licence:
        root["license"] = {"@id": told.licence}
    if told.creator:
        root |= {"author": {"@id": maker(told)}, "publisher": {"@id": maker(told)}}
    if articles:
        root["isBasedOn"] = [{"@id": article.iri} for article in articles]
    return root


def _file(file: Distribution) -> Entity:
    return {
        "@id": file.name,
        "@type": "File",
        "name": file.name.rpartition("/")[2],
        "description": _says(file),
        "encodingFormat": file.media_type,
        "contentSize": str(file.bytes),
        "sha256": file.sha256,
    }


def _says(file: Distribution) -> str:
    if file.name == GRAPH:
        return "All statements, with their named graphs."
    if file.media_type == CSVM:
        return "What the columns of the tables mean (CSVW)."
    name = file.name.removeprefix(f"{TABLES}/").removesuffix(".csv")
    return f"The table {name}."


def _context(told: About) -> Iterator[Entity]:
    if told.licence:
        yield {"@id": told.licence, "@type": "CreativeWork", "name": told.spdx}
    if told.creator:
        yield {"@id": maker(told), "@type": "Organization", "name": told.creator}


def _article(article: Article, title: str, note: str) -> Entity:
    """An article; its date where one is printed, for an inferred one must not look so."""
    entity: Entity = {"@id": article.iri, "@type": "Article", "name": title}
    if article.language:
        entity["inLanguage"] = article.language
    if article.published and article.published.plain:
        entity["datePublished"] = article.published.plain
    if note:
        entity["description"] = note
    if article.sha256:
        entity["sha256"] = article.sha256
    return entity
