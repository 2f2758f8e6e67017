"""`souverain release`: every format with what proves it whole, or nothing at all."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from souverain import export
from souverain.errors import Occupied, Unreleasable
from souverain.export import release
from souverain.export.about import about
from souverain.export.origin import Origin
from souverain.export.release import formats, papers

from . import exporting

MAIN = "from souverain.cli import main; main()"
DAY = "2026-11-28"
# Enough to make one in a moment: a file, a folder, one of ownership, and the ontology alone.
FEW = ("ntriples", "csv", "bods", "owl-rdfxml")
PAPERS = {"CHANGELOG.md", "CITATION.cff", "LICENSE.md", "README.md", "manifest.json"}


def rows(names=FEW):
    return [export.find(name) for name in names]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def made(whole: Origin, project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("releases") / "small"
    release.make(whole, DAY, rows(), path, project)
    return path


@pytest.fixture(scope="module")
def manifest(made: Path) -> Any:
    return json.loads((made / "manifest.json").read_text("utf-8"))


@pytest.fixture
def run(souverain, project):
    return lambda *arguments: souverain("--project", project.root, "release", *arguments)


# What is in it.


def test_sha256sum_finds_every_file_whole(made: Path):
    done = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=made, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert {line.removesuffix(": OK") for line in lines} == {*files(made)} - {"SHA256SUMS"}


def test_sha256sum_would_find_a_file_that_was_changed(whole: Origin, tmp_path: Path):
    release.make(whole, DAY, rows(["bods"]), tmp_path / "made")
    (tmp_path / "made" / "bods.json").write_text("[]")
    done = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path / "made", capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "bods.json: FAILED" in done.stdout


def test_the_manifest_tells_each_file_as_it_is(made: Path, manifest):
    told = {row["name"]: row for row in manifest["files"]}
    assert {*told} == {*files(made)} - {"SHA256SUMS", "manifest.json"}
    for name, content in files(made).items():
        if name in told:
            row = told[name]
            assert row["bytes"] == len(content)
            assert row["sha256"] == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("name", FEW)
def test_the_manifest_tells_what_a_format_lost(manifest, name):
    row = export.find(name)
    told = [file for file in manifest["files"] if file["format"] == name]
    assert told
    for file in told:
        assert file["losses"] == [loss.en for loss in row.losses]
        assert "/" in file["media_type"]


CLAIMS = {"ntriples": 411, "csv": 411, "owl-rdfxml": 0}


@pytest.mark.parametrize(("name", "claims"), CLAIMS.items())
def test_the_manifest_tells_how_many_claims_were_read(manifest, name, claims):
    assert manifest["claims"] == 411
    found = {row["claims"] for row in manifest["files"] if row["format"] == name}
    assert found == {claims}


def test_the_manifest_tells_what_was_left_out(manifest):
    assert manifest["without"] == sorted({row.name for row in export.FORMATS} - {*FEW})


@pytest.mark.parametrize("name", FEW)
def test_a_format_is_in_it_as_it_is_exported(made: Path, whole: Origin, tmp_path: Path, name):
    row = export.find(name)
    exporting.written(tmp_path / "alone", replace(whole, date=DAY), name)
    inside, alone = made / formats.file_name(row), tmp_path / "alone"
    if row.is_folder:
        assert files(inside) == files(alone)
    else:
        assert inside.read_bytes() == alone.read_bytes()


def test_the_date_stands_in_every_file_that_has_one(made: Path, manifest):
    statements = json.loads((made / "bods.json").read_text("utf-8"))
    published = {row["publicationDetails"]["publicationDate"] for row in statements}
    citation = yaml.safe_load((made / "CITATION.cff").read_text("utf-8"))
    assert (published, manifest["date"]) == ({DAY}, DAY)
    assert str(citation["date-released"]) == DAY
    assert f"Release of {DAY}" in (made / "README.md").read_text("utf-8")


DATED = {
    "rocrate": ("ro-crate-metadata.json", f'"datePublished": "{DAY}"'),
    "croissant": ("croissant.json", f'"datePublished": "{DAY}"'),
    "datapackage": ("datapackage.json", f'"created": "{DAY}T00:00:00Z"'),
}


@pytest.mark.parametrize("name", DATED)
def test_the_date_stands_in_a_package(whole: Origin, tmp_path: Path, name):
    file, expected = DATED[name]
    release.make(whole, DAY, rows([name]), tmp_path / "made")
    assert expected in (tmp_path / "made" / name / file).read_text("utf-8")


def test_the_date_stands_in_a_workbook(whole: Origin, tmp_path: Path):
    import openpyxl

    release.make(whole, DAY, rows(["xlsx"]), tmp_path / "made")
    workbook = openpyxl.load_workbook(tmp_path / "made" / "xlsx.xlsx", read_only=True)
    assert workbook.properties.created.date().isoformat() == DAY
    workbook.close()


def test_the_same_day_gives_the_same_bytes(made: Path, whole: Origin, project, tmp_path: Path):
    release.make(whole, DAY, rows(), tmp_path / "again", project)
    assert files(tmp_path / "again") == files(made)


@pytest.mark.parametrize("row", export.FORMATS, ids=lambda row: row.name)
def test_no_two_formats_have_one_name(row):
    names = [formats.file_name(other) for other in export.FORMATS]
    assert names.count(formats.file_name(row)) == 1
    assert not {formats.file_name(row)} & {*PAPERS, "SHA256SUMS"}


# The papers.


@pytest.fixture(params=["whole", "nasty_origin"])
def told(request: pytest.FixtureRequest):
    return about(exporting.selection(request.getfixturevalue(request.param)))


def test_a_licence_that_the_data_do_not_state_is_not_told(nasty_origin: Origin, tmp_path: Path):
    release.make(nasty_origin, DAY, rows(["ntriples"]), tmp_path / "made")
    assert "state no licence" in (tmp_path / "made" / "LICENSE.md").read_text("utf-8")
    assert "license" not in yaml.safe_load((tmp_path / "made" / "CITATION.cff").read_text("utf-8"))


def test_only_what_changed_last_is_told(told):
    changelog = "# Changelog\n\n## [2.0.0]\n\n- new\n\n### Added\n\n- more\n\n## [1.0.0]\n\n- old\n"
    text = papers.changes(told, changelog)
    assert text.endswith("## [2.0.0]\n\n- new\n\n### Added\n\n- more\n")
    assert papers.changes(told, "") == ""


def test_a_project_without_a_changelog_has_none_in_its_release(whole: Origin, tmp_path: Path):
    release.make(whole, DAY, rows(["ntriples"]), tmp_path / "made")
    assert {*files(tmp_path / "made")} == {
        *(PAPERS - {"CHANGELOG.md"}), "SHA256SUMS", "ntriples.nt",
    }  # fmt: skip


# All or nothing.


def test_the_command_says_what_it_wrote(run, tmp_path: Path):
    left = [row.name for row in export.FORMATS if row.name not in FEW]
    options = [word for name in left for word in ("--without", name)]
    done = run("--date", DAY, *options, tmp_path / "made")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{tmp_path}/made: 4 formats of 411 claims, ")
    assert {path.name for path in tmp_path.iterdir()} == {"made"}


WRONG = [
    (("--date", "2026-11-31"), "'2026-11-31' is no day", "2026-11-28"),
    (("--date", "2026"), "'2026' is no day", "2026-11-28"),
    (("--date", "20261128"), "'20261128' is no day", "2026-11-28"),
    ((), "--date", ""),
    (("--date", DAY, "--without", "parket"), "no format is called 'parket'", "parquet"),
    (("--date", DAY, "--store", "a", "--data", "b"), "two sources", "name one"),
]


@pytest.mark.parametrize(("options", "said", "hint"), WRONG, ids=lambda row: str(row)[:40])
def test_one_clear_error_and_nothing_written(run, tmp_path: Path, options, said, hint):
    done = run(*options, tmp_path / "made")
    assert done.returncode == 2
    assert said in done.stderr
    assert hint in done.stderr
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("kind", ["file", "folder", "empty"])
def test_what_is_there_is_refused_and_stays(whole: Origin, tmp_path: Path, kind):
    path = tmp_path / "made"
    path.write_text("kept") if kind == "file" else path.mkdir()
    if kind == "folder":
        (path / "kept").write_text("kept")
    with pytest.raises(Occupied):
        release.make(whole, DAY, rows(), path)
    assert [one.name for one in tmp_path.rglob("*")] == [
        "made", *(["kept"] if kind == "folder" else []),
    ]  # fmt: skip


def test_without_an_extra_each_format_that_needs_it_is_named(project, tmp_path: Path):
    blocked = f"import sys; sys.modules['pyarrow'] = sys.modules['xlsxwriter'] = None; {MAIN}"
    command = [sys.executable, "-c", blocked, "--project", str(project.root), "release"]
    done = subprocess.run(
        [*command, "--date", DAY, str(tmp_path / "made")],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 2
    for name in ("parquet", "xlsx", "croissant"):
        assert f"{name}: it needs the extra 'export'" in done.stderr
        assert f"--without {name}" in done.stderr
    assert "datapackage:" not in done.stderr
    assert [*tmp_path.iterdir()] == []


def test_more_claims_than_a_format_holds_are_told_before_it_writes(whole: Origin, tmp_path: Path):
    small = [replace(export.find("turtle"), most_claims=10), export.find("ntriples")]
    with pytest.raises(Unreleasable, match="turtle: it goes up to 10 claims, of 411"):
        release.make(whole, DAY, small, tmp_path / "made")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_what_goes_wrong_half_way_leaves_nothing(whole: Origin, tmp_path: Path, fault):
    def stop(name: str) -> None:
        if name == "csv":
            raise fault

    with pytest.raises((KeyboardInterrupt, export.target.Unwritten)):
        release.make(whole, DAY, rows(), tmp_path / "made", on_format=stop)
    assert [*tmp_path.iterdir()] == []


def test_killed_half_way_there_is_no_target(project, tmp_path: Path):
    path = tmp_path / "made"
    command = [sys.executable, "-c", MAIN, "--project", str(project.root), "release"]
    process = subprocess.Popen([*command, "--date", DAY, str(path)])
    try:
        while not [*tmp_path.glob(".made.*/made/ntriples.nt")]:
            assert process.poll() is None
            time.sleep(0.05)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert not path.exists()


# How far it is.


@pytest.mark.parametrize("row", export.FORMATS, ids=lambda row: row.name)
def test_a_claim_is_told_as_often_as_it_is_said_to_be_read(whole: Origin, tmp_path: Path, row):
    read = 0

    def step() -> None:
        nonlocal read
        read += 1

    selection = exporting.selection(whole)
    expected = export.steps(selection, row)
    selection.on_read = step
    with export.target.named(tmp_path / "made", is_folder=row.is_folder) as target:
        export.write(selection, row, target)
    assert read == expected
