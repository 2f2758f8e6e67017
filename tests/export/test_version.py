"""The version of the dataset: one hash, in every format that has a version, and on the site."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from souverain import export
from souverain.errors import UsageError
from souverain.export import release
from souverain.export.about import about
from souverain.export.origin import Origin, of_project, of_site
from souverain.export.release import previous
from souverain.store import Dataset
from souverain.vocab import BASE, PREFIXES

from . import exporting

DAY = "2026-11-28"
BEFORE = "0123456789abcdef" * 4
# Semantic Versioning 2.0.0, without what comes before a release.
SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)\+[0-9A-Za-z.-]+")


def of_json(*names: str) -> Callable[[Path], str]:
    """A value in a file of JSON; in its graph, that of the dataset."""

    def read(path: Path) -> str:
        told = json.loads((path / names[0] if names[0] else path).read_text("utf-8"))
        rows = told.get("@graph", [told])
        (found,) = {row[names[1]] for row in rows if names[1] in row}
        return str(found)

    return read


def matched(pattern: str) -> Callable[[Path], str]:
    """What stands in a text, everywhere the same."""

    def read(path: Path) -> str:
        (found,) = set(re.findall(pattern, path.read_text("utf-8")))
        return str(found)

    return read


# Where each format has the version.
PLACES: dict[str, Callable[[Path], str]] = {
    "dcat": matched(r'dcat:version "(.*?)"'),
    "schemaorg": of_json("", "version"),
    "nanopub": matched(r'[/#:]version>? "(.*?)"'),
    "rocrate": of_json("ro-crate-metadata.json", "version"),
    "croissant": of_json("croissant.json", "version"),
    "datapackage": of_json("datapackage.json", "version"),
}
# Those of which the specification wants a semantic version; the hash is its build.
SEMANTIC = ("croissant", "datapackage")


def test_it_is_the_hash_of_the_canonical_quads(either: Origin, exported):
    content = exported(either, "nquads-canonical")
    assert either.version == hashlib.sha256(content).hexdigest()


def test_it_is_that_of_what_a_site_serves(project):
    served = Dataset.load(project)
    assert of_site(served, project, BASE).version == served.version == of_project(project).version


def test_it_is_of_all_data_whatever_is_selected(whole: Origin):
    part = about(exporting.selection(whole, "article=003"))
    assert part.version == whole.version


@pytest.mark.parametrize("name", PLACES)
def test_a_format_has_it(either: Origin, tmp_path: Path, name):
    exporting.written(tmp_path / "made", either, name)
    told = PLACES[name](tmp_path / "made")
    if name in SEMANTIC:
        assert SEMVER.fullmatch(told)
        told = told.partition("+")[2]
    assert told == either.version


@pytest.mark.parametrize(("day", "told"), [("2026-01-05", "2026.1.5"), (DAY, "2026.11.28")])
def test_a_semantic_version_has_no_leading_zeros(whole: Origin, day, told):
    found = replace(about(exporting.selection(whole)), date=day)
    assert found.semver == f"{told}+{whole.version}"


# A release, and what was before.


def made(origin: Origin, path: Path, told: str = "") -> dict[str, str]:
    release.make(origin, DAY, [export.find("dcat")], path, previous=told)
    found: dict[str, str] = json.loads((path / "manifest.json").read_text("utf-8"))
    return found


def test_a_release_tells_it_and_that_of_the_ontology(whole: Origin, tmp_path: Path):
    manifest = made(whole, tmp_path / "made")
    citation = yaml.safe_load((tmp_path / "made" / "CITATION.cff").read_text("utf-8"))
    assert manifest["version"] == citation["version"] == whole.version
    assert (manifest["ontology"], manifest["previous"]) == ("0.1.0", "")
    for name in ("README.md", "LICENSE.md"):
        assert whole.version in (tmp_path / "made" / name).read_text("utf-8")


def test_a_release_names_the_version_before_or_that_of_its_folder(
    whole: Origin, nasty_origin: Origin, tmp_path: Path
):
    assert made(nasty_origin, tmp_path / "one", BEFORE)["previous"] == BEFORE
    assert made(whole, tmp_path / "two", str(tmp_path / "one"))["previous"] == nasty_origin.version
    link = f"<{BASE}dataset?version={nasty_origin.version}>"
    (path,) = (tmp_path / "two").glob("dcat*")
    assert PREFIXES["dcat"] in path.read_text("utf-8")
    assert re.search(rf"dcat:previousVersion {re.escape(link)}", path.read_text("utf-8"))


def test_the_version_before_is_not_the_same(whole: Origin, tmp_path: Path):
    with pytest.raises(UsageError, match="nothing has changed since"):
        made(whole, tmp_path / "made", whole.version)
    assert [*tmp_path.iterdir()] == []


WRONG = {
    "absent": (None, "No such file"),
    "no JSON": ("{", "is no JSON"),
    "a list": ("[]", "names no version"),
    "older": ('{"version": "0.1.0"}', "names no version"),
}


@pytest.mark.parametrize(("content", "said"), WRONG.values(), ids=WRONG)
def test_what_names_no_version_is_told(tmp_path: Path, content, said):
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(UsageError, match=said) as found:
        previous.read(str(tmp_path))
    assert "64 hexadecimal digits" in found.value.hint


def test_the_command_takes_it(souverain, project, tmp_path: Path):
    left = [
        word for row in export.FORMATS if row.name != "dcat" for word in ("--without", row.name)
    ]
    command = ("--project", project.root, "release", "--date", DAY, *left)
    done = souverain(*command, "--previous", "0.1.0", tmp_path / "made")
    assert done.returncode == 2
    assert "--previous '0.1.0' is no version" in done.stderr
    done = souverain(*command, "--previous", BEFORE, tmp_path / "made")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((tmp_path / "made" / "manifest.json").read_text())["previous"] == BEFORE
