"""What streams needs no more memory for a large store than for a small one."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import exports
from bench.claims.filling import fill

SMALL, LARGE = 400, 4_000
# What the process keeps for itself, whatever it writes: its buffers, and pages of the disk.
MORE_MB = 60


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    root = tmp_path_factory.mktemp("stores")
    for claims in (SMALL, LARGE):
        fill(root / str(claims), claims)
    return [root / str(claims) for claims in (SMALL, LARGE)]


def test_the_formats_that_stream_are_those_that_say_so():
    streaming = {row.name for row in exports.streaming()}
    assert {
        "ntriples", "nquads", "trig", "csv", "parquet", "sqlite", "ftm", "bods", "graphml", "gexf",
    } <= streaming  # fmt: skip


@pytest.mark.parametrize("name", ["graphml", "csv", "sqlite"])
def test_memory_does_not_grow_with_the_claims(stores: list[Path], tmp_path: Path, name):
    small, large = (exports.cost(store, name, tmp_path / store.name) for store in stores)
    assert large.size_mb > small.size_mb * LARGE / SMALL / 4
    assert large.peak_mb < small.peak_mb + MORE_MB
    assert large.peak_mb < exports.MOST_MB
