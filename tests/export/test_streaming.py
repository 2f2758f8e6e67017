"""What streams keeps no more of what it read than the record that it writes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from souverain.export.network import network
from souverain.export.origin import Origin
from souverain.export.records.statements import Statement
from souverain.export.tables import tables

from . import exporting

NETWORKS = ("graphml", "gexf", "neo4j", "neo4j-cypher", "cytoscape")
TABLES = ("csv", "xlsx")
# A record, that before it while it is still named, and one that is being made.
ALIVE = 3


@pytest.mark.parametrize("name", [*NETWORKS, *TABLES])
def test_no_more_than_a_record_is_kept(
    whole: Origin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name
):
    most = 0
    read = network.statements

    def counted(*arguments: Any) -> Iterator[Statement]:
        nonlocal most
        for at, statement in enumerate(read(*arguments)):
            if at % 20 == 19:
                alive = sum(isinstance(one, Statement) for one in gc.get_objects())
                most = max(most, alive)
            yield statement

    monkeypatch.setattr(network, "statements", counted)
    monkeypatch.setattr(tables, "statements", counted)
    gc.collect()
    exporting.written(tmp_path / "made", whole, name)
    assert 0 < most <= ALIVE
