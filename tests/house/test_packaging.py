from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

LOCKS = ["requirements.lock", "requirements-test.lock"]
# What each lock file has locked: the base, and these extras.
EXTRAS = {
    "requirements.lock": ("",),
    "requirements-test.lock": ("", "test"),
    "requirements-all.lock": ("", "test", "tools", "export", "hints", "intake", "mcp", "scale"),
    "requirements-ftm.lock": ("", "ftm"),
    "requirements-bench.lock": ("", "bench"),
}
DATA = ("ontology", "graph", "seeds")


def locked(path: Path) -> dict[str, str]:
    """Name and version of each requirement of a lock file."""
    return dict(re.findall(r"^([\w.-]+)==([\w.+-]+)", path.read_text("utf-8"), re.MULTILINE))


def normal(requirement: str) -> str:
    """The name of a requirement as a lock file writes it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", requirement)[0]).lower()


@pytest.mark.parametrize("name", EXTRAS)
def test_a_lock_file_holds_no_address(checkout, name):
    assert "/" not in (checkout / name).read_text("utf-8")


@pytest.mark.parametrize("name", EXTRAS)
def test_every_requirement_of_a_lock_file_has_a_hash(checkout, name):
    text = (checkout / name).read_text("utf-8")
    requirements = re.split(r"\n(?=[\w])", text.partition("make lock\n")[2])
    assert all("--hash=sha256:" in requirement for requirement in requirements)


@pytest.mark.parametrize(("name", "extras_of"), EXTRAS.items())
def test_what_the_project_asks_for_is_locked(checkout, name, extras_of):
    project = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {"": project["dependencies"], **project["optional-dependencies"]}
    asked = {normal(row) for extra in extras_of for row in extras[extra]}
    assert asked - {"souverain"} <= locked(checkout / name).keys()


def test_the_tests_run_with_the_versions_that_are_served(checkout):
    base, test = (locked(checkout / name) for name in LOCKS)
    assert base.items() <= test.items()


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, and with the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, checkout],
        check=True,
        capture_output=True,
    )
    return folder


def names_in_the_wheel(built: Path) -> set[str]:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_brings_one_import_name(built):
    tops = {name.partition("/")[0] for name in names_in_the_wheel(built)}
    assert tops == {"souverain", "souverain-0.1.0.dist-info"}


def test_the_wheel_holds_all_data_once(built, checkout):
    expected = {
        f"souverain/data/{path.relative_to(checkout).as_posix()}"
        for folder in DATA
        for path in (checkout / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    held = {name for name in names_in_the_wheel(built) if name.startswith("souverain/data/")}
    assert held == expected


def test_the_wheel_holds_every_module(built, checkout):
    server = checkout / "server"
    modules = {path.relative_to(server).as_posix() for path in server.rglob("*.py")}
    assert modules <= names_in_the_wheel(built)


def test_the_wheel_holds_what_npm_built(built, checkout):
    folder = checkout / "server" / "souverain" / "pages" / "static" / "built"
    npm_built = {path.relative_to(checkout / "server").as_posix() for path in folder.glob("*")}
    if not npm_built:
        pytest.skip("needs npm: apt-get install nodejs npm, then make test")
    assert npm_built <= names_in_the_wheel(built)


def test_both_licences_travel_with_the_wheel(built):
    held = {name.rpartition("/")[2] for name in names_in_the_wheel(built) if "licenses" in name}
    assert held == {"LICENSE", "LICENSE-data.md"}


def test_the_sdist_holds_what_make_needs(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"Makefile", "tests/conftest.py", *LOCKS} <= names
