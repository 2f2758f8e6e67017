"""The house is the repository: these tests skip where there is only the wheel."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _in_the_checkout(checkout: Path) -> None:
    """Skip every test of this folder where there is no repository."""


def tracked() -> list[str]:
    """What git tracks, or would track if it were added; empty outside a repository."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    names = listing.stdout.decode().split("\0")
    return sorted({name for name in names if name and (ROOT / name).exists()})


@pytest.fixture(scope="session")
def tracked_files() -> list[Path]:
    """All that git tracks: thousands of files, over which a rule is one test that names them."""
    found = [ROOT / name for name in tracked()]
    assert found
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "top_folder" in metafunc.fixturenames:
        folders = {name.partition("/")[0] for name in tracked() if "/" in name}
        metafunc.parametrize("top_folder", sorted(name for name in folders if name[0] != "."))
