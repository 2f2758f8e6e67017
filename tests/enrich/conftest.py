"""Wikidata, played on loopback, and the command over a copy of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from souverain.files import Project
from souverain.link import enrichment, targets

from .wikidata import Wikidata, amount, entity, item, statement, time

TARGET = targets.find("wikidata")
DAY = ("P585", time("+2012-10-02T00:00:00Z", 11))
# What an item says that nobody asks here: its label alone.
QUIET = ("Q456157", "Q846484", "Q8880", "Q46", "Q142", "Q160120", "Q725967", "Q2283", "Q14657870")


@pytest.fixture
def linked(project: Project) -> list[str]:
    """The ids of the items that the graph is linked to."""
    return enrichment.linked(project, TARGET)


@pytest.fixture
def wikidata(linked: list[str]) -> Iterator[Wikidata]:
    """Every linked item, of which two say more than their name."""
    played = Wikidata({id: entity(id, revision=100, en=f"Item {id}") for id in linked})
    played.entities["Q1431486"] = entity(
        "Q1431486",
        statement("Q1431486$0-A", "P571", time("+1988-01-01T00:00:00Z", 9)),
        statement("Q1431486$0-B", "P1278", "MADEUP00000000000000"),
        statement("Q1431486$0-C", "P1830", item("Q900000001"), ("P1107", amount("+0.444")), DAY),
        statement("Q1431486$0-D", "P169", item("Q900000002"), rank="preferred"),
        revision=1234,
        en="Orange",
        fr="Orange",
        de="Orange",
    )
    yield played
    played.stop()


@pytest.fixture
def enrich(souverain: Any, tmp_path: Path) -> Callable[..., Any]:
    """Runs `souverain link enrich` on a project, with a cache of its own."""

    def run(project: Project, api: str, *options: object) -> Any:
        told = ("--project", project.root, "link", "enrich", "--api", api)
        cache = ("--cache", tmp_path / "cache")
        return souverain(*told, *cache, *options, SOUVERAIN_LINK_TRIES="1")

    return run
