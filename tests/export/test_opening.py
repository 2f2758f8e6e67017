"""Each format is opened by the very library that it is for, which finds all that was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from souverain import export
from souverain.export.origin import Origin

from . import exporting
from .opening import OF_CHROMIUM, OF_NODE, OPENED

NEEDS = {
    "followthemoney": [pytest.mark.needs("followthemoney")],
    **{OPENED[name][0]: [pytest.mark.needs("node")] for name in OF_NODE},
}
for name in OF_CHROMIUM:
    NEEDS[OPENED[name][0]].append(pytest.mark.needs("chromium"))
# What only the project's own graph has.
OF_THE_ONTOLOGY = ("owl-rdfxml", "owl-functional")


def rows(names):
    return [pytest.param(name, marks=NEEDS.get(OPENED[name][0], ())) for name in names]


def opened(origin: Origin, name: str, folder: Path) -> tuple[dict[str, int], dict[str, int]]:
    counts = exporting.written(folder / "made", origin, name)
    return OPENED[name][1](folder / "made"), {**counts.read, **counts.written}


@pytest.mark.parametrize("name", rows(name for name in OPENED if name not in OF_THE_ONTOLOGY))
def test_what_was_written_is_found(either, tmp_path, name):
    found, told = opened(either, name, tmp_path)
    assert found
    assert {unit: told[unit] for unit in found} == found


@pytest.mark.parametrize("name", OF_THE_ONTOLOGY)
def test_the_ontology_is_found(whole, tmp_path, name):
    found, _ = opened(whole, name, tmp_path)
    assert min(found.values()) > 90


@pytest.mark.parametrize("row", export.FORMATS, ids=lambda row: row.name)
def test_a_row_says_what_it_is_and_what_it_loses_in_both_languages(row):
    words = (row.for_whom, *row.losses)
    assert all(text.strip() for both in words for text in both)
    assert callable(export.writer(row))
    assert "/" in row.media_type


def test_each_name_stands_once():
    names = [row.name for row in export.FORMATS]
    assert len(set(names)) == len(names)
