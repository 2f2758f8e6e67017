"""Wikidata, played on loopback, and the command over copies of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from souverain import cli, files
from souverain.files import Project
from souverain.link import enrichment, targets

from .wikidata import Wikidata, amount, entity, item, statement, time

TARGET = targets.find("wikidata")
DAY = ("P585", time("+2012-10-02T00:00:00Z", 11))
FILE = "graph/wikidata.ttl"


class Done(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Enrich = Callable[..., Done]


def played(ids: list[str]) -> Wikidata:
    """Every linked item, of which one says more than its name."""
    told = Wikidata({id: entity(id, revision=100, en=f"Item {id}") for id in ids})
    told.entities["Q1431486"] = entity(
        "Q1431486",
        statement("Q1431486$0-A", "P571", time("+1988-01-01T00:00:00Z", 9)),
        statement("Q1431486$0-B", "P1278", "MADEUP00000000000000"),
        statement("Q1431486$0-C", "P1830", item("Q900000001"), ("P1107", amount("+0.444")), DAY),
        statement("Q1431486$0-D", "P169", item("Q900000002"), rank="preferred"),
        revision=1234,
        en="Orange",
        fr="Orange",
        de="Orange",
        mul="Orange",
    )
    return told


@pytest.fixture(scope="session")
def linked(project: Project) -> list[str]:
    """The ids of the items that the graph is linked to."""
    return enrichment.linked(project, TARGET)


@pytest.fixture
def wikidata(linked: list[str]) -> Iterator[Wikidata]:
    """Wikidata, to be spoiled."""
    told = played(linked)
    yield told
    told.stop()


@pytest.fixture
def enrich(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Enrich:
    """Runs `souverain link enrich` on a project, with a cache of its own, and without a pause."""
    monkeypatch.setenv("SOUVERAIN_LINK_TRIES", "1")

    def run(project: Project | None, api: str, *options: str) -> Done:
        chosen = ("--project", str(project.root)) if project else ()
        cache = ("--cache", str(tmp_path / "cache"))
        code = cli.run([*chosen, "link", "enrich", "--api", api, *cache, *options])
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def enriched(
    project: Project, linked: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Project:
    """A copy of the project with Wikidata's words; not to be changed."""
    folder = tmp_path_factory.mktemp("enriched")
    copy, told = files.init(folder / "project", project), played(linked)
    options = ("--api", told.api, "--cache", str(folder / "cache"))
    assert cli.run(["--project", str(copy.root), "link", "enrich", *options]) == 0
    told.stop()
    return copy
