from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = [
    sys.executable,
    "-c",
    "from importlinter.cli import lint_imports_command; lint_imports_command()",
    "--no-cache",
]


@pytest.fixture
def copied(checkout: Path, tmp_path: Path) -> Path:
    """The package and its layers, to spoil."""
    shutil.copytree(checkout / "server", tmp_path / "server")
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    return tmp_path


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        LINT, cwd=root, env={"PYTHONPATH": str(root / "server")}, capture_output=True, text=True
    )


def test_each_module_imports_only_the_rows_below(checkout):
    done = lint(checkout)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "text", "broken"),
    [
        (
            "errors.py",
            "import souverain.files\n",
            "Each module imports only the rows below its own",
        ),
        ("stray.py", "", "stray"),
        ("files.py", "import flask\n", "Flask lives in web"),
        ("files.py", "import pyoxigraph\n", "pyoxigraph lives in store"),
    ],
    ids=["upwards", "no row", "flask", "pyoxigraph"],
)
def test_a_breach_of_the_layers_is_found(copied, name, text, broken):
    with (copied / "server" / "souverain" / name).open("a") as module:
        module.write(text)
    done = lint(copied)
    assert done.returncode != 0
    assert broken in done.stdout
