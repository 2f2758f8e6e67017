from __future__ import annotations

import json

import pytest

from souverain.errors import CorruptStore, UsageError
from souverain.versions import folder, nature

OLD = {"format": -1, "graph": "strict", "shapes": "none", "base": "https://example.org/", "id": "1"}


@pytest.fixture
def old(tmp_path):
    """A store of a form that there never was, whose default graph has another name."""
    (tmp_path / "versions").mkdir()
    (tmp_path / "store.json").write_text(json.dumps(OLD))
    return tmp_path


def renamed(root, told):
    return {
        **{name: told[name] for name in told if name != "graph"},
        "default_graph": told["graph"],
    }


def moved(root, told):
    (root / "moved").touch()
    return told


@pytest.fixture
def upgrades(monkeypatch):
    table = {-1: renamed, 0: moved}
    monkeypatch.setattr(nature, "UPGRADES", table)
    return table


def test_an_older_form_is_upgraded_step_by_step(old, upgrades):
    opened = folder.open(old)
    assert opened.nature == nature.Nature("strict", "none", OLD["base"], "1")
    assert (old / "moved").exists()


def test_an_upgraded_store_stays_so(old, upgrades):
    folder.open(old)
    upgrades.clear()
    assert folder.open(old).nature.format == nature.FORMAT


def test_an_upgrade_that_broke_off_is_done_from_there_on(old, upgrades):
    def broken(root, told):
        raise OSError(28, "No space left on device")

    upgrades[0] = broken
    with pytest.raises(OSError, match="No space"):
        folder.open(old)
    assert json.loads((old / "store.json").read_text())["format"] == 0
    upgrades[0] = moved
    assert folder.open(old).nature.format == nature.FORMAT


def test_an_older_form_without_an_upgrade_is_refused(old):
    with pytest.raises(UsageError, match=f"form -1, and this program knows {nature.FORMAT}"):
        folder.open(old)
    assert json.loads((old / "store.json").read_text()) == OLD


@pytest.mark.parametrize("form", [nature.FORMAT + 1, 7, -2])
def test_a_form_that_is_not_known_is_refused(old, upgrades, form):
    (old / "store.json").write_text(json.dumps({**OLD, "format": form}))
    with pytest.raises(UsageError, match="this program knows"):
        folder.open(old)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"format": null}',
        '{"format": "1"}',
        '{"format": 1}',
        '{"format": 1, "colour": 2}',
    ],
)
def test_a_store_that_says_nothing_is_damaged(old, text):
    (old / "store.json").write_text(text)
    with pytest.raises(CorruptStore, match=r"store\.json"):
        folder.open(old)


def test_a_folder_that_is_no_store_is_told_from_a_damaged_one(tmp_path):
    with pytest.raises(UsageError, match=r"it has no store\.json"):
        folder.open(tmp_path)
    (tmp_path / "versions" / "00000001").mkdir(parents=True)
    with pytest.raises(CorruptStore, match="it is gone"):
        folder.open(tmp_path)
