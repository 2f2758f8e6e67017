"""The table of settings in the manual is the table of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from souverain.settings import SETTINGS

MANUAL = Path(__file__).parents[2] / "server" / "ENDPOINT.md"


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_a_setting_stands_in_the_manual(row):
    default = "–" if row.default == "" else row.default
    line = f"| `{row.name}` | {default} | {row.unit} | {row.help} |"
    assert line in MANUAL.read_text("utf-8").splitlines()
