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


@pytest.mark.parametrize("name", exports.PROMISED)
def test_what_is_to_hold_a_million_claims_streams(name):
    assert exports.find(name).most_claims is None


@pytest.mark.parametrize("name", ["graphml", "csv", "sqlite", "nquads"])
def test_memory_does_not_grow_with_the_claims(stores: list[Path], tmp_path: Path, name):
    small, large = (exports.cost(store, name, tmp_path / store.name) for store in stores)
    assert large.bytes > small.bytes * LARGE / SMALL / 4
    assert large.peak_mb < small.peak_mb + MORE_MB
    assert large.peak_mb < exports.MOST_MB


def test_a_store_that_is_kept_is_made_once(tmp_path: Path, capsys):
    made = exports.kept(tmp_path, SMALL)
    assert "made up in" in capsys.readouterr().out
    assert exports.kept(tmp_path, SMALL) == made
    assert capsys.readouterr().out == ""
    assert [path.name for path in tmp_path.iterdir()] == [made.name]


def test_what_was_broken_off_is_made_again(tmp_path: Path):
    (tmp_path / f".claims-{SMALL}").mkdir()
    (tmp_path / f".claims-{SMALL}" / "half").write_text("")
    made = exports.kept(tmp_path, SMALL)
    assert not (made / "half").exists()


def test_a_line_for_each_format_that_is_asked_for(stores: list[Path], tmp_path: Path, capsys):
    rows = [exports.find(name) for name in ("ntriples", "datapackage", "turtle")]
    assert exports.report(stores[0], tmp_path, SMALL, rows) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [line[0] for line in lines] == ["ntriples", "datapackage", "turtle"]
    for _, claims, seconds, cpu_seconds, _, peak_mb, size, within in lines:
        assert float(seconds) > 0 < float(cpu_seconds)
        assert (claims, within) == (str(SMALL), "yes")
        assert 0 < int(peak_mb) < exports.MOST_MB
        assert int(size) > SMALL
    assert [*tmp_path.iterdir()] == []
