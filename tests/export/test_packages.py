"""Packages are opened by the libraries that they are for, and say truly what is in them."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system
from rocrate.rocrate import ROCrate

from souverain.export.origin import Origin
from souverain.export.package import croissant, datapackage, rocrate
from souverain.export.tables.columns import TABLES
from souverain.export.tables.tables import Tables
from souverain.export.target import Counts

from . import exporting

PACKAGES = {
    "datapackage": datapackage.DESCRIPTOR,
    "croissant": croissant.DESCRIPTOR,
    "rocrate": rocrate.DESCRIPTOR,
}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


class Made:
    """The packages of one graph, each written once."""

    def __init__(self, origin: Origin, root: Path) -> None:
        self.origin = origin
        self.root = root
        self.counts: dict[str, Counts] = {}

    def folder(self, name: str) -> Path:
        if name not in self.counts:
            self.counts[name] = exporting.written(self.root / name, self.origin, name)
        return self.root / name

    def described(self, name: str) -> Any:
        return json.loads((self.folder(name) / PACKAGES[name]).read_text("utf-8"))

    @property
    def opened(self) -> Any:
        """The dataset anew: mlcroissant 1.1 gives the rows of each one once, and then none."""
        import mlcroissant

        return mlcroissant.Dataset(str(self.folder("croissant") / croissant.DESCRIPTOR))

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        found: dict[str, list[tuple[Any, ...]]] = {}
        for name, row in Tables(exporting.selection(self.origin)).rows():
            found.setdefault(name, []).append(row)
        return found


@pytest.fixture(scope="module")
def of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Origin], Made]:
    return cache(lambda origin: Made(origin, tmp_path_factory.mktemp("packages")))


@pytest.fixture(scope="module")
def made(either: Origin, of: Callable[[Origin], Made]) -> Made:
    return of(either)


@pytest.fixture(scope="module")
def ours(whole: Origin, of: Callable[[Origin], Made]) -> Made:
    return of(whole)


# All of them.


def told_of_files(name: str, described: Any) -> dict[str, tuple[str, int]]:
    """The hash and size of each file by its path, as the description has them."""
    if name == "datapackage":
        rows = described["resources"]
        return {row["path"]: (row["hash"].removeprefix("sha256:"), row["bytes"]) for row in rows}
    if name == "croissant":
        rows = described["distribution"]
        size = "contentSize"
        return {row["@id"]: (row["sha256"], int(row[size].removesuffix(" B"))) for row in rows}
    rows = [row for row in described["@graph"] if row["@type"] == "File"]
    return {row["@id"]: (row["sha256"], int(row["contentSize"])) for row in rows}


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", PACKAGES)
def test_each_file_is_told_with_its_size_and_hash(made: Made, name):
    folder, told = made.folder(name), told_of_files(name, made.described(name))
    assert files(folder) == {*told, PACKAGES[name]}
    for path, (sha256, size) in told.items():
        content = (folder / path).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (sha256, size)


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_has_the_same_bytes_again(made: Made, tmp_path: Path, name):
    again = Made(made.origin, tmp_path).folder(name)
    folder = made.folder(name)
    assert {path: (again / path).read_bytes() for path in files(again)} == {
        path: (folder / path).read_bytes() for path in files(folder)
    }


@pytest.mark.parametrize("name", PACKAGES)
def test_no_licence_is_told_that_the_data_do_not_state(nasty_origin: Origin, tmp_path: Path, name):
    folder = Made(nasty_origin, tmp_path).folder(name)
    assert "licen" not in (folder / PACKAGES[name]).read_text("utf-8").lower()


@pytest.mark.parametrize("name", PACKAGES)
def test_the_words_of_articles_are_told_to_be_of_others(ours: Made, name):
    text = json.dumps(ours.described(name), ensure_ascii=False)
    assert LICENCE in text
    assert "the words quoted from them, are their publishers’ and authors’" in text


# Frictionless.


def validated(folder: Path):
    # It warns of its own use of a library (frictionless 5.21).
    with warnings.catch_warnings(action="ignore"), system.use_context(trusted=True):
        return Package(str(folder / datapackage.DESCRIPTOR)).validate()


def test_frictionless_finds_types_keys_references_and_hashes_right(made: Made):
    report = validated(made.folder("datapackage"))
    assert report.flatten(["code", "message"]) == []
    assert report.valid
    assert sum(task.stats["rows"] for task in report.tasks) == sum(
        made.counts["datapackage"].written.values()
    )


SPOILT = [
    ("identity", "stake.csv", lambda text: text + text.splitlines(keepends=True)[-1]),
    ("reference", "entities.csv", lambda text: text.splitlines(keepends=True)[0]),
    ("type", "stake.csv", lambda text: text.replace(",75,", ",most,")),
]


@pytest.mark.parametrize(("what", "file", "spoil"), SPOILT, ids=lambda row: str(row)[:10])
def test_frictionless_would_find_what_is_wrong(
    nasty_origin: Origin, tmp_path: Path, what, file, spoil
):
    folder = Made(nasty_origin, tmp_path).folder("datapackage")
    path = folder / file
    text = path.read_text("utf-8")
    assert text != spoil(text)
    path.write_text(spoil(text), "utf-8")
    described = json.loads((folder / datapackage.DESCRIPTOR).read_text("utf-8"))
    for resource in described["resources"]:
        del resource["hash"], resource["bytes"]
    (folder / datapackage.DESCRIPTOR).write_text(json.dumps(described), "utf-8")
    assert not validated(folder).valid


def test_frictionless_reads_numbers_and_lists_as_such(ours: Made):
    with warnings.catch_warnings(action="ignore"):
        package = Package(str(ours.folder("datapackage") / datapackage.DESCRIPTOR))
        stakes = package.get_resource("stake").read_rows()
    joint = next(row for row in stakes if "75" in (row["percentage_text"] or ""))
    assert joint["percentage"] == Decimal("75.0")
    assert isinstance(joint["quotes"], list)
    assert {row["percentage"] for row in stakes if row["stake_basis"] == "Remainder"} == {None}


# Croissant.


# What it uses warns of itself (rdflib 7.6) and of how it is used (pandas 3).
OF_OTHERS = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@OF_OTHERS
def test_mlcroissant_finds_nothing_to_complain_of(ours: Made):
    issues = ours.opened.metadata.issues
    assert (issues.errors, issues.warnings) == (set(), set())


@OF_OTHERS
def test_mlcroissant_reads_every_record(made: Made):
    dataset, rows = made.opened, made.rows()
    assert {sets.id for sets in dataset.metadata.record_sets} == {*rows}
    for name, expected in rows.items():
        assert len(list(dataset.records(name))) == len(expected)


@OF_OTHERS
def test_mlcroissant_reads_texts_and_numbers_as_they_are(ours: Made):
    dataset = ours.opened
    slugs = [row["articles/slug"] for row in dataset.records("articles")]
    assert slugs == [b"000", b"001", b"002", b"003", b"004"]
    place = {column.name: at for at, column in enumerate(TABLES["stake"].columns)}
    expected = {
        row[0]: None if row[place["percentage"]] is None else float(row[place["percentage"]])
        for row in ours.rows()["stake"]
    }
    found = {row["stake/iri"].decode(): row["stake/percentage"] for row in dataset.records("stake")}
    assert found == expected
    assert None in found.values()


def test_a_field_says_which_property_it_holds_and_what_it_refers_to(ours: Made):
    fields = {
        field["@id"]: field for row in ours.described("croissant")["recordSet"]
        for field in row["field"]
    }  # fmt: skip
    holder = fields["stake/holder"]
    assert holder["equivalentProperty"] == "https://w3id.org/souverain/ontology#holder"
    assert holder["references"] == {"field": {"@id": "entities/iri"}}
    named = [row["references"]["field"]["@id"] for row in fields.values() if "references" in row]
    assert {*named} <= {*fields}


# RO-Crate.


def test_rocrate_opens_it_and_finds_every_file(made: Made):
    folder = made.folder("rocrate")
    crate = ROCrate(str(folder))
    assert crate.metadata.version == "1.2"
    assert {entity.id for entity in crate.data_entities} == files(folder) - {rocrate.DESCRIPTOR}
    assert len(crate.data_entities) == made.counts["rocrate"].written["files"]


def test_rocrate_finds_the_licence_the_author_and_the_articles(ours: Made):
    crate = ROCrate(str(ours.folder("rocrate")))
    root = crate.root_dataset
    assert root["license"].id == LICENCE
    assert root["author"]["name"] == "The Souverain project"
    assert len(root["isBasedOn"]) == 5
    assert root["name"] in root["creditText"]
    assert root["datePublished"] in root["creditText"]


def test_an_inferred_year_is_no_date_of_an_article(ours: Made):
    articles = [row for row in ours.described("rocrate")["@graph"] if row["@type"] == "Article"]
    inferred = {row["@id"] for row in articles if "datePublished" not in row}
    assert inferred
    for row in articles:
        is_told = "inferred" in row.get("description", "") or "not known" in row.get(
            "description", ""
        )
        assert is_told == (row["@id"] in inferred)


def test_the_graph_is_in_the_crate_as_it_is_exported(made: Made, exported):
    graph = made.folder("rocrate") / rocrate.GRAPH
    assert graph.read_bytes() == exported(made.origin, "trig")


def test_all_that_a_crate_refers_to_is_described(made: Made):
    rows = made.described("rocrate")["@graph"]
    described = {row["@id"] for row in rows} | {rocrate.PROFILE}

    def named(value: Any) -> set[str]:
        if isinstance(value, dict):
            return {value["@id"]}
        return set().union(*map(named, value)) if isinstance(value, list) else set()

    assert set().union(*(named(value) for row in rows for value in row.values())) <= described
