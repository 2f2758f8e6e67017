"""Going on to a later version: what its commits changed, and what follows from that."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from souverain.files import Project
from souverain.source import Source
from souverain.store import digest
from souverain.versions import folder
from souverain.versions.folder import Folder
from souverain.versions.nature import Nature
from souverain.vocab import BASE

from .conftest import keep

ONE, OTHER, OUTSIDE = (f"<{BASE}graph/{name}>" for name in ("one", "other", "wikidata/one"))
A, B = '<urn:a> <urn:says> "a"', "<urn:b> <urn:says> _:b"
# Each a change of a store that says A in one graph and B in the other: added, removed.
CHANGES = {
    "more": ([f'<urn:c> <urn:says> "c" {ONE} .'], []),
    "a new graph": ([f"{A} <{BASE}graph/new> ."], []),
    "the same in another graph": ([f"{A} {OTHER} ."], []),
    "less": ([], [f"{A} {ONE} ."]),
    "apart from the others": ([f'<urn:d> <urn:says> "d" {OUTSIDE} .'], []),
}
# What it opens of files, once the site of a store is there, and once it has gone on to a version.
OPENING = """
import contextlib, sys
from dataclasses import replace
from souverain.document import Asked
from souverain.errors import QueryError
from souverain.pages.routes import ROUTES
from souverain.pages.site import SiteSource

opened = []
sys.addaudithook(lambda event, told: opened.append(told[0]) if event == "open" else None)
source = SiteSource(sys.argv[1], store=sys.argv[2])
loaded = source.load()
for site in (loaded.dataset.pages, source.advance(replace(loaded, number=0), 1).dataset.pages):
    opened.clear()
    made = 0
    for row in ROUTES:
        for media_type in row.media_types:
            for language in ("en", "fr"):
                with contextlib.suppress(QueryError):  # some pages want a parameter
                    asked = Asked(row.sample, "", media_type, language, "http://localhost")
                    made += site.answer(asked).status == 200
    print(made > 100, site is loaded.dataset.pages, opened)
"""


@pytest.fixture
def union(tmp_path: Path) -> Folder:
    """A store without shapes, the default graph of which is the union of the named ones."""
    made = folder.create(tmp_path / "union.store", Nature("union", "none", BASE))
    keep(made, [f"{A} {ONE} .", f"{B} {OTHER} ."], created=[ONE[1:-1], OTHER[1:-1]])
    return made


def same(one, other) -> bool:
    """Whether two of what a source loads are alike, but for the names of blank nodes."""
    rows = [
        (row.version, row.served_triples, row.number, row.dataset.named, row.dataset.triples)
        for row in (one, other)
    ]
    return rows[0] == rows[1] and digest(one.dataset.store) == digest(other.dataset.store)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_was_changed_to_a_version_is_what_is_read_of_it(union, change):
    added, removed = change
    source = Source(store=str(union.root))
    loaded = source.load()
    keep(union, added, removed, created={row.split()[3][1:-1] for row in added})
    keep(union, [f'<urn:e> <urn:says> "e" {ONE} .'])
    advanced = source.advance(loaded, 3)
    assert advanced is not None
    assert same(advanced, source.load())


def test_what_two_graphs_say_stays_when_one_of_them_does_not(union):
    source = Source(store=str(union.root))
    keep(union, [f"{A} {OTHER} ."])
    loaded = source.load()
    keep(union, removed=[f"{A} {ONE} ."])
    advanced = source.advance(loaded, 3)
    assert advanced is not None
    assert advanced.dataset.store.query(f"ASK {{ {A} }}")
    assert same(advanced, source.load())


def test_nothing_goes_back_to_an_earlier_version(union):
    source = Source(store=str(union.root))
    keep(union, [f'<urn:c> <urn:says> "c" {ONE} .'])
    assert source.advance(source.load(), 1) is None


@pytest.mark.parametrize("name", ["seeds/articles.toml", "ontology/questions/events.rq"])
def test_all_is_read_anew_where_the_files_of_the_project_have_changed(
    shop, project, tmp_path, name
):
    own = Project(tmp_path / "own", writable=True)
    for part in ("ontology", "seeds", "graph"):
        shutil.copytree(project.root / part, own.root / part)
    source = Source(str(own.root), store=str(shop.root))
    loaded = source.load()
    assert source.advance(loaded, 1) is not None
    path = own.root / name
    path.write_text(path.read_text("utf-8") + "\n# one more line\n", "utf-8")
    assert source.advance(loaded, 1) is None


def test_pages_open_no_file_once_they_may_be_asked_for(shop, project):
    done = subprocess.run(
        [sys.executable, "-c", OPENING, str(project.root), str(shop.root)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "True True []\nTrue False []\n"
